// slot.h: what a rule can capture, and how the pack writes it.
// A captured part is a number; its slot says what the number counts ("month=3", "unit=week", "season=FA").
// Threads: pure functions, value types.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annalen::timex {

enum class Slot : std::uint8_t {
  kYear,        // astronomical, 1-9999 as written; `bc` turns it
  kYear2,       // two digits, completed from the year before it or from the publication
  kYearShift,   // years from the anchor
  kBc,          // 1: before Christ, 2: after
  kMonth,       // 1-12
  kMonthShift,  // months from the anchor
  kDay,         // 1-31
  kWeekday,     // 1 Monday - 7 Sunday
  kWeek,        // ISO number, or the n-th week from the anchor
  kQuarter,     // 1-4
  kHalf,        // 1-2
  kSeason,      // 0 SP - 3 WI
  kDecade,      // 194 = 1940-1949
  kDecade2,     // 90: the nineties nearest before the publication
  kCentury,     // as spoken: 20 = 1900-1999
  kMillennium,  // as spoken: 3 = 2000-2999
  kHoliday,     // encoded_holiday()
  kDaypart,     // time::Daypart
  kHour,        // 0-24
  kHalfHour,    // "halb neun": the hour that it is half before
  kMinute,      // 0-59
  kQuarterTo,   // minutes before the hour
  kCount,       // an amount
  kCenti,       // hundredths of an amount: 150 = 1.5
  kThousands,   // behind a full stop: 14.000
  kFraction,    // digits behind the decimal comma, as hundredths
  kUnit,        // timex::Unit
  kShift,       // units from the anchor
  kAnchor,      // timex::Anchor
  kMod,         // timex::Mod
  kRelation,    // time::Relation
  kDirection,   // -1 past, 1 ahead: "in den vergangenen drei Jahren"
  kTimes,       // "zweimal": SET frequency
  kOffset,      // days from the day said: "Nacht auf Montag": -1
  kNone,        // matched, not kept
};
inline constexpr std::size_t kSlotCount = static_cast<std::size_t>(Slot::kNone);

enum class Anchor : std::uint8_t {
  kPublication,  // the day of publication
  kMentioned,    // the date last mentioned
  kContext,      // news: the publication; narrative: the date last mentioned
};

enum class Mod : std::uint8_t { kNone, kStart, kMid, kEnd, kApprox, kMoreThan, kLessThan, kEqualOrMore, kEqualOrLess };
[[nodiscard]] std::string_view to_text(Mod mod);  // TIMEX3's words; "" for kNone

[[nodiscard]] std::optional<Slot> slot_from_text(std::string_view name);
[[nodiscard]] std::string_view to_text(Slot slot);
// "3", "-1", "week", "FA", "MO", "START", "mentioned", "since", "12-25", "easter+49", "advent4": what the slot takes.
[[nodiscard]] std::optional<std::int32_t> slot_value_from_text(Slot slot, std::string_view text);
[[nodiscard]] std::string slot_value_text(Slot slot, std::int32_t value);

// A feast as a number: month * 100 + day, or kEasterBase + days from Easter Sunday, or kAdventBase + Sunday (1-4).
inline constexpr std::int32_t kEasterBase = 10000;
inline constexpr std::int32_t kAdventBase = 20000;

// The captures of one timex.
class Slots {
 public:
  [[nodiscard]] bool has(Slot slot) const { return (present_ & bit(slot)) != 0; }
  [[nodiscard]] bool empty() const { return present_ == 0; }
  [[nodiscard]] std::int32_t get(Slot slot) const { return values_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] std::int32_t get_or(Slot slot, std::int32_t otherwise) const {
    return has(slot) ? get(slot) : otherwise;
  }
  [[nodiscard]] std::optional<std::int32_t> find(Slot slot) const {
    return has(slot) ? std::optional(get(slot)) : std::nullopt;
  }
  // Values are kept within kValueMax, so that no pack and no text makes sums overflow; a number that is none of an
  // enumeration's is not taken.
  static constexpr std::int32_t kValueMax = 20'000'000;
  void set(Slot slot, std::int32_t value);
  // Takes what is absent here.
  void fill_from(const Slots& other);

 private:
  static constexpr std::uint64_t bit(Slot slot) { return std::uint64_t{1} << static_cast<unsigned>(slot); }
  std::uint64_t present_ = 0;
  std::array<std::int32_t, kSlotCount> values_{};
};

}  // namespace annalen::timex
