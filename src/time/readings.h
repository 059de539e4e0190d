// readings.h: the intervals that one timex may mean.
// Invariant: at least one reading; sorted by begin, then end; no two equal. Up to kListedMax are listed; a longer set
//            is regular (first, step, count). An irregular longer set is narrowed to kListedMax by joining
//            neighbours, so that it never loses a moment that it had.
// Threads:   value type.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "time/granularity.h"
#include "time/interval.h"

namespace annalen::time {

class Readings {
 public:
  static constexpr std::size_t kListedMax = 64;

  // One reading: an exact event.
  explicit Readings(Interval only) : listed_{only} {}
  // Sorts and removes equals. Empty when `readings` is.
  [[nodiscard]] static std::optional<Readings> of(std::vector<Interval> readings);
  // `count` readings, each `step_minutes` after the one before. Empty unless count >= 1, step >= 1 and all in range.
  [[nodiscard]] static std::optional<Readings> regular(Interval first, std::int64_t step_minutes, std::uint32_t count);

  [[nodiscard]] std::size_t size() const { return step_minutes_ == 0 ? listed_.size() : count_; }
  [[nodiscard]] Interval at(std::size_t index) const;  // REQUIRES: index < size()
  [[nodiscard]] bool exact() const { return size() == 1; }
  [[nodiscard]] Interval hull() const;
  // True when the set is kept as first, step, count rather than as a list.
  [[nodiscard]] bool is_regular() const { return step_minutes_ != 0; }
  [[nodiscard]] std::int64_t step_minutes() const { return step_minutes_; }
  // Some reading overlaps / every reading lies inside. At most kListedMax steps.
  [[nodiscard]] bool any_overlaps(const Interval& range) const;
  [[nodiscard]] bool all_inside(const Interval& range) const { return range.contains(hull()); }
  [[nodiscard]] std::vector<Interval> list() const;
  bool operator==(const Readings&) const = default;

 private:
  Readings() = default;
  std::vector<Interval> listed_;   // regular: exactly the first
  std::int64_t step_minutes_ = 0;  // 0: listed
  std::uint32_t count_ = 0;        // regular: how many
};

// How an event meets a query's range. DESIGN.md, Words and Time 3: before/after are never a certain match.
enum class Match : std::uint8_t { kNone, kPossible, kCertain };
[[nodiscard]] Match match(const Readings& readings, Relation relation, const Interval& range);

}  // namespace annalen::time
