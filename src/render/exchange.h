// exchange.h: a hit in the exchange form (DESIGN.md, Exchange form). Inside of the render room.
#pragma once

#include <string>
#include <vector>

#include "query/query.h"

namespace annalen::render {

// One JSON object, one line, without its newline; always valid JSON and UTF-8.
[[nodiscard]] std::string exchange_json(const query::Hit& hit);

// Canonical names of actors (or of places), or of those who play a part, in order of mention, each once.
[[nodiscard]] std::vector<std::string> names_of(const store::StoredEvent& event, store::ParticipantRole role);
[[nodiscard]] std::vector<std::string> names_of(const store::StoredEvent& event, store::Part part);
[[nodiscard]] std::string_view match_text(time::Match match);  // "certain", "possible", "none"

}  // namespace annalen::render
