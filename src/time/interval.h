// interval.h: a span of civil time, [begin, end).
// Invariant: begin < end, both within years -9999 to 9999 (0:00 of year 10000 only as an end).
// Units:     minutes since 1970-01-01T00:00, proleptic Gregorian calendar, no zone.
// Order:     by begin, then end.      Threads: value type.
// Errors:    make() is empty when the invariant would not hold; nothing throws.
// Why:       half-open, so that months join without gaps (DESIGN.md, Words).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annalen::time {

// A point of civil time. A type of its own, so that no length or day number is taken for it.
struct CivilMinute {
  std::int64_t count = 0;  // minutes since 1970-01-01T00:00
  constexpr CivilMinute() = default;
  explicit constexpr CivilMinute(std::int64_t minutes) : count(minutes) {}
  auto operator<=>(const CivilMinute&) const = default;
};

// A civil day, days since 1970-01-01.
struct CivilDay {
  std::int32_t count = 0;
  constexpr CivilDay() = default;
  explicit constexpr CivilDay(std::int32_t days) : count(days) {}
  auto operator<=>(const CivilDay&) const = default;
};

inline constexpr std::int64_t kMinutesPerDay = 1440;
inline constexpr std::int32_t kYearMin = -9999;
inline constexpr std::int32_t kYearMax = 9999;
extern const CivilMinute kCivilMin;  // -9999-01-01T00:00
extern const CivilMinute kCivilEnd;  // 10000-01-01T00:00, only as an end

[[nodiscard]] constexpr CivilMinute start_of(CivilDay day) { return CivilMinute{day.count * kMinutesPerDay}; }
// The day that holds the minute (rounds towards the past).
[[nodiscard]] CivilDay day_of(CivilMinute minute);

class Interval {
 public:
  [[nodiscard]] static std::optional<Interval> make(CivilMinute begin, CivilMinute end);

  [[nodiscard]] CivilMinute begin() const { return begin_; }
  [[nodiscard]] CivilMinute end() const { return end_; }
  [[nodiscard]] std::int64_t length_minutes() const { return end_.count - begin_.count; }
  [[nodiscard]] bool contains(const Interval& inner) const { return begin_ <= inner.begin_ && inner.end_ <= end_; }
  [[nodiscard]] bool overlaps(const Interval& other) const { return begin_ < other.end_ && other.begin_ < end_; }
  // The smallest interval that holds both.
  [[nodiscard]] Interval hull(const Interval& other) const;
  auto operator<=>(const Interval&) const = default;

 private:
  Interval(CivilMinute begin, CivilMinute end) : begin_(begin), end_(end) {}
  CivilMinute begin_;
  CivilMinute end_;
};

// "2022-03-10" at midnight, else "2022-03-10T20:00"; years outside 0000-9999 signed with four digits ("-0216-08-02");
// the end of the range is "10000-01-01". The exchange form's text of begin, end and readings.
[[nodiscard]] std::string to_text(CivilMinute minute);
// Reads what to_text() writes; empty on anything else.
[[nodiscard]] std::optional<CivilMinute> minute_from_text(std::string_view text);

}  // namespace annalen::time
