// moment.h: --as-of as a log size, and recorded times as text. Both in UTC, whatever the machine's zone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"

namespace annalen::tools {

// "2025-02-27T10:00:00.000Z"
[[nodiscard]] std::string moment_text(std::int64_t ms);

// "#17" and "0/17" are a log size: what the first 17 records tell (0: the stream). "2025", "2025-02" and "2025-02-27"
// are the end of that year, month or day, "2025-02-27T10:00", "…T10:00:30", each with or without "Z", that moment. A
// size beyond the log is the whole log.
[[nodiscard]] Result<std::uint64_t> parse_as_of(std::string_view text, const store::Store& store);

}  // namespace annalen::tools
