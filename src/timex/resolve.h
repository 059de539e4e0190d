// resolve.h: what an expression means in the calendar, by its kind, without its time of day, for the sources of this
// room.
// Threads: a function of the standpoint; it leaves in it the anchor that it counts from.
#pragma once

#include <optional>

#include "timex/standpoint.h"
#include "timex/value.h"

namespace annalen::timex {

// Empty for amounts and texts, for what the calendar refuses, and where nothing is there to count from. The expression
// is the one under way, or one behind it that tells its day.
[[nodiscard]] std::optional<CalendarValue> resolve(Standpoint& here, const Expression& expression);

}  // namespace annalen::timex
