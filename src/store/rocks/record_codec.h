// record_codec.h: Record <-> the bytes that the Merkle tree is computed over.
// Format:  FORMAT.md, key space `R`; proto/record.capnp.
// Errors:  Error{kDamaged, …, "record 0/17"}: bytes that are no valid record by themselves (rules 1 and 4 of FORMAT.md,
//          kind and version of rule 2). Neighbours are verify's business.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/record.h"

namespace annalen::store::rocks {

inline constexpr std::size_t kRecordBytes = 112;  // what this version writes
inline constexpr std::size_t kRecordBytesMax = std::size_t{16}
                                               << 10U;  // what it reads: room for fields of later schemas

[[nodiscard]] std::string record_bytes(const Record& record);
// `seq` is that of the key, for the check and the message.
[[nodiscard]] Result<Record> record_from_bytes(std::string_view bytes, std::uint64_t seq);

}  // namespace annalen::store::rocks
