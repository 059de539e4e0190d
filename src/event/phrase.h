// phrase.h: small views of a sentence: the words around a mention or a timex.
// Threads: pure functions; each looks at a bounded number of tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "clause/clause.h"
#include "event/lexicon.h"
#include "text/document.h"

namespace annalen::event {

// Tokens [first, end).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < end; }
};

// A noun phrase that holds the date as an attribute: "der seit Jänner amtierende neue US-Präsident Donald Trump".
struct AttributePhrase {
  TokenRange tokens;             // from its determiner to the last word of its head
  std::uint32_t participle = 0;  // "amtierende"
};

// Empty when the timex [date.first, date.end) stands in its clause itself.
[[nodiscard]] std::optional<AttributePhrase> attribute_phrase(const text::Document& document,
                                                              const clause::Clause& clause, const TokenRange& date,
                                                              const Lexicon& lexicon);

// What is set between two commas or in brackets, without a verb, and dated: "Kogler, seit 2020 Vizekanzler, …",
// "Kohl (1930–2017)".
struct Aside {
  std::uint32_t opener = 0;  // the comma or bracket; what the aside is about ends here
  bool bracket = false;
  std::optional<std::uint32_t> noun;  // right behind the date, but for determiners and adjectives
};
[[nodiscard]] std::optional<Aside> aside(const text::Document& document, const clause::Clause& clause,
                                         const TokenRange& date, const Lexicon& lexicon);

// True for a date that the clause only measures itself by: "gegenüber dem Vorjahr", "im Vergleich zu 2023",
// "nach 7 Millionen Euro im Vorjahr".
[[nodiscard]] bool only_compares(const text::Document& document, const TokenRange& date, const Lexicon& lexicon);

// The noun that an adjective or a compound's first part at [.., end_token) belongs to: its last part in lower case and
// where the noun ends ("russische" -> "invasion", "US" of "US-Präsident" -> "präsident").
struct Head {
  std::string lower;
  std::uint32_t end_token = 0;
};
[[nodiscard]] std::optional<Head> head_after(const text::Document& document, std::uint32_t end_token);

}  // namespace annalen::event
