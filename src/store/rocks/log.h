// log.h: reading records with their payloads (key spaces `R` and `P`).
// Errors:  kNotFound behind the end; kDamaged with the position.
// Threads: functions over a View.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/record.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

inline constexpr std::size_t kSaltBytes = 16;

// The number behind the last record.
[[nodiscard]] Result<std::uint64_t> log_size(const View& view);
[[nodiscard]] Result<Record> read_record(const View& view, std::uint64_t seq);
// The payload's message without its salt; empty once redacted.
[[nodiscard]] Result<std::optional<std::string>> read_payload(const View& view, std::uint64_t seq);
[[nodiscard]] Result<StoredRecord> read_stored(const View& view, std::uint64_t seq);
// Records [from, end) in order; the sink returns false to stop. A gap is kDamaged.
[[nodiscard]] Result<void> scan_stored(const View& view, std::uint64_t from_seq,
                                       const std::function<bool(const StoredRecord&)>& sink);
[[nodiscard]] Hash payload_hash(std::string_view salt, std::string_view payload);

}  // namespace annalen::store::rocks
