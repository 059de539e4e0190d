// predicate.h: what happened, as a lemma.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"

namespace annalen::event {

struct Predicate {
  std::string lemma;                  // infinitive, or the noun as written where no verb is known; may be empty
  std::vector<std::uint32_t> tokens;  // that tell it, in text order
};

[[nodiscard]] Predicate predicate_of(const Occurrence& occurrence, const Lexicon& lexicon);

}  // namespace annalen::event
