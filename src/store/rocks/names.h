// names.h: the name index: which keys go by a folded name, and how often each is met (key spaces `C`, `F`, `W`).
// Errors:  kDamaged names the key.
// Threads: functions over a View.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/rocks/database.h"
#include "store/store.h"

namespace annalen::store::rocks {

// Keys of a role in byte order. The name is the one most often met in current events (by bytes among equals); keys that
// no current event has are left out.
[[nodiscard]] Result<void> scan_actor_names(const View& view, ParticipantRole role,
                                            const std::function<bool(const ActorName&)>& sink);
// As Store::actor().
[[nodiscard]] Result<std::optional<ActorName>> names_of_key(const View& view, std::string_view key,
                                                            ParticipantRole role);
// As Store::scan_written().
[[nodiscard]] Result<void> scan_written_names(const View& view, std::string_view key, ParticipantRole role,
                                              const std::function<bool(const WrittenName&)>& sink);
// As Store::actors_of_name(). Keys that only superseded extractions gave the name to (events may then be 0) come when
// no current one does: a query as of an earlier time still finds them.
[[nodiscard]] Result<std::vector<ActorName>> keys_of_folded_name(const View& view, std::string_view folded_name,
                                                                 ParticipantRole role);

}  // namespace annalen::store::rocks
