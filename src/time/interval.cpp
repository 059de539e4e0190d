#include "time/interval.h"

#include <date/date.h>

#include <algorithm>
#include <limits>

#include "time/calendar.h"
#include "time/cursor.h"
#include "time/iso_text.h"

namespace annalen::time {
namespace {

constexpr std::int64_t minutes_to_year(int year) {
  return date::sys_days{date::year{year} / 1 / 1}.time_since_epoch().count() * kMinutesPerDay;
}

constexpr std::string_view kEndText = "10000-01-01";

}  // namespace

constinit const CivilMinute kCivilMin{minutes_to_year(kYearMin)};
constinit const CivilMinute kCivilEnd{minutes_to_year(kYearMax + 1)};

CivilDay day_of(CivilMinute minute) {
  std::int64_t day = minute.count / kMinutesPerDay;
  if (minute.count % kMinutesPerDay < 0) --day;
  using Limits = std::numeric_limits<std::int32_t>;
  return CivilDay{static_cast<std::int32_t>(std::clamp<std::int64_t>(day, Limits::min(), Limits::max()))};
}

std::optional<Interval> Interval::make(CivilMinute begin, CivilMinute end) {
  if (begin < kCivilMin || end > kCivilEnd || begin >= end) return std::nullopt;
  return Interval{begin, end};
}

Interval Interval::hull(const Interval& other) const {
  return Interval{std::min(begin_, other.begin_), std::max(end_, other.end_)};
}

std::string to_text(CivilMinute minute) {
  const CivilMinute known = std::clamp(minute, kCivilMin, kCivilEnd);
  if (known == kCivilEnd) return std::string{kEndText};
  std::string out;
  const CivilDay day = day_of(known);
  if (start_of(day) == known) {
    append_date(out, year_month_day(day));
  } else {
    append_minute(out, known);
  }
  return out;
}

std::optional<CivilMinute> minute_from_text(std::string_view text) {
  if (text == kEndText) return kCivilEnd;
  Cursor cursor{text};
  const bool before_year_zero = cursor.eat('-');
  const auto year = cursor.digits(4);
  if (!year || (before_year_zero && *year == 0) || !cursor.eat('-')) return std::nullopt;
  const auto month = cursor.digits(2);
  if (!month || !cursor.eat('-')) return std::nullopt;
  const auto day_of_month = cursor.digits(2);
  if (!day_of_month) return std::nullopt;
  const auto day = civil_day({before_year_zero ? -*year : *year, static_cast<std::uint32_t>(*month),
                              static_cast<std::uint32_t>(*day_of_month)});
  if (!day) return std::nullopt;
  if (cursor.done()) return start_of(*day);
  if (!cursor.eat('T')) return std::nullopt;
  const auto hour = cursor.digits(2);
  if (!hour || *hour > 23 || !cursor.eat(':')) return std::nullopt;
  const auto minute = cursor.digits(2);
  if (!minute || *minute > 59 || !cursor.done()) return std::nullopt;
  const std::int32_t of_day = *hour * 60 + *minute;
  // Midnight is written without a time, so that each point has one text.
  if (of_day == 0) return std::nullopt;
  return CivilMinute{start_of(*day).count + of_day};
}

}  // namespace annalen::time
