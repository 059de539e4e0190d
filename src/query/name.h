// name.h: a name as the user wrote it -> the actor or place key that it means. Inside of the query room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"

namespace annalen::query {

struct Resolved {
  std::string key;
  std::string note;  // for the asker; empty when there is nothing to say
};

// A key is taken as it is. Of several keys that the name was seen for one is meant when the others are the same
// person's bare surname, or when it alone bears exactly that name. Empty: no event knows the name.
[[nodiscard]] Result<std::optional<Resolved>> resolve_name(const store::Store& store, std::string_view name,
                                                           store::ParticipantRole role);

}  // namespace annalen::query
