// granularity.h: the unit a text speaks in, how an event stands to its interval, how it meets a range.
// The numbers are stored: DO NOT CHANGE THEM, only append. proto/payload.capnp has the same ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace annalen::time {

// Finer first, so that `<` reads "finer than" (DESIGN.md, Time 6).
enum class Granularity : std::uint8_t {
  kMinute = 0,
  kHour = 1,
  kDaypart = 2,
  kDay = 3,
  kWeekend = 4,
  kWeek = 5,
  kMonth = 6,
  kQuarter = 7,
  kSeason = 8,
  kHalfyear = 9,
  kYear = 10,
  kDecade = 11,
  kCentury = 12,
  kMillennium = 13,
};

enum class Relation : std::uint8_t {
  kAt = 0,
  kDuring = 1,
  kBetween = 2,
  kSince = 3,
  kFrom = 4,
  kUntil = 5,
  kBefore = 6,
  kAfter = 7,
};

// The names of DESIGN.md ("daypart", "since"); the readers are empty on any other text.
[[nodiscard]] std::string_view to_text(Granularity granularity);
[[nodiscard]] std::optional<Granularity> granularity_from_text(std::string_view text);
[[nodiscard]] std::string_view to_text(Relation relation);
[[nodiscard]] std::optional<Relation> relation_from_text(std::string_view text);

}  // namespace annalen::time
