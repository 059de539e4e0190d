// width.h: text as a terminal shows it: columns, lines, nothing that steers the terminal.
// Units:   columns: 0 for marks and format characters, 2 for East Asian wide ones and pictographs, else 1.
// Threads: pure functions. Linear time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::render {

[[nodiscard]] std::size_t columns_of(std::string_view utf8);

// White space of any kind as one blank each, control and direction characters and bytes that are no UTF-8 as '?': bytes
// of an article must not steer the reader's terminal. `offsets`, when given, gets the new offset of each old byte and
// of the end.
[[nodiscard]] std::string printable(std::string_view utf8, std::vector<std::uint32_t>* offsets = nullptr);

// A part of a text, in bytes.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};
// Lines of at most `columns` columns (at least 1), broken at blanks, which stand on neither line; a longer word is cut.
[[nodiscard]] std::vector<Piece> wrap(std::string_view text, std::size_t columns);

// `text` and blanks up to `columns`; as it is when it is wider.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);
// At most `columns` columns; what was cut is shown as "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace annalen::render
