#include "time/readings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "show.h"
#include "time/calendar.h"

namespace annalen::time {
namespace {

Interval minutes(std::int64_t begin, std::int64_t end) {
  return Interval::make(CivilMinute{begin}, CivilMinute{end}).value();
}

std::vector<Interval> weekly(CivilDay first, std::size_t count) {
  std::vector<Interval> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(day_interval(CivilDay{first.count + 7 * static_cast<std::int32_t>(i)}).value());
  }
  return out;
}

bool plainly_overlaps(const std::vector<Interval>& readings, const Interval& range) {
  return std::any_of(readings.begin(), readings.end(), [&](const Interval& one) { return one.overlaps(range); });
}

// DESIGN, Words: "An event is `exact` when it has one reading".
TEST_CASE("time/readings: one reading is exact") {
  const Interval march = span("2022-03-01", "2022-04-01");
  const Readings readings{march};
  CHECK(readings.exact());
  CHECK(readings.size() == 1);
  CHECK(readings.at(0) == march);
  CHECK(readings.hull() == march);
  CHECK_FALSE(readings.is_regular());
  CHECK(readings == Readings::of({march, march}));
  CHECK(readings == Readings::regular(march, 5, 1));
  CHECK_FALSE(Readings::of({}));
}

// DESIGN, Time 2: '"am Donnerstag" -> the Thursdays from 2025-01-30 to 2025-02-27'; "Up to 64 readings are listed".
TEST_CASE("time/readings: listed readings are sorted, without equals") {
  const std::vector<Interval> thursdays = weekly(civil_day({2025, 1, 30}).value(), 5);
  std::vector<Interval> shuffled = thursdays;
  std::reverse(shuffled.begin(), shuffled.end());
  shuffled.push_back(thursdays[2]);
  const auto readings = Readings::of(shuffled);
  REQUIRE(readings);
  CHECK(readings->list() == thursdays);
  CHECK(readings->size() == 5);
  CHECK_FALSE(readings->exact());
  CHECK_FALSE(readings->is_regular());
  CHECK(shown(readings->hull()) == "2025-01-30 to 2025-02-28");
  CHECK(readings == Readings::regular(thursdays[0], 7 * kMinutesPerDay, 5));
}

TEST_CASE("time/readings: the hull reaches to the latest end, not to the last reading's") {
  const auto readings = Readings::of({minutes(0, 100), minutes(10, 20), minutes(10, 15)});
  REQUIRE(readings);
  CHECK(readings->hull() == minutes(0, 100));
  CHECK(readings->at(1) == minutes(10, 15));
  CHECK(readings->any_overlaps(minutes(50, 60)));
}

// DESIGN, Time 2: "regular longer sets are kept as first, step, count".
TEST_CASE("time/readings: 64 regular readings are listed, 65 kept as first, step, count") {
  const CivilDay first = civil_day({2024, 1, 4}).value();
  for (const std::size_t count : {std::size_t{63}, std::size_t{64}, std::size_t{65}, std::size_t{366}}) {
    CAPTURE(count);
    const std::vector<Interval> all = weekly(first, count);
    const auto readings = Readings::of(all);
    REQUIRE(readings);
    CHECK(readings->is_regular() == (count > 64));
    CHECK(readings->step_minutes() == (count > 64 ? 7 * kMinutesPerDay : 0));
    CHECK(readings->size() == count);
    CHECK(readings->list() == all);
    CHECK(readings->at(count - 1) == all.back());
    CHECK(readings->hull() == all.front().hull(all.back()));
    CHECK(readings == Readings::regular(all.front(), 7 * kMinutesPerDay, static_cast<std::uint32_t>(count)));
  }
}

TEST_CASE("time/readings: regular sets that are none or leave the range") {
  const Interval day = span("2025-02-27", "2025-02-28");
  const Interval last = span("9999-12-30", "9999-12-31");
  CHECK_FALSE(Readings::regular(day, 1440, 0));
  CHECK_FALSE(Readings::regular(day, 0, 5));
  CHECK_FALSE(Readings::regular(day, -1440, 5));
  CHECK_FALSE(Readings::regular(last, 1440, 3));
  CHECK_FALSE(Readings::regular(day, INT64_MAX, 2));
  CHECK_FALSE(Readings::regular(day, 1440, UINT32_MAX));
  CHECK(Readings::regular(last, 1440, 2));
  CHECK(Readings::regular(last, INT64_MAX, 1));
}

// Readings' invariant: "narrowed to kListedMax by joining neighbours, so that it never loses a moment that it had".
TEST_CASE("time/readings: more than 64 irregular readings are joined and lose no moment") {
  const std::uint64_t seed = 42;
  CAPTURE(seed);
  std::mt19937_64 random{seed};
  std::uniform_int_distribution<std::int64_t> begin{0, 3000};
  std::uniform_int_distribution<std::int64_t> length{1, 60};
  for (int round = 0; round < 50; ++round) {
    std::vector<Interval> all;
    for (int i = 0; i < 200; ++i) {
      const std::int64_t at = begin(random);
      all.push_back(minutes(at, at + length(random)));
    }
    const auto readings = Readings::of(all);
    REQUIRE(readings);
    REQUIRE(readings->size() == 64);
    REQUIRE_FALSE(readings->is_regular());
    const std::vector<Interval> kept = readings->list();
    REQUIRE(std::is_sorted(kept.begin(), kept.end()));
    REQUIRE(std::adjacent_find(kept.begin(), kept.end()) == kept.end());
    for (const Interval& one : all) {
      CAPTURE(shown(one));
      REQUIRE(std::any_of(kept.begin(), kept.end(), [&](const Interval& joint) { return joint.contains(one); }));
    }
    // The same set in another order gives the same readings.
    std::shuffle(all.begin(), all.end(), random);
    REQUIRE(Readings::of(all) == readings);
  }
}

TEST_CASE("time/readings: joining goes across the smallest gaps") {
  std::vector<Interval> all;
  for (std::int64_t i = 0; i < 65; ++i) all.push_back(minutes(i * 100, i * 100 + (i == 30 ? 95 : 90)));
  const auto readings = Readings::of(all);
  REQUIRE(readings);
  REQUIRE(readings->size() == 64);
  CHECK(readings->at(29) == minutes(2900, 2990));
  CHECK(readings->at(30) == minutes(3000, 3190));
  CHECK(readings->at(31) == minutes(3200, 3290));
}

TEST_CASE("time/readings: what lies inside a long reading joins it first") {
  std::vector<Interval> all{minutes(0, 1000), minutes(10, 11), minutes(900, 910)};
  for (std::int64_t i = 0; i < 63; ++i) all.push_back(minutes(1100 + i * 100, 1195 + i * 100));
  REQUIRE(all.size() == 66);
  const auto readings = Readings::of(all);
  REQUIRE(readings);
  REQUIRE(readings->size() == 64);
  CHECK(readings->at(0) == minutes(0, 1000));
  CHECK(readings->at(1) == minutes(1100, 1195));
}

TEST_CASE("time/readings: any_overlaps of all sets of three in a small world, against each reading in turn") {
  std::vector<Interval> world;
  for (std::int64_t begin = 0; begin < 6; ++begin) {
    for (std::int64_t end = begin + 1; end <= 6; ++end) world.push_back(minutes(begin, end));
  }
  for (const Interval& first : world) {
    for (const Interval& second : world) {
      for (const Interval& third : world) {
        const std::vector<Interval> all{first, second, third};
        const auto readings = Readings::of(all);
        REQUIRE(readings);
        for (const Interval& range : world) {
          REQUIRE(readings->any_overlaps(range) == plainly_overlaps(all, range));
          REQUIRE(readings->all_inside(range) ==
                  std::all_of(all.begin(), all.end(), [&](const Interval& one) { return range.contains(one); }));
        }
      }
    }
  }
}

TEST_CASE("time/readings: any_overlaps of regular sets, against each reading in turn") {
  for (const std::int64_t step : {1, 2, 3, 7}) {
    for (const std::int64_t length : {1, 2, 3, 10}) {
      const auto readings = Readings::regular(minutes(-100, -100 + length), step, 70);
      REQUIRE(readings);
      REQUIRE(readings->is_regular());
      const std::vector<Interval> all = readings->list();
      for (std::int64_t begin = -115; begin < -100 + 70 * step + 15; ++begin) {
        for (const std::int64_t size : {1, 2, 5, 1000}) {
          const Interval range = minutes(begin, begin + size);
          CAPTURE(step);
          CAPTURE(length);
          CAPTURE(begin);
          REQUIRE(readings->any_overlaps(range) == plainly_overlaps(all, range));
        }
      }
    }
  }
}

// DESIGN, Words: "`certain` when every reading lies inside it, `possible` when some reading overlaps it"; Time 2: "a
// Tuesday does not find one of the Thursdays"; Time 3: "`before`/`after`, never a certain match".
TEST_CASE("time/readings: how the Thursdays of February 2025 meet a range") {
  const auto thursdays = Readings::of(weekly(civil_day({2025, 1, 30}).value(), 5));
  REQUIRE(thursdays);
  struct Row {
    std::string_view begin;
    std::string_view end;
    Match match;
  };
  const Row rows[] = {
      {"2025-02-20", "2025-02-21", Match::kPossible},  // a Thursday
      {"2025-02-18", "2025-02-19", Match::kNone},      // a Tuesday
      {"2025-01-01", "2025-03-01", Match::kCertain},   // --from 2025-01 --to 2025-02
      {"2025-02-01", "2025-03-01", Match::kPossible},  // without 30 January
      {"2025-01-30", "2025-02-28", Match::kCertain},   // the hull itself
      {"2025-01-30T00:01", "2025-02-28", Match::kPossible}, {"2025-01-30", "2025-02-27T23:59", Match::kPossible},
      {"2025-02-28", "2025-03-01", Match::kNone},           {"2025-01-29", "2025-01-30", Match::kNone},
  };
  for (const Row& row : rows) {
    const Interval range = span(row.begin, row.end);
    CAPTURE(shown(range));
    for (const Relation relation :
         {Relation::kAt, Relation::kDuring, Relation::kBetween, Relation::kSince, Relation::kFrom, Relation::kUntil}) {
      CAPTURE(to_text(relation));
      CHECK(match(*thursdays, relation, range) == row.match);
    }
    for (const Relation relation : {Relation::kBefore, Relation::kAfter}) {
      CAPTURE(to_text(relation));
      CHECK(match(*thursdays, relation, range) == std::min(row.match, Match::kPossible));
    }
  }
}

}  // namespace
}  // namespace annalen::time
