// name.h: a name as the user wrote it -> the actor or place keys that it means. Inside of the query room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/query.h"
#include "store/store.h"

namespace annalen::query {

struct Resolved {
  std::vector<std::string> keys;  // any of them; empty: no event knows the name
  std::string note;               // for the asker; empty when there is nothing to say
};

// In this order: a key as it is; the names that the store has seen; `keys_of_name` (may be empty); both again with
// umlauts in the place of "ae", "oe", "ue". Of several keys that the store has seen the name for one is meant when the
// others are its bare surname (these are meant, too), or when it alone bears exactly that name.
[[nodiscard]] Result<Resolved> resolve_name(const store::Store& store, std::string_view name,
                                            store::ParticipantRole role, const KeysOfName& keys_of_name);

}  // namespace annalen::query
