#include "event/quotation.h"

#include <string_view>

namespace annalen::event {

namespace {

enum class Mark : std::uint8_t { kNone, kStraight, kLow, kHigh, kHighClosing, kRight, kLeft };

Mark mark_of(std::string_view sign) {
  if (sign == "\"") return Mark::kStraight;
  if (sign == "\u201E") return Mark::kLow;
  if (sign == "\u201C") return Mark::kHigh;
  if (sign == "\u201D") return Mark::kHighClosing;
  if (sign == "\u00BB") return Mark::kRight;
  if (sign == "\u00AB") return Mark::kLeft;
  return Mark::kNone;
}

bool opens(Mark mark, bool space_before) {
  if (mark == Mark::kStraight || mark == Mark::kHigh) return space_before;
  return mark != Mark::kNone && mark != Mark::kHighClosing;
}

bool closes(Mark opener, Mark mark) {
  switch (opener) {
    case Mark::kStraight:
      return mark == Mark::kStraight;
    // A typist may close „ with a straight mark.
    case Mark::kLow:
      return mark == Mark::kHigh || mark == Mark::kHighClosing || mark == Mark::kStraight;
    case Mark::kHigh:
      return mark == Mark::kHighClosing;
    case Mark::kRight:
      return mark == Mark::kLeft;
    case Mark::kLeft:
      return mark == Mark::kRight;
    case Mark::kNone:
    case Mark::kHighClosing:
      return false;
  }
  return false;
}

}  // namespace

std::vector<TokenRange> quotations(const text::Document& document) {
  const auto& tokens = document.tokens();
  std::vector<TokenRange> out;
  std::uint32_t opened = 0;
  Mark opener = Mark::kNone;  // none: no quotation is open
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind != text::TokenKind::kPunctuation) continue;
    const Mark mark = mark_of(document.of(tokens[at]));
    if (mark == Mark::kNone) continue;
    if (tokens[at].sentence - tokens[opened].sentence > kQuotationSentencesMax) opener = Mark::kNone;
    const bool bracketed = at > 0 && !tokens[at].space_before && document.of(tokens[at - 1]) == "(";
    const bool spaced = at == 0 || tokens[at].space_before || bracketed;
    if (closes(opener, mark)) {
      if (at > opened + 1) out.push_back({opened + 1, at});
      opener = Mark::kNone;
    } else if ((opener == Mark::kNone || mark == opener) && opens(mark, spaced)) {
      opened = at;
      opener = mark;
    }
  }
  return out;
}

}  // namespace annalen::event
