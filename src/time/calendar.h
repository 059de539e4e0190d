// calendar.h: calendar units as intervals, and day arithmetic.
// Source:  DESIGN.md, Time 5 and Conventions; ISO 8601 weeks and Gregorian dates by Howard Hinnant's date library.
// Years:   astronomical (0 = 1 BC). Months 1-12. Every function is empty when the unit leaves years -9999 to 9999 or
//          does not exist (30 February, week 53 of a short year).
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "time/granularity.h"
#include "time/interval.h"

namespace annalen::time {

struct YearMonthDay {
  std::int32_t year = 0;
  std::uint32_t month = 1;  // 1-12
  std::uint32_t day = 1;    // 1-31
  auto operator<=>(const YearMonthDay&) const = default;
};
struct IsoWeek {
  std::int32_t year = 0;   // the week's year, which may differ from the day's
  std::uint32_t week = 1;  // 1-53
  auto operator<=>(const IsoWeek&) const = default;
};
// ISO numbering: Monday is 1, Sunday 7.
enum class Weekday : std::uint8_t { kMonday = 1, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };
enum class Season : std::uint8_t { kSpring, kSummer, kAutumn, kWinter };
enum class Daypart : std::uint8_t { kMorning, kMidday, kAfternoon, kEvening, kNight };
// First, middle, last third of a unit (TIMEX3 mod START, MID, END).
enum class Third : std::uint8_t { kStart, kMid, kEnd };

[[nodiscard]] std::optional<CivilDay> civil_day(const YearMonthDay& date);
[[nodiscard]] YearMonthDay year_month_day(CivilDay day);
[[nodiscard]] IsoWeek iso_week_of(CivilDay day);
[[nodiscard]] Weekday weekday_of(CivilDay day);
[[nodiscard]] std::uint32_t days_in_month(std::int32_t year, std::uint32_t month);  // REQUIRES: month 1-12
// The same day `months` later, clamped to the month's last day (31 January + 1 = 28 February).
[[nodiscard]] std::optional<YearMonthDay> add_months(const YearMonthDay& date, std::int32_t months);
// Gregorian Easter Sunday of years 1583 to 9999, and by the same computus for earlier ones.
[[nodiscard]] std::optional<CivilDay> easter_sunday(std::int32_t year);

[[nodiscard]] std::optional<Interval> day_interval(CivilDay day);
// Both days included as a whole. Empty when last < first.
[[nodiscard]] std::optional<Interval> days_interval(CivilDay first, CivilDay last);
[[nodiscard]] std::optional<Interval> month_interval(std::int32_t year, std::uint32_t month);
[[nodiscard]] std::optional<Interval> year_interval(std::int32_t year);
[[nodiscard]] std::optional<Interval> week_interval(const IsoWeek& week);
[[nodiscard]] std::optional<Interval> weekend_interval(const IsoWeek& week);  // Saturday and Sunday
[[nodiscard]] std::optional<Interval> quarter_interval(std::int32_t year, std::uint32_t quarter);  // 1-4
[[nodiscard]] std::optional<Interval> halfyear_interval(std::int32_t year, std::uint32_t half);    // 1-2
[[nodiscard]] std::optional<Interval> season_interval(std::int32_t year, Season season);  // winter: year it begins in
// n as in TIMEX3: decade 194 = 1940-1949, century 19 = 1900-1999, millennium 2 = 2000-2999; all >= 0. Century
// 0 and millennium 0 begin in year 1.
[[nodiscard]] std::optional<Interval> decade_interval(std::int32_t decade);
[[nodiscard]] std::optional<Interval> century_interval(std::int32_t century);
[[nodiscard]] std::optional<Interval> millennium_interval(std::int32_t millennium);
// The n-th century BC (n >= 1): [-100n+1, -100(n-1)+1).
[[nodiscard]] std::optional<Interval> century_bc_interval(std::int32_t n);
[[nodiscard]] std::optional<Interval> daypart_interval(CivilDay day, Daypart part);  // night ends on the next day
// 24:00 is the first minute of the next day.
[[nodiscard]] std::optional<Interval> minute_interval(CivilDay day, std::uint32_t hour, std::uint32_t minute);
[[nodiscard]] std::optional<Interval> hour_interval(CivilDay day, std::uint32_t hour);  // 0-23
// "Anfang", "Mitte", "Ende" of a unit. Months: days 1-10, 11-20, 21-end; years, half-years, quarters: by months; weeks
// and seasons: by days (2/3/2 of a week); decades, centuries, millennia: 30/40/30 %; weekends, days, dayparts and
// hours: by equal minutes; a minute has no thirds and stays. REQUIRES: `unit` is a whole unit of that granularity (any
// other interval comes back as it is or cut by the same rule; nothing fails).
[[nodiscard]] Interval third_of(const Interval& unit, Granularity granularity, Third third);

}  // namespace annalen::time
