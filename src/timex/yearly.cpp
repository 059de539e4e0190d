#include "timex/yearly.h"

#include "time/calendar.h"

namespace annalen::timex {

namespace {

std::optional<time::CivilDay> sunday_of_advent(std::int32_t year, std::int32_t number) {
  const auto christmas = time::civil_day({year, 12, 25});
  if (!christmas) return std::nullopt;
  const auto weekday = static_cast<std::int32_t>(time::weekday_of(*christmas));
  return time::CivilDay{christmas->count - weekday - 7 * (4 - number)};
}

// The code's bases: slot.h.
std::optional<time::CivilDay> holiday_day(std::int32_t year, std::int32_t code) {
  if (code >= kAdventBase - 100) return sunday_of_advent(year, code - kAdventBase);
  if (code >= kEasterBase - 200) {
    const auto easter = time::easter_sunday(year);
    return easter ? std::optional(time::CivilDay{easter->count + code - kEasterBase}) : std::nullopt;
  }
  return time::civil_day({year, static_cast<std::uint32_t>(code / 100), static_cast<std::uint32_t>(code % 100)});
}

// "am Wochenende nach Ostern" is the first one that begins behind it.
std::optional<CalendarValue> counted_from(time::CivilDay day, Unit unit, std::int32_t count) {
  if (unit != Unit::kWeekend) return unit_shifted(day, unit, count);
  const auto weekday = static_cast<std::int32_t>(time::weekday_of(day));
  const bool on_weekend = weekday >= 6;
  return unit_shifted(day, Unit::kWeekend, count > 0 && !on_weekend ? count - 1 : count);
}

// The `ordinal`-th one of the month; -1 is the last one.
std::optional<CalendarValue> weekday_in(std::int32_t year, std::uint32_t month, std::uint32_t weekday,
                                        std::int32_t ordinal) {
  const bool from_end = ordinal < 0;
  const std::int32_t next_year = from_end && month == 12 ? year + 1 : year;
  const auto first = time::civil_day({next_year, from_end ? month % 12 + 1 : month, 1});
  if (!first) return std::nullopt;
  const std::int32_t ahead =
      (static_cast<std::int32_t>(weekday) - static_cast<std::int32_t>(time::weekday_of(*first)) + 7) % 7;
  const time::CivilDay day{first->count + ahead + 7 * (from_end ? ordinal : ordinal - 1)};
  return time::year_month_day(day).month == month ? std::optional(day_value(day)) : std::nullopt;
}

}  // namespace

std::optional<CalendarValue> date_in(std::int32_t year, const DateOf& date) {
  if (year < time::kYearMin || year > time::kYearMax) return std::nullopt;
  if (!date.month) return year_value(year);
  if (*date.month < 1 || *date.month > 12) return std::nullopt;
  if (date.weekday && date.ordinal) return weekday_in(year, *date.month, *date.weekday, *date.ordinal);
  if (!date.day) return month_value(year, *date.month);
  const auto day = time::civil_day({year, *date.month, *date.day});
  return day ? std::optional(day_value(*day)) : std::nullopt;
}

CalendarValue season_in(std::int32_t year, std::uint32_t season) {
  CalendarValue value = year_value(year);
  value.unit = static_cast<Unit>(static_cast<std::uint32_t>(Unit::kSpring) + season % 4);
  value.part = season % 4;
  return value;
}

CalendarValue part_in(std::int32_t year, const PartOfYear& part) {
  CalendarValue value = year_value(year);
  value.unit = part.unit;
  value.part = part.number;
  return value;
}

std::optional<CalendarValue> holiday_in(std::int32_t year, const HolidayOf& holiday) {
  const auto day = holiday_day(year, holiday.code);
  if (!day) return std::nullopt;
  return holiday.unit ? counted_from(*day, *holiday.unit, holiday.count) : day_value(*day);
}

std::optional<CalendarValue> yearly_in(std::int32_t year, const Unvalued& unvalued) {
  if (const auto* date = std::get_if<DateOf>(&unvalued.kind)) return date_in(year, *date);
  if (const auto* season = std::get_if<SeasonOf>(&unvalued.kind)) return season_in(year, season->season);
  if (const auto* part = std::get_if<PartOfYear>(&unvalued.kind)) return part_in(year, *part);
  if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) return holiday_in(year, *holiday);
  return std::nullopt;
}

}  // namespace annalen::timex
