#include "text/codepoint.h"

#include <unicode/uchar.h>

#include <array>
#include <cstring>

namespace annalen::text {
namespace {

Kind classify_by_icu(char32_t codepoint) {
  const auto c = static_cast<UChar32>(codepoint);
  switch (codepoint) {
    case 0x0A:
    case 0x0D:
    case 0x85:
    case 0x2028:
    case 0x2029:
      return Kind::kNewline;
    case 0xAD:    // soft hyphen
    case 0x200B:  // zero width space: on web pages a place to break a long word
    case 0x200E:  // direction marks
    case 0x200F:
    case 0x2060:  // word joiner
    case 0xFEFF:  // byte order mark
      return Kind::kInvisible;
    case 0x200C:
    case 0x200D:
      return Kind::kMark;
    default:
      break;
  }
  const std::int8_t category = u_charType(c);
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Kind::kUpper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return Kind::kLower;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Kind::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Kind::kDigit;
    case U_CONTROL_CHAR:
      return Kind::kSpace;
    default:
      return u_isUWhiteSpace(c) ? Kind::kSpace : Kind::kOther;
  }
}

constexpr char32_t kTableSize = 0x2100;  // Latin to general punctuation: nearly all of European text

std::array<Kind, kTableSize> make_table() {
  std::array<Kind, kTableSize> table{};
  for (char32_t c = 0; c < kTableSize; ++c) table[c] = classify_by_icu(c);
  return table;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

char32_t next_codepoint(std::string_view bytes, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  const std::size_t left = bytes.size() - at;
  if (lead < 0x80U) {
    ++at;
    return lead;
  }
  if (lead >= 0xC2U && lead < 0xE0U && left >= 2 && is_continuation(byte(at + 1))) {
    const char32_t c = ((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
    at += 2;
    return c;
  }
  if (lead >= 0xE0U && lead < 0xF0U && left >= 3 && is_continuation(byte(at + 1)) && is_continuation(byte(at + 2))) {
    const char32_t c = ((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    if (c >= 0x800U && (c < 0xD800U || c > 0xDFFFU)) {
      at += 3;
      return c;
    }
  } else if (lead >= 0xF0U && lead < 0xF5U && left >= 4 && is_continuation(byte(at + 1)) &&
             is_continuation(byte(at + 2)) && is_continuation(byte(at + 3))) {
    const char32_t c = ((lead & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) | ((byte(at + 2) & 0x3FU) << 6U) |
                       (byte(at + 3) & 0x3FU);
    if (c >= 0x10000U && c <= 0x10FFFFU) {
      at += 4;
      return c;
    }
  }
  ++at;
  return kReplacement;
}

void append_codepoint(std::string& out, char32_t codepoint) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
  if (codepoint < 0x80U) {
    put(codepoint);
  } else if (codepoint < 0x800U) {
    put(0xC0U | (codepoint >> 6U));
    put(0x80U | (codepoint & 0x3FU));
  } else if (codepoint < 0x10000U) {
    put(0xE0U | (codepoint >> 12U));
    put(0x80U | ((codepoint >> 6U) & 0x3FU));
    put(0x80U | (codepoint & 0x3FU));
  } else {
    put(0xF0U | (codepoint >> 18U));
    put(0x80U | ((codepoint >> 12U) & 0x3FU));
    put(0x80U | ((codepoint >> 6U) & 0x3FU));
    put(0x80U | (codepoint & 0x3FU));
  }
}

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  const auto eight_ascii = [&](std::size_t from) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + from, sizeof(word));
    return (word & 0x8080808080808080ULL) == 0;
  };
  while (at + 8 <= bytes.size() && eight_ascii(at)) at += 8;
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80U) ++at;
  return at;
}

const std::array<Kind, 0x800>& short_kinds() {
  static const auto table = [] {
    std::array<Kind, 0x800> made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = classify(c);
    return made;
  }();
  return table;
}

Kind classify(char32_t codepoint) {
  static const std::array<Kind, kTableSize> table = make_table();
  return codepoint < kTableSize ? table[codepoint] : classify_by_icu(codepoint);
}

}  // namespace annalen::text
