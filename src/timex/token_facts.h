// token_facts.h: the tokens of a document as the language pack sees them.
// Threads: value types; look_up() is a pure function. Linear time.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"
#include "timex/lexicon.h"

namespace annalen::timex {

// What matching needs of a token.
struct TokenFacts {
  std::uint64_t class_bits = 0;  // Lexicon::class_bits() of the lexeme
  Lexicon::LexemeId lexeme = 0;
  std::uint32_t shapes = 0;  // bits of the number shapes it fits
  std::int32_t number = -1;
  bool touching = false;  // no space before it
  bool is_word = false;
  bool is_number = false;
  bool capital = false;
  bool at_start = false;   // begins a sentence or a quotation: a capital says nothing here
  bool paragraph = false;  // begins a paragraph: no match crosses into it
};
[[nodiscard]] std::vector<TokenFacts> look_up(const text::Document& document, const Lexicon& lexicon);

}  // namespace annalen::timex
