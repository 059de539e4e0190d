#include "actor/model_words.h"

namespace annalen::actor {
namespace {

using text::TokenKind;

bool joins(std::string_view sign) {
  return sign == "-" || sign == "‑" || sign == "'" || sign == "’" || sign == "." || sign == "," || sign == ":" ||
         sign == "&" || sign == "@" || sign == "_";
}

// Does the sign at `at` stand inside a word? Letters join by fewer signs than digits.
bool is_inner(const text::Document& document, std::uint32_t at, std::uint32_t end) {
  const auto& tokens = document.tokens();
  if (at + 1 >= end || tokens[at].space_before || tokens[at + 1].space_before) return false;
  const auto before = tokens[at - 1].kind;
  const auto after = tokens[at + 1].kind;
  if (after == TokenKind::kPunctuation || !joins(document.of(tokens[at]))) return false;
  const std::string_view sign = document.of(tokens[at]);
  if (sign == "," || sign == ":") return before == TokenKind::kNumber && after == TokenKind::kNumber;
  return true;
}

}  // namespace

std::vector<ModelWord> model_words(const text::Document& document, const text::Sentence& sentence) {
  const auto& tokens = document.tokens();
  std::vector<ModelWord> out;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token;) {
    std::uint32_t end = at + 1;
    while (tokens[end - 1].kind != TokenKind::kPunctuation && end < sentence.end_token && !tokens[end].space_before) {
      if (tokens[end].kind != TokenKind::kPunctuation) {
        ++end;
      } else if (is_inner(document, end, sentence.end_token)) {
        end += 2;
      } else {
        break;
      }
    }
    const bool stop = tokens[end - 1].kind != TokenKind::kPunctuation && end + 1 < sentence.end_token &&
                      !tokens[end].space_before && document.of(tokens[end]) == ".";
    if (stop) ++end;
    out.push_back({at, end, document.of(text::Span{tokens[at].span.begin, tokens[end - 1].span.end})});
    at = end;
  }
  return out;
}

}  // namespace annalen::actor
