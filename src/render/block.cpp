#include "render/block.h"

#include <algorithm>

namespace annalen::render {

std::vector<Line> block(std::string_view text, std::size_t columns, Paint paint, bool colour) {
  const std::string clean = printable(text);
  std::vector<Line> lines;
  for (const Piece& piece : wrap(clean, columns)) {
    const std::string_view part = std::string_view(clean).substr(piece.begin, piece.end - piece.begin);
    lines.push_back({painted(part, paint, colour), columns_of(part)});
  }
  return lines;
}

std::vector<Line> block_with_mark(std::string_view text, Piece marked, std::size_t columns, std::size_t lines_max,
                                  bool colour) {
  std::vector<std::uint32_t> offsets;
  const std::string clean = printable(text, &offsets);
  const std::string_view view = clean;
  const std::size_t mark_begin = offsets[std::min(marked.begin, text.size())];
  const std::size_t mark_end = offsets[std::min(marked.end, text.size())];
  std::vector<Line> lines;
  for (const Piece& piece : wrap(clean, columns)) {
    if (lines.size() == lines_max) {
      lines.push_back({"…", 1});
      break;
    }
    const std::size_t first = std::clamp(mark_begin, piece.begin, piece.end);
    const std::size_t last = std::clamp(mark_end, first, piece.end);
    Line line;
    line.text = std::string(view.substr(piece.begin, first - piece.begin));
    line.text += painted(view.substr(first, last - first), Paint::kTimex, colour);
    line.text += view.substr(last, piece.end - last);
    line.columns = columns_of(view.substr(piece.begin, piece.end - piece.begin));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace annalen::render
