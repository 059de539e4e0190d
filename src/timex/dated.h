// dated.h: the interval that an expression or a range dates, with its EDTF text, on one day of publication and over all
// of them, for the sources of this room.
// Source:  DESIGN.md, Time 2 to 5 and Conventions.
// Threads: value types, pure functions.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "time/interval.h"
#include "time/publication.h"
#include "time/readings.h"
#include "timex/expression.h"
#include "timex/valuer.h"

namespace annalen::timex {

struct Dated {
  time::Interval interval;
  std::string edtf;
  bool operator==(const Dated&) const = default;
};

// Empty where nothing dates it.
[[nodiscard]] std::optional<Dated> dated(const time::Publication& publication, const Expression& expression,
                                         const Valued& valued);
// Empty also where it would end before it begins.
[[nodiscard]] std::optional<Dated> dated_range(const Expression& first, const Valued& from, const Expression& last,
                                               const Valued& to);
// Readings of all possible days, one text each where there is one. Empty where there are none.
[[nodiscard]] std::optional<std::pair<time::Readings, std::string>> combined(std::vector<Dated> all);

// "seit Mai", "in den vergangenen drei Jahren"
[[nodiscard]] bool runs_to_publication(const Expression& expression, const Valued& valued);
// What the words around a date that runs nowhere say of it.
[[nodiscard]] time::Relation plain_relation(const Expression& expression);

}  // namespace annalen::timex
