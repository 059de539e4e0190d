// kj_clang.h: lets clang 16 read the packaged Cap'n Proto (0.9) as C++20; included ahead of every source that uses it.
// Why: capnp/blob.h compares `const char*` with kj::StringPtr, which has a member operator== and an operator!=. C++20's
//      rule about reversed operators then leaves no candidate (P2468). GCC 12 does not have that rule yet.
#pragma once

#if defined(__clang__) && defined(__cplusplus)
#include <kj/string.h>

namespace kj {
inline bool operator==(const char* left, const StringPtr& right) { return right.operator==(left); }
inline bool operator!=(const char* left, const StringPtr& right) { return !right.operator==(left); }
}  // namespace kj
#endif
