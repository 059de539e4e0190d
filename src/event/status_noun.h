// status_noun.h: whether the happening that a noun names took place: "der geplante Gipfel am Montag", "kein Streik".
// Threads: pure function; looks at a bounded number of tokens.
#pragma once

#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/status.h"

namespace annalen::event {

// REQUIRES: a trigger that is not its clause's verb: a noun, or a participle before it.
[[nodiscard]] Judgement status_of_noun(const Occurrence& occurrence, const Lexicon& lexicon);

}  // namespace annalen::event
