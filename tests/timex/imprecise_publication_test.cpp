// imprecise_publication_test.cpp: a publication of which only the month is known, against each of its days.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tagging.h"

namespace annalen::timex {
namespace {

std::vector<time::Interval> intervals_of(const Timex& timex) {
  return timex.dating ? timex.dating->readings.list() : std::vector<time::Interval>();
}

// Expressions that hang on the day of publication, on what was said before, and on neither.
std::string random_text(std::mt19937& random) {
  constexpr const char* phrases[] = {"heute",          "gestern",       "am Montag",         "am Dienstag",
                                     "vor drei Tagen", "am selben Tag", "zwei Tage später",  "am 5. Mai 2020",
                                     "1999",           "um 8 Uhr",      "am Tag danach",     "in dieser Woche",
                                     "im Jahr 2001",   "am Abend",      "zwei Stunden lang", "jeden Freitag"};
  constexpr const char* ends[] = {" kam er. ", " wird er kommen. ", " und ", ", ", " ging er.\n\n"};
  std::string text = "Er kam ";
  for (int i = 0; i < 12; ++i) {
    text += std::string(phrases[random() % std::size(phrases)]) + ends[random() % std::size(ends)];
  }
  return text;
}

}  // namespace

TEST_CASE("timex/imprecise_publication: the readings are those of the month's days, and no others") {
  std::mt19937 random(5);
  std::size_t compared = 0;
  std::size_t of_several_days = 0;
  for (int round = 0; round < 150; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const Tagged whole = tag_german(text, "2021-02");
    std::vector<std::vector<time::Interval>> expected(whole.timexes.size());
    for (int day = 1; day <= 28; ++day) {
      const Tagged one = tag_german(text, "2021-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
      REQUIRE(one.timexes.size() == whole.timexes.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto intervals = intervals_of(one.timexes[i]);
        expected[i].insert(expected[i].end(), intervals.begin(), intervals.end());
        if (day == 28) CHECK(one.timexes[i].value == whole.timexes[i].value);
      }
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CAPTURE(whole.extent(whole.timexes[i]));
      std::sort(expected[i].begin(), expected[i].end());
      expected[i].erase(std::unique(expected[i].begin(), expected[i].end()), expected[i].end());
      CHECK(intervals_of(whole.timexes[i]) == expected[i]);
      ++compared;
      of_several_days += expected[i].size() > 1 ? 1 : 0;
    }
  }
  CHECK(compared > 1000);
  CHECK(of_several_days > 500);
}

}  // namespace annalen::timex
