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

// "17" is a log size; "2025-02-27" the end of that day, "2025-02-27T10:00", "…T10:00:30", each with or without "Z",
// that moment. A size beyond the log is the whole log.
[[nodiscard]] Result<std::uint64_t> parse_as_of(std::string_view text, const store::Store& store);

}  // namespace annalen::tools
