// daytime_choice.h: the day that a bare time of day belongs to ("um 15 Uhr", "am Abend"), for the sources of this room.
// Threads: functions of the standpoint; day_of_time() leaves in it the anchor that it counts from.
#pragma once

#include <cstddef>
#include <optional>

#include "timex/standpoint.h"
#include "timex/value.h"

namespace annalen::timex {

// "jeden Dienstag um 15 Uhr", "täglich von 8 bis 12 und von 14 bis 18 Uhr": of no day of its own.
[[nodiscard]] bool belongs_to_set(const Standpoint& here, const Expression& expression);
// "um 20 Uhr am Donnerstag": the expression close behind it that may say the day.
[[nodiscard]] std::optional<std::size_t> day_said_behind(const Standpoint& here, const Expression& expression);
// As what was said before tells; its day is unknown where an account named none. Empty past the calendar's end.
[[nodiscard]] std::optional<CalendarValue> day_of_time(Standpoint& here, const Expression& expression);

}  // namespace annalen::timex
