// date_text.h: intervals as people read them: "2022-03", "2014", "2025-02-17 – 2025-02-23", "2022-03-10 20:00".
// Whole years, months and days are named as such; ends are shown as included.
// Threads: pure functions.
#pragma once

#include <string>

#include "store/record.h"
#include "time/interval.h"

namespace annalen::render {

[[nodiscard]] std::string date_text(const time::Interval& interval);

// The event's interval (the hull "… " of several readings).
[[nodiscard]] std::string date_text(const store::StoredEvent& event);
// "since, ongoing", "5 readings", "before"; empty for a plain event.
[[nodiscard]] std::string date_remark(const store::StoredEvent& event);

}  // namespace annalen::render
