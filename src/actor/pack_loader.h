// pack_loader.h: language pack -> Lexicon. The form of each line stands at the head of its file in lang/.
// Errors:  Error{kInput} names file and line: an unknown class, a missing field, a key that names nothing.
#pragma once

#include <span>

#include "actor/finder.h"
#include "actor/lexicon.h"
#include "base/result.h"

namespace annalen::actor {

[[nodiscard]] Result<Lexicon> load_lexicon(std::span<const PackFile> pack);

}  // namespace annalen::actor
