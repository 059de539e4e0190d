// counters.h: lists of int64 that are added up element by element (merge operands of key spaces C, F, W, Z).
// Format:  FORMAT.md; int64 big-endian, sign flipped.
// Threads: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::store::rocks {

using Counters = std::vector<std::int64_t>;
[[nodiscard]] std::string counters_bytes(const Counters& counters);
// Empty unless there are exactly `size` counters.
[[nodiscard]] std::optional<Counters> counters_from_bytes(std::string_view bytes, std::size_t size);

inline constexpr std::size_t kNameCounters = 2;  // events of current extractions, events of all extractions

// Index of each total in the value of key space `Z`. The order is stored: only append.
enum Total : std::size_t {
  kTotalArticles,
  kTotalVersions,
  kTotalExtractions,
  kTotalEvents,
  kTotalEventsExact,
  kTotalPayloadBytes,
  kTotalSuperseded,
  kTotals,
};

// Element-wise sum; empty when the lengths differ. Wraps, so that no damage overflows.
[[nodiscard]] std::optional<Counters> sum_of(const Counters& left, const Counters& right);

}  // namespace annalen::store::rocks
