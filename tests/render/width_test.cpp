#include "render/width.h"

#include <doctest/doctest.h>

#include <random>

namespace annalen::render {
namespace {

std::vector<std::string> lines_of(const std::string& text, std::size_t columns) {
  std::vector<std::string> out;
  for (const Piece& piece : wrap(text, columns)) out.push_back(text.substr(piece.begin, piece.end - piece.begin));
  return out;
}

}  // namespace

TEST_CASE("render/width: columns are those of a terminal, not bytes") {
  struct Row {
    const char* text;
    std::size_t columns;
  };
  static constexpr Row kRows[] = {{"", 0},         {"abc", 3},  {"März", 4},  {"Ma\xCC\x88rz", 4},
                                  {"…", 1},        {"東京", 4}, {"🙂", 2},    {"Київ", 4},
                                  {"a\u200Bb", 2}, {"\xFF", 1}, {"Łódź–Ä", 6}};
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.text));
    CHECK(columns_of(row.text) == row.columns);
  }
}

TEST_CASE("render/width: nothing of an article steers the terminal") {
  CHECK(printable("a\nb\tc\r\n d") == "a b c   d");
  CHECK(printable("\x1b[31mrot\x07") == "?[31mrot?");
  CHECK(printable("a\xC2\x9B"
                  "31m") == "a?31m");
  CHECK(printable("links\u202Erechts\u2066") == "links?rechts?");
  CHECK(printable("\xFF\xC3") == "??");
  CHECK(printable("M\u00E4rz\u00A02022") == "März 2022");
  std::vector<std::uint32_t> offsets;
  CHECK(printable("\u00A0\u202Eä", &offsets) == " ?ä");
  CHECK(offsets == std::vector<std::uint32_t>{0, 0, 1, 1, 1, 2, 2, 4});
}

TEST_CASE("render/width: lines break at blanks, and a word that is too long is cut") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("eins zwei drei", 9) == Lines{"eins zwei", "drei"});
  CHECK(lines_of("eins zwei drei", 8) == Lines{"eins", "zwei", "drei"});
  CHECK(lines_of("  eins   zwei  ", 20) == Lines{"eins   zwei"});
  CHECK(lines_of("Donaudampfschiff fährt", 5) == Lines{"Donau", "dampf", "schif", "f", "fährt"});
  CHECK(lines_of("東京東京", 5) == Lines{"東京", "東京"});
  CHECK(lines_of("", 5).empty());
  CHECK(lines_of("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("render/width: no line is wider than asked, and no word is lost, whatever the text") {
  std::mt19937 random(3);
  static const std::string kPieces[] = {"a", "bb", " ", "  ", "ä", "東", "🙂", "Wort", "\xCC\x88", "–"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += kPieces[random() % 10];
    const std::size_t columns = 2 + random() % 20;
    CAPTURE(text);
    CAPTURE(columns);
    std::string joined;
    for (const std::string& line : lines_of(text, columns)) {
      CHECK(columns_of(line) <= columns);
      joined += line;
    }
    std::string without_blanks = text;
    std::erase(without_blanks, ' ');
    std::erase(joined, ' ');
    CHECK(joined == without_blanks);
  }
}

TEST_CASE("render/width: padded and shortened count columns") {
  CHECK(padded("ä", 3) == "ä  ");
  CHECK(padded("東京", 3) == "東京");
  CHECK(shortened("Beispielblatt", 8) == "Beispie…");
  CHECK(shortened("東京東京", 5) == "東京…");
  CHECK(shortened("東京東京", 4) == "東…");
  CHECK(shortened("kurz", 4) == "kurz");
}

}  // namespace annalen::render
