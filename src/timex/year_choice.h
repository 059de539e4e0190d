// year_choice.h: the year of an expression: as far as it was said, and of what comes once a year and was said without
// one, for the sources of this room. Years are astronomical.
// Threads: functions of the standpoint; they leave in it the anchor that they count from.
#pragma once

#include <cstdint>
#include <optional>

#include "timex/standpoint.h"
#include "timex/unvalued.h"
#include "timex/value.h"

namespace annalen::timex {

// Empty where nothing of a year was said, or where the text has none to count from.
[[nodiscard]] std::optional<std::int32_t> year_of(Standpoint& here, const YearPart& part);
// "im folgenden Sommer" is the first one behind what an account said last. Empty for seasons said otherwise.
[[nodiscard]] std::optional<std::int32_t> year_of_next(const Standpoint& here, const SeasonOf& season);
// REQUIRES: the expression is of a kind that comes once a year (yearly.h).
[[nodiscard]] std::optional<CalendarValue> in_fitting_year(Standpoint& here, const Expression& expression);

}  // namespace annalen::timex
