// org_phrase.h: organisations that a phrase makes: a capitalised adjective before what one is ("der Österreichische
// Tennisverband"), who it is of ("Verband der Automobilindustrie"), what it is before its name ("der Konzern
// Nordskog"), a tail ("Residenz Verlag"), a compound ("Goethe-Institut"), English ("Bank of China"). Threads: pure
// functions. Bounded by a few units each.
#pragma once

#include <cstdint>
#include <optional>

#include "actor/org_pattern.h"
#include "actor/reading.h"

namespace annalen::actor {

// "Österreichische" with a capital, as it stands within a name.
[[nodiscard]] bool is_name_adjective(const Reading& reading, const Unit& unit);

// A name that begins at the unit; the longest.
[[nodiscard]] std::optional<OrgMatch> organisation_phrase_at(const Reading& reading, std::uint32_t unit);

}  // namespace annalen::actor
