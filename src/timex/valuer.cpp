#include "timex/valuer.h"

#include <algorithm>
#include <utility>

#include "timex/history.h"
#include "timex/resolve.h"
#include "timex/standpoint.h"
#include "timex/yearly.h"

namespace annalen::timex {

namespace {

// What an amount dates: "vor drei Tagen", "seit zwei Jahren", "in den kommenden Wochen".
void date_amount(const Standpoint& here, const Expression& expression, const AmountOf& amount, Valued& out) {
  if (here.narrative()) return;
  const auto whole = amount.centi ? whole_units(amount.unit, *amount.centi) : std::nullopt;
  if (!whole) return;
  const auto [unit, count] = *whole;
  const std::optional<time::Relation> relation = expression.relation;
  if (relation == time::Relation::kBefore || relation == time::Relation::kSince) {
    out.dating = unit_shifted(here.today(), unit, -count);
    out.to_publication = relation == time::Relation::kSince;
  } else if (amount.direction.value_or(0) < 0) {
    out.dating = unit_shifted(here.today(), unit, -count);
    out.to_publication = true;
  } else if (amount.direction.value_or(0) > 0) {
    out.dating = unit_shifted(here.today(), unit, count);
    out.from_publication = true;
  } else if (amount.shift && here.aim_of(expression) != Aim::kBack) {
    out.dating = unit_shifted(here.today(), unit, count);
  }
  if (!out.dating) return;
  out.anchor = here.today_value();
  out.anchor_at = kPublished;
}

// "von 22 bis 5 Uhr"
void end_after_midnight(const CalendarValue& from, time::CivilDay begin, time::CivilDay end, Valued& out) {
  const auto to = out.value->clock;
  if (begin != end || out.value->day_unknown || !from.clock || !to || *from.clock <= *to) return;
  out.value = unit_shifted(end, Unit::kDay, 1);
  if (out.value) out.value->clock = to;
}

// "von Montag bis Mittwoch"
void end_on_weekday(const Standpoint& here, time::CivilDay begin, time::CivilDay end, Valued& out) {
  const std::int32_t days = (end.count - begin.count) % 7;
  const auto daypart = out.value->daypart;
  out.value = unit_shifted(begin, Unit::kDay, days > 0 ? days : days + 7);
  if (out.value) out.value->daypart = daypart;
  out.anchor = day_value(begin);
  out.anchor_at = expression_at(here.index() - 1);
}

// The end of a range lies behind its beginning: "vom 20. Dezember bis zum 5. Jänner".
void end_after_begin(const Standpoint& here, const Unvalued& unvalued, Valued& out) {
  const auto& from = here.history().range_begin;
  const auto begin = from ? first_day(*from) : std::nullopt;
  const auto end = first_day(*out.value);
  if (!begin || !end) return;
  if (std::holds_alternative<DaytimeOf>(unvalued.kind)) return end_after_midnight(*from, *begin, *end, out);
  if (const auto* weekday = std::get_if<WeekdayOf>(&unvalued.kind); weekday != nullptr && !weekday->direction) {
    return end_on_weekday(here, *begin, *end, out);
  }
  if (end->count >= begin->count) return;
  const std::int32_t next_year = out.value->year + 1;
  if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) {
    if (holiday->year.said() || holiday->unit) return;
    if (const auto next = holiday_in(next_year, *holiday)) out.value = next;
    return;
  }
  const auto* date = std::get_if<DateOf>(&unvalued.kind);
  if (date != nullptr && date->month && !date->year.said()) out.value = date_in(next_year, *date);
}

// The expression under way, on the day that `here` stands on.
Valued value(Standpoint& here, const Expression& expression) {
  Valued out;
  const Unvalued& unvalued = expression.unvalued;
  out.value = resolve(here, expression);
  if (out.value && unvalued.offset_days != 0 && out.value->unit == Unit::kDay) {
    const auto day = first_day(*out.value);
    out.value = day ? unit_shifted(*day, Unit::kDay, unvalued.offset_days) : std::nullopt;
  }
  if (out.value && unvalued.clock) out.value->clock = unvalued.clock;
  if (out.value && unvalued.daypart) out.value->daypart = unvalued.daypart;
  out.anchor = here.anchor();
  out.anchor_at = here.anchor_at();
  if (out.value && here.ends_joint(here.index())) end_after_begin(here, unvalued, out);
  out.dating = out.value;
  if (const auto* amount = std::get_if<AmountOf>(&unvalued.kind)) date_amount(here, expression, *amount, out);
  if (!here.context().rules[expression.rule].dated) out.dating.reset();
  return out;
}

// Goes through the expressions, with what was said before them. What differs by the day of publication is kept apart,
// until a later expression makes all days the same again.
class Walk {
 public:
  explicit Walk(const ValuingContext& context) : context_(context), here_(context) {
    const time::Publication& publication = context.publication;
    for (time::CivilDay day = publication.first_day(); day.count <= publication.last_day().count; ++day.count) {
      days_.push_back({day, day_value(day)});
    }
  }

  std::vector<ValuedByDay> run() {
    std::vector<ValuedByDay> out;
    out.reserve(context_.expressions.size());
    for (std::size_t index = 0; index < context_.expressions.size(); ++index) {
      here_.move_to(index);
      if (context_.narrative) {
        for (History& history : histories_) history.year = context_.told_years[index];
      }
      out.push_back(value_by_day());
      remember(out.back());
    }
    return out;
  }

 private:
  Valued value_on(std::size_t day) {
    const bool apart = histories_.size() > 1;
    here_.stand_on(days_[day], histories_[apart ? day : 0], apart);
    return value(here_, context_.expressions[here_.index()]);
  }

  ValuedByDay value_by_day() {
    by_day_.assign(1, value_on(0));
    if (!here_.depends_on_day() || days_.size() == 1) return {by_day_};
    by_day_.reserve(days_.size());
    for (std::size_t day = 1; day < days_.size(); ++day) by_day_.push_back(value_on(day));
    const auto as_first = [&](const Valued& valued) { return valued == by_day_.front(); };
    if (!std::all_of(by_day_.begin() + 1, by_day_.end(), as_first)) return {std::exchange(by_day_, {})};
    by_day_.resize(1);
    return {by_day_};
  }

  void remember(const ValuedByDay& valued) {
    const Expression& expression = context_.expressions[here_.index()];
    if (valued.values.size() > histories_.size()) histories_.assign(valued.values.size(), History(histories_.front()));
    bool complete = false;
    for (std::size_t day = 0; day < histories_.size(); ++day) {
      History& history = histories_[day];
      history.range_begin = valued.on(day).value;
      if (!history.range_begin) continue;
      complete = history.remember(here_.index(), expression, *history.range_begin, here_.sentence_of(expression),
                                  here_.opens_joint(), context_.narrative);
    }
    if (!complete || valued.values.size() > 1) return;
    const auto as_first = [&](const History& history) { return history.said_years == histories_.front().said_years; };
    if (std::all_of(histories_.begin() + 1, histories_.end(), as_first)) histories_.resize(1);
  }

  const ValuingContext& context_;
  Standpoint here_;
  std::vector<PossibleDay> days_;
  std::vector<History> histories_ = {{}};  // one, as long as all days have the same; else one a day
  std::vector<Valued> by_day_;             // of the expression under way
};

}  // namespace

std::vector<ValuedByDay> value_all(const ValuingContext& context) { return Walk(context).run(); }

}  // namespace annalen::timex
