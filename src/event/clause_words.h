// clause_words.h: the words of the clause that tells an occurrence.
// Threads: pure function; looks at a bounded number of tokens.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"

namespace annalen::event {

inline constexpr std::uint32_t kClauseReach = 60;  // tokens on either side of the date or verb

struct ClauseWord {
  std::uint32_t token = 0;
  std::string lower;
  bool capitalised = false;
  bool number = false;
};

// Words and numbers in text order, without the date's own; of a relative clause the noun that it is about as well,
// first.
[[nodiscard]] std::vector<ClauseWord> clause_words(const Occurrence& occurrence, const Lexicon& lexicon);

}  // namespace annalen::event
