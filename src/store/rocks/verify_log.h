// verify_log.h: records, payloads and tree, one after the other.
// Errors:  kDamaged names the first bad position or key.
// Threads: a function over a View.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/result.h"
#include "store/merkle.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

struct LogFindings {
  std::uint64_t records = 0;
  std::uint64_t payloads = 0;
  Hash root{};
  std::map<std::uint64_t, Hash>
      roots;  // set by the caller: sizes whose root is wanted; those within the log are filled
};

[[nodiscard]] Result<void> verify_log(const View& view, const std::string& store_id, LogFindings& findings);

}  // namespace annalen::store::rocks
