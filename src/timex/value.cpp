#include "timex/value.h"

#include <array>
#include <charconv>

namespace annalen::timex {

namespace {

constexpr std::array<std::string_view, 4> kSeasonCodes = {"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 5> kDaypartCodes = {"MO", "MI", "AF", "EV", "NI"};

std::string padded(std::int64_t number, std::size_t width) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const auto size = static_cast<std::size_t>(end - digits.data());
  std::string out(size < width ? width - size : 0, '0');
  return out.append(digits.data(), size);
}

std::string year_text(std::int32_t year) { return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4); }

std::string date_text(const CalendarValue& value) {
  switch (value.unit) {
    case Unit::kWeek:
      return year_text(value.year) + "-W" + padded(value.part, 2);
    case Unit::kWeekend:
      return year_text(value.year) + "-W" + padded(value.part, 2) + "-WE";
    case Unit::kMonth:
      return year_text(value.year) + "-" + padded(value.part, 2);
    case Unit::kQuarter:
      return year_text(value.year) + "-Q" + std::to_string(value.part);
    case Unit::kSpring:
    case Unit::kSummer:
    case Unit::kAutumn:
    case Unit::kWinter:
      return year_text(value.year) + "-" + std::string(kSeasonCodes[value.part % 4]);
    case Unit::kHalfyear:
      return year_text(value.year) + "-H" + std::to_string(value.part);
    case Unit::kYear:
      return year_text(value.year);
    case Unit::kDecade:
      return padded(value.year, 3);
    case Unit::kCentury:
      return value.year < 0 ? "BC" + padded(-value.year, 2) : padded(value.year, 2);
    case Unit::kMillennium:
      return std::to_string(value.year);
    default:
      return year_text(value.year) + "-" + padded(value.part, 2) + "-" + padded(value.day, 2);
  }
}

// A clock time of a year or month that is known, of a day that is not: "1916-XX-XXT07:30".
std::string base_text(const CalendarValue& value) {
  if (value.day_unknown) return "XXXX-XX-XX";
  if (value.unit == Unit::kYear) return year_text(value.year) + "-XX-XX";
  if (value.unit == Unit::kMonth) return date_text(value) + "-XX";
  return date_text(value);
}

CalendarValue of_unit(Unit unit, std::int32_t year, std::uint32_t part) {
  CalendarValue value;
  value.unit = unit;
  value.year = year;
  value.part = part;
  return value;
}

CalendarValue day_of(const time::YearMonthDay& date) {
  CalendarValue value = of_unit(Unit::kDay, date.year, date.month);
  value.day = date.day;
  return value;
}

}  // namespace

std::string_view to_text(time::Daypart part) { return kDaypartCodes[static_cast<std::size_t>(part)]; }

CalendarValue day_value(time::CivilDay day) { return day_of(time::year_month_day(day)); }
CalendarValue week_value(time::CivilDay day) {
  const time::IsoWeek week = time::iso_week_of(day);
  return of_unit(Unit::kWeek, week.year, week.week);
}
CalendarValue month_value(std::int32_t year, std::uint32_t month) { return of_unit(Unit::kMonth, year, month); }
CalendarValue year_value(std::int32_t year) { return of_unit(Unit::kYear, year, 1); }

CalendarValue unknown_day() {
  CalendarValue value;
  value.day_unknown = true;
  return value;
}

std::optional<CalendarValue> unit_holding(time::CivilDay day, Unit unit) {
  const time::YearMonthDay date = time::year_month_day(day);
  switch (unit) {
    case Unit::kWeek:
      return week_value(day);
    case Unit::kWeekend: {
      CalendarValue value = week_value(day);
      value.unit = Unit::kWeekend;
      return value;
    }
    case Unit::kMonth:
      return month_value(date.year, date.month);
    case Unit::kQuarter:
      return of_unit(unit, date.year, (date.month - 1) / 3 + 1);
    case Unit::kHalfyear:
      return of_unit(unit, date.year, (date.month - 1) / 6 + 1);
    case Unit::kSpring:
    case Unit::kSummer:
    case Unit::kAutumn:
    case Unit::kWinter:
      return of_unit(unit, date.year, static_cast<std::uint32_t>(unit) - static_cast<std::uint32_t>(Unit::kSpring));
    case Unit::kYear:
      return year_value(date.year);
    case Unit::kDecade:
      return date.year >= 0 ? std::optional(of_unit(unit, date.year / 10, 1)) : std::nullopt;
    case Unit::kCentury:
      return date.year >= 0 ? std::optional(of_unit(unit, date.year / 100, 1)) : std::nullopt;
    case Unit::kMillennium:
      return date.year >= 0 ? std::optional(of_unit(unit, date.year / 1000, 1)) : std::nullopt;
    default:
      return day_of(date);
  }
}

std::optional<CalendarValue> unit_shifted(time::CivilDay day, Unit unit, std::int32_t count) {
  constexpr std::int32_t count_max = 4'000'000;
  if (count < -count_max || count > count_max) return std::nullopt;
  std::int32_t months = 0;
  switch (unit) {
    case Unit::kMonth:
      months = 1;
      break;
    case Unit::kQuarter:
      months = 3;
      break;
    case Unit::kHalfyear:
      months = 6;
      break;
    case Unit::kYear:
    case Unit::kSpring:
    case Unit::kSummer:
    case Unit::kAutumn:
    case Unit::kWinter:
      months = 12;
      break;
    case Unit::kDecade:
      months = 120;
      break;
    case Unit::kCentury:
      months = 1200;
      break;
    case Unit::kMillennium:
      months = 12000;
      break;
    default:
      break;
  }
  if (months == 0) {
    const std::int64_t days = unit == Unit::kWeek || unit == Unit::kWeekend ? 7 : 1;
    const std::int64_t shifted = day.count + days * count;
    if (shifted < -4'400'000 || shifted > 2'940'000) return std::nullopt;
    const time::CivilDay target{static_cast<std::int32_t>(shifted)};
    if (!time::day_interval(target)) return std::nullopt;
    return unit_holding(target, unit);
  }
  if (std::int64_t{months} * count > 240'000 || std::int64_t{months} * count < -240'000) return std::nullopt;
  const auto date = time::add_months(time::year_month_day(day), months * count);
  if (!date) return std::nullopt;
  const auto target = time::civil_day(*date);
  return target ? unit_holding(*target, unit) : std::nullopt;
}

std::optional<time::Interval> interval_of(const CalendarValue& value) {
  if (value.day_unknown || (value.clock && value.unit != Unit::kDay)) return std::nullopt;
  switch (value.unit) {
    case Unit::kWeek:
      return time::week_interval({value.year, value.part});
    case Unit::kWeekend:
      return time::weekend_interval({value.year, value.part});
    case Unit::kMonth:
      return time::month_interval(value.year, value.part);
    case Unit::kQuarter:
      return time::quarter_interval(value.year, value.part);
    case Unit::kSpring:
    case Unit::kSummer:
    case Unit::kAutumn:
    case Unit::kWinter:
      return time::season_interval(value.year, static_cast<time::Season>(value.part % 4));
    case Unit::kHalfyear:
      return time::halfyear_interval(value.year, value.part);
    case Unit::kYear:
      return time::year_interval(value.year);
    case Unit::kDecade:
      return time::decade_interval(value.year);
    case Unit::kCentury:
      return value.year < 0 ? time::century_bc_interval(-value.year) : time::century_interval(value.year);
    case Unit::kMillennium:
      return time::millennium_interval(value.year);
    default:
      break;
  }
  const auto day = time::civil_day({value.year, value.part, value.day});
  if (!day) return std::nullopt;
  if (value.clock && value.clock->hour == 24) return time::minute_interval(time::CivilDay{day->count + 1}, 0, 0);
  if (value.clock) return time::minute_interval(*day, value.clock->hour, value.clock->minute);
  return value.daypart ? time::daypart_interval(*day, *value.daypart) : time::day_interval(*day);
}

std::optional<time::CivilDay> first_day(const CalendarValue& value) {
  const auto interval = interval_of(value);
  return interval ? std::optional(time::day_of(interval->begin())) : std::nullopt;
}

std::optional<std::pair<Unit, std::int32_t>> whole_units(Unit unit, std::int32_t centi) {
  if (unit < Unit::kDay || unit == Unit::kQuarter) return std::nullopt;
  if (centi % 100 == 0) return std::pair(unit, centi / 100);
  if (unit == Unit::kYear && centi % 25 == 0) return std::pair(Unit::kMonth, centi * 12 / 100);
  if (unit == Unit::kMonth && centi % 50 == 0) return std::pair(Unit::kDay, centi * 30 / 100);
  return std::nullopt;
}

std::string timex_value_text(const CalendarValue& value) {
  if (value.clock) {
    return base_text(value) + "T" + padded(value.clock->hour, 2) + ":" + padded(value.clock->minute, 2);
  }
  if (value.daypart) return base_text(value) + "T" + std::string(to_text(*value.daypart));
  if (value.day_unknown) return base_text(value);
  return date_text(value);
}

std::string duration_text(std::optional<std::int32_t> centi, Unit unit, bool split) {
  if (unit == Unit::kHalfyear) {  // TIMEX3 has no half-years to count in
    return duration_text(centi ? std::optional(*centi * 6) : std::nullopt, Unit::kMonth, split);
  }
  const UnitSign sign = sign_of(unit);
  const std::string head(sign.head);
  const std::string tail(sign.tail);
  if (!centi) return head + "X" + tail;
  const std::int32_t whole = *centi / 100;
  const std::int32_t rest = *centi % 100;
  constexpr std::int32_t day_hours = 24;
  if (rest == 0 && split && unit == Unit::kHour && whole % day_hours == 0 && whole > 0) {  // "48 Stunden" are two days
    return "P" + std::to_string(whole / day_hours) + "D";
  }
  if (rest == 0) return head + std::to_string(whole) + tail;
  if (split && whole > 0 && unit == Unit::kHour) {
    return "PT" + std::to_string(whole) + "H" + std::to_string(rest * 60 / 100) + "M";
  }
  std::string decimals = padded(rest, 2);
  if (decimals.back() == '0') decimals.pop_back();
  return head + std::to_string(whole) + "." + decimals + tail;
}

}  // namespace annalen::timex
