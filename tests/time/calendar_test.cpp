#include "time/calendar.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "show.h"

namespace annalen::time {
namespace {

bool leap(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr std::uint32_t kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::uint32_t length_of(std::int32_t year, std::uint32_t month) {
  return month == 2 && leap(year) ? 29 : kLengths[month - 1];
}

CivilDay day(std::int32_t year, std::uint32_t month, std::uint32_t day_of_month) {
  return civil_day({year, month, day_of_month}).value();
}

// A second calendar beside the library's: counted on day by day through a whole Gregorian cycle.
TEST_CASE("time/calendar: every day of 400 years, to date and weekday and back") {
  YearMonthDay date{1800, 1, 1};
  Weekday weekday = Weekday::kWednesday;  // 1 January 1800
  std::int32_t days = 0;
  for (CivilDay at = day(1800, 1, 1); date.year < 2200; ++at.count, ++days) {
    REQUIRE(year_month_day(at) == date);
    REQUIRE(civil_day(date) == at);
    REQUIRE(weekday_of(at) == weekday);
    weekday = weekday == Weekday::kSunday ? Weekday::kMonday : static_cast<Weekday>(static_cast<int>(weekday) + 1);
    if (++date.day > length_of(date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) date = {date.year + 1, 1, 1};
    }
  }
  CHECK(days == 146097);
}

// ISO 8601: weeks begin on Monday, week 1 holds 4 January.
TEST_CASE("time/calendar: every day of 400 years lies in its ISO week") {
  IsoWeek week{1800, 1};  // 1 January 1800 was a Wednesday
  for (CivilDay monday = CivilDay{day(1800, 1, 1).count - 2}; week.year < 2200; monday.count += 7) {
    const auto interval = week_interval(week);
    REQUIRE(interval);
    REQUIRE(interval->begin() == start_of(monday));
    REQUIRE(interval->length_minutes() == 7 * kMinutesPerDay);
    for (std::int32_t i = 0; i < 7; ++i) REQUIRE(iso_week_of(CivilDay{monday.count + i}) == week);
    const YearMonthDay next_thursday = year_month_day(CivilDay{monday.count + 10});
    ++week.week;
    if (next_thursday.year > week.year) {
      REQUIRE_FALSE(week_interval(week));  // week 53 of a short year, week 54 of a long one
      week = {week.year + 1, 1};
    }
  }
}

TEST_CASE("time/calendar: days that do not exist") {
  for (const YearMonthDay& date :
       {YearMonthDay{2022, 2, 29}, YearMonthDay{2022, 2, 30}, YearMonthDay{1900, 2, 29}, YearMonthDay{2022, 0, 1},
        YearMonthDay{2022, 13, 1}, YearMonthDay{2022, 4, 31}, YearMonthDay{2022, 1, 0}, YearMonthDay{2022, 1, 32},
        YearMonthDay{2022, 257, 1}, YearMonthDay{2022, 1, 257}, YearMonthDay{10000, 1, 1}, YearMonthDay{-10000, 12, 31},
        YearMonthDay{67558, 1, 1}}) {
    CAPTURE(date.year);
    CAPTURE(date.month);
    CAPTURE(date.day);
    CHECK_FALSE(civil_day(date));
    CHECK_FALSE(add_months(date, 1));
  }
  CHECK(civil_day({2000, 2, 29}));
  CHECK(civil_day({0, 2, 29}));
  CHECK(civil_day({-4, 2, 29}));
  CHECK_FALSE(civil_day({-1, 2, 29}));
}

TEST_CASE("time/calendar: foreign day numbers do no harm") {
  for (const std::int32_t count : {INT32_MIN, INT32_MAX}) {
    CAPTURE(count);
    CHECK_FALSE(day_interval(CivilDay{count}));
    CHECK_FALSE(civil_day(year_month_day(CivilDay{count})));
    CHECK(iso_week_of(CivilDay{count}).week >= 1);
    CHECK(weekday_of(CivilDay{count}) >= Weekday::kMonday);
  }
}

// The sweep of date's own tests: all months -24 to 24 months on, and back.
TEST_CASE("time/calendar: every month, -24 to 24 months on") {
  for (std::int32_t year : {-9997, -1, 0, 1, 1899, 1900, 2000, 2024, 9997}) {
    for (std::uint32_t month = 1; month <= 12; ++month) {
      for (std::int32_t step = -24; step <= 24; ++step) {
        std::int32_t wanted_year = year;
        std::int32_t wanted_month = static_cast<std::int32_t>(month) + step;
        for (; wanted_month < 1; wanted_month += 12) --wanted_year;
        for (; wanted_month > 12; wanted_month -= 12) ++wanted_year;
        CAPTURE(year);
        CAPTURE(month);
        CAPTURE(step);
        for (std::uint32_t of_month : {1U, 28U, length_of(year, month)}) {
          const auto moved = add_months({year, month, of_month}, step);
          REQUIRE(moved);
          const auto at = static_cast<std::uint32_t>(wanted_month);
          // "31 January + 1 = 28 February": clamped to the month's last day.
          REQUIRE(*moved == YearMonthDay{wanted_year, at, std::min(of_month, length_of(wanted_year, at))});
          REQUIRE(civil_day(*moved));
          const auto back = add_months(*moved, -step);
          REQUIRE(back);
          if (of_month <= 28) REQUIRE(*back == YearMonthDay{year, month, of_month});
        }
      }
    }
  }
  CHECK_FALSE(add_months({9999, 12, 1}, 1));
  CHECK_FALSE(add_months({-9999, 1, 1}, -1));
  CHECK_FALSE(add_months({2022, 1, 1}, INT32_MAX));
  CHECK_FALSE(add_months({2022, 1, 1}, INT32_MIN));
}

TEST_CASE("time/calendar: Easter Sundays as they were kept") {
  // Dates of public record; 1818 and 2285 are the earliest that are possible, 1943 and 2038 the latest.
  const YearMonthDay known[] = {
      {1583, 4, 10}, {1598, 3, 22}, {1666, 4, 25}, {1700, 4, 11}, {1761, 3, 22}, {1818, 3, 22}, {1886, 4, 25},
      {1900, 4, 15}, {1913, 3, 23}, {1916, 4, 23}, {1943, 4, 25}, {1954, 4, 18}, {1961, 4, 2},  {1981, 4, 19},
      {1995, 4, 16}, {2000, 4, 23}, {2001, 4, 15}, {2008, 3, 23}, {2011, 4, 24}, {2016, 3, 27}, {2019, 4, 21},
      {2020, 4, 12}, {2021, 4, 4},  {2022, 4, 17}, {2023, 4, 9},  {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5},
      {2027, 3, 28}, {2030, 4, 21}, {2038, 4, 25}, {2049, 4, 18}, {2285, 3, 22}};
  for (const YearMonthDay& date : known) {
    CAPTURE(date.year);
    const auto sunday = easter_sunday(date.year);
    REQUIRE(sunday);
    CHECK(year_month_day(*sunday) == date);
  }
}

TEST_CASE("time/calendar: Easter of every year is a Sunday from 22 March to 25 April") {
  for (std::int32_t year = kYearMin; year <= kYearMax; ++year) {
    CAPTURE(year);
    const auto sunday = easter_sunday(year);
    REQUIRE(sunday);
    REQUIRE(weekday_of(*sunday) == Weekday::kSunday);
    REQUIRE(*sunday >= day(year, 3, 22));
    REQUIRE(*sunday <= day(year, 4, 25));
  }
  CHECK_FALSE(easter_sunday(10000));
  CHECK_FALSE(easter_sunday(-10000));
}

// DESIGN, Time 5, row by row.
TEST_CASE("time/calendar: intervals of named periods") {
  const CivilDay tuesday = day(2016, 1, 12);
  struct Row {
    std::optional<Interval> interval;
    std::string_view wanted;
  };
  const Row rows[] = {
      {century_interval(19), "1900-01-01 to 2000-01-01"},
      {century_interval(0), "0001-01-01 to 0100-01-01"},
      {century_interval(99), "9900-01-01 to 10000-01-01"},
      {decade_interval(194), "1940-01-01 to 1950-01-01"},
      {decade_interval(999), "9990-01-01 to 10000-01-01"},
      {millennium_interval(2), "2000-01-01 to 3000-01-01"},
      {millennium_interval(0), "0001-01-01 to 1000-01-01"},
      {century_bc_interval(1), "-0099-01-01 to 0001-01-01"},
      {century_bc_interval(3), "-0299-01-01 to -0199-01-01"},
      {century_bc_interval(100), "-9999-01-01 to -9899-01-01"},
      {season_interval(1998, Season::kSpring), "1998-03-01 to 1998-06-01"},
      {season_interval(1998, Season::kSummer), "1998-06-01 to 1998-09-01"},
      {season_interval(1998, Season::kAutumn), "1998-09-01 to 1998-12-01"},
      {season_interval(1999, Season::kWinter), "1999-12-01 to 2000-03-01"},
      {weekend_interval({2025, 8}), "2025-02-22 to 2025-02-24"},
      {week_interval({2025, 8}), "2025-02-17 to 2025-02-24"},
      {week_interval({2025, 1}), "2024-12-30 to 2025-01-06"},
      {week_interval({2020, 53}), "2020-12-28 to 2021-01-04"},
      {quarter_interval(2025, 1), "2025-01-01 to 2025-04-01"},
      {quarter_interval(2025, 4), "2025-10-01 to 2026-01-01"},
      {halfyear_interval(2025, 1), "2025-01-01 to 2025-07-01"},
      {halfyear_interval(2025, 2), "2025-07-01 to 2026-01-01"},
      {month_interval(2024, 2), "2024-02-01 to 2024-03-01"},
      {month_interval(9999, 12), "9999-12-01 to 10000-01-01"},
      {year_interval(-215), "-0215-01-01 to -0214-01-01"},
      {year_interval(-9999), "-9999-01-01 to -9998-01-01"},
      {year_interval(9999), "9999-01-01 to 10000-01-01"},
      {daypart_interval(tuesday, Daypart::kMorning), "2016-01-12T05:00 to 2016-01-12T12:00"},
      {daypart_interval(tuesday, Daypart::kMidday), "2016-01-12T12:00 to 2016-01-12T13:00"},
      {daypart_interval(tuesday, Daypart::kAfternoon), "2016-01-12T13:00 to 2016-01-12T18:00"},
      {daypart_interval(tuesday, Daypart::kEvening), "2016-01-12T18:00 to 2016-01-13"},
      {daypart_interval(tuesday, Daypart::kNight), "2016-01-12T22:00 to 2016-01-13T05:00"},
      {minute_interval(tuesday, 20, 0), "2016-01-12T20:00 to 2016-01-12T20:01"},
      {minute_interval(tuesday, 24, 0), "2016-01-13 to 2016-01-13T00:01"},
      {hour_interval(tuesday, 20), "2016-01-12T20:00 to 2016-01-12T21:00"},
      {hour_interval(tuesday, 23), "2016-01-12T23:00 to 2016-01-13"},
      {day_interval(tuesday), "2016-01-12 to 2016-01-13"},
      {days_interval(tuesday, day(2016, 1, 14)), "2016-01-12 to 2016-01-15"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.wanted);
    CHECK(shown(row.interval) == row.wanted);
  }
}

TEST_CASE("time/calendar: units that do not exist or leave the range of years") {
  const CivilDay last = day(9999, 12, 31);
  const std::optional<Interval> none[] = {
      century_interval(-1),
      century_interval(100),
      decade_interval(-1),
      decade_interval(1000),
      millennium_interval(-1),
      millennium_interval(10),
      century_bc_interval(0),
      century_bc_interval(101),
      century_bc_interval(INT32_MIN),
      century_interval(INT32_MAX),
      season_interval(9999, Season::kWinter),
      season_interval(10000, Season::kSpring),
      week_interval({2025, 0}),
      week_interval({2025, 53}),
      week_interval({2020, 54}),
      week_interval({9999, 52}),  // ends on 2 January 10000
      week_interval({INT32_MAX, 1}),
      quarter_interval(2025, 0),
      quarter_interval(2025, 5),
      halfyear_interval(2025, 0),
      halfyear_interval(2025, 3),
      halfyear_interval(2025, UINT32_MAX),
      month_interval(2025, 0),
      month_interval(2025, 13),
      year_interval(10000),
      year_interval(-10000),
      year_interval(INT32_MIN),
      year_interval(INT32_MAX),
      daypart_interval(last, Daypart::kNight),
      minute_interval(last, 24, 0),
      minute_interval(last, 24, 1),
      minute_interval(last, 25, 0),
      minute_interval(last, 20, 60),
      hour_interval(last, 24),
      days_interval(last, CivilDay{last.count - 1}),
      days_interval(last, CivilDay{last.count - 2}),
      day_interval(CivilDay{last.count + 1}),
  };
  std::size_t row = 0;
  for (const auto& interval : none) {
    CAPTURE(row);
    CHECK_FALSE(interval);
    ++row;
  }
  CHECK(daypart_interval(last, Daypart::kEvening));
}

// DESIGN, Words: half-open, "so that months join without gaps".
TEST_CASE("time/calendar: months, quarters, half-years and seasons join without gaps") {
  for (std::int32_t year = kYearMin; year < kYearMax; ++year) {
    CAPTURE(year);
    const Interval whole = year_interval(year).value();
    CivilMinute reached = whole.begin();
    for (std::uint32_t month = 1; month <= 12; ++month) {
      const Interval interval = month_interval(year, month).value();
      REQUIRE(interval.begin() == reached);
      REQUIRE(interval.length_minutes() == length_of(year, month) * kMinutesPerDay);
      REQUIRE(quarter_interval(year, (month + 2) / 3).value().contains(interval));
      REQUIRE(halfyear_interval(year, (month + 5) / 6).value().contains(interval));
      reached = interval.end();
    }
    REQUIRE(reached == whole.end());
    REQUIRE(season_interval(year, Season::kWinter).value().end() ==
            season_interval(year + 1, Season::kSpring).value().begin());
  }
}

}  // namespace
}  // namespace annalen::time
