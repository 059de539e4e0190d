// part.h: which part a mention plays in the happening that a clause tells: who acts, is acted upon, is spoken to.
// Evidence:  prepositions ("von" in the passive, "mit" beside verbs of talking, "gegen"), cases that determiners show,
//            number, voice, and where all are silent the order: the first noun phrase that may be the subject is it.
//            Relative pronouns, the subject that "und" shares, infinitives, participles before their noun, genitives of
//            nouns that name the happening.
// Precision: where the evidence is missing or at odds the part is kTakesPart, without grounds.
// Threads:   one PartReader, one thread: it keeps the clause read last. Linear time over the occasions of one text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "event/cast.h"
#include "event/noun_phrase.h"
#include "event/occasion.h"
#include "event/phrase.h"
#include "timex/timex.h"

namespace annalen::event {

class PartReader {
 public:
  // All outlive the reader.
  PartReader(const text::Document& document, const clause::Clauses& clauses, std::span<const actor::Mention> mentions,
             std::span<const timex::Timex> timexes, const Lexicon& lexicon);

  // What a part rests on: tokens in text order.
  struct Told {
    Part part = Part::kTakesPart;
    std::vector<std::uint32_t> grounds;
  };
  // `trigger`: the event's words; another word than the clause's verb (a noun) is the happening itself.
  [[nodiscard]] Told of(const Member& member, const Occasion& occasion, const std::optional<AttributePhrase>& phrase,
                        const std::vector<std::uint32_t>& trigger);

 private:
  // A clause with what its words say together.
  struct Reading {
    std::uint32_t clause = 0;
    std::vector<NounPhrase> phrases;
    std::optional<std::uint32_t> subject;  // phrase
    bool finite = false;
    bool plural = false;      // of the finite verb
    bool infinitive = false;  // "…, Putin zu treffen": no subject of its own
    bool reflexive = false;
    clause::Voice voice = clause::Voice::kActive;
    std::string verb;  // infinitive or, where it is unknown, the trigger as written
  };

  [[nodiscard]] const clause::Clause& clause_of(const Reading& reading) const {
    return clauses_.clauses[reading.clause];
  }
  [[nodiscard]] std::string lower(std::uint32_t token) const;
  [[nodiscard]] const Reading& read(std::uint32_t clause);
  [[nodiscard]] Reading reading_of(std::uint32_t clause) const;
  [[nodiscard]] bool is_infinitive(const clause::Clause& here) const;
  [[nodiscard]] bool looks_like_participle(const clause::Clause& here) const;
  void find_subject(Reading& reading) const;
  [[nodiscard]] bool may_be_subject(const Reading& reading, const NounPhrase& phrase) const;
  [[nodiscard]] Told in_clause(const Reading& reading, std::uint32_t phrase, bool shared,
                               const std::vector<std::uint32_t>& trigger) const;
  [[nodiscard]] Told of_subject(const Reading& reading, std::optional<std::uint32_t> phrase) const;
  [[nodiscard]] Told of_object(const Reading& reading, const NounPhrase& phrase, bool subject_known) const;
  [[nodiscard]] Part of_silent(const Reading& reading, const NounPhrase& phrase) const;
  [[nodiscard]] Told by_preposition(const Reading& reading, const NounPhrase& phrase, bool noun_happens) const;
  [[nodiscard]] Told by_noun(const Reading& reading, std::uint32_t phrase, bool noun_happens) const;
  [[nodiscard]] Told of_attribute(const AttributePhrase& phrase, const actor::Mention& mention) const;
  // Phrases beside this one that could be its verb's object.
  [[nodiscard]] bool has_other_object(const Reading& reading, const NounPhrase& phrase, std::uint16_t forms) const;
  // The noun right before the phrase, in its clause.
  [[nodiscard]] std::optional<std::uint32_t> noun_before(const Reading& reading, const NounPhrase& phrase) const;
  // The part with the clause's verbs and `words` as grounds.
  [[nodiscard]] Told told(const Reading& reading, Part part, std::vector<std::uint32_t> words) const;

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const actor::Mention> mentions_;
  const Lexicon& lexicon_;
  const PartWords& words_;
  std::vector<bool> dated_;  // by token
  Reading last_;             // of the clause read last
  bool any_read_ = false;
};

}  // namespace annalen::event
