// name.h: a name as the user wrote it -> the actor or place keys that it means. Inside of the query room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/identity.h"
#include "query/query.h"
#include "store/store.h"

namespace annalen::query {

// Where a name is looked for.
struct NameScope {
  const store::Store& store;
  const Identities& identities;
  store::ParticipantRole role = store::ParticipantRole::kActor;
  std::optional<std::uint64_t> as_of;  // a log size
  bool implied = false;                // events whose date is implied name it, too
};

struct Resolved {
  std::vector<std::string> keys;  // as the decisions leave them; any of them; empty: no event knows the name
  std::string note;               // for the asker; empty when there is nothing to say
};

// In this order: a key as it is (or what it has been merged into); the names that the store has seen; `keys_of_name`
// (may be empty); both again with umlauts in the place of "ae", "oe", "ue". Of several keys that the store has seen the
// name for one is meant when the others are its bare surname (these are meant, too), or when it alone bears exactly
// that name.
[[nodiscard]] Result<Resolved> resolve_name(const NameScope& scope, std::string_view name,
                                            const KeysOfName& keys_of_name);

}  // namespace annalen::query
