// batch.h: how much goes into the store in one append. One append is one write to disk that must be waited for, and the
// larger it is, the cheaper is an event (its index entries are sorted and joined); a crash loses at most what has not
// been appended, so nothing waits for long.
#pragma once

#include <cstddef>
#include <cstdint>

namespace annalen::tools {

inline constexpr std::size_t kBatchArticles = 1024;
inline constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;  // of payloads
inline constexpr std::int64_t kBatchMilliseconds = 1000;            // since the append before

}  // namespace annalen::tools
