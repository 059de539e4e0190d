// reading.h: a document as the recogniser sees it: its words looked up, touching parts joined into units.
// Unit:    what stands between blanks without its punctuation: "US-Generalkonsul", "al-Assad", "O'Neill" are one, a
//          full stop is one of its own. Units tile the tokens.
// Limits:  names are looked for within one sentence only.
// Threads: const after construction. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor/lexicon.h"
#include "text/document.h"

namespace annalen::actor {

struct Unit {
  std::uint32_t first = 0;  // tokens [first, end)
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  Lexicon::WordId first_word = Lexicon::kNoWord;
  Lexicon::WordId last_word = Lexicon::kNoWord;
  bool word = false;         // letters
  bool capitalised = false;  // begins so, or "al-Assad"
  bool opens = false;        // first word of its sentence, or after an opening sign
  bool role = false;         // "Außenminister", "ÖVP-Chef"
  bool female_role = false;
  bool noun = false;       // rather no name
  bool hard_noun = false;  // certainly none
  [[nodiscard]] bool single() const { return end == first + 1; }
};

// A listed name in the text.
struct NameMatch {
  std::uint32_t end_token = 0;
  const Sense* sense = nullptr;
  bool genitive = false;  // with an ending that the list does not know
};

class Reading {
 public:
  // Both outlive the Reading.
  Reading(const text::Document& document, const Lexicon& lexicon);

  [[nodiscard]] const text::Document& document() const { return document_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  [[nodiscard]] const Unit& unit(std::uint32_t number) const { return units_[number]; }
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t token) const { return unit_of_token_[token]; }
  [[nodiscard]] Lexicon::WordId word(std::uint32_t token) const { return words_[token]; }
  [[nodiscard]] std::string_view text(std::uint32_t token) const { return document_.of(document_.tokens()[token]); }
  [[nodiscard]] std::string_view text(const Unit& unit) const;
  [[nodiscard]] text::Span span(std::uint32_t first_token, std::uint32_t end_token) const;

  [[nodiscard]] bool token_has(std::uint32_t token, WordClass one) const {
    return lexicon_.classes(words_[token]).has(one);
  }
  // Of a unit that is a single token.
  [[nodiscard]] bool has(const Unit& unit, WordClass one) const {
    return unit.single() && lexicon_.classes(unit.first_word).has(one);
  }
  [[nodiscard]] bool same_sentence(std::uint32_t unit_a, std::uint32_t unit_b) const {
    return units_[unit_a].sentence == units_[unit_b].sentence;
  }
  // The unit after, when it belongs to the same sentence.
  [[nodiscard]] std::optional<std::uint32_t> after(std::uint32_t unit) const;
  [[nodiscard]] std::optional<std::uint32_t> before(std::uint32_t unit) const;
  // The unit after is a word that touches this one by '-'? (inside one unit)
  [[nodiscard]] bool hyphen_follows(std::uint32_t token) const;

  // The longest listed name that begins at the token.
  [[nodiscard]] std::optional<NameMatch> name_at(std::uint32_t token) const;
  // A name of one token at the unit's first token, of any length up to its end.
  [[nodiscard]] const Entry* entry_at(const Unit& unit) const;
  [[nodiscard]] bool all_capitals(std::uint32_t token) const;
  [[nodiscard]] bool is_initial(std::uint32_t unit) const;  // "J" before "."
  // The word without a genitive ending; empty when it has none.
  [[nodiscard]] std::string_view without_genitive(std::string_view word) const;

  // May be a name of a person: a capitalised unknown word that is no noun.
  [[nodiscard]] bool name_like(std::uint32_t unit) const;

 private:
  void make_units();
  void classify(Unit& unit) const;

  const text::Document& document_;
  const Lexicon& lexicon_;
  std::vector<Lexicon::WordId> words_;  // by token
  std::vector<Unit> units_;
  std::vector<std::uint32_t> unit_of_token_;
};

}  // namespace annalen::actor
