#include "timex/slot.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "time/granularity.h"
#include "timex/unit.h"

namespace annalen::timex {

namespace {

constexpr std::array<std::string_view, kSlotCount> kSlotNames = {
    "year",    "year2",     "year_shift", "bc",         "month",     "month_shift", "day",        "weekday",  "week",
    "quarter", "half",      "season",     "decade",     "decade2",   "century",     "millennium", "holiday",  "daypart",
    "hour",    "half_hour", "minute",     "quarter_to", "count",     "centi",       "thousands",  "fraction", "unit",
    "shift",   "anchor",    "mod",        "relation",   "direction", "times",       "offset"};

constexpr std::array<std::string_view, 9> kModNames = {
    "", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"};
constexpr std::array<std::string_view, 3> kAnchorNames = {"publication", "mentioned", "context"};
constexpr std::array<std::string_view, 4> kSeasonNames = {"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 5> kDaypartNames = {"MO", "MI", "AF", "EV", "NI"};

template <std::size_t Size>
std::optional<std::int32_t> index_of(const std::array<std::string_view, Size>& names, std::string_view text) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (names[i] == text) return static_cast<std::int32_t>(i);
  }
  return std::nullopt;
}

template <std::size_t Size>
std::string name_at(const std::array<std::string_view, Size>& names, std::int32_t index) {
  if (index < 0 || static_cast<std::size_t>(index) >= Size) return std::to_string(index);
  return std::string(names[static_cast<std::size_t>(index)]);
}

std::optional<std::int32_t> integer(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<std::int32_t> holiday(std::string_view text) {
  if (text.starts_with("easter")) {
    const auto days = integer(text.substr(6));
    return days && *days >= -100 && *days <= 100 ? std::optional(kEasterBase + *days) : std::nullopt;
  }
  if (text.starts_with("advent")) {
    const auto sunday = integer(text.substr(6));
    return sunday && *sunday >= 1 && *sunday <= 4 ? std::optional(kAdventBase + *sunday) : std::nullopt;
  }
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = integer(text.substr(0, 2));
  const auto day = integer(text.substr(3));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return *month * 100 + *day;
}

}  // namespace

std::string_view to_text(Mod mod) { return kModNames[static_cast<std::size_t>(mod)]; }
std::string_view to_text(Slot slot) {
  return slot == Slot::kNone ? std::string_view("none") : kSlotNames[static_cast<std::size_t>(slot)];
}

std::optional<Slot> slot_from_text(std::string_view name) {
  if (name == "none") return Slot::kNone;
  const auto index = index_of(kSlotNames, name);
  return index ? std::optional(static_cast<Slot>(*index)) : std::nullopt;
}

std::optional<std::int32_t> slot_value_from_text(Slot slot, std::string_view text) {
  switch (slot) {
    case Slot::kUnit: {
      const auto unit = unit_from_text(text);
      return unit ? std::optional(static_cast<std::int32_t>(*unit)) : std::nullopt;
    }
    case Slot::kRelation: {
      const auto relation = time::relation_from_text(text);
      return relation ? std::optional(static_cast<std::int32_t>(*relation)) : std::nullopt;
    }
    case Slot::kAnchor:
      return index_of(kAnchorNames, text);
    case Slot::kMod:
      return index_of(kModNames, text);
    case Slot::kSeason:
      return index_of(kSeasonNames, text);
    case Slot::kDaypart:
      return index_of(kDaypartNames, text);
    case Slot::kHoliday:
      return holiday(text);
    default:
      return integer(text);
  }
}

std::string slot_value_text(Slot slot, std::int32_t value) {
  switch (slot) {
    case Slot::kUnit:
      return std::string(to_text(static_cast<Unit>(value)));
    case Slot::kRelation:
      return std::string(time::to_text(static_cast<time::Relation>(value)));
    case Slot::kAnchor:
      return name_at(kAnchorNames, value);
    case Slot::kMod:
      return name_at(kModNames, value);
    case Slot::kSeason:
      return name_at(kSeasonNames, value);
    case Slot::kDaypart:
      return name_at(kDaypartNames, value);
    default:
      return std::to_string(value);
  }
}

namespace {

// How many values an enumerated slot has; 0 for numbers.
std::int32_t enumerators_of(Slot slot) {
  switch (slot) {
    case Slot::kUnit:
      return static_cast<std::int32_t>(Unit::kMillennium) + 1;
    case Slot::kRelation:
      return static_cast<std::int32_t>(time::Relation::kAfter) + 1;
    case Slot::kAnchor:
      return static_cast<std::int32_t>(kAnchorNames.size());
    case Slot::kMod:
      return static_cast<std::int32_t>(kModNames.size());
    case Slot::kSeason:
      return static_cast<std::int32_t>(kSeasonNames.size());
    case Slot::kDaypart:
      return static_cast<std::int32_t>(kDaypartNames.size());
    default:
      return 0;
  }
}

}  // namespace

void Slots::set(Slot slot, std::int32_t value) {
  if (slot == Slot::kNone) return;
  const std::int32_t enumerators = enumerators_of(slot);
  if (enumerators > 0 && (value < 0 || value >= enumerators)) return;
  present_ |= bit(slot);
  values_[static_cast<std::size_t>(slot)] = std::clamp(value, -kValueMax, kValueMax);
}

void Slots::fill_from(const Slots& other) {
  for (std::uint64_t bits = other.present_ & ~present_; bits != 0; bits &= bits - 1) {
    const auto slot = static_cast<std::size_t>(std::countr_zero(bits));
    values_[slot] = other.values_[slot];
  }
  present_ |= other.present_;
}

}  // namespace annalen::timex
