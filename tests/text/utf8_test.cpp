#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

using annalen::text::first_bad_utf8;
using annalen::text::to_utf8;
using namespace std::string_view_literals;

TEST_CASE("text/utf8: the first ill-formed byte is named (Unicode 15, table 3-7)") {
  struct Row {
    std::string_view bytes;
    std::size_t bad;
  };
  constexpr std::size_t none = std::string_view::npos;
  const std::vector<Row> rows = {
      {"", none},
      {"Wien", none},
      {"K\xC3\xA4rnten", none},
      {"\xEF\xBF\xBD", none},
      {"\xF4\x8F\xBF\xBF", none},
      {"abcdefgh\xFFz", 8},
      {"K\xE4rnten", 1},
      {"\xC3", 0},
      {"\xC0\x80", 0},
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xED\xA0\x80", 0},
      {"\xED\x9F\xBF", none},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"ab\x80", 2},
      {"\xE2\x82", 0},
      {"\xE2\x82\xAC\xE2", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(first_bad_utf8(row.bytes) == row.bad);
  }
}

TEST_CASE("text/utf8: every two byte sequence is judged as the table says") {
  for (unsigned first = 0x80; first < 0x100; ++first) {
    for (unsigned second = 0; second < 0x100; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      const bool well = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      CAPTURE(first);
      CAPTURE(second);
      REQUIRE((first_bad_utf8({bytes, 2}) == std::string_view::npos) == well);
    }
  }
}

TEST_CASE("text/utf8: older encodings become UTF-8, binary does not") {
  CHECK(to_utf8("K\xC3\xA4rnten") == "Kärnten");
  CHECK(to_utf8("\xEF\xBB\xBFWien") == "Wien");
  CHECK(to_utf8("K\xE4rnten \x84\xD6VP\x93 \x80 5") == "Kärnten „ÖVP“ € 5");
  CHECK(to_utf8("\xFF\xFEK\0\xE4\0"sv) == "Kä");
  CHECK(to_utf8("\xFE\xFF\0K\0\xE4"sv) == "Kä");
  CHECK(to_utf8("\xFF\xFE\x3D\xD8\x00\xDE"sv) == "\U0001F600");
  CHECK_FALSE(to_utf8("\xFF\xFE\x3D\xD8"sv));
  CHECK_FALSE(to_utf8("\xFF\xFE\x00\xDE"sv));
  CHECK_FALSE(to_utf8("\xFF\xFEK"sv));
  CHECK_FALSE(to_utf8("\xFF\xFEK\0\0\0"sv));
  CHECK_FALSE(to_utf8("PK\0\x03"sv));
  CHECK_FALSE(to_utf8("\xE4\x81"));
  CHECK_FALSE(to_utf8("\xE4\x8D"));
  CHECK_FALSE(to_utf8("\xE4\x8F"));
  CHECK_FALSE(to_utf8("\xE4\x90"));
  CHECK_FALSE(to_utf8("\xE4\x9D"));
  CHECK(to_utf8("") == "");
}
