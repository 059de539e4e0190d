// noun_phrase.h: the noun phrases of a clause, as far as the parts that their names play depend on them.
// A phrase:  preposition, determiner, adjectives, nouns, at most one name, which ends it. Dates and what stands in
//            brackets are none.
// Threads:   pure function. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "actor/mention.h"
#include "clause/clause.h"
#include "event/lexicon.h"
#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

struct NounPhrase {
  std::uint32_t first = 0;  // tokens [first, end), the preposition among them
  std::uint32_t end = 0;
  std::optional<std::uint32_t> preposition;  // token
  std::optional<std::uint32_t> determiner;   // token; of a contraction ("vom") the same as the preposition
  std::optional<std::uint32_t> noun;         // token of the last noun that is no name
  std::optional<std::uint32_t> mention;      // index: the name, or the adjective or part of a compound that acts with
                                             // its noun
  std::optional<std::uint32_t> joined_to;    // the phrase that "und" or a comma joins it to, the first of its list
  bool list = false;                         // others are joined to it
  bool pronoun = false;
  bool relative = false;  // the pronoun that opens a relative clause
  bool genitive = false;  // attribute of the noun before it
  bool unsure = false;    // a noun that may or may not be the name's ("der Oppositionelle Nawalny")
  Forms forms;            // what the words allow
};

struct PhraseSource {
  const text::Document& document;
  const clause::Clauses& clauses;
  std::span<const actor::Mention> mentions;
  const Lexicon& lexicon;
  const std::vector<bool>& dated;  // by token: part of a temporal expression
};

// What PhraseSource::dated asks for.
[[nodiscard]] std::vector<bool> dated_tokens(const text::Document& document, std::span<const timex::Timex> timexes);

[[nodiscard]] std::vector<NounPhrase> noun_phrases(const PhraseSource& source, std::uint32_t clause);

}  // namespace annalen::event
