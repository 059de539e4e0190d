// narrative_clock.h: which year an account of the past is in, at each of its expressions.
// Why:     "Am 1. August" means the year of the events told, not the last year read: years are said in passing too. So
//          the years are chosen for all expressions together: the cheapest way through the text, where staying in a
//          year costs nothing, going on costs little, going back more, and a year may be passed over as background.
// Bounds:  time and memory proportional to the number of expressions.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "clause/clause.h"
#include "text/document.h"
#include "timex/expression.h"

namespace annalen::timex {

// One entry an expression: the year told there; empty before the first year is said.
[[nodiscard]] std::vector<std::optional<std::int32_t>> narrative_years(const text::Document& document,
                                                                       const clause::Clauses& clauses,
                                                                       std::span<const Expression> expressions,
                                                                       std::span<const Joint> joints);

}  // namespace annalen::timex
