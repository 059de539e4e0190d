#include "query/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace annalen::query {
namespace {

// -1: another name.
int distance(const Spelling& spelling, const std::string& asked, const std::string& name) {
  const auto found = likeness(spelling.words(asked), spelling.words(name));
  return found ? static_cast<int>(*found) : -1;
}

}  // namespace

TEST_CASE("query/spelling: spellings of one name are alike in both directions") {
  struct Row {
    const char* one;
    const char* other;
    int distance;
  };
  static constexpr Row kRows[] = {
      {"Lawrow", "Lavrov", 0},
      {"Lavroff", "Lawrow", 0},
      {"Selenskyj", "Selenski", 0},
      {"Selenskyj", "Zelensky", 0},
      {"Zelenskiy", "Selenskij", 0},
      {"Tschernobyl", "Chernobyl", 0},
      {"Tchernobyl", "Czernobyl", 0},
      {"Erdoğan", "Erdogan", 0},
      {"Müller", "Mueller", 0},
      {"Müller", "Muller", 0},
      {"Chruschtschow", "Khrushchev", 1},
      {"Gorbatschow", "Gorbachev", 1},
      {"Juschtschenko", "Yushchenko", 0},
      {"Timoschenko", "Tymoshenko", 0},
      {"Jelzin", "Yeltsin", 0},
      {"Charkiw", "Kharkiv", 0},
      {"Putin", "Poutine", 1},
      {"Michail Gorbatschow", "Mikhail Gorbachev", 1},
      {"Jewgeni Prigoschin", "Yevgeny Prigozhin", 0},
      {"Sergej", "Sergey", 0},
      {"Dschihad", "Jihad", 0},
      {"Chomeini", "Khomeini", 0},
      {"Vučić", "Vutschitsch", 0},
      {"Milošević", "Milosevic", 1},
      {"Wałęsa", "Walesa", 0},
      {"Steinmeier", "Steinmeyer", 0},
      {"Merkel", "Mekrel", 1},
      {"Groß", "Gross", 0},
  };
  const Spelling spelling = Spelling::built_in();
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.one));
    CAPTURE(std::string(row.other));
    CHECK(distance(spelling, row.one, row.other) == row.distance);
    CHECK(distance(spelling, row.other, row.one) == row.distance);
  }
}

TEST_CASE("query/spelling: other names stay other names") {
  static constexpr std::pair<const char*, const char*> kRows[] = {
      {"Merkel", "Merz"},   {"Kurz", "Kunz"}, {"Rau", "Lau"},       {"Selensky", "Zeleny"}, {"Putin", "Rubin"},
      {"Scholz", "Schulz"}, {"EU", "EZB"},    {"Müller", "Miller"}, {"Wien", "Wels"},
  };
  const Spelling spelling = Spelling::built_in();
  for (const auto& [one, other] : kRows) {
    CAPTURE(std::string(one));
    CAPTURE(std::string(other));
    const int found = distance(spelling, one, other);
    // One letter may be a misprint; what is wanted is that it does not count as the same spelling.
    CHECK(found != 0);
    CHECK((found == -1 || std::string(one).size() >= 5));
  }
}

TEST_CASE("query/spelling: the last word asked for decides; first names may be missing or short") {
  const Spelling spelling = Spelling::built_in();
  CHECK(distance(spelling, "Lavrov", "Sergej Lawrow") == 0);
  CHECK(distance(spelling, "Sergey Lavrov", "Lawrow") == 0);
  CHECK(distance(spelling, "Sergey Lavrov", "S. Lawrow") == 0);
  CHECK(distance(spelling, "Michail Lavrov", "Sergej Lawrow") == -1);
  CHECK(distance(spelling, "Sergej", "Sergej Lawrow") == 0);
  CHECK(distance(spelling, "Sergej Peskow", "Sergej Lawrow") == -1);
  CHECK(distance(spelling, "Baschar al-Assad", "Bashar Assad") == -1);  // "al" is a word like others
  CHECK(distance(spelling, "Bashar Assad", "Baschar al-Assad") == 0);
  CHECK(distance(spelling, "", "Lawrow") == -1);
  CHECK(distance(spelling, "...", "Lawrow") == -1);
  CHECK(distance(spelling, "Lawrow", "") == -1);
}

TEST_CASE("query/spelling: a table that is none is named by file and line") {
  CHECK(Spelling::parse("# x\nä\ta\n", "t").ok());
  CHECK(Spelling::parse("a\tb\nc\n", "t").error().where == "t:2");
  CHECK_FALSE(Spelling::parse("\tb\n", "t").ok());
  CHECK_FALSE(Spelling::parse("a\tb\tc\n", "t").ok());
}

namespace {

// The whole table, without a band.
unsigned plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<unsigned>> cell(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      cell[i][j] =
          std::min({cell[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U), cell[i - 1][j] + 1, cell[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cell[i][j] = std::min(cell[i][j], cell[i - 2][j - 2] + 1);
      }
    }
  }
  return cell[a.size()][b.size()];
}

}  // namespace

TEST_CASE("query/spelling: the banded distance is the whole table's, and empty beyond what is allowed") {
  std::mt19937 random(7);
  std::size_t near = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string a;
    for (std::size_t n = random() % 12; n > 0; --n) a.push_back(static_cast<char>('a' + random() % 3));
    std::string b = a;
    for (std::size_t n = random() % 4; n > 0 && !b.empty(); --n) {
      const std::size_t at = random() % b.size();
      if (random() % 3 == 0) {
        b.erase(at, 1);
      } else if (random() % 2 == 0) {
        b.insert(at, 1, static_cast<char>('a' + random() % 3));
      } else if (at + 1 < b.size()) {
        std::swap(b[at], b[at + 1]);
      }
    }
    CAPTURE(a);
    CAPTURE(b);
    const std::size_t shorter = std::min(a.size(), b.size());
    const unsigned allowed = shorter <= 4 ? 0 : (shorter <= 7 ? 1 : 2);
    const unsigned plain = plain_distance(a, b);
    const auto found = word_distance(a, b);
    REQUIRE(found == (plain <= allowed ? std::optional<unsigned>(plain) : std::nullopt));
    near += found && *found > 0 ? 1 : 0;
  }
  CHECK(near > 1000);
}

// "No input may exhaust": long words and many of them are cut.
TEST_CASE("query/spelling: a name of any length costs no more than its bytes") {
  const Spelling spelling = Spelling::built_in();
  CHECK(spelling.words(std::string(1'000'000, 'x')).at(0).size() <= 64);
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "a ";
  CHECK(spelling.words(many).size() == 8);
  CHECK(word_distance(std::string(1000, 'a'), std::string(1001, 'a')) == std::nullopt);
}

}  // namespace annalen::query
