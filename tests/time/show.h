// show.h: intervals as text, so that a failing row can be read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/interval.h"
#include "time/timex_value.h"

namespace annalen::time {

// "2022-03-01 to 2022-04-01"; "none" when there is none.
inline std::string shown(const Interval& interval) {
  return to_text(interval.begin()) + " to " + to_text(interval.end());
}
inline std::string shown(const std::optional<Interval>& interval) { return interval ? shown(*interval) : "none"; }
inline std::string shown(const std::optional<ValuedInterval>& valued) {
  return valued ? shown(valued->interval) : "none";
}

// REQUIRES: what minute_from_text() reads, in order.
inline Interval span(std::string_view begin, std::string_view end) {
  return Interval::make(minute_from_text(begin).value(), minute_from_text(end).value()).value();
}

}  // namespace annalen::time
