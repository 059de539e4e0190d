#include "time/calendar.h"

namespace annalen::time {
namespace {

// The two moments between the three thirds.
struct Cuts {
  CivilMinute first;
  CivilMinute second;
};

CivilMinute days_after(CivilMinute minute, std::int64_t days) {
  return CivilMinute{minute.count + days * kMinutesPerDay};
}

// Absent only past the range of years; `fallback` then leaves the unit as it is.
CivilMinute months_after(CivilMinute minute, std::int32_t months, CivilMinute fallback) {
  const auto date = add_months(year_month_day(day_of(minute)), months);
  const auto day = date ? civil_day(*date) : std::nullopt;
  return day ? start_of(*day) : fallback;
}

Cuts cuts_by_minutes(const Interval& unit) {
  const std::int64_t length = unit.length_minutes();
  return {CivilMinute{unit.begin().count + length / 3}, CivilMinute{unit.begin().count + length * 2 / 3}};
}

// To the nearest day, so that first and last third are equally long: 2/3/2, 31/30/31, 30/31/30.
Cuts cuts_by_days(const Interval& unit) {
  const std::int64_t days = unit.length_minutes() / kMinutesPerDay;
  return {days_after(unit.begin(), (days * 2 + 3) / 6), days_after(unit.begin(), (days * 4 + 3) / 6)};
}

Cuts cuts_by_months(const Interval& unit, std::int32_t months) {
  return {months_after(unit.begin(), months, unit.begin()), months_after(unit.begin(), 2 * months, unit.end())};
}

// 30/40/30 %, counted back from the end: the first century has 99 years, yet its "Ende" 30 like any other's.
Cuts cuts_by_years(const Interval& unit, std::int32_t years) {
  const CivilMinute last_day = days_after(unit.end(), -1);
  const std::int32_t end_year = year_month_day(day_of(last_day)).year + 1;
  const auto year_begin = [](std::int32_t year, CivilMinute fallback) {
    const auto day = civil_day({year, 1, 1});
    return day ? start_of(*day) : fallback;
  };
  return {year_begin(end_year - years * 7 / 10, unit.begin()), year_begin(end_year - years * 3 / 10, unit.end())};
}

Cuts cuts_of(const Interval& unit, Granularity granularity) {
  switch (granularity) {
    case Granularity::kMonth:
      return {days_after(unit.begin(), 10), days_after(unit.begin(), 20)};
    case Granularity::kWeek:
    case Granularity::kSeason:
      return cuts_by_days(unit);
    case Granularity::kQuarter:
      return cuts_by_months(unit, 1);
    case Granularity::kHalfyear:
      return cuts_by_months(unit, 2);
    case Granularity::kYear:
      return cuts_by_months(unit, 4);
    case Granularity::kDecade:
      return cuts_by_years(unit, 10);
    case Granularity::kCentury:
      return cuts_by_years(unit, 100);
    case Granularity::kMillennium:
      return cuts_by_years(unit, 1000);
    case Granularity::kMinute:
    case Granularity::kHour:
    case Granularity::kDaypart:
    case Granularity::kDay:
    case Granularity::kWeekend:
      return cuts_by_minutes(unit);
  }
  return cuts_by_minutes(unit);
}

}  // namespace

Interval third_of(const Interval& unit, Granularity granularity, Third third) {
  const Cuts cuts = cuts_of(unit, granularity);
  // A third reaches over the unit only when the unit is none of that granularity.
  if (cuts.first < unit.begin() || cuts.second > unit.end()) return unit;
  switch (third) {
    case Third::kStart:
      return Interval::make(unit.begin(), cuts.first).value_or(unit);
    case Third::kMid:
      return Interval::make(cuts.first, cuts.second).value_or(unit);
    case Third::kEnd:
      return Interval::make(cuts.second, unit.end()).value_or(unit);
  }
  return unit;
}

}  // namespace annalen::time
