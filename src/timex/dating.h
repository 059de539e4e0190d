// dating.h: valued expressions -> timexes with the dates that they give their events.
// Source:  DESIGN.md, Time 2 to 5 and Conventions.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "time/publication.h"
#include "timex/expression.h"
#include "timex/timex.h"
#include "timex/valuer.h"

namespace annalen::timex {

struct DatingContext {
  const text::Document& document;
  const Rules& rules;
  const time::Publication& publication;
  bool narrative = false;
};

// `valued`: what value_all() gave. Expressions that have no value are left out. Appends to `out`.
void make_timexes(const DatingContext& context, std::span<const Expression> expressions, std::span<const Joint> joints,
                  std::span<const ValuedByDay> valued, std::vector<Timex>& out);

}  // namespace annalen::timex
