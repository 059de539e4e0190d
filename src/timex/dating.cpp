#include "timex/dating.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "time/readings.h"
#include "timex/dated.h"

namespace annalen::timex {

namespace {

using time::Interval;
using time::Relation;

time::Granularity granularity_of_value(const CalendarValue& value) {
  if (value.clock) return time::Granularity::kMinute;
  return value.daypart ? time::Granularity::kDaypart : granularity_of(value.unit);
}

// Between two minutes: "von 9 bis 16.30 Uhr".
std::string clock_length(const CalendarValue& first, const CalendarValue& last) {
  const auto begin = interval_of(first);
  const auto end = interval_of(last);
  constexpr std::int64_t week = std::int64_t{7} * 24 * 60;
  const std::int64_t minutes = begin && end ? end->begin().count - begin->begin().count : 0;
  if (minutes <= 0 || minutes > week) return {};
  std::string text = "PT";
  if (minutes >= 60) text += std::to_string(minutes / 60) + "H";
  if (minutes % 60 != 0) text += std::to_string(minutes % 60) + "M";
  return text;
}

// How long it is from one to the other, both included.
std::string range_length(const Valued& from, const Valued& to) {
  const CalendarValue& first = *from.dating;
  const CalendarValue& last = *to.dating;
  if (first.unit != last.unit || first.day_unknown || last.day_unknown) return {};
  if (first.daypart || last.daypart) return {};
  if (first.clock && last.clock) return clock_length(first, last);
  if (first.clock || last.clock) return {};
  std::int64_t count = 0;
  switch (first.unit) {
    case Unit::kDay: {
      const auto begin = first_day(first);
      const auto end = first_day(last);
      if (!begin || !end) return {};
      count = std::int64_t{end->count} - begin->count + 1;
      break;
    }
    case Unit::kMonth:
      count = (std::int64_t{last.year} - first.year) * 12 + last.part - first.part + 1;
      break;
    case Unit::kYear:
    case Unit::kDecade:
    case Unit::kCentury:
      count = std::int64_t{last.year} - first.year + 1;
      break;
    default:
      return {};
  }
  constexpr std::int64_t count_max = 10'000'000;  // hundredths of it fit
  if (count < 1 || count > count_max) return {};
  return duration_text(static_cast<std::int32_t>(count * 100), first.unit, false);
}

class Maker {
 public:
  Maker(const DatingContext& context, std::span<const Expression> expressions, std::span<const Joint> joints,
        std::span<const ValuedByDay> valued, std::vector<Timex>& out)
      : context_(context), expressions_(expressions), joints_(joints), valued_(valued), out_(out) {}

  void make() {
    index_of_.assign(expressions_.size(), std::nullopt);
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      const Valued& last = valued_[i].last();
      std::string value = value_text(expressions_[i], last);
      if (value.empty()) continue;
      index_of_[i] = static_cast<std::uint32_t>(out_.size());
      out_.push_back(timex_of(expressions_[i], last, std::move(value)));
    }
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      if (!index_of_[i] || expressions_[i].type == Type::kSet) continue;
      if (i + 1 < expressions_.size() && joints_[i] != Joint::kNone && index_of_[i + 1] && date_range(i)) {
        ++i;
        continue;
      }
      date_single(i);
    }
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      if (!index_of_[i]) continue;
      Timex& timex = out_[*index_of_[i]];
      timex.anchor = anchor_of(valued_[i].last());
      describe(timex);
    }
  }

 private:
  std::string value_text(const Expression& expression, const Valued& valued) const {
    if (const auto* amount = std::get_if<AmountOf>(&expression.unvalued.kind)) {
      return duration_text(amount->centi, amount->unit, context_.narrative);
    }
    if (const auto* text = std::get_if<TextOf>(&expression.unvalued.kind)) return text->value;
    if (!valued.value || (!interval_of(*valued.value) && !valued.value->clock && !valued.value->day_unknown)) return {};
    return timex_value_text(*valued.value);
  }

  Timex timex_of(const Expression& expression, const Valued& valued, std::string value) const {
    const Rule& rule = context_.rules.rules[expression.rule];
    const EmitSpec& spec = rule.emits[expression.group];
    const auto& tokens = context_.document.tokens();
    Timex timex;
    timex.span = {tokens[expression.begin].span.begin, tokens[expression.end - 1].span.end};
    timex.first_token = expression.begin;
    timex.end_token = expression.end;
    timex.sentence = tokens[expression.begin].sentence;
    timex.type = expression.type;
    // "Montag früh": what has a time of day is no date, whatever its rule says.
    const bool timed = valued.value && (valued.value->clock || valued.value->daypart);
    if (timed && timex.type == Type::kDate) timex.type = Type::kTime;
    timex.value = std::move(value);
    timex.mod = std::string(to_text(expression.mod));
    timex.quant = spec.quant;
    timex.freq = spec.freq;
    if (expression.type == Type::kSet && expression.slots.has(Slot::kTimes)) {
      timex.freq = std::to_string(expression.slots.get(Slot::kTimes)) + "X";
    }
    timex.derivation.rule = rule.name;
    for (std::size_t i = 0; i < kSlotCount; ++i) {
      const auto slot = static_cast<Slot>(i);
      if (!expression.slots.has(slot)) continue;
      timex.derivation.parts.emplace_back(std::string(to_text(slot)),
                                          slot_value_text(slot, expression.slots.get(slot)));
    }
    if (valued.anchor) timex.derivation.anchor = timex_value_text(*valued.anchor);
    if (expression.type == Type::kDuration && valued.dating) {
      const auto end = first_day(*valued.dating);
      const bool ahead = end && valued.anchor && first_day(*valued.anchor) < end;
      timex.reach = Reach{timex_value_text(*valued.dating), ahead};
    }
    return timex;
  }

  // Of a timex, not of an expression; an expression without value makes none.
  Reference anchor_of(const Valued& valued) const {
    Reference anchor = valued.anchor_at;
    if (anchor.kind != Reference::Kind::kTimex) return anchor;
    if (!index_of_[anchor.index]) return {};
    anchor.index = *index_of_[anchor.index];
    return anchor;
  }

  // A day like the one before it adds nothing.
  bool as_the_day_before(std::size_t day, std::size_t i) const {
    return day > 0 && valued_[i].on(day) == valued_[i].on(day - 1);
  }

  bool date_range(std::size_t i) {
    std::vector<Dated> all;
    const std::size_t days = std::max(valued_[i].values.size(), valued_[i + 1].values.size());
    for (std::size_t day = 0; day < days; ++day) {
      if (as_the_day_before(day, i) && as_the_day_before(day, i + 1)) continue;
      auto one = dated_range(expressions_[i], valued_[i].on(day), expressions_[i + 1], valued_[i + 1].on(day));
      if (!one) return false;
      all.push_back(std::move(*one));
    }
    auto readings = combined(std::move(all));
    if (!readings) return false;
    const Relation relation = joints_[i] == Joint::kBetween ? Relation::kBetween : Relation::kDuring;
    Timex& first = out_[*index_of_[i]];
    const time::Granularity granularity =
        std::max(granularity_of_value(*valued_[i].last().dating), granularity_of_value(*valued_[i + 1].last().dating));
    first.dating = Dating{std::move(readings->first), granularity, relation, false, std::move(readings->second)};
    first.range_last = *index_of_[i + 1];
    first.range_length = range_length(valued_[i].last(), valued_[i + 1].last());
    return true;
  }

  void date_single(std::size_t i) {
    const Expression& expression = expressions_[i];
    const Valued& last = valued_[i].last();
    if (!last.dating || is_until_now(expression)) return;
    std::vector<Dated> all;
    for (std::size_t day = 0; day < valued_[i].values.size(); ++day) {
      if (as_the_day_before(day, i)) continue;
      if (auto one = dated(context_.publication, expression, valued_[i].on(day))) all.push_back(std::move(*one));
    }
    auto readings = combined(std::move(all));
    if (!readings) return;
    Relation relation = Relation::kAt;
    if (runs_to_publication(expression, last)) {
      const bool begun = readings->first.hull().end() == context_.publication.interval().end();
      if (expression.relation != Relation::kSince) {
        relation = Relation::kBetween;
      } else {
        relation = begun ? Relation::kSince : Relation::kFrom;
      }
    } else if (last.from_publication) {
      relation = Relation::kBetween;
    } else {
      relation = plain_relation(expression);
    }
    Timex& timex = out_[*index_of_[i]];
    timex.dating = Dating{std::move(readings->first), granularity_of_value(*last.dating), relation,
                          relation == Relation::kSince, std::move(readings->second)};
  }

  // "bis heute" alone gives no date.
  static bool is_until_now(const Expression& expression) {
    const auto* shifted = std::get_if<Shifted>(&expression.unvalued.kind);
    return expression.relation == Relation::kUntil && shifted != nullptr && shifted->unit == Unit::kDay &&
           shifted->count == 0 && shifted->anchor == Anchor::kPublication;
  }

  static void describe(Timex& timex) {
    std::string& result = timex.derivation.result;
    result = timex.value;
    if (!timex.mod.empty()) result += " " + timex.mod;
    if (!timex.dating) return;
    const time::Readings& readings = timex.dating->readings;
    const Interval hull = readings.hull();
    result += " = [" + time::to_text(hull.begin()) + ", " + time::to_text(hull.end()) + ")";
    if (!readings.exact()) result += ", " + std::to_string(readings.size()) + " readings";
  }

  const DatingContext& context_;
  std::span<const Expression> expressions_;
  std::span<const Joint> joints_;
  std::span<const ValuedByDay> valued_;
  std::vector<Timex>& out_;
  std::vector<std::optional<std::uint32_t>> index_of_;
};

}  // namespace

void make_timexes(const DatingContext& context, std::span<const Expression> expressions, std::span<const Joint> joints,
                  std::span<const ValuedByDay> valued, std::vector<Timex>& out) {
  Maker(context, expressions, joints, valued, out).make();
}

}  // namespace annalen::timex
