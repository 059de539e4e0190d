#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tagging.h"
#include "time/calendar.h"
#include "time/timex_value.h"
#include "timex/value.h"

namespace annalen::timex {

namespace {

std::string iso(time::CivilDay day) { return time::to_text(time::start_of(day)); }

// The day that the only timex of the text begins on.
time::CivilDay begin_of(std::string_view text, time::CivilDay published) {
  const Tagged tagged = tag_german(text, iso(published));
  CAPTURE(iso(published));
  REQUIRE(tagged.timexes.size() == 1);
  REQUIRE(tagged.timexes[0].dating.has_value());
  return time::day_of(tagged.timexes[0].dating->readings.hull().begin());
}

constexpr std::int32_t kFirstDay = 19'700;  // 2023-12-09: a leap year follows
constexpr std::int32_t kDays = 400;

}  // namespace

// Conventions: "Weekday, past or no tense: the latest one up to and including the publication day; future: the first
// one after it."
TEST_CASE("timex/valuer: whatever the day of publication, weekdays stay within their week") {
  for (std::int32_t day = kFirstDay; day < kFirstDay + kDays; day += 3) {
    const time::CivilDay published{day};
    const time::CivilDay past = begin_of("Er kam am Freitag an.", published);
    const time::CivilDay ahead = begin_of("Er wird am Freitag ankommen.", published);
    CAPTURE(iso(published));
    CHECK(time::weekday_of(past) == time::Weekday::kFriday);
    CHECK(time::weekday_of(ahead) == time::Weekday::kFriday);
    CHECK(past.count <= day);
    CHECK(past.count > day - 7);
    CHECK(ahead.count > day);
    CHECK(ahead.count <= day + 7);
  }
}

TEST_CASE("timex/valuer: whatever the day of publication, the past tense never points ahead") {
  for (std::int32_t day = kFirstDay; day < kFirstDay + kDays; day += 7) {
    const time::CivilDay published{day};
    for (const char* text : {"Im Juni wurde gewählt.", "Am 29. Juni wurde gewählt.", "Im Winter wurde gewählt.",
                             "Zu Ostern wurde gewählt.", "In der vergangenen Woche wurde gewählt."}) {
      CAPTURE(text);
      CAPTURE(iso(published));
      const time::CivilDay begin = begin_of(text, published);
      CHECK(begin.count <= day);
      CHECK(begin.count > day - 500);
    }
  }
}

// DESIGN.md, Time 2: the readings of a month are those of its days together.
TEST_CASE("timex/valuer: an imprecise publication has exactly the readings of its days") {
  for (const char* text : {"Das sagte er am Donnerstag.", "Gestern wurde gewählt.", "In der vergangenen Woche kam er.",
                           "Er kam vor drei Tagen.", "Am vergangenen Wochenende kam er.", "Im Mai wurde gewählt."}) {
    CAPTURE(text);
    std::vector<time::Interval> of_days;
    for (std::uint32_t day = 1; day <= 29; ++day) {
      const auto published = time::civil_day({2024, 2, day});
      REQUIRE(published.has_value());
      const Tagged tagged = tag_german(text, iso(*published));
      REQUIRE(tagged.timexes.size() == 1);
      REQUIRE(tagged.timexes[0].dating.has_value());
      of_days.push_back(tagged.timexes[0].dating->readings.at(0));
    }
    std::sort(of_days.begin(), of_days.end());
    of_days.erase(std::unique(of_days.begin(), of_days.end()), of_days.end());
    const Tagged month = tag_german(text, "2024-02");
    REQUIRE(month.timexes.size() == 1);
    REQUIRE(month.timexes[0].dating.has_value());
    CHECK(month.timexes[0].dating->readings.list() == of_days);
  }
}

// Two ways to one interval: the typed value, and its TIMEX3 text read by the time room.
TEST_CASE("timex/value: a typed value and its TIMEX3 text name the same interval") {
  for (std::int32_t day = -1'000'000; day < 100'000; day += 7'919) {
    for (std::int32_t unit = static_cast<std::int32_t>(Unit::kDay);
         unit <= static_cast<std::int32_t>(Unit::kMillennium); ++unit) {
      const auto value = unit_holding(time::CivilDay{day}, static_cast<Unit>(unit));
      if (!value) continue;
      const std::string text = timex_value_text(*value);
      CAPTURE(text);
      const auto interval = interval_of(*value);
      const auto read = time::interval_of_value(text, "");
      REQUIRE(interval.has_value());
      REQUIRE(read.has_value());
      CHECK(*interval == read->interval);
    }
  }
}

TEST_CASE("timex/value: shifting by a unit and back returns to the unit, for units of even length") {
  for (std::int32_t day = -1'000'000; day < 100'000; day += 7'919) {
    for (const Unit unit : {Unit::kDay, Unit::kWeek, Unit::kWeekend, Unit::kMonth, Unit::kYear}) {
      for (const std::int32_t count : {-700, -12, -1, 0, 1, 11, 700}) {
        const auto there = unit_shifted(time::CivilDay{day}, unit, count);
        REQUIRE(there.has_value());
        const auto first = first_day(*there);
        REQUIRE(first.has_value());
        CHECK(unit_shifted(*first, unit, -count) == unit_holding(time::CivilDay{day}, unit));
      }
    }
  }
  CHECK_FALSE(unit_shifted(time::CivilDay{0}, Unit::kYear, 9000).has_value());
  CHECK_FALSE(unit_shifted(time::CivilDay{0}, Unit::kMillennium, 2'000'000'000).has_value());
}

TEST_CASE("timex/value: durations are written as TIMEX3 writes them") {
  struct Row {
    std::optional<std::int32_t> centi;
    Unit unit;
    bool split;
    const char* text;
  };
  static const Row kRows[] = {
      {300, Unit::kDay, false, "P3D"},         {std::nullopt, Unit::kYear, false, "PXY"},
      {150, Unit::kHour, true, "PT1H30M"},     {150, Unit::kHour, false, "PT1.5H"},
      {50, Unit::kHour, true, "PT0.5H"},       {50, Unit::kYear, false, "P0.5Y"},
      {200, Unit::kDecade, false, "P2DE"},     {1000, Unit::kCentury, false, "P10CE"},
      {100, Unit::kAfternoon, false, "PT1AF"}, {100, Unit::kSummer, false, "P1SU"},
      {100, Unit::kWeekend, false, "P1WE"},    {std::nullopt, Unit::kMillennium, false, "PXL"},
      {100, Unit::kHalfyear, false, "P6M"},    {125, Unit::kYear, false, "P1.25Y"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(duration_text(row.centi, row.unit, row.split) == row.text);
  }
}

}  // namespace annalen::timex
