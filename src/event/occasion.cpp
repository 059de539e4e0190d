#include "event/occasion.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace annalen::event {

namespace {

// A clause names few dates; looking back further would not be linear on hostile text.
constexpr std::size_t kLookBackMax = 8;

Occasion occasion_of(const clause::Clauses& clauses, std::span<const timex::Timex> timexes, std::uint32_t index) {
  const timex::Timex& timex = timexes[index];
  Occasion out{.timex = index,
               .first_token = timex.first_token,
               .end_token = timex.end_token,
               .value = timex.value,
               .dating = *timex.dating,
               .sentence = timex.sentence,
               .clause = clauses.clause_of_token[timex.first_token],
               .part_first = 0,
               .part_end = ~std::uint32_t{0}};
  const auto last = timex.range_last.value_or(index);
  if (last > index && last < timexes.size() && timexes[last].sentence == timex.sentence) {
    out.end_token = std::max(out.end_token, timexes[last].end_token);
    out.value += "/" + timexes[last].value;
  }
  return out;
}

bool within_a_day(const time::Granularity granularity) { return granularity < time::Granularity::kDay; }

// Every reading of `inner` lies inside some reading of `outer`; both short, as days and times are.
bool nested(const time::Readings& inner, const time::Readings& outer) {
  if (inner.is_regular() || outer.is_regular()) {
    if (inner.size() != outer.size()) return false;
    for (std::size_t i : {std::size_t{0}, inner.size() - 1}) {
      if (!outer.at(i).contains(inner.at(i))) return false;
    }
    return true;
  }
  const auto outer_list = outer.list();
  const auto inner_list = inner.list();
  return std::all_of(inner_list.begin(), inner_list.end(), [&](const time::Interval& reading) {
    return std::any_of(outer_list.begin(), outer_list.end(),
                       [&](const time::Interval& around) { return around.contains(reading); });
  });
}

// "seit Montag, 8 Uhr": the time on the day on which it began, up to where the date's readings end.
std::optional<time::Readings> since_the_time(const Occasion& fine, const Occasion& coarse) {
  std::vector<time::Interval> readings;
  for (const time::Interval& day : coarse.dating.readings.list()) {
    for (const time::Interval& minute : fine.dating.readings.list()) {
      if (time::day_of(minute.begin()) != time::day_of(day.begin())) continue;
      if (auto both = time::Interval::make(minute.begin(), day.end())) readings.push_back(*both);
    }
  }
  return time::Readings::of(std::move(readings));
}

// The one date of a time and the day that it lies in; empty when the time is not of that day.
std::optional<timex::Dating> time_on_day(const Occasion& fine, const Occasion& coarse) {
  if (!within_a_day(fine.dating.granularity) || coarse.dating.granularity > time::Granularity::kDay) return {};
  if (fine.dating.granularity >= coarse.dating.granularity) return {};
  timex::Dating out = fine.dating;
  if (coarse.dating.relation == time::Relation::kSince) {
    auto readings = since_the_time(fine, coarse);
    if (!readings) return {};
    out.readings = std::move(*readings);
    out.edtf.clear();
    out.relation = time::Relation::kSince;
    out.ongoing = coarse.dating.ongoing;
    return out;
  }
  // Several days ("von Montag bis Freitag um 20 Uhr") say no single moment.
  if (coarse.dating.readings.at(0).length_minutes() > time::kMinutesPerDay) return {};
  if (!nested(fine.dating.readings, coarse.dating.readings)) return {};
  if (out.relation == time::Relation::kAt) out.relation = coarse.dating.relation;
  return out;
}

std::uint32_t tokens_between(const Occasion& a, const Occasion& b) {
  const Occasion& first = a.first_token <= b.first_token ? a : b;
  const Occasion& second = a.first_token <= b.first_token ? b : a;
  return second.first_token >= first.end_token ? second.first_token - first.end_token : 0;
}

bool adjacent(const Occasion& a, const Occasion& b) { return tokens_between(a, b) <= kAdjacentTokensMax; }

// "Donnerstag, dem 27. Februar": the same kind of unit, one of whose readings are some of the other's.
bool apposed(const Occasion& precise, const Occasion& vague) {
  const auto& few = precise.dating.readings;
  const auto& many = vague.dating.readings;
  if (precise.dating.granularity != vague.dating.granularity || few.size() >= many.size()) return false;
  if (precise.dating.relation != vague.dating.relation || !adjacent(precise, vague)) return false;
  const auto all = many.list();
  const auto some = few.list();
  return std::all_of(some.begin(), some.end(), [&](const time::Interval& reading) {
    return std::find(all.begin(), all.end(), reading) != all.end();
  });
}

// "Vor acht Jahren, am 19. Dezember 2016,": the finer says the coarser again.
bool restated(const text::Document& document, const Occasion& coarse, const Occasion& fine) {
  const auto& tokens = document.tokens();
  if (fine.first_token <= coarse.end_token || !adjacent(coarse, fine) || fine.end_token >= tokens.size()) return false;
  if (fine.dating.granularity >= coarse.dating.granularity) return false;
  if (document.of(tokens[coarse.end_token]) != "," || document.of(tokens[fine.end_token]) != ",") return false;
  const bool at = fine.dating.relation == time::Relation::kAt && coarse.dating.relation == time::Relation::kAt;
  return at && nested(fine.dating.readings, coarse.dating.readings);
}

// `kept` with the other's words when these stand beside it.
Occasion widened(Occasion kept, const Occasion& other) {
  if (!adjacent(kept, other)) return kept;
  kept.first_token = std::min(kept.first_token, other.first_token);
  kept.end_token = std::max(kept.end_token, other.end_token);
  return kept;
}

// The occasion that two of one clause are, when they are one.
std::optional<Occasion> joined(const text::Document& document, const Occasion& before, const Occasion& after) {
  if (restated(document, before, after)) return widened(after, before);
  for (const auto& [fine, coarse] : {std::pair(&before, &after), std::pair(&after, &before)}) {
    if (auto dating = time_on_day(*fine, *coarse)) {
      Occasion both = widened(*fine, *coarse);
      both.dating = std::move(*dating);
      return both;
    }
    if (apposed(*fine, *coarse)) return widened(*fine, *coarse);
  }
  const bool equal = before.dating.readings == after.dating.readings && before.dating.relation == after.dating.relation;
  if (equal) return before;
  return {};
}

bool parts_dates(std::string_view sign) { return sign == "," || sign == ";"; }

// Sets the parts of two neighbours of one clause: up to the first comma of the clause between them, and from it.
void part(const text::Document& document, const clause::Clauses& clauses, Occasion& before, Occasion& after) {
  if (before.clause != after.clause) return;
  for (auto token = before.end_token; token < after.first_token; ++token) {
    if (clauses.clause_of_token[token] != before.clause || !parts_dates(document.of(document.tokens()[token])))
      continue;
    before.part_end = token;
    after.part_first = token;
    return;
  }
}

}  // namespace

std::vector<Occasion> occasions(const text::Document& document, const clause::Clauses& clauses,
                                std::span<const timex::Timex> timexes) {
  std::vector<Occasion> out;
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    if (!timexes[i].dating) continue;
    Occasion next = occasion_of(clauses, timexes, i);
    bool taken = false;
    const std::size_t back_end = out.size() > kLookBackMax ? out.size() - kLookBackMax : 0;
    for (std::size_t back = out.size(); back > back_end && !taken; --back) {
      Occasion& earlier = out[back - 1];
      if (earlier.sentence != next.sentence) break;
      if (earlier.clause != next.clause) continue;
      if (auto both = joined(document, earlier, next)) {
        earlier = std::move(*both);
        taken = true;
      }
    }
    if (!taken) out.push_back(std::move(next));
  }
  for (std::size_t i = 1; i < out.size(); ++i) part(document, clauses, out[i - 1], out[i]);
  return out;
}

}  // namespace annalen::event
