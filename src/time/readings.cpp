#include "time/readings.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace annalen::time {
namespace {

// The interval `minutes` later. REQUIRES: it lies in the range of years.
Interval shifted(const Interval& interval, std::int64_t minutes) {
  const auto moved =
      Interval::make(CivilMinute{interval.begin().count + minutes}, CivilMinute{interval.end().count + minutes});
  assert(moved);
  return *moved;
}

// The common step of equally long readings, 0 when there is none. REQUIRES: sorted, distinct, at least two.
std::int64_t common_step(const std::vector<Interval>& readings) {
  const std::int64_t step = readings[1].begin().count - readings[0].begin().count;
  const std::int64_t length = readings[0].length_minutes();
  if (step == 0 || readings[1].length_minutes() != length) return 0;
  for (std::size_t i = 2; i < readings.size(); ++i) {
    if (readings[i].begin().count - readings[i - 1].begin().count != step) return 0;
    if (readings[i].length_minutes() != length) return 0;
  }
  return step;
}

// Joins neighbours across the smallest gaps until `count_max` are left, so that the fewest moments are added.
// The result is sorted and distinct because `readings` is.
std::vector<Interval> joined(const std::vector<Interval>& readings, std::size_t count_max) {
  std::vector<std::int64_t> gaps(readings.size() - 1);  // gaps[i] lies before readings[i + 1]
  CivilMinute reached = readings.front().end();
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    gaps[i] = readings[i + 1].begin().count - reached.count;
    reached = std::max(reached, readings[i + 1].end());
  }
  std::vector<std::size_t> cuts(gaps.size());
  std::iota(cuts.begin(), cuts.end(), std::size_t{0});
  const auto kept = cuts.begin() + static_cast<std::ptrdiff_t>(count_max - 1);
  // Equal gaps: the earlier is cut, so that the same readings always give the same result.
  std::nth_element(cuts.begin(), kept, cuts.end(), [&gaps](std::size_t left, std::size_t right) {
    return gaps[left] != gaps[right] ? gaps[left] > gaps[right] : left < right;
  });
  std::sort(cuts.begin(), kept);

  std::vector<Interval> groups;
  groups.reserve(count_max);
  auto cut = cuts.begin();
  groups.push_back(readings.front());
  for (std::size_t i = 1; i < readings.size(); ++i) {
    if (cut != kept && *cut == i - 1) {
      groups.push_back(readings[i]);
      ++cut;
    } else {
      groups.back() = groups.back().hull(readings[i]);
    }
  }
  return groups;
}

// Rounds towards the past, as integer division does not. REQUIRES: divisor > 0.
std::int64_t floor_divided(std::int64_t value, std::int64_t divisor) {
  const std::int64_t quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

}  // namespace

std::optional<Readings> Readings::of(std::vector<Interval> readings) {
  if (readings.empty()) return std::nullopt;
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  Readings out;
  if (readings.size() <= kListedMax) {
    out.listed_ = std::move(readings);
    return out;
  }
  if (const std::int64_t step = common_step(readings); step != 0 && readings.size() <= UINT32_MAX) {
    return regular(readings.front(), step, static_cast<std::uint32_t>(readings.size()));
  }
  out.listed_ = joined(readings, kListedMax);
  return out;
}

std::optional<Readings> Readings::regular(Interval first, std::int64_t step_minutes, std::uint32_t count) {
  if (count < 1 || step_minutes < 1) return std::nullopt;
  const std::int64_t room = kCivilEnd.count - first.end().count;
  if (count > 1 && step_minutes > room / (static_cast<std::int64_t>(count) - 1)) return std::nullopt;
  Readings out;
  if (count > kListedMax) {
    out.listed_ = {first};
    out.step_minutes_ = step_minutes;
    out.count_ = count;
    return out;
  }
  // One form for equal sets, whichever way they were made.
  out.listed_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) out.listed_.push_back(shifted(first, step_minutes * i));
  return out;
}

Interval Readings::at(std::size_t index) const {
  assert(index < size());
  if (!is_regular()) return listed_[index];
  return shifted(listed_.front(), step_minutes_ * static_cast<std::int64_t>(index));
}

Interval Readings::hull() const {
  if (is_regular()) return listed_.front().hull(at(size() - 1));
  Interval out = listed_.front();
  for (const Interval& reading : listed_) out = out.hull(reading);
  return out;
}

bool Readings::any_overlaps(const Interval& range) const {
  if (!is_regular()) {
    for (const Interval& reading : listed_) {
      if (reading.begin() >= range.end()) return false;  // sorted by begin: nor does any later one
      if (reading.overlaps(range)) return true;
    }
    return false;
  }
  // Reading i is [begin + i * step, end + i * step): the first that ends after the range's begin, the last that
  // begins before the range's end.
  const std::int64_t first = floor_divided(range.begin().count - listed_.front().end().count, step_minutes_) + 1;
  const std::int64_t last = floor_divided(range.end().count - 1 - listed_.front().begin().count, step_minutes_);
  return std::max<std::int64_t>(first, 0) <= std::min<std::int64_t>(last, static_cast<std::int64_t>(count_) - 1);
}

std::vector<Interval> Readings::list() const {
  if (!is_regular()) return listed_;
  std::vector<Interval> out;
  out.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) out.push_back(at(i));
  return out;
}

Match match(const Readings& readings, Relation relation, const Interval& range) {
  if (!readings.any_overlaps(range)) return Match::kNone;
  // "vor X" says where the event is not; its interval is only where the text points to.
  if (relation == Relation::kBefore || relation == Relation::kAfter) return Match::kPossible;
  return readings.all_inside(range) ? Match::kCertain : Match::kPossible;
}

}  // namespace annalen::time
