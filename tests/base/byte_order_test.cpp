#include "base/byte_order.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace annalen {

TEST_CASE("base/byte_order: encoded signed numbers sort like the numbers, at every boundary") {
  static constexpr std::int64_t kValues[] = {
      std::numeric_limits<std::int64_t>::min(), -65537, -65536, -257, -256, -255, -1, 0, 1, 255, 256, 257, 65535, 65536,
      std::numeric_limits<std::int64_t>::max()};
  std::string before;
  for (const std::int64_t value : kValues) {
    CAPTURE(value);
    std::string key;
    put_ordered_int64(key, value);
    CHECK(key.size() == 8);
    CHECK(get_ordered_int64(key) == value);
    if (!before.empty()) CHECK(before < key);
    before = key;
  }
}

TEST_CASE("base/byte_order: the most significant byte stands first") {
  std::string key;
  put_big_endian<std::uint32_t>(key, 0x01020304U);
  CHECK(key == std::string("\x01\x02\x03\x04"));
  CHECK(get_big_endian<std::uint32_t>(key) == 0x01020304U);
}

}  // namespace annalen
