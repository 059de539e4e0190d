// tokeniser.h: tokens one after the other, with what lies between them, for the sources of this room.
// Linear:  every byte is looked at once; nothing is remembered but the place.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/codepoint.h"
#include "text/document.h"

namespace annalen::text {

// What stands between a token and the one before it.
enum class Gap : std::uint8_t { kNone, kSpace, kLine, kParagraph };

class Tokeniser {
 public:
  // REQUIRES: `text` outlives the tokeniser and has at most 4 GiB.
  explicit Tokeniser(std::string_view text) : text_(text), kinds_(short_kinds()) {}

  // The next token (without its sentence), false at the end.
  [[nodiscard]] bool next(Token& token);
  // Before the token that next() gave; kParagraph before the first one.
  [[nodiscard]] Gap gap() const { return gap_; }

 private:
  // The kind of what stands at a place, and its end.
  struct Seen {
    Kind kind = Kind::kOther;
    std::size_t end = 0;
  };
  [[nodiscard]] Seen look(std::size_t at) const;
  void skip_space();
  void take_word();
  void take_number();

  std::string_view text_;
  const std::array<Kind, 0x800>& kinds_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::kParagraph;
};

}  // namespace annalen::text
