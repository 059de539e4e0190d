// day_choice.h: the day of a weekday, and of a number that is said without its month or year ("am Dienstag", "am 5.",
// "Samstag, 14. Dezember"), for the sources of this room.
// Threads: functions of the standpoint; they leave in it the anchor that they count from.
#pragma once

#include <cstdint>
#include <optional>

#include "timex/standpoint.h"
#include "timex/unvalued.h"
#include "timex/value.h"

namespace annalen::timex {

// Of a weekend: its first day.
[[nodiscard]] std::optional<CalendarValue> weekday_day(Standpoint& here, const Expression& expression,
                                                       const WeekdayOf& weekday);
// "Samstag, 14. Dezember": the weekday tells the year, where one of the years around has it so. Empty where none has.
// REQUIRES: the date has weekday, month and day.
[[nodiscard]] std::optional<CalendarValue> matching_weekday(Standpoint& here, const DateOf& date);
// "Samstag, 15., und Sonntag, 16. März": the nearest month whose day is that weekday, the one said behind first.
[[nodiscard]] std::optional<CalendarValue> day_on_weekday(Standpoint& here, const Expression& expression,
                                                          std::uint32_t weekday, std::uint32_t day);
// "am 5.": of the month last mentioned, else of the publication's.
[[nodiscard]] std::optional<CalendarValue> day_of_known_month(Standpoint& here, const Expression& expression,
                                                              std::uint32_t day);

}  // namespace annalen::timex
