// aim.h: which way from the day of publication an expression looks, as the clause around it tells, for the sources of
// this room.
// Threads: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "clause/clause.h"
#include "time/calendar.h"
#include "timex/expression.h"
#include "timex/value.h"

namespace annalen::timex {

enum class Aim : std::uint8_t { kBack, kUnknown, kAhead };

// `joined`: it begins a range whose end is an expression as well.
[[nodiscard]] Aim aim_of(const clause::Clauses& clauses, const Expression& expression, bool joined);
[[nodiscard]] bool in_present(const clause::Clauses& clauses, const Expression& expression);
// "Am Samstag spielt …", "Der Rat tagt am Samstag …": it opens a clause in the present or stands behind its
// verb, so that it belongs to no noun.
[[nodiscard]] bool belongs_to_present(const clause::Clauses& clauses, const Expression& expression);

// Of something that comes once a year and was said without one: the value of the year before the publication's, of that
// year and of the one behind it.
using YearlyCandidates = std::array<std::optional<CalendarValue>, 3>;
// The nearest one that fits the aim.
[[nodiscard]] std::optional<CalendarValue> nearest(const YearlyCandidates& candidates, time::CivilDay today,
                                                   const clause::Clauses& clauses, const Expression& expression,
                                                   Aim aim);

}  // namespace annalen::timex
