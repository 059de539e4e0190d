// value.h: what an expression means once it is valued: a unit of the calendar, with its TIMEX3 text.
// Years:   astronomical (0 = 1 BC).
// Threads: value types, pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "time/calendar.h"
#include "timex/slot.h"
#include "timex/unit.h"

namespace annalen::timex {

struct ClockTime {
  std::uint8_t hour = 0;  // 0-24
  std::uint8_t minute = 0;
  auto operator<=>(const ClockTime&) const = default;
};

// One unit of the calendar. Units that no calendar value has (hours, nights) stand for their day with `part` or
// `clock`.
struct CalendarValue {
  Unit unit = Unit::kDay;
  std::int32_t year = 0;     // decade, century, millennium: their TIMEX3 number; a century BC is its number negated
  std::uint32_t part = 1;    // month, week (weekend), quarter, half-year, season (0-3)
  std::uint32_t day = 1;     // kDay
  bool day_unknown = false;  // a clock time or part of day of no known day
  std::optional<time::Daypart> daypart;
  std::optional<ClockTime> clock;
  auto operator<=>(const CalendarValue&) const = default;
};

[[nodiscard]] CalendarValue day_value(time::CivilDay day);
[[nodiscard]] CalendarValue week_value(time::CivilDay day);
[[nodiscard]] CalendarValue month_value(std::int32_t year, std::uint32_t month);
[[nodiscard]] CalendarValue year_value(std::int32_t year);
[[nodiscard]] CalendarValue unknown_day();
// The unit that holds the day. Units finer than a day give the day.
[[nodiscard]] std::optional<CalendarValue> unit_holding(time::CivilDay day, Unit unit);
// The unit that stands `count` units after the one that holds `day`. Empty outside years -9999 to 9999.
[[nodiscard]] std::optional<CalendarValue> unit_shifted(time::CivilDay day, Unit unit, std::int32_t count);
// The interval of the unit (of its day part or minute); empty when it names none or none of the calendar.
[[nodiscard]] std::optional<time::Interval> interval_of(const CalendarValue& value);
// Its first day.
[[nodiscard]] std::optional<time::CivilDay> first_day(const CalendarValue& value);

// An amount (`centi` counts hundredths of a unit) in whole units of the calendar: 150 years are 1.5 years, 18 months.
// Empty where it has none, and for units finer than a day.
[[nodiscard]] std::optional<std::pair<Unit, std::int32_t>> whole_units(Unit unit, std::int32_t centi);

[[nodiscard]] std::string timex_value_text(const CalendarValue& value);
[[nodiscard]] std::string_view to_text(time::Daypart part);  // "MO"

// "P3D", "PXY", "PT1.5H", "PT1AF". `centi` counts hundredths; absent: a vague amount. `split` writes 1.5 hours as
// PT1H30M.
[[nodiscard]] std::string duration_text(std::optional<std::int32_t> centi, Unit unit, bool split);

}  // namespace annalen::timex
