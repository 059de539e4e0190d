// naming.h: the actor or place that a name stands for by the finder's tables, whatever a store has seen.
// Threads: the function belongs to one thread.
#pragma once

#include "query/query.h"

namespace annalen::tools {

// Loads the finder at the first name that it is asked for: most names are known to the store.
[[nodiscard]] query::KeysOfName make_keys_of_name();

}  // namespace annalen::tools
