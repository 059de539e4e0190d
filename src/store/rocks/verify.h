// verify.h: is everything in the store what it says it is?
// Checks:  each record (FORMAT.md, "A record is valid if and only if"), its payload and hash, every tree node, meta,
// HEAD,
//          every index entry in both directions (missing or wrong; surplus), and with `older` that the log extends it.
// Cost:    reads everything once and looks up each index entry once; memory grows with the number of distinct names.
// Errors:  damage is the answer; kSystem when the disk does not let us look.
// Threads: a function over a View.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "store/rocks/database.h"
#include "store/store.h"

namespace annalen::store::rocks {

struct VerifyContext {
  std::string store_id;
  std::string folder;
  Result<std::optional<Checkpoint>> head;
  std::optional<Checkpoint> older;
};

[[nodiscard]] Result<Verification> verify_store(const View& view, const VerifyContext& context);

}  // namespace annalen::store::rocks
