// checkpoint.h: size and Merkle root of a stream at a moment.
// Source: C2SP tlog-checkpoint: origin, size, base64 root, a line each, then an empty line (signatures may follow).
// Errors: Error{kInput} with the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"

namespace annalen::store {

struct Checkpoint {
  std::string origin;      // store id; "/stream" is appended for streams other than 0
  std::uint64_t size = 0;  // records
  Hash root{};
  bool operator==(const Checkpoint&) const = default;
};

[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);
// Signature lines behind the empty line are allowed and not looked at.
[[nodiscard]] Result<Checkpoint> checkpoint_from_text(std::string_view text);

}  // namespace annalen::store
