// yearly.h: what comes once a year, in one year: days, months, seasons, quarters, feasts, for the sources of this room.
// Empty where the calendar refuses it. Years are astronomical.
// Source:  Easter as in time/calendar.h; the fourth Sunday of Advent is the last one before 25 December.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "timex/unvalued.h"
#include "timex/value.h"

namespace annalen::timex {

// The year, its month or its day, as far as `date` says them.
[[nodiscard]] std::optional<CalendarValue> date_in(std::int32_t year, const DateOf& date);
[[nodiscard]] CalendarValue season_in(std::int32_t year, std::uint32_t season);
[[nodiscard]] CalendarValue part_in(std::int32_t year, const PartOfYear& part);
// The feast itself, or what is counted from it ("am Wochenende nach Ostern").
[[nodiscard]] std::optional<CalendarValue> holiday_in(std::int32_t year, const HolidayOf& holiday);
// Any of these. Empty for what comes at other times.
[[nodiscard]] std::optional<CalendarValue> yearly_in(std::int32_t year, const Unvalued& unvalued);

}  // namespace annalen::timex
