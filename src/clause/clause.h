// clause.h: the clauses of a document: boundaries, verbs, tense, mood, negation.
// Extent:  a clause is a set of tokens of one sentence; a relative clause inside it interrupts it, so the way from a
//          token to its clause is a table, not a range. A sentence has at least one clause.
// Source:  sentence brackets and commas where the pack says that verbs stand so (German), else verb groups in a chain
//          (chain.h); closed-class words and verb forms are data (lang/<tag>/).
// Threads: Analyser is const after load, shareable. Linear time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/document.h"
#include "text/language.h"

namespace annalen::clause {

enum class Tense : std::uint8_t { kNone, kPresent, kPast, kFuture };
enum class Mood : std::uint8_t { kIndicative, kSubjunctive1, kSubjunctive2 };

// Of the event that the clause tells. kUnclear: "ist besetzt", a state or who knows what.
enum class Voice : std::uint8_t { kActive, kPassive, kUnclear };

struct Clause {
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;  // hull [first_token, end_token)
  std::uint32_t end_token = 0;
  std::optional<std::uint32_t> parent;       // the clause it interrupts or depends on
  std::optional<std::uint32_t> finite_verb;  // token
  // The word that carries the event: full verb, participle or infinitive, with a separated particle last
  // ("wies … zurück" -> {wies, zurück}); the copula or auxiliary where nothing else stands. Empty without a verb.
  std::vector<std::uint32_t> trigger;
  Tense tense = Tense::kNone;
  Mood mood = Mood::kIndicative;
  Voice voice = Voice::kActive;
  std::string
      verb;  // infinitive of the trigger's verb ("zurückweisen"), of an unlisted one guessed; empty for auxiliaries
  std::vector<std::uint32_t> negations;  // tokens that deny, whatever part of it ("nicht", "kein", "ohne … zu")
  bool pluperfect = false;    // told back from what is told: "hatte … erobert", "war … gegangen", "war … besetzt"
  bool points_ahead = false;  // announces: wird, soll, will, plant, "findet … statt" in the present
};

struct Clauses {
  static constexpr std::uint32_t kNotAnalysed = UINT32_MAX;
  std::vector<Clause> clauses;                 // by sentence, then first token
  std::vector<std::uint32_t> clause_of_token;  // one entry a token; kNotAnalysed in sentences that nobody asked for
  // REQUIRES: its sentence was analysed.
  [[nodiscard]] const Clause& of_token(std::uint32_t token) const { return clauses[clause_of_token[token]]; }
};

class Analyser {
 public:
  // `verbs` and `words`: the texts of lang/<language>/verbs.txt and words.txt; Error{kInput} names file and line.
  [[nodiscard]] static Result<Analyser> load(std::string_view verbs, std::string_view words);
  [[nodiscard]] static Analyser of(text::Language language);
  [[nodiscard]] Clauses analyse(const text::Document& document) const;
  // Of these sentences only, each as analyse() of the whole document has it; clauses are numbered without the others'.
  // REQUIRES: ascending indices of the document's sentences, none twice.
  [[nodiscard]] Clauses analyse(const text::Document& document, std::span<const std::uint32_t> sentences) const;
  // Of an inflected participle before its noun, in lower case: "amtierende" -> "amtieren"; empty where it is none.
  [[nodiscard]] std::string infinitive_of_participle(std::string_view lowered) const;

 private:
  struct Data;
  explicit Analyser(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

}  // namespace annalen::clause
