#include "timex/aim.h"

namespace annalen::timex {

namespace {

// A date of no year said: further off than this it is looked for on the other side, if it is this close there.
constexpr std::int64_t kFarDays = 270;
constexpr std::int64_t kCloseDays = 60;
constexpr std::int64_t kJustGoneDays = 31;

bool is_only_clause(const clause::Clauses& clauses, const Expression& expression) {
  if (clauses.clause_of_token.size() <= expression.begin) return false;
  const std::uint32_t clause = clauses.clause_of_token[expression.begin];
  const auto same = [&](std::size_t other) {
    return other < clauses.clauses.size() && clauses.clauses[other].sentence == clauses.clauses[clause].sentence;
  };
  return !same(clause + 1) && (clause == 0 || !same(clause - 1));
}

// Months, seasons and feasts; of quarters and halves, figures speak in the present.
bool comes_by_name(const Expression& expression) {
  const auto& kind = expression.unvalued.kind;
  if (std::holds_alternative<HolidayOf>(kind)) return !expression.unvalued.aim;
  if (const auto* date = std::get_if<DateOf>(&kind)) return date->month.has_value();
  return std::holds_alternative<SeasonOf>(kind);
}

std::int64_t days_away(const time::Interval& interval, const time::Interval& today) {
  if (interval.end() <= today.begin()) return (today.begin().count - interval.end().count) / time::kMinutesPerDay;
  if (interval.begin() >= today.end()) return (interval.begin().count - today.end().count) / time::kMinutesPerDay;
  return 0;
}

// The nearest candidates.
struct Nearest {
  std::optional<CalendarValue> fitting;  // the tense
  std::optional<CalendarValue> any;
  std::optional<CalendarValue> ahead;  // the first that is not over
  std::int64_t fitting_days = kFarDays * 2;
  std::int64_t any_days = kFarDays * 2;
};

Nearest find_nearest(const YearlyCandidates& candidates, const time::Interval& today, Aim aim) {
  Nearest found;
  for (const auto& value : candidates) {
    const auto interval = value ? interval_of(*value) : std::nullopt;
    if (!interval) continue;
    const std::int64_t days = days_away(*interval, today);
    if (!found.any || days < found.any_days) {
      found.any = value;
      found.any_days = days;
    }
    if (!found.ahead && interval->end() > today.begin()) found.ahead = value;
    if (aim == Aim::kBack && interval->begin() >= today.end()) continue;
    if (aim == Aim::kAhead && interval->end() <= today.begin()) continue;
    if (!found.fitting || days < found.fitting_days) {
      found.fitting = value;
      found.fitting_days = days;
    }
  }
  return found;
}

}  // namespace

Aim aim_of(const clause::Clauses& clauses, const Expression& expression, bool joined) {
  if (clauses.clause_of_token.size() <= expression.begin) return Aim::kUnknown;
  const clause::Clause& clause = clauses.of_token(expression.begin);
  // "seit Mai" looks back; "ab Montag", "bis Freitag" look ahead unless the clause tells of the past.
  if (expression.relation == time::Relation::kSince) return Aim::kBack;
  // "der für Sonntag geplante Start war verschoben worden": what was ahead is over.
  const bool over = expression.is_attribute && clause.tense == clause::Tense::kPast;
  if (expression.points_ahead) return over ? Aim::kBack : Aim::kAhead;
  // "die Proteste vom Sonntag"
  if (expression.opens_range && !joined && clause.tense != clause::Tense::kFuture) return Aim::kBack;
  const bool open_end = expression.relation == time::Relation::kFrom || expression.relation == time::Relation::kUntil;
  if (open_end && clause.tense != clause::Tense::kPast) return Aim::kAhead;
  if (clause.points_ahead || clause.tense == clause::Tense::kFuture) return Aim::kAhead;
  return clause.tense == clause::Tense::kPast ? Aim::kBack : Aim::kUnknown;
}

bool in_present(const clause::Clauses& clauses, const Expression& expression) {
  return clauses.clause_of_token.size() > expression.begin &&
         clauses.of_token(expression.begin).tense == clause::Tense::kPresent;
}

bool belongs_to_present(const clause::Clauses& clauses, const Expression& expression) {
  constexpr std::uint32_t tokens_before_max = 2;  // "Schon am"
  constexpr std::uint32_t tokens_behind_max = 2;  // "tagt am"
  if (!in_present(clauses, expression)) return false;
  const clause::Clause& clause = clauses.of_token(expression.begin);
  if (expression.begin <= clause.first_token + tokens_before_max) return true;
  return clause.finite_verb && *clause.finite_verb < expression.begin &&
         expression.begin <= *clause.finite_verb + tokens_behind_max;
}

std::optional<CalendarValue> nearest(const YearlyCandidates& candidates, time::CivilDay today_day,
                                     const clause::Clauses& clauses, const Expression& expression, Aim aim) {
  if (const auto said = expression.unvalued.aim) {
    aim = *said > 0 ? Aim::kAhead : *said < 0 ? Aim::kBack : Aim::kUnknown;
  } else if (aim == Aim::kUnknown && std::holds_alternative<PartOfYear>(expression.unvalued.kind)) {
    aim = Aim::kBack;  // "im dritten Quartal": figures are told when it is over, or runs
  }
  const auto today = time::day_interval(today_day);
  if (!today) return std::nullopt;
  const Nearest found = find_nearest(candidates, *today, aim);
  // "Im Dezember wird gewählt", but not of the month just gone, of which figures speak in the present.
  const bool may_be_ahead = aim == Aim::kUnknown && !expression.is_attribute && in_present(clauses, expression);
  if (may_be_ahead && found.ahead && found.any_days > kJustGoneDays && comes_by_name(expression)) return found.ahead;
  // What points ahead may do so for another verb: where it leads far and the past is close at hand, the past is meant.
  const bool sure = aim == Aim::kBack || (found.any_days > kJustGoneDays && is_only_clause(clauses, expression)) ||
                    found.fitting_days < kFarDays || found.any_days > kCloseDays;
  return found.fitting && sure ? found.fitting : found.any;
}

}  // namespace annalen::timex
