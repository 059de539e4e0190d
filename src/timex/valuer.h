// valuer.h: expressions -> calendar values, for each possible day of publication.
// Purity:  the result depends on the expressions, the clauses, the reading of the domain and the day; nothing else.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "clause/clause.h"
#include "text/document.h"
#include "time/publication.h"
#include "timex/expression.h"
#include "timex/timex.h"
#include "timex/value.h"

namespace annalen::timex {

struct Valued {
  // The TIMEX3 value where it is one of the calendar; empty for amounts, texts, and what the calendar refuses.
  std::optional<CalendarValue> value;
  // What dates the event: mostly the same; for "vor drei Tagen" the day.
  std::optional<CalendarValue> dating;
  std::optional<CalendarValue> anchor;  // counted from ...
  Reference anchor_at;                  // ... what says it; an index is one of the expressions
  bool to_publication = false;          // runs from `dating` to the publication: "in den vergangenen drei Jahren"
  bool from_publication = false;        // runs from the publication to `dating`
  bool operator==(const Valued&) const = default;
};

// What an expression means on each possible day of publication.
struct ValuedByDay {
  std::vector<Valued> values;  // one a day, in order; a single one where all days have the same
  [[nodiscard]] const Valued& on(std::size_t day) const { return values.size() == 1 ? values.front() : values[day]; }
  [[nodiscard]] const Valued& last() const { return values.back(); }
};

struct ValuingContext {
  const text::Document& document;
  const clause::Clauses& clauses;
  const time::Publication& publication;
  std::span<const Expression> expressions;
  const std::vector<Rule>& rules;
  std::span<const Joint> joints;                            // one an expression
  std::span<const std::optional<std::int32_t>> told_years;  // one an expression; empty in news
  bool narrative = false;
};

// One entry an expression.
[[nodiscard]] std::vector<ValuedByDay> value_all(const ValuingContext& context);

}  // namespace annalen::timex
