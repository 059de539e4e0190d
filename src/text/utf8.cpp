#include "text/utf8.h"

#include <array>
#include <cstdint>

#include "text/codepoint.h"

namespace annalen::text {
namespace {

// Windows-1252, 0x80 to 0x9F; 0 where the code is undefined.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The length of the well-formed sequence at `at`, 0 when it is not one. U+FFFD itself is well-formed.
std::size_t well_formed_length(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  const char32_t c = next_codepoint(bytes, end);
  if (c == kReplacement && end - at != 3) return 0;
  return end - at;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xDC00U && c <= 0xDFFFU) return std::nullopt;
    if (c >= 0xD800U && c <= 0xDBFFU) {
      if (i + 2 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(i + 2);
      if (low < 0xDC00U || low > 0xDFFFU) return std::nullopt;
      c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
      i += 2;
    }
    if (c == 0) return std::nullopt;
    append_codepoint(out, c);
  }
  return out;
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char raw : bytes) {
    const auto byte = static_cast<unsigned char>(raw);
    const char32_t c = byte >= 0x80U && byte < 0xA0U ? kWindows1252[byte - 0x80U] : byte;
    if (c == 0) return std::nullopt;
    append_codepoint(out, c);
  }
  return out;
}

}  // namespace

std::size_t first_bad_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80U) {
      at = skip_ascii(bytes, at);
      continue;
    }
    const std::size_t length = well_formed_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::optional<std::string> to_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
  if (first_bad_utf8(bytes) == std::string_view::npos) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::string(bytes);
  }
  return from_windows_1252(bytes);
}

}  // namespace annalen::text
