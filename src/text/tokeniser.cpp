#include "text/tokeniser.h"

namespace annalen::text {
Tokeniser::Seen Tokeniser::look(std::size_t at) const {
  const auto lead = static_cast<unsigned char>(text_[at]);
  if (lead < 0x80U) return {kinds_[lead], at + 1};
  std::size_t end = at;
  const char32_t c = next_codepoint(text_, end);
  return {c < kinds_.size() ? kinds_[c] : classify(c), end};
}

void Tokeniser::skip_space() {
  unsigned lines = 0;
  bool space = false;
  while (at_ < text_.size()) {
    const Seen seen = look(at_);
    if (seen.kind == Kind::kNewline) {
      ++lines;
      const bool two = text_[at_] == '\r' && seen.end < text_.size() && text_[seen.end] == '\n';
      at_ = two ? seen.end + 1 : seen.end;
      continue;
    }
    if (seen.kind != Kind::kSpace && seen.kind != Kind::kInvisible) break;
    space = space || seen.kind == Kind::kSpace;
    at_ = seen.end;
  }
  if (gap_ == Gap::kParagraph) return;
  if (lines > 0) {
    gap_ = lines > 1 ? Gap::kParagraph : Gap::kLine;
  } else if (space) {
    gap_ = Gap::kSpace;
  }
}

void Tokeniser::take_word() {
  while (at_ < text_.size()) {
    const Seen seen = look(at_);
    if (!is_letter(seen.kind) && seen.kind != Kind::kMark && seen.kind != Kind::kInvisible) return;
    at_ = seen.end;
  }
}

void Tokeniser::take_number() {
  while (at_ < text_.size()) {
    const Seen seen = look(at_);
    if (seen.kind != Kind::kDigit) return;
    at_ = seen.end;
  }
}

bool Tokeniser::next(Token& token) {
  gap_ = at_ == 0 ? Gap::kParagraph : Gap::kNone;
  skip_space();
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  const Seen seen = look(at_);
  at_ = seen.end;
  token = {};
  if (is_letter(seen.kind) || seen.kind == Kind::kMark) {
    token.kind = TokenKind::kWord;
    token.capitalised = seen.kind == Kind::kUpper;
    take_word();
  } else if (seen.kind == Kind::kDigit) {
    token.kind = TokenKind::kNumber;
    take_number();
  }
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  token.space_before = gap_ != Gap::kNone;
  return true;
}

}  // namespace annalen::text
