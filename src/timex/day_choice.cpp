#include "timex/day_choice.h"

#include <algorithm>
#include <cstdlib>

#include "timex/aim.h"
#include "timex/yearly.h"

namespace annalen::timex {

namespace {

// "Am Dienstag starb …": what an obituary tells of these days counts from its own.
bool tells_of_long_ago(const Standpoint& here) {
  const auto told = here.told_year();
  if (!told) return here.narrative();
  return std::abs(*told - time::year_month_day(here.context().publication.last_day()).year) > 1;
}

// "Am Freitag, 25. Juli, spielt … Am Sonntag folgt …": what is announced goes on from the day before.
bool goes_on_from_day_ahead(const Standpoint& here, const Expression& expression) {
  if (here.narrative()) return false;
  const History& before = here.history();
  if (!before.last_day || before.last_day->count <= here.today().count || before.last_is_bound) return false;
  return here.sentence_of(expression) <= before.last_day_sentence + 1 && here.aim_of(expression) != Aim::kBack;
}

// To a weekday, from another one.
struct Distance {
  std::int32_t back = 0;   // 0-6 days ago
  std::int32_t ahead = 0;  // in 0-6 days
};

Distance distance(std::int32_t wanted, std::int32_t has) { return {(has - wanted + 7) % 7, (wanted - has + 7) % 7}; }

// "Er spielt am Montag": the present speaks of a day to come where it is the nearer one or the clause's theme.
bool is_to_come(const Standpoint& here, const Expression& expression, const Distance& distance) {
  if (distance.back == 0 || expression.is_attribute || !here.in_present(expression)) return false;
  const bool today_said = here.has_day_in(here.sentence_of(expression)) && *here.history().last_day == here.today();
  return distance.ahead < distance.back || today_said || belongs_to_present(here.context().clauses, expression);
}

// Days on. `direction`: -1 "vergangenen", -2 "vorvergangenen", 0 "diesen", 1 "kommenden".
std::int32_t days_to(const Distance& distance, std::optional<std::int32_t> direction, Aim aim) {
  const auto [back, ahead] = distance;
  if (direction && *direction < 0) return (back == 0 ? -7 : -back) + 7 * (*direction + 1);
  if (direction && *direction == 0) return aim == Aim::kBack ? -back : ahead;  // "diesen Freitag" may be today
  if (direction || aim == Aim::kAhead) return (ahead == 0 ? 7 : ahead) + 7 * std::max(direction.value_or(0) - 1, 0);
  return -back;
}

std::optional<std::uint32_t> month_said_behind(const Standpoint& here, const Expression& expression) {
  constexpr std::size_t look_ahead = 6;  // expressions
  const auto expressions = here.context().expressions;
  const std::size_t end = std::min(here.index() + 1 + look_ahead, expressions.size());
  for (std::size_t i = here.index() + 1; i < end; ++i) {
    const Expression& next = expressions[i];
    if (here.sentence_of(next) != here.sentence_of(expression)) break;
    const auto* date = std::get_if<DateOf>(&next.unvalued.kind);
    if (date != nullptr && date->day && date->month) return date->month;
  }
  return std::nullopt;
}

}  // namespace

std::optional<CalendarValue> weekday_day(Standpoint& here, const Expression& expression, const WeekdayOf& weekday) {
  const bool programme = !weekday.direction && !weekday.week_shift && goes_on_from_day_ahead(here, expression);
  const bool account = tells_of_long_ago(here);
  const bool told = programme || (account && here.history().last_day);
  const Base base = told ? Base{*here.history().last_day, here.history().last_day_at} : Base{here.today(), kPublished};
  here.count_from(base);
  const auto wanted = static_cast<std::int32_t>(weekday.weekday);
  const auto has = static_cast<std::int32_t>(time::weekday_of(base.day));
  if (weekday.week_shift) return unit_shifted(base.day, Unit::kDay, *weekday.week_shift * 7 + wanted - has);
  const Distance away = distance(wanted, has);
  if (programme) return unit_shifted(base.day, Unit::kDay, away.ahead);
  Aim aim = account ? Aim::kAhead : here.aim_of(expression);
  if (aim == Aim::kUnknown && is_to_come(here, expression, away)) aim = Aim::kAhead;
  return unit_shifted(base.day, Unit::kDay, days_to(away, weekday.direction, aim));
}

std::optional<CalendarValue> matching_weekday(Standpoint& here, const DateOf& date) {
  const auto told = here.told_year();
  const std::int32_t base = told ? *told : here.this_year();
  for (const std::int32_t turn : {0, 1, -1}) {
    const auto day = time::civil_day({base + turn, *date.month, *date.day});
    if (day && static_cast<std::uint32_t>(time::weekday_of(*day)) == *date.weekday) {
      here.count_from(year_value(base), told ? here.history().year_at() : kPublished);
      return day_value(*day);
    }
  }
  return std::nullopt;
}

std::optional<CalendarValue> day_on_weekday(Standpoint& here, const Expression& expression, std::uint32_t weekday,
                                            std::uint32_t day) {
  constexpr std::int32_t months_max = 11;
  constexpr std::int32_t unfit_days = 400;  // farther than any that fits
  here.count_from_today();
  const time::CivilDay today = here.today();
  const Aim aim = here.aim_of(expression);
  const auto month_behind = month_said_behind(here, expression);
  std::optional<time::CivilDay> best;
  std::int32_t best_cost = 0;
  for (std::int32_t turn = -months_max; turn <= months_max; ++turn) {
    const auto month = unit_shifted(today, Unit::kMonth, turn);
    const auto found = month ? time::civil_day({month->year, month->part, day}) : std::nullopt;
    if (!found || static_cast<std::uint32_t>(time::weekday_of(*found)) != weekday) continue;
    const std::int32_t days = found->count - today.count;
    const bool other_way = (aim == Aim::kBack && days > 0) || (aim == Aim::kAhead && days < 0);
    const bool unfit = month_behind ? month->part != *month_behind : other_way;
    const std::int32_t cost = std::abs(days) + (unfit ? unfit_days : 0);
    if (!best || cost < best_cost) {
      best = found;
      best_cost = cost;
    }
  }
  return best ? std::optional(day_value(*best)) : std::nullopt;
}

std::optional<CalendarValue> day_of_known_month(Standpoint& here, const Expression& expression, std::uint32_t day) {
  const History& before = here.history();
  std::optional<time::CivilDay> base = before.last_day;
  Reference base_at = before.last_day_at;
  if (!base && before.last && before.last->unit == Unit::kMonth) {
    base = first_day(*before.last);
    base_at = before.last_at;
  }
  const bool told = base && (here.narrative() || here.sentence_of(expression) <= before.last_sentence + 1);
  if (!told && here.narrative()) return std::nullopt;
  const time::YearMonthDay anchor = time::year_month_day(told ? *base : here.today());
  here.count_from(month_value(anchor.year, anchor.month), told ? base_at : kPublished);
  return date_in(anchor.year, {{}, anchor.month, {}, day, {}, {}});
}

}  // namespace annalen::timex
