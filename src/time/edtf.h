// edtf.h: EDTF text -> interval, and readings -> EDTF text.
// Source:  ISO 8601-2:2019, EDTF levels 0 to 2 as far as a value names an interval.
// Errors:  Error{kInput, what, "byte n"}; an open or unknown end is the end of the range of years.
// Threads: pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "time/interval.h"
#include "time/readings.h"

namespace annalen::time {

// The hull of what the text may mean: "2022", "2022-03", "2022-03-10", "2022-03-10T20:00", "2022-21" (season),
// "199X", "19XX", "2022~", "2022?", "[2025-02-20,2025-02-27]", "{…}", "2022/2023", "2022-03/..", "../2022", "-0215",
// "Y…". A last unit is included as a whole ("2022/2023" ends with 2023, "T18:00/T23:59" at 24:00). Offsets of times are
// read and dropped: civil time, as written. Codes 25-28 are northern seasons, 29-32 southern, 33-36 quarters, 37-39
// four months, 40-41 half-years. Texts over 8192 bytes are refused.
[[nodiscard]] Result<Interval> interval_of_edtf(std::string_view text);

// One EDTF text per reading, in order, or empty where one has none -> "[a,b,c]"; a single text stays as it is; a
// regular set of days or weeks becomes "[a..b]" only when every day between is a reading. Empty when any text is empty,
// or is itself an interval or a set, of which EDTF builds no set (so several weeks or dayparts have none).
[[nodiscard]] std::string edtf_one_of(std::span<const std::string> texts);

}  // namespace annalen::time
