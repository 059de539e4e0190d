// edtf.h: EDTF text -> interval, and intervals -> EDTF text.
// Source:  ISO 8601-2:2019, EDTF levels 0 to 2, as the Library of Congress specifies them.
// Written: what names exactly the same time as the readings, and nothing else; where EDTF has no such text it is empty.
//          Level 2 has no hours, no parts of days, no times in intervals or sets, and no intervals in sets. A clock
//          time is its first second. Weeks and weekends are intervals of days. Seasons are 21-24, quarters 33-36,
//          half-years 40-41; an end of an interval is a year, a month or a day, never a season. "~" stands where the
//          text says "about", and at the end of a third ("Anfang 2023": "2023-01/2023-04~") that is ours by convention.
//          Nothing is written with "?" or "%": no mod of TIMEX3 says doubt.
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
// "Y-17E2". A last unit is included as a whole ("2022/2023" ends with 2023, "T18:00/T23:59" at 24:00). Offsets of
// times are read and dropped: civil time, as written; seconds may be left out. Codes 25-28 are northern seasons, 29-32
// southern, 33-36 quarters, 37-39 four months, 40-41 half-years. Years outside -9999 to 9999 ("Y170000002") are
// refused by that name, texts over 8192 bytes too.
[[nodiscard]] Result<Interval> interval_of_edtf(std::string_view text);

// One end of an interval: the unit that is named there; `about`: its outer bound is no sharp one.
struct EdtfEnd {
  Interval span;
  bool about = false;
};
// From the begin of `first` to the end of `last`, each as coarse as its span: "2004/2006-06", "1990/1992~"; a single
// date where one says it all. REQUIRES: the one begins before the other ends. All three are empty when an end lies
// within a day.
[[nodiscard]] std::string edtf_between(const EdtfEnd& first, const EdtfEnd& last);
[[nodiscard]] std::string edtf_from(const EdtfEnd& first);  // "2014/.."
[[nodiscard]] std::string edtf_until(const EdtfEnd& last);  // "../2014-03"

// One EDTF text per reading, in order, or empty where one has none -> "[a,b,c]"; a single text stays as it is; three
// days or more without a gap become "a..b". Empty when any text is empty, a time, an interval or a set, of which EDTF
// builds no set (so several weeks have none).
[[nodiscard]] std::string edtf_one_of(std::span<const std::string> texts);

}  // namespace annalen::time
