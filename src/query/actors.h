// actors.h: actors and places with their counts, as merges and splits make them one or several (identity.h).
// Counts:  events in which the actor takes part in that role; an event that writes it twice, or under two keys that are
//          one by now, counts once.
// Cost:    what no decision names is read from the name index; an actor that one names costs its events. As of an
// earlier
//          moment every event is read.
// Threads: pure functions over a Store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/identity.h"
#include "store/store.h"

namespace annalen::query {

// All that take part in an event, in order of keys. The name of a key is the one that a split has given it, else the
// one most often met with it, else that of the key most often met among those which mean it.
[[nodiscard]] Result<std::vector<store::ActorName>> list_actors(const store::Store& store, store::ParticipantRole role,
                                                                std::optional<std::uint64_t> as_of = std::nullopt);

// As list_actors() names it; the key itself when no event has it.
[[nodiscard]] Result<std::string> name_of_key(const store::Store& store, const Identities& identities,
                                              const std::string& key, store::ParticipantRole role);
// One key as the decisions leave it: `events` may be 0.
[[nodiscard]] Result<store::ActorName> actor_named(const store::Store& store, const Identities& identities,
                                                   const std::string& key, store::ParticipantRole role,
                                                   std::optional<std::uint64_t> as_of);

// The events (one entry each, unsorted) whose mentions of `source` mean `key`.
[[nodiscard]] Result<void> scan_meaning(const store::Store& store, const Identities& identities,
                                        const Identities::Source& source, const std::string& key,
                                        store::ParticipantRole role, const store::Store::Scan& scan,
                                        const store::EntrySink& sink);

// How the articles write it, most often first; as of now. Names that a split divides are given with all their events.
[[nodiscard]] Result<std::vector<store::WrittenName>> written_names(const store::Store& store,
                                                                    const Identities& identities,
                                                                    const std::string& key,
                                                                    store::ParticipantRole role);

// The one key that a verb's argument means: a key, or a name that is one actor's alone (his whole canonical name goes
// before names that hold more). kUsage with the candidates when it may be several, kNotFound when no event has it.
[[nodiscard]] Result<std::string> key_of_argument(const store::Store& store, std::string_view argument,
                                                  store::ParticipantRole role);

}  // namespace annalen::query
