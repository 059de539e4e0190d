// suggest.h: actors whose name may be the one asked for in another spelling. Never joined here: a merge is a decision.
// Cost:    one fold and a few bounded distances for each name that the store has seen.
// Threads: pure functions over a Store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace annalen::query {

struct Suggestion {
  store::ActorName actor;
  unsigned distance = 0;  // of the likest of its names; 0: it holds the text, or is the same when folded
};

// The nearest first, then those with more events. A name or key that holds the text, case and accents aside, is 0; else
// spelling.h tells, of canonical names and of names as written.
[[nodiscard]] Result<std::vector<Suggestion>> suggest_actors(const store::Store& store, std::string_view name,
                                                             store::ParticipantRole role,
                                                             std::optional<std::uint64_t> as_of = std::nullopt);

}  // namespace annalen::query
