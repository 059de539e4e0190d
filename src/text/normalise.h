// normalise.h: NFC, with the way back, for the sources of this room.
// Bounds:   a run of more than kMarksMax combining marks is left as it stands: ordering it would be quadratic.
// Threads:  pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::text {

inline constexpr std::size_t kMarksMax = 256;

// True when `utf8` is NFC and append_nfc() would copy it in one piece.
[[nodiscard]] bool is_nfc(std::string_view utf8);

// A stretch of output that stands for a stretch of input; together the pieces tile both.
struct Piece {
  std::uint32_t source_length = 0;  // bytes
  std::uint32_t length = 0;         // bytes
  bool changed = false;             // else the bytes are the same, one to one
};

// Appends NFC of `utf8` to `out` and, where wanted, what became what to `pieces`.
// REQUIRES: well-formed, at most kBodyBytesMax bytes.
void append_nfc(std::string_view utf8, std::string& out, std::vector<Piece>* pieces);

}  // namespace annalen::text
