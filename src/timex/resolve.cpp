#include "timex/resolve.h"

#include <cstdlib>

#include "timex/day_choice.h"
#include "timex/daytime_choice.h"
#include "timex/year_choice.h"
#include "timex/yearly.h"

namespace annalen::timex {

namespace {

// "ab Jahresbeginn gelten": this year's beginning is past.
bool is_next_beginning(const Standpoint& here, const Expression& expression, const DateOf& date) {
  constexpr std::uint32_t first_third = 4;  // months
  if (here.narrative() || date.month || !date.year.shift || expression.mod != Mod::kStart) return false;
  if (here.today_value().part <= first_third) return false;
  return here.aim_of(expression) == Aim::kAhead || here.in_present(expression);
}

// "Zu Wochenbeginn wird es kalt": this week's beginning is past.
bool is_next_week(const Standpoint& here, const Expression& expression, const Shifted& shifted) {
  constexpr std::int32_t midweek = 3;
  if (here.narrative() || shifted.unit != Unit::kWeek || shifted.count != 0) return false;
  const Rule& rule = here.context().rules[expression.rule];
  if (rule.emits[expression.group].constants.find(Slot::kMod) != static_cast<std::int32_t>(Mod::kStart)) return false;
  if (static_cast<std::int32_t>(time::weekday_of(here.today())) < midweek) return false;
  return here.aim_of(expression) == Aim::kAhead || here.in_present(expression);
}

// "im Mai … am selben Tag", "Anfang Mai … drei Tage später": which day, the text does not say.
bool day_is_known(const Standpoint& here, std::int32_t count) {
  const History& before = here.history();
  if (here.narrative() || !before.last || before.last->unit <= Unit::kWeek) return true;
  return before.last_day && (before.last->unit != Unit::kMonth || std::abs(count) <= 1);
}

std::optional<CalendarValue> resolve_yearly(Standpoint& here, const Expression& expression, const YearPart& part) {
  if (const auto year = year_of(here, part)) return yearly_in(*year, expression.unvalued);
  return part.said() ? std::nullopt : in_fitting_year(here, expression);
}

std::optional<CalendarValue> resolve_month_shifted(Standpoint& here, const DateOf& date) {
  const auto base = here.anchor_day(date.year.anchor, Unit::kMonth);
  if (!base) return std::nullopt;
  here.count_from(*base);
  auto month = unit_shifted(base->day, Unit::kMonth, *date.month_shift);
  if (month && date.day) return date_in(month->year, {{}, month->part, {}, date.day, {}, {}});
  return month;
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const DateOf& date) {
  if (date.month_shift) return resolve_month_shifted(here, date);
  if (const auto year = year_of(here, date.year)) {
    return date_in(is_next_beginning(here, expression, date) ? *year + 1 : *year, date);
  }
  if (date.year.said()) return std::nullopt;
  if (date.month) {
    const auto value = date.weekday && date.day ? matching_weekday(here, date) : std::nullopt;
    return value ? value : in_fitting_year(here, expression);
  }
  if (date.weekday && date.day) return day_on_weekday(here, expression, *date.weekday, *date.day);
  return date.day ? day_of_known_month(here, expression, *date.day) : std::nullopt;
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const WeekdayOf& weekday) {
  const auto day = weekday_day(here, expression, weekday);
  if (!day || !weekday.weekend) return day;
  const auto first = first_day(*day);
  return first ? unit_holding(*first, Unit::kWeekend) : std::nullopt;
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const Shifted& shifted) {
  const History& before = here.history();
  if (shifted.anchor == Anchor::kMentioned && shifted.unit <= Unit::kDay && !day_is_known(here, shifted.count)) {
    return unknown_day();
  }
  if (shifted.nth && !before.last_day) return std::nullopt;
  const auto base = shifted.nth ? std::optional(Base{*before.last_day, before.last_day_at})
                                : here.anchor_day(shifted.anchor, shifted.unit);
  if (!base) return std::nullopt;
  here.count_from(*base);
  const bool counts_days = shifted.unit <= Unit::kDay;
  const std::int32_t count = shifted.count + (is_next_week(here, expression, shifted) ? 1 : 0);
  const auto value = unit_shifted(base->day, counts_days ? Unit::kDay : shifted.unit, count);
  if (!value || shifted.years_back == 0 || value->unit != Unit::kDay) return value;
  const auto then = time::civil_day({value->year - shifted.years_back, value->part, value->day});
  return then ? std::optional(day_value(*then)) : std::nullopt;
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const SeasonOf& season) {
  if (const auto year = year_of_next(here, season)) return season_in(*year, season.season);
  return resolve_yearly(here, expression, season.year);
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const PartOfYear& part) {
  return resolve_yearly(here, expression, part.year);
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const HolidayOf& holiday) {
  return resolve_yearly(here, expression, holiday.year);
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression&, const EraOf& era) {
  constexpr std::int32_t years_ahead = 40;  // of the year told
  CalendarValue value;
  value.unit = era.unit;
  value.year = era.number;
  if (era.unit != Unit::kDecade || !era.two_digits) return value;
  const auto told = here.told_year();
  const std::int32_t base = told ? *told + years_ahead : here.this_year();
  value.year = base / 100 * 10 + era.number;
  if (value.year * 10 > base) value.year -= 10;
  here.count_from(year_value(base), told ? here.history().year_at() : kPublished);
  return value;
}

std::optional<CalendarValue> resolve_kind(Standpoint& here, const Expression& expression, const DaytimeOf&) {
  if (belongs_to_set(here, expression)) return unknown_day();
  if (const auto behind = day_said_behind(here, expression)) {
    const auto value = resolve(here, here.context().expressions[*behind]);  // no time: it goes no deeper
    if (value && value->unit == Unit::kDay) {
      here.count_from(*value, expression_at(*behind));
      return value;
    }
    here.count_from_nothing();
  }
  return day_of_time(here, expression);
}

std::optional<CalendarValue> resolve_kind(Standpoint&, const Expression&, const Removed&) { return std::nullopt; }
std::optional<CalendarValue> resolve_kind(Standpoint&, const Expression&, const AmountOf&) { return std::nullopt; }
std::optional<CalendarValue> resolve_kind(Standpoint&, const Expression&, const TextOf&) { return std::nullopt; }

}  // namespace

std::optional<CalendarValue> resolve(Standpoint& here, const Expression& expression) {
  return std::visit([&](const auto& kind) { return resolve_kind(here, expression, kind); }, expression.unvalued.kind);
}

}  // namespace annalen::timex
