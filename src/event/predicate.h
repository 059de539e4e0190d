// predicate.h: what happened, as a lemma.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"

namespace annalen::event {

struct Predicate {
  // Infinitive, a separated particle put before it; "sein", "werden" and the like only where nothing else tells what
  // happened. Of a noun or of a light verb's noun the verb that it is made of, else the noun. May be empty.
  std::string lemma;
  std::vector<std::uint32_t> tokens;       // that tell it, in text order
  std::optional<std::uint32_t> noun = {};  // that names it, one of them
};

[[nodiscard]] Predicate predicate_of(const Occurrence& occurrence, const Lexicon& lexicon);

}  // namespace annalen::event
