// byte_order.h: fixed-width integers as big-endian bytes, so that encoded keys sort like their values.
// Signed: the sign bit is flipped, so negative numbers sort before positive ones.
// Errors: get_*() REQUIRE enough bytes; callers check the length of foreign bytes first.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace annalen {

template <class Unsigned>
void put_big_endian(std::string& out, Unsigned value) {
  static_assert(std::is_unsigned_v<Unsigned>);
  for (int shift = static_cast<int>(sizeof(Unsigned) * 8) - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xFFU));
  }
}

template <class Unsigned>
[[nodiscard]] Unsigned get_big_endian(std::string_view bytes, std::size_t offset = 0) {
  static_assert(std::is_unsigned_v<Unsigned>);
  assert(offset + sizeof(Unsigned) <= bytes.size());
  Unsigned value = 0;
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    value = static_cast<Unsigned>((value << 8U) | static_cast<unsigned char>(bytes[offset + i]));
  }
  return value;
}

inline constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;

inline void put_ordered_int64(std::string& out, std::int64_t value) {
  put_big_endian(out, static_cast<std::uint64_t>(value) ^ kSignBit);
}

[[nodiscard]] inline std::int64_t get_ordered_int64(std::string_view bytes, std::size_t offset = 0) {
  return static_cast<std::int64_t>(get_big_endian<std::uint64_t>(bytes, offset) ^ kSignBit);
}

}  // namespace annalen
