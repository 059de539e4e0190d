// sayer.h: whom a saying names: its clause's subject, or the noun phrase beside "laut", "zufolge", "so".
// Threads: one SayerFinder, one thread: it keeps the clause read last. Linear in the clauses asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "event/noun_phrase.h"
#include "event/phrase.h"
#include "timex/timex.h"

namespace annalen::event {

struct Sayer {
  TokenRange words;                           // the name, or the noun phrase without its article
  std::optional<std::uint32_t> mention = {};  // index, where it is a name
};

class SayerFinder {
 public:
  // All outlive the finder.
  SayerFinder(const text::Document& document, const clause::Clauses& clauses, std::span<const actor::Mention> mentions,
              std::span<const timex::Timex> timexes, const Lexicon& lexicon);

  struct Subject {
    std::optional<Sayer> sayer;
    bool pronoun = false;  // "er", of whom nothing is known
  };
  // Who says what the clause, whose verb takes `takes` (SpeakerWords::Takes), tells.
  [[nodiscard]] Subject subject(std::uint32_t clause, std::uint32_t takes);
  // Of the phrase that follows the preposition `token`; `only_telling`: a telling noun (SpeakerWords) must stand there.
  [[nodiscard]] std::optional<Sayer> behind(std::uint32_t token, bool only_telling);
  // Of the phrase that ends before `token`.
  [[nodiscard]] std::optional<Sayer> before(std::uint32_t token);
  // Of ", so Peskow am Montag,", `token` being the "so".
  [[nodiscard]] std::optional<Sayer> aside(std::uint32_t token);

 private:
  using Phrases = std::vector<NounPhrase>;
  [[nodiscard]] std::string lower(std::uint32_t token) const;
  [[nodiscard]] const Phrases& phrases_of(std::uint32_t clause);
  [[nodiscard]] Sayer sayer_of(const Phrases& phrases, std::size_t phrase) const;
  [[nodiscard]] std::optional<Sayer> of_teller(const Phrases& phrases, std::size_t phrase) const;
  [[nodiscard]] std::optional<Sayer> behind_one_of(const WordSet& prepositions, std::uint32_t clause);
  [[nodiscard]] std::optional<Sayer> antecedent(std::uint32_t clause);
  [[nodiscard]] std::optional<std::uint32_t> mention_in(const TokenRange& range, bool attributive) const;
  [[nodiscard]] std::optional<Sayer> noun_behind_verb(const clause::Clause& here) const;
  [[nodiscard]] std::optional<Sayer> apposition(const Phrases& phrases, std::size_t phrase) const;
  [[nodiscard]] bool is_telling(const NounPhrase& phrase) const;
  [[nodiscard]] bool shares_subject(std::uint32_t clause) const;

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const actor::Mention> mentions_;
  const Lexicon& lexicon_;
  const SpeakerWords& words_;
  std::vector<bool> dated_;  // by token
  std::uint32_t last_ = UINT32_MAX;
  Phrases phrases_;  // of the clause read last
};

}  // namespace annalen::event
