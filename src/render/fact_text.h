// fact_text.h: what the sentence makes of an event, in words for people.
// Threads: pure function.
#pragma once

#include <string>

#include "store/record.h"

namespace annalen::render {

// Whether it happened and who says so: "planned, says Russland", "did not happen", "unconfirmed", "says Polizei"; empty
// for what the article itself tells as happened.
[[nodiscard]] std::string status_text(const store::StoredFacts& facts);
// "annektieren (assault)": the predicate with its type, of both what is known.
[[nodiscard]] std::string predicate_text(const store::StoredFacts& facts);

}  // namespace annalen::render
