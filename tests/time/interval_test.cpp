#include "time/interval.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string_view>
#include <vector>

#include "show.h"
#include "time/granularity.h"

namespace annalen::time {
namespace {

// DESIGN, Words: "[begin, end): begin included, end excluded … years -9999 to 9999 (year 10000 only as an excluded
// end)".
TEST_CASE("time/interval: make refuses what is empty, turned round or out of range") {
  const CivilMinute one{1};
  CHECK_FALSE(Interval::make(one, one));
  CHECK_FALSE(Interval::make(CivilMinute{2}, one));
  CHECK_FALSE(Interval::make(CivilMinute{kCivilMin.count - 1}, one));
  CHECK_FALSE(Interval::make(one, CivilMinute{kCivilEnd.count + 1}));
  CHECK_FALSE(Interval::make(kCivilEnd, CivilMinute{kCivilEnd.count + 1}));
  CHECK_FALSE(Interval::make(CivilMinute{INT64_MIN}, CivilMinute{INT64_MAX}));
  const auto all = Interval::make(kCivilMin, kCivilEnd);
  REQUIRE(all);
  CHECK(all->length_minutes() == kCivilEnd.count - kCivilMin.count);
  CHECK(Interval::make(CivilMinute{kCivilEnd.count - 1}, kCivilEnd));
}

constexpr std::int64_t kPoints = 12;

// The small world in full: each pair of intervals on twelve points, against the sets of minutes that they hold.
TEST_CASE("time/interval: contains, overlaps and hull of every pair on twelve points") {
  std::vector<Interval> all;
  for (std::int64_t begin = 0; begin < kPoints; ++begin) {
    for (std::int64_t end = begin + 1; end < kPoints; ++end) {
      all.push_back(Interval::make(CivilMinute{begin}, CivilMinute{end}).value());
    }
  }
  REQUIRE(all.size() == 66);
  const auto holds = [](const Interval& interval, std::int64_t minute) {
    return interval.begin().count <= minute && minute < interval.end().count;
  };
  for (const Interval& left : all) {
    for (const Interval& right : all) {
      bool contains = true;
      bool overlaps = false;
      for (std::int64_t minute = 0; minute < kPoints; ++minute) {
        contains = contains && (!holds(right, minute) || holds(left, minute));
        overlaps = overlaps || (holds(right, minute) && holds(left, minute));
      }
      CAPTURE(shown(left));
      CAPTURE(shown(right));
      REQUIRE(left.contains(right) == contains);
      REQUIRE(left.overlaps(right) == overlaps);
      const Interval hull = left.hull(right);
      REQUIRE(hull.contains(left));
      REQUIRE(hull.contains(right));
      REQUIRE(hull == right.hull(left));
      // The smallest one: no other that holds both is shorter.
      REQUIRE(std::all_of(all.begin(), all.end(), [&](const Interval& other) {
        return !other.contains(left) || !other.contains(right) || other.contains(hull);
      }));
      // Order: by begin, then end.
      REQUIRE((left < right) ==
              (left.begin() < right.begin() || (left.begin() == right.begin() && left.end() < right.end())));
    }
  }
}

TEST_CASE("time/interval: the day of a minute rounds towards the past") {
  struct Row {
    std::int64_t minute;
    std::int32_t day;
  };
  for (const auto& [minute, day] : {Row{0, 0}, Row{1439, 0}, Row{1440, 1}, Row{-1, -1}, Row{-1440, -1}, Row{-1441, -2},
                                    Row{INT64_MAX, INT32_MAX}, Row{INT64_MIN, INT32_MIN}}) {
    CAPTURE(minute);
    CHECK(day_of(CivilMinute{minute}).count == day);
  }
}

// DESIGN, Exchange form: "Times of day as `2022-03-10T20:00`".
TEST_CASE("time/interval: points of time as text, and back") {
  struct Row {
    std::int64_t minute;
    std::string_view text;
  };
  const Row rows[] = {
      {0, "1970-01-01"},
      {1, "1970-01-01T00:01"},
      {-1, "1969-12-31T23:59"},
      {19061LL * 1440 + 1200, "2022-03-10T20:00"},
      {-719528LL * 1440, "0000-01-01"},
      {-719528LL * 1440 - 1, "-0001-12-31T23:59"},
      {-798206LL * 1440, "-0216-08-02"},
      {kCivilMin.count, "-9999-01-01"},
      {kCivilMin.count + 1, "-9999-01-01T00:01"},
      {kCivilEnd.count - 1, "9999-12-31T23:59"},
      {kCivilEnd.count, "10000-01-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(to_text(CivilMinute{row.minute}) == row.text);
    const auto read = minute_from_text(row.text);
    REQUIRE(read);
    CHECK(read->count == row.minute);
  }
  CHECK(to_text(CivilMinute{INT64_MAX}) == "10000-01-01");
  CHECK(to_text(CivilMinute{INT64_MIN}) == "-9999-01-01");
}

TEST_CASE("time/interval: ten thousand points at random come back from their text") {
  const std::uint64_t seed = 20250227;
  CAPTURE(seed);
  std::mt19937_64 random{seed};
  std::uniform_int_distribution<std::int64_t> minutes{kCivilMin.count, kCivilEnd.count};
  for (int i = 0; i < 10'000; ++i) {
    const CivilMinute minute{minutes(random)};
    const auto back = minute_from_text(to_text(minute));
    CAPTURE(to_text(minute));
    REQUIRE(back);
    REQUIRE(*back == minute);
  }
}

TEST_CASE("time/interval: what to_text never writes is no point of time") {
  for (const std::string_view text : {"",
                                      "2022",
                                      "2022-03",
                                      "2022-3-10",
                                      "2022-02-30",
                                      "2022-13-01",
                                      "2022-00-01",
                                      "2022-01-00",
                                      "2022-03-10 20:00",
                                      "2022-03-10T",
                                      "2022-03-10T20",
                                      "2022-03-10T20:60",
                                      "2022-03-10T24:00",
                                      "2022-03-10T20:00Z",
                                      "2022-03-10T00:00",
                                      "2022-03-10x",
                                      " 2022-03-10",
                                      "-0000-01-01",
                                      "+2022-01-01",
                                      "10000-01-02",
                                      "10000-01-01T00:01",
                                      "-10000-01-01",
                                      "2022-03-1\xc3\xa4"}) {
    CAPTURE(text);
    CHECK_FALSE(minute_from_text(text));
  }
}

// DESIGN, Words: granularity and relation; Time 6: "then finer granularity first".
TEST_CASE("time/granularity: names and stored numbers") {
  const std::string_view granularities[] = {"minute", "hour",   "daypart", "day",       "weekend",
                                            "week",   "month",  "quarter", "season",    "halfyear",
                                            "year",   "decade", "century", "millennium"};
  for (std::uint8_t number = 0; number < 14; ++number) {
    CAPTURE(number);
    CHECK(to_text(Granularity{number}) == granularities[number]);
    CHECK(granularity_from_text(granularities[number]) == Granularity{number});
  }
  const std::string_view relations[] = {"at", "during", "between", "since", "from", "until", "before", "after"};
  for (std::uint8_t number = 0; number < 8; ++number) {
    CAPTURE(number);
    CHECK(to_text(Relation{number}) == relations[number]);
    CHECK(relation_from_text(relations[number]) == Relation{number});
  }
  CHECK(Granularity::kDay < Granularity::kMonth);
  CHECK_FALSE(granularity_from_text(""));
  CHECK_FALSE(granularity_from_text("Day"));
  CHECK_FALSE(granularity_from_text("days"));
  CHECK_FALSE(relation_from_text("by"));
  CHECK(to_text(Granularity{200}).empty());
  CHECK(to_text(Relation{200}).empty());
}

}  // namespace
}  // namespace annalen::time
