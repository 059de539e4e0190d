// block.h: painted lines of a known width, the table's building stone. Inside of the render room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/paint.h"
#include "render/width.h"

namespace annalen::render {

struct Line {
  std::string text;         // with colour codes
  std::size_t columns = 0;  // as shown
};

// `text`, printable and wrapped, in one paint.
[[nodiscard]] std::vector<Line> block(std::string_view text, std::size_t columns, Paint paint, bool colour);
// The same, with the bytes of `marked` in Paint::kTimex. `lines_max` lines; what is cut is shown as "…".
[[nodiscard]] std::vector<Line> block_with_mark(std::string_view text, Piece marked, std::size_t columns,
                                                std::size_t lines_max, bool colour);

}  // namespace annalen::render
