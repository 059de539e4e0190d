// line_reader.h: the lines of a pack file, without comments and blank lines, each with its place.
// Threads: value types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace annalen::timex {

struct PackLine {
  std::string_view text;  // trimmed, not empty
  std::uint32_t number = 0;
};

// Lines whose first character is '#' are comments.
[[nodiscard]] std::vector<PackLine> lines_of(std::string_view file);
[[nodiscard]] std::string_view trimmed(std::string_view text);
// The first word of `text`, which is moved behind it.
[[nodiscard]] std::string_view take_word(std::string_view& text);
[[nodiscard]] std::string place(std::string_view file, std::uint32_t line);
[[nodiscard]] Error pack_error(std::string_view file, std::uint32_t line, std::string what);

}  // namespace annalen::timex
