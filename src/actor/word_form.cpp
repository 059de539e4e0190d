#include "actor/word_form.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace annalen::actor {
namespace {

// What readers take for the same sign.
UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return c;
  }
}

UChar32 lowered(UChar32 c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  return u_tolower(c);
}

char shape_of(UChar32 c, UChar32 low) {
  if (c >= '0' && c <= '9') return 'd';
  if (c != low) return 'X';
  if (c < 0x80) return c >= 'a' && c <= 'z' ? 'x' : static_cast<char>(c);
  return u_islower(c) ? 'x' : u_isdigit(c) ? 'd' : u_isalpha(c) ? 'y' : '?';
}

void append(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : bytes) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x100000001B3ULL;
  }
  return h ^ (h >> 29U);
}

void WordForm::assign(std::string_view word) {
  text.clear();
  lower.clear();
  starts.clear();
  capital = all_capitals = digit = false;
  std::string shapes;
  std::string runs;
  bool small = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size && starts.size() < kWordCharactersMax;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    c = plain(c);
    const UChar32 low = lowered(c);
    starts.push_back(static_cast<std::uint16_t>(lower.size()));
    append(text, c);
    append(lower, low);
    const char kind = shape_of(c, low);
    if (starts.size() == 1) capital = kind == 'X';
    digit = digit || kind == 'd';
    small = small || kind == 'x';
    shapes += kind;
    if (runs.empty() || runs.back() != kind) runs += kind;
  }
  starts.push_back(static_cast<std::uint16_t>(lower.size()));
  all_capitals = capital && !small && characters() > 1;
  exact = hash_of(text);
  folded = hash_of(lower);
  shape = hash_of(shapes);
  short_shape = hash_of(runs);
}

}  // namespace annalen::actor
