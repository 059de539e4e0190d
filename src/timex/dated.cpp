#include "timex/dated.h"

#include <algorithm>
#include <cstdint>

#include "time/edtf.h"
#include "time/timex_value.h"

namespace annalen::timex {

namespace {

using time::Interval;
using time::Relation;

// A day is never narrowed.
Mod narrowing(const CalendarValue& value, Mod mod) {
  const bool third = mod == Mod::kStart || mod == Mod::kMid || mod == Mod::kEnd;
  return third && (value.day_unknown || value.unit == Unit::kDay) ? Mod::kNone : mod;
}

// The interval of a value with its mod.
std::optional<Interval> narrowed(const CalendarValue& value, Mod mod) {
  if (narrowing(value, mod) == Mod::kNone) return interval_of(value);
  const auto valued = time::interval_of_value(timex_value_text(value), to_text(mod));
  return valued ? std::optional(valued->interval) : interval_of(value);
}

std::string edtf_of(const CalendarValue& value, Mod mod) {
  if (value.day_unknown) return {};
  // Nearly all dates are days of our era, whose two texts are the same.
  const bool plain_day = value.unit == Unit::kDay && !value.clock && !value.daypart && value.year > 0;
  if (plain_day && narrowing(value, mod) == Mod::kNone) return timex_value_text(value);
  return time::edtf_of_value(timex_value_text(value), to_text(narrowing(value, mod)));
}

// A value as the end of an interval; `span` is what narrowed() gives.
time::EdtfEnd as_first(const CalendarValue& value, Mod mod, const Interval& span) {
  return {span, !time::sharpness_of(to_text(narrowing(value, mod))).begin};
}
time::EdtfEnd as_last(const CalendarValue& value, Mod mod, const Interval& span) {
  return {span, !time::sharpness_of(to_text(narrowing(value, mod))).end};
}

bool is_regular(const std::vector<Interval>& intervals, std::int64_t step) {
  for (std::size_t i = 1; i < intervals.size(); ++i) {
    if (intervals[i].begin().count - intervals[i - 1].begin().count != step) return false;
    if (intervals[i].length_minutes() != intervals[0].length_minutes()) return false;
  }
  return true;
}

auto readings_of(std::vector<Interval> intervals) {
  if (intervals.size() > time::Readings::kListedMax) {
    const std::int64_t step = intervals[1].begin().count - intervals[0].begin().count;
    if (is_regular(intervals, step)) {
      auto readings = time::Readings::regular(intervals[0], step, static_cast<std::uint32_t>(intervals.size()));
      if (readings) return readings;
    }
  }
  return time::Readings::of(std::move(intervals));
}

}  // namespace

bool runs_to_publication(const Expression& expression, const Valued& valued) {
  if (valued.to_publication) return true;
  return expression.relation == Relation::kSince && !std::holds_alternative<AmountOf>(expression.unvalued.kind);
}

Relation plain_relation(const Expression& expression) {
  const bool amount = std::holds_alternative<AmountOf>(expression.unvalued.kind);
  return expression.relation && !expression.opens_range && !amount ? *expression.relation : Relation::kAt;
}

std::optional<Dated> dated(const time::Publication& publication, const Expression& expression, const Valued& valued) {
  if (!valued.dating) return std::nullopt;
  const auto base = narrowed(*valued.dating, expression.mod);
  if (!base) return std::nullopt;
  const Interval published = publication.interval();
  const auto first = [&] { return as_first(*valued.dating, expression.mod, *base); };
  const auto last = [&] { return as_last(*valued.dating, expression.mod, *base); };
  const bool runs = runs_to_publication(expression, valued);
  const bool since = runs && expression.relation == Relation::kSince;
  if (runs) {
    if (const auto run = Interval::make(base->begin(), published.end())) {
      return Dated{*run, since ? time::edtf_from(first()) : time::edtf_between(first(), {published})};
    }
  }
  const bool until_ahead = expression.relation == Relation::kUntil && base->end() > published.end();
  if (valued.from_publication || until_ahead) {
    const bool clock = valued.dating->clock.has_value();
    if (const auto run = Interval::make(published.begin(), clock ? base->begin() : base->end())) {
      return Dated{*run, time::edtf_between({published}, clock ? time::EdtfEnd{*run} : last())};
    }
  }
  const Relation relation = since ? Relation::kFrom : runs ? Relation::kBetween : plain_relation(expression);
  if (relation == Relation::kFrom) return Dated{*base, time::edtf_from(first())};
  if (relation == Relation::kUntil) return Dated{*base, time::edtf_until(last())};
  return Dated{*base, edtf_of(*valued.dating, expression.mod)};
}

std::optional<Dated> dated_range(const Expression& first, const Valued& from, const Expression& last,
                                 const Valued& to) {
  if (!from.dating || !to.dating) return std::nullopt;
  const auto begin = narrowed(*from.dating, first.mod);
  const auto end = narrowed(*to.dating, last.mod);
  if (!begin || !end) return std::nullopt;
  const auto run = Interval::make(begin->begin(), to.dating->clock ? end->begin() : end->end());
  if (!run || end->begin() < begin->begin()) return std::nullopt;
  return Dated{*run,
               time::edtf_between(as_first(*from.dating, first.mod, *begin), as_last(*to.dating, last.mod, *end))};
}

std::optional<std::pair<time::Readings, std::string>> combined(std::vector<Dated> all) {
  const auto before = [](const Dated& a, const Dated& b) { return a.interval < b.interval; };
  const auto not_before = [&](const Dated& a, const Dated& b) { return !before(a, b); };
  // Day by day they mostly come in order.
  if (std::adjacent_find(all.begin(), all.end(), not_before) != all.end()) {
    std::sort(all.begin(), all.end(), before);
    all.erase(
        std::unique(all.begin(), all.end(), [](const Dated& a, const Dated& b) { return a.interval == b.interval; }),
        all.end());
  }
  if (all.empty()) return std::nullopt;
  std::vector<Interval> intervals;
  std::vector<std::string> texts;
  intervals.reserve(all.size());
  texts.reserve(all.size());
  for (Dated& one : all) {
    intervals.push_back(one.interval);
    texts.push_back(std::move(one.edtf));
  }
  const std::string edtf = time::edtf_one_of(texts);
  auto readings = readings_of(std::move(intervals));
  if (!readings) return std::nullopt;
  return std::pair(std::move(*readings), edtf);
}

}  // namespace annalen::timex
