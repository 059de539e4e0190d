#include "render/width.h"

#include <algorithm>
#include <array>

namespace annalen::render {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15: nonspacing and enclosing marks of the scripts that news in German quote, format characters, joiners.
constexpr std::array<Range, 24> kZero = {
    {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
     {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
     {0x06EA, 0x06ED}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
     {0x200B, 0x200D}, {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}}};
// Unicode 15, East Asian Width W and F.
constexpr std::array<Range, 16> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F680, 0x1F6FF},
                                          {0x1F900, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

template <std::size_t kSize>
bool in_ranges(const std::array<Range, kSize>& ranges, char32_t c) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                      [](char32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

struct Decoded {
  char32_t character = 0;
  std::size_t size = 1;
  bool good = false;
};

// One character from `at` on; what is no UTF-8 is one bad byte.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
  char32_t character = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    character = (character << 6U) | (byte(at + i) & 0x3FU);
  }
  return {character, size, true};
}

std::size_t columns_of_character(char32_t character) {
  if (character < 0x300) return 1;
  if (in_ranges(kZero, character)) return 0;
  return in_ranges(kWide, character) ? 2 : 1;
}

bool is_white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000;
}

bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    columns += next.good ? columns_of_character(next.character) : 1;
    at += next.size;
  }
  return columns;
}

std::string printable(std::string_view utf8, std::vector<std::uint32_t>* offsets) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    if (offsets) offsets->insert(offsets->end(), next.size, static_cast<std::uint32_t>(out.size()));
    if (next.good && is_white(next.character)) {
      out.push_back(' ');
    } else if (!next.good || steers(next.character)) {
      out.push_back('?');
    } else {
      out += utf8.substr(at, next.size);
    }
    at += next.size;
  }
  if (offsets) offsets->push_back(static_cast<std::uint32_t>(out.size()));
  return out;
}

namespace {

// Lines under construction: words come one after another.
class Lines {
 public:
  explicit Lines(std::string_view text, std::size_t room) : text_(text), room_(room) {}

  void add_word(std::size_t begin, std::size_t end) {
    const std::size_t width = columns_of(text_.substr(begin, end - begin));
    const std::size_t blanks = lines_.empty() ? 0 : begin - lines_.back().end;
    if (!lines_.empty() && used_ + blanks + width <= room_) {
      lines_.back().end = end;
      used_ += blanks + width;
    } else if (width <= room_) {
      lines_.push_back({begin, end});
      used_ = width;
    } else {
      cut_word(begin, end);
    }
  }
  [[nodiscard]] std::vector<Piece> take() { return std::move(lines_); }

 private:
  void cut_word(std::size_t begin, std::size_t end) {
    lines_.push_back({begin, begin});
    used_ = 0;
    for (std::size_t at = begin; at < end;) {
      const Decoded next = decode(text_, at);
      const std::size_t width = next.good ? columns_of_character(next.character) : 1;
      if (used_ > 0 && used_ + width > room_) {
        lines_.push_back({at, at});
        used_ = 0;
      }
      used_ += width;
      at += next.size;
      lines_.back().end = at;
    }
  }

  std::string_view text_;
  std::size_t room_;
  std::vector<Piece> lines_;
  std::size_t used_ = 0;  // columns of the last line
};

}  // namespace

std::vector<Piece> wrap(std::string_view text, std::size_t columns) {
  Lines lines(text, std::max<std::size_t>(columns, 1));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    lines.add_word(begin, end);
    at = end;
  }
  return lines.take();
}

std::string padded(std::string_view text, std::size_t columns) {
  std::string out(text);
  const std::size_t used = columns_of(text);
  if (used < columns) out.append(columns - used, ' ');
  return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded next = decode(text, at);
    const std::size_t width = next.good ? columns_of_character(next.character) : 1;
    if (used + width > columns - 1) break;
    used += width;
    at += next.size;
  }
  return std::string(text.substr(0, at)) + "…";
}

}  // namespace annalen::render
