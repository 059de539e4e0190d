#include "timex/token_facts.h"

#include <string_view>

namespace annalen::timex {

namespace {

std::int32_t number_of(std::string_view digits) {
  if (digits.size() > 9) return -1;
  std::int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;  // digits of other scripts count as no number
    value = value * 10 + (c - '0');
  }
  return value;
}

bool fits(const NumberShape& shape, std::int32_t number, std::size_t digits) {
  return number >= shape.low && number <= shape.high && digits >= shape.digits_min && digits <= shape.digits_max &&
         number % shape.multiple_of == 0;
}

// After these a sentence or a quotation begins.
bool opens(std::string_view sign) {
  constexpr std::string_view ascii = ":.!?\"(*";
  if (sign.size() == 1) return ascii.find(sign.front()) != std::string_view::npos;
  return sign == "„" || sign == "»" || sign == "«" || sign == "“" || sign == "–" || sign == "•";
}

std::uint32_t shapes_of(const Lexicon& lexicon, std::int32_t number, std::size_t digits) {
  std::uint32_t bits = 0;
  for (std::size_t s = 0; s < lexicon.shapes().size(); ++s) {
    if (fits(lexicon.shapes()[s], number, digits)) bits |= 1U << s;
  }
  return bits;
}

}  // namespace

std::vector<TokenFacts> look_up(const text::Document& document, const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  std::vector<TokenFacts> facts(tokens.size());
  bool opened = false;  // by the token before
  for (const text::Sentence& sentence : document.sentences()) {
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const text::Token& token = tokens[i];
      TokenFacts& fact = facts[i];
      const std::string_view word = document.of(token);
      fact.touching = i > 0 && !token.space_before;
      fact.is_word = token.kind == text::TokenKind::kWord;
      fact.is_number = token.kind == text::TokenKind::kNumber;
      fact.capital = token.capitalised;
      fact.at_start = opened || i == sentence.first_token;
      fact.paragraph = i == sentence.first_token && sentence.starts_paragraph;
      opened = token.kind == text::TokenKind::kPunctuation && opens(word);
      if (!fact.is_number) {
        fact.lexeme = lexicon.find(word);
        fact.class_bits = lexicon.class_bits(fact.lexeme);
      } else if (fact.number = number_of(word); fact.number >= 0) {
        fact.shapes = shapes_of(lexicon, fact.number, word.size());
      }
    }
  }
  return facts;
}

}  // namespace annalen::timex
