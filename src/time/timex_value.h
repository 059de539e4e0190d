// timex_value.h: TIMEX3 value (and mod) -> interval and granularity, and its EDTF text.
// Source:  TimeML 1.2.1 values as used in the German gold corpora; intervals by DESIGN.md, Time 5 and Conventions.
// Values:  "2022", "2022-03", "2022-03-10", "2025-W08", "2025-W08-WE", "2025-W08-4" (Thursday), "2025-Q1", "2025-H1",
//          "1998-FA", "194", "19", "2", "BC0216", "BC0216-08", "BC0216-08-02", "2013-11-30T20:00" (seconds allowed),
//          "…T20", "…T24:00", "…TEV"; the time also after a BC date.
//          "BC02" (the second century BC, as spoken, unlike "19": years -199 to -100, EDTF "-01XX").
// Errors:  empty for what names no interval (P3D, PAST_REF, XXXX-12-28, T20:00) and for what is malformed.
// Threads: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/granularity.h"
#include "time/interval.h"

namespace annalen::time {

struct ValuedInterval {
  Interval interval;
  Granularity granularity;
};

// `mod` is "", START, MID, END (which narrow the interval) or any other TIMEX3 mod (which does not).
[[nodiscard]] std::optional<ValuedInterval> interval_of_value(std::string_view value, std::string_view mod);

// Which bounds of the interval of a value with that mod the text itself draws: none of "um 1850" (APPROX), of "Anfang
// Mai" (START) the begin alone; the end of that third is ours.
struct Sharpness {
  bool begin = true;
  bool end = true;
};
[[nodiscard]] Sharpness sharpness_of(std::string_view mod);

// EDTF of interval_of_value(value, mod), see edtf.h; empty where none exists. A bound that is not sharp takes "~".
[[nodiscard]] std::string edtf_of_value(std::string_view value, std::string_view mod);

}  // namespace annalen::time
