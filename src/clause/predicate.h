// predicate.h: what the verbs of a clause say: trigger, tense, mood, negation, announcement, for the sources of this
// room.
#pragma once

#include <cstdint>
#include <vector>

#include "clause/clause.h"
#include "clause/lexicon.h"
#include "clause/reading.h"

namespace annalen::clause {

// The words of a clause that its predicate is made of, collected in text order.
struct Predicate {
  static constexpr std::uint32_t kNone = Piece::kNone;
  std::uint32_t finite = kNone;  // tokens of the sentence, all
  std::uint32_t participle = kNone;
  std::uint32_t infinitive = kNone;
  std::uint32_t marked = kNone;     // infinitive with its marker
  std::uint32_t by_ending = kNone;  // at a piece's end, looks like an infinitive
  std::uint32_t particle = kNone;   // at a piece's end, behind the finite verb
  std::uint32_t auxiliaries = 0;    // VerbBit of infinitives and participles of auxiliaries
  std::uint32_t auxiliary_infinitive = kNone;
  bool auxiliary_infinitives = false;
  std::vector<std::uint32_t> negations;
  bool first_person = false;
};

// Fills trigger, tense, mood, negation and points_ahead of the clauses from `first_clause` on.
// REQUIRES: the reader holds their sentence, whose first token is `first_token`.
void fill_predicates(const Reader& reader, const Lexicon& lexicon, std::uint32_t first_token,
                     std::uint32_t first_clause, Clauses& out);

}  // namespace annalen::clause
