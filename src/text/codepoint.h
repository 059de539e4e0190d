// codepoint.h: single code points of UTF-8, for the sources of this room.
// Errors:  ill-formed bytes read as U+FFFD, one byte each; nothing is read beyond the end.
// Threads: pure functions; classify() reads a table that is made once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annalen::text {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at `at`, which moves behind it. REQUIRES: at < bytes.size().
[[nodiscard]] char32_t next_codepoint(std::string_view bytes, std::size_t& at);
// The first byte at or behind `at` that is not ASCII; the size when there is none.
[[nodiscard]] std::size_t skip_ascii(std::string_view bytes, std::size_t at);
void append_codepoint(std::string& out, char32_t codepoint);

// What a code point is to the tokeniser.
enum class Kind : std::uint8_t {
  kSpace,      // white space and control characters
  kNewline,    // one line break: LF, CR (CR LF counts once), NEL, line and paragraph separator
  kLower,      // a letter that is not upper case
  kUpper,      // an upper or title case letter
  kMark,       // combining marks and joiners: part of the word they stand in
  kDigit,      // decimal digits of every script
  kOther,      // punctuation, symbols
  kInvisible,  // soft hyphen, zero width space …: left out of a document
};
[[nodiscard]] Kind classify(char32_t codepoint);
// classify() of the code points below U+0800, which UTF-8 writes in one byte or two.
[[nodiscard]] const std::array<Kind, 0x800>& short_kinds();
[[nodiscard]] inline bool is_letter(Kind kind) { return kind == Kind::kLower || kind == Kind::kUpper; }

}  // namespace annalen::text
