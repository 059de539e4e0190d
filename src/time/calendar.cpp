#include "time/calendar.h"

#include <date/date.h>
#include <date/iso_week.h>

#include <algorithm>
#include <cassert>

namespace annalen::time {
namespace {

constexpr std::int64_t kHour = 60;  // minutes

bool year_known(std::int32_t year) { return year >= kYearMin && year <= kYearMax; }

// Days beyond +-kDaysMax (years -11719 to 15659) are no dates of ours; held there, the arithmetic cannot overflow.
constexpr std::int32_t kDaysMax = 5'000'000;

date::sys_days sys_days_of(CivilDay day) {
  return date::sys_days{date::days{std::clamp(day.count, -kDaysMax, kDaysMax)}};
}

CivilDay civil_day_of(date::sys_days day) {
  return CivilDay{static_cast<std::int32_t>(day.time_since_epoch().count())};
}

// The first minute of a month; `month` may run past December, the year past 9999 (make() then refuses).
CivilMinute month_begin(std::int32_t year, std::uint32_t month) {
  const auto years = static_cast<std::int32_t>((month - 1) / 12);
  return start_of(civil_day_of(date::sys_days{date::year{year + years} / date::month{(month - 1) % 12 + 1} / 1}));
}

std::optional<Interval> months_interval(std::int32_t year, std::uint32_t month, std::uint32_t count) {
  if (!year_known(year)) return std::nullopt;
  return Interval::make(month_begin(year, month), month_begin(year, month + count));
}

std::optional<Interval> years_interval(std::int32_t first, std::int32_t end) {
  if (!year_known(first) || end <= first || end > kYearMax + 1) return std::nullopt;
  return Interval::make(month_begin(first, 1), month_begin(end, 1));
}

std::optional<Interval> minutes_of_day(CivilDay day, std::int64_t begin, std::int64_t end) {
  const std::int64_t midnight = start_of(day).count;
  return Interval::make(CivilMinute{midnight + begin}, CivilMinute{midnight + end});
}

// Days `first` to `last` of the week, both included.
std::optional<Interval> weekdays_interval(const IsoWeek& week, Weekday first, Weekday last) {
  if (!year_known(week.year) || week.week < 1 || week.week > 53) return std::nullopt;
  const auto monday = iso_week::year{week.year} / iso_week::weeknum{week.week} / iso_week::mon;
  if (!monday.ok()) return std::nullopt;
  const std::int32_t day = civil_day_of(iso_week::sys_days{monday}).count - 1;
  return days_interval(CivilDay{day + static_cast<std::int32_t>(first)},
                       CivilDay{day + static_cast<std::int32_t>(last)});
}

}  // namespace

std::optional<CivilDay> civil_day(const YearMonthDay& date) {
  if (!year_known(date.year) || date.month > 12 || date.day > 31) return std::nullopt;
  const auto known = date::year{date.year} / date::month{date.month} / date::day{date.day};
  if (!known.ok()) return std::nullopt;
  return civil_day_of(date::sys_days{known});
}

YearMonthDay year_month_day(CivilDay day) {
  const date::year_month_day date{sys_days_of(day)};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

IsoWeek iso_week_of(CivilDay day) {
  const iso_week::year_weeknum_weekday week{sys_days_of(day)};
  return {static_cast<int>(week.year()), static_cast<unsigned>(week.weeknum())};
}

Weekday weekday_of(CivilDay day) { return static_cast<Weekday>(date::weekday{sys_days_of(day)}.iso_encoding()); }

std::uint32_t days_in_month(std::int32_t year, std::uint32_t month) {
  assert(month >= 1 && month <= 12);
  return static_cast<unsigned>((date::year{year} / date::month{month} / date::last).day());
}

std::optional<YearMonthDay> add_months(const YearMonthDay& date, std::int32_t months) {
  if (!civil_day(date)) return std::nullopt;
  const std::int64_t month = std::int64_t{date.year} * 12 + date.month - 1 + months;
  const std::int64_t year = month >= 0 ? month / 12 : (month - 11) / 12;
  if (year < kYearMin || year > kYearMax) return std::nullopt;
  YearMonthDay out{static_cast<std::int32_t>(year), static_cast<std::uint32_t>(month - year * 12 + 1), date.day};
  out.day = std::min(out.day, days_in_month(out.year, out.month));
  return out;
}

// The Gregorian computus as published anonymously in Nature, 1876. It repeats after 5,700,000 years, which keeps
// the divisions of early years positive.
std::optional<CivilDay> easter_sunday(std::int32_t year) {
  if (!year_known(year)) return std::nullopt;
  const std::int32_t y = year + 5'700'000;
  const std::int32_t golden = y % 19;
  const std::int32_t century = y / 100;
  const std::int32_t of_century = y % 100;
  const std::int32_t lunar = (century + 8) / 25;
  const std::int32_t correction = (century - lunar + 1) / 3;
  const std::int32_t epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const std::int32_t weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const std::int32_t late = (golden + 11 * epact + 22 * weekday) / 451;
  const std::int32_t from_march = epact + weekday - 7 * late + 114;
  return civil_day(
      {year, static_cast<std::uint32_t>(from_march / 31), static_cast<std::uint32_t>(from_march % 31 + 1)});
}

std::optional<Interval> day_interval(CivilDay day) { return days_interval(day, day); }

std::optional<Interval> days_interval(CivilDay first, CivilDay last) {
  return Interval::make(start_of(first), CivilMinute{start_of(last).count + kMinutesPerDay});
}

std::optional<Interval> month_interval(std::int32_t year, std::uint32_t month) {
  if (month < 1 || month > 12) return std::nullopt;
  return months_interval(year, month, 1);
}

std::optional<Interval> year_interval(std::int32_t year) { return months_interval(year, 1, 12); }

std::optional<Interval> week_interval(const IsoWeek& week) {
  return weekdays_interval(week, Weekday::kMonday, Weekday::kSunday);
}

std::optional<Interval> weekend_interval(const IsoWeek& week) {
  return weekdays_interval(week, Weekday::kSaturday, Weekday::kSunday);
}

std::optional<Interval> quarter_interval(std::int32_t year, std::uint32_t quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  return months_interval(year, quarter * 3 - 2, 3);
}

std::optional<Interval> halfyear_interval(std::int32_t year, std::uint32_t half) {
  if (half < 1 || half > 2) return std::nullopt;
  return months_interval(year, half * 6 - 5, 6);
}

std::optional<Interval> season_interval(std::int32_t year, Season season) {
  return months_interval(year, 3 + 3 * static_cast<std::uint32_t>(season), 3);
}

std::optional<Interval> decade_interval(std::int32_t decade) {
  if (decade < 0 || decade > kYearMax / 10) return std::nullopt;
  return years_interval(decade * 10, decade * 10 + 10);
}

std::optional<Interval> century_interval(std::int32_t century) {
  if (century < 0 || century > kYearMax / 100) return std::nullopt;
  return years_interval(std::max(century * 100, 1), century * 100 + 100);
}

std::optional<Interval> millennium_interval(std::int32_t millennium) {
  if (millennium < 0 || millennium > kYearMax / 1000) return std::nullopt;
  return years_interval(std::max(millennium * 1000, 1), millennium * 1000 + 1000);
}

std::optional<Interval> century_bc_interval(std::int32_t n) {
  if (n < 1 || n > (1 - kYearMin) / 100) return std::nullopt;
  return years_interval(-100 * n + 1, -100 * (n - 1) + 1);
}

std::optional<Interval> daypart_interval(CivilDay day, Daypart part) {
  switch (part) {
    case Daypart::kMorning:
      return minutes_of_day(day, 5 * kHour, 12 * kHour);
    case Daypart::kMidday:
      return minutes_of_day(day, 12 * kHour, 13 * kHour);
    case Daypart::kAfternoon:
      return minutes_of_day(day, 13 * kHour, 18 * kHour);
    case Daypart::kEvening:
      return minutes_of_day(day, 18 * kHour, 24 * kHour);
    case Daypart::kNight:
      return minutes_of_day(day, 22 * kHour, 29 * kHour);
  }
  return std::nullopt;
}

std::optional<Interval> minute_interval(CivilDay day, std::uint32_t hour, std::uint32_t minute) {
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return minutes_of_day(day, hour * kHour + minute, hour * kHour + minute + 1);
}

std::optional<Interval> hour_interval(CivilDay day, std::uint32_t hour) {
  if (hour > 23) return std::nullopt;
  return minutes_of_day(day, hour * kHour, hour * kHour + kHour);
}

}  // namespace annalen::time
