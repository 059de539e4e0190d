// key.h: an actor's key from its name.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "actor/mention.h"

namespace annalen::actor {

// Folded, runs of blanks and other signs as one '-': "Beate Meinl-Reisinger" -> "beate-meinl-reisinger".
[[nodiscard]] std::string slug(std::string_view name);
[[nodiscard]] std::string make_key(Kind kind, std::string_view name);

}  // namespace annalen::actor
