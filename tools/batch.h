// batch.h: how much goes into the store in one append. One append is one write to disk that must be waited for; a crash
// loses at most what has not been appended.
#pragma once

#include <cstddef>

namespace annalen::tools {

inline constexpr std::size_t kBatchArticles = 64;
inline constexpr std::size_t kBatchBytes = std::size_t{4} << 20U;  // of payloads

}  // namespace annalen::tools
