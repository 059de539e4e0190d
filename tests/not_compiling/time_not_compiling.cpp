// What must not compile: one case a sentence. tests/time/needs.cmake compiles the file once for each CASE; case 0 must
// pass, so that the others fail for their own reason.
#include "time/calendar.h"
#include "time/interval.h"
#include "time/publication.h"
#include "time/readings.h"

namespace annalen::time {

#if CASE == 0
// Everything that is allowed, in the words that the cases below misuse.
bool allowed(CivilDay day, CivilMinute minute, const Interval& interval) {
  const CivilMinute made{5};
  const Readings readings{interval};
  const auto publication = Publication::restore(Publication::Precision::kDay, day, day, "");
  return start_of(day) < minute && made == minute && interval.begin() < interval.end() && readings.exact() &&
         day_interval(day) == interval && publication && season_interval(2025, Season::kWinter) == interval &&
         weekday_of(day) == Weekday::kMonday && Granularity::kDay < Granularity::kMonth;
}
#elif CASE == 1
// A day is not compared with a minute.
bool wrong(CivilDay day, CivilMinute minute) { return day < minute; }
#elif CASE == 2
// A day is not equal to a minute.
bool wrong(CivilDay day, CivilMinute minute) { return day == minute; }
#elif CASE == 3
// A number is no point of time.
CivilMinute wrong() { return 5; }
#elif CASE == 4
// A number is no day.
CivilDay wrong() { return 5; }
#elif CASE == 5
// A point of time is no number.
std::int64_t wrong(CivilMinute minute) { return minute; }
#elif CASE == 6
// An interval has ends: it is not made without.
Interval wrong() { return {}; }
#elif CASE == 7
// An interval is made by make(), which checks its ends.
Interval wrong(CivilMinute begin, CivilMinute end) { return Interval{begin, end}; }
#elif CASE == 8
// An interval is made from points of time, not from numbers.
auto wrong() { return Interval::make(1, 2); }
#elif CASE == 9
// An interval's ends are points of time, not days.
auto wrong(CivilDay first, CivilDay last) { return Interval::make(first, last); }
#elif CASE == 10
// An interval that may be absent is not taken for one that is there.
Interval wrong(CivilMinute begin, CivilMinute end) { return Interval::make(begin, end); }
#elif CASE == 11
// An interval's begin cannot be moved.
void wrong(Interval& interval) { interval.begin().count = 1; }
#elif CASE == 12
// Readings are never empty: they are not made without one.
Readings wrong() { return Readings{}; }
#elif CASE == 13
// An interval becomes readings only when that is said.
Readings wrong(const Interval& interval) { return interval; }
#elif CASE == 14
// A weekday is not a number: Monday is not said as 1.
bool wrong(CivilDay day) { return weekday_of(day) == 1; }
#elif CASE == 15
// A season is not a month.
auto wrong() { return season_interval(2025, 12); }
#elif CASE == 16
// Days are not added to points of time.
CivilMinute wrong(CivilMinute minute, CivilDay day) { return minute + day; }
#elif CASE == 17
// A granularity is not a relation.
bool wrong(Granularity granularity, Relation relation) { return granularity == relation; }
#elif CASE == 18
// The week's year and number are no date.
auto wrong(const IsoWeek& week) { return civil_day(week); }
#elif CASE == 19
// A publication is parsed or restored, not put together.
Publication wrong(CivilDay day) { return Publication{Publication::Precision::kDay, day, day, ""}; }
#elif CASE == 20
// A point of time is not the first day of an interval of days.
auto wrong(CivilMinute minute) { return day_interval(minute); }
#elif CASE == 21
// A failed reading is not dropped without a look (with -Werror).
void wrong() { Publication::parse("2025", "UTC"); }
#else
#error "no such case: needs.cmake counts further than this file"
#endif

}  // namespace annalen::time
