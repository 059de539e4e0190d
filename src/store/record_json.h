// record_json.h: a record's payload as JSON, for `dump --format jsonl` (its field `content`).
// Form:    the fields of proto/payload.capnp by their names; 64-bit numbers as strings, digests as hex; fields that are
//          empty or zero are there too.
// Why:     for people who read a dump. What is proved is proved over the bytes.
// Threads: pure function.
#pragma once

#include <string>

#include "store/record.h"

namespace annalen::store {

// One line. "null" when the payload is redacted or cannot be read.
[[nodiscard]] std::string content_json(const StoredRecord& stored);

}  // namespace annalen::store
