#include "timex/daytime_choice.h"

#include <algorithm>

#include "timex/aim.h"

namespace annalen::timex {

namespace {

bool is_time(const Expression& expression) { return std::holds_alternative<DaytimeOf>(expression.unvalued.kind); }

// "stündlich, die letzte um 16 Uhr"
bool is_within_day(const Expression& set) {
  const auto* amount = std::get_if<AmountOf>(&set.unvalued.kind);
  return amount != nullptr && amount->unit <= Unit::kHour;
}

// "in der Nacht auf Mittwoch … um 3.40 Uhr" is Wednesday.
bool is_after_night(const Expression& expression) {
  constexpr std::uint8_t noon = 12;
  if (expression.unvalued.clock) return expression.unvalued.clock->hour < noon;
  return expression.unvalued.daypart && *expression.unvalued.daypart != time::Daypart::kNight;
}

// "von heute, 21 Uhr, bis morgen"
bool follows_day(const Standpoint& here, const Expression& expression) {
  constexpr std::uint32_t tokens_between_max = 2;
  const Expression* previous = here.previous();
  if (previous == nullptr || here.narrative()) return false;
  const auto& value = here.history().range_begin;
  return here.history().last_day && value && value->unit == Unit::kDay && !value->clock &&
         previous->end + tokens_between_max >= expression.begin &&
         here.sentence_of(*previous) == here.sentence_of(expression);
}

// "um 20 Uhr am Freitag", not "um 20 Uhr, am Freitag", "um 20 Uhr und bis Freitag".
bool is_close_behind(const Standpoint& here, const Expression& expression, const Expression& next) {
  if (next.begin > expression.end + 1 || next.relation == time::Relation::kUntil) return false;
  const text::Document& document = here.context().document;
  return next.begin == expression.end || document.of(document.tokens()[expression.end]) != ",";
}

// "Samstag, 7. Juli: 14 Uhr Umzug. 16 Uhr Konzert."
bool heads_programme(const Standpoint& here) {
  const text::Document& document = here.context().document;
  const auto& tokens = document.tokens();
  const History& before = here.history();
  return before.last_day_end < tokens.size() && document.of(tokens[before.last_day_end]) == ":";
}

// A report of a day gone and the announcement of one to come stay with it for a while. REQUIRES: a day was said.
std::uint32_t sentences_a_day_lasts(const Standpoint& here, const Expression& expression) {
  constexpr std::uint32_t in_narrative = 6;
  constexpr std::uint32_t of_programme = 12;
  constexpr std::uint32_t told = 3;
  constexpr std::uint32_t announced = 2;
  if (here.narrative()) return in_narrative;
  if (heads_programme(here)) return of_programme;
  if (here.in_listing()) return 0;
  const auto& day = here.history().last_day;
  if (here.aim_of(expression) == Aim::kBack) return *day <= here.today() ? told : 1;
  return *day > here.today() ? announced : 1;
}

bool is_of_last_day(const Standpoint& here, const Expression& expression) {
  const History& before = here.history();
  return before.last_day && here.paragraph() <= before.last_day_sentence &&
         here.sentence_of(expression) <= before.last_day_sentence + sentences_a_day_lasts(here, expression);
}

}  // namespace

bool belongs_to_set(const Standpoint& here, const Expression& expression) {
  constexpr std::uint32_t tokens_between_max = 4;
  constexpr std::size_t times_max = 8;
  std::uint32_t begin = expression.begin;
  for (std::size_t back = 1; back <= std::min(times_max, here.index()); ++back) {
    const Expression& before = here.context().expressions[here.index() - back];
    if (before.end + tokens_between_max < begin || here.sentence_of(before) != here.sentence_of(expression)) {
      return false;
    }
    if (before.type == Type::kSet) return !is_within_day(before);
    if (!is_time(before)) return false;
    begin = before.begin;
  }
  return false;
}

std::optional<std::size_t> day_said_behind(const Standpoint& here, const Expression& expression) {
  constexpr std::uint32_t tokens_between_max = 3;
  if (follows_day(here, expression)) return std::nullopt;
  const auto expressions = here.context().expressions;
  const std::uint32_t sentence = here.sentence_of(expression);
  for (std::size_t i = here.index() + 1; i < expressions.size(); ++i) {
    const Expression& next = expressions[i];
    if (next.begin > expression.end + tokens_between_max || here.sentence_of(next) != sentence) break;
    if (is_time(next)) continue;
    // "am Freitag um 20 Uhr, am Samstag" has its day already.
    if (here.has_day_in(sentence) && !is_close_behind(here, expression, next)) break;
    return i;
  }
  return std::nullopt;
}

std::optional<CalendarValue> day_of_time(Standpoint& here, const Expression& expression) {
  const History& before = here.history();
  if (is_of_last_day(here, expression)) {
    const CalendarValue day = day_value(*before.last_day);
    here.count_from(day, before.last_day_at);
    const bool day_after = before.last_is_eve && is_after_night(expression);
    return day_after ? unit_shifted(*before.last_day, Unit::kDay, 1) : std::optional(day);
  }
  if (!here.narrative()) {
    here.count_from_today();
    return here.today_value();
  }
  if (before.last && (before.last->unit == Unit::kYear || before.last->unit == Unit::kMonth)) {
    here.count_from(*before.last, before.last_at);
    CalendarValue value = *before.last;  // its own time of day is another one
    value.clock.reset();
    value.daypart.reset();
    return value;
  }
  return unknown_day();
}

}  // namespace annalen::timex
