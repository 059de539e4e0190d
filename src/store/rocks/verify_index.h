// verify_index.h: every index entry in both directions: what the log asks for is there, and nothing else.
// Errors:  kDamaged names the first key that is missing, wrong or surplus.
// Threads: a function over a View.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

// REQUIRES: verify_log() found nothing. `layout`: which one the entries should have; `entries`: how many there are.
[[nodiscard]] Result<void> verify_index(const View& view, std::uint16_t layout, std::uint64_t& entries);

}  // namespace annalen::store::rocks
