// unit.h: the units that expressions count in.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "time/granularity.h"

namespace annalen::timex {

enum class Unit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kMorning,
  kMidday,
  kAfternoon,
  kEvening,
  kNight,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSpring,
  kSummer,
  kAutumn,
  kWinter,
  kHalfyear,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};

[[nodiscard]] std::string_view to_text(Unit unit);  // "week", "night"
[[nodiscard]] std::optional<Unit> unit_from_text(std::string_view text);
// How TIMEX3 counts it: {"PT", "H"}, {"P", "W"}, {"P", "DE"}.
struct UnitSign {
  std::string_view head;
  std::string_view tail;
};
[[nodiscard]] UnitSign sign_of(Unit unit);
[[nodiscard]] time::Granularity granularity_of(Unit unit);

}  // namespace annalen::timex
