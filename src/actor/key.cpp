#include "actor/key.h"

#include "text/fold.h"

namespace annalen::actor {

std::string slug(std::string_view name) {
  std::string out;
  bool gap = false;
  // U+2019 and its kin fold to themselves; as first byte 0xE2 they are signs, not letters.
  const std::string folded = text::fold(name);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    if (byte == 0xE2) {
      i += 2;
      gap = true;
      continue;
    }
    const bool letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (!letter) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += folded[i];
  }
  return out;
}

std::string make_key(Kind kind, std::string_view name) {
  std::string out(to_text(kind));
  out += '/';
  out += slug(name);
  return out;
}

}  // namespace annalen::actor
