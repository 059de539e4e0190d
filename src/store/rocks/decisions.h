// decisions.h: merges, unmerges and splits, found by key space `J`.
// Errors:  kDamaged names the record.
// Threads: a function over a View.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "store/decision.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

// Those of records before `end_seq`, in order; redacted ones are left out. An index of layout 1 does not know them:
// then the log is read through.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(const View& view, std::uint64_t end_seq);

}  // namespace annalen::store::rocks
