// reindex.h: all indexes anew from log and payloads.
// Errors:  kDamaged when a record or payload is not what was written; the indexes are then unfinished, and the next
//          opening for writing tries again.
// Threads: REQUIRES that nobody else uses the database.
#pragma once

#include "base/result.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

// Replaces damaged tree nodes first, unless it is a record that the tree contradicts (FORMAT.md, Truth).
[[nodiscard]] Result<void> rebuild_indexes(Database& database);

}  // namespace annalen::store::rocks
