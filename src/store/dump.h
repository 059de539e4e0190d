// dump.h: a record as a message of the stream that `annalen dump --format capnp` writes.
// Form:    proto/dump.capnp; the stream is these bytes, one record after the other:
//              capnp decode proto/dump.capnp DumpEntry < FILE
// Threads: pure function.
#pragma once

#include <string>

#include "store/record.h"

namespace annalen::store {

// What cannot be read (a redacted or damaged payload) is left out of the readable part; the bytes are always there.
[[nodiscard]] std::string dump_entry_bytes(const StoredRecord& stored);

}  // namespace annalen::store
