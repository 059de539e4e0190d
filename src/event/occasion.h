// occasion.h: which of a document's dated timexes make an event, and what its date is.
// Rules (DESIGN.md, Conventions): a range is one occasion, from its first word to its last. In one clause
//   - a clock time or daypart within the date beside it is one occasion with it, the finer;
//   - a weekday and the calendar date beside it ("Montag, dem 24. Februar") are one, the one with fewer readings;
//   - a date and the finer one within it, set between commas behind it, are one, the finer;
//   - equal dates are one, the first.
// Text:    the finer timex's; both with what stands between when at most kAdjacentTokensMax tokens do.
// Threads: pure function. Linear time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "event/event.h"
#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

inline constexpr std::uint32_t kAdjacentTokensMax = 2;

struct Occasion {
  std::uint32_t timex = 0;        // gives type, mod and derivation
  std::uint32_t first_token = 0;  // of the text: [first_token, end_token)
  std::uint32_t end_token = 0;
  std::string value;  // TIMEX3; a range: first and last joined by '/'
  timex::Dating dating;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  // Where the clause names several dates and a comma parts them ("am Samstag Sturm, am Mittwoch Salzburg"), the tokens
  // [part_first, part_end) that are this one's; else every token.
  std::uint32_t part_first = 0;
  std::uint32_t part_end = ~std::uint32_t{0};
  Basis basis = Basis::kStated;  // of a time of the story [first_token, end_token) are its words; implied: none
  [[nodiscard]] bool worded() const { return first_token < end_token; }
  [[nodiscard]] bool parted() const { return part_first != 0 || part_end != ~std::uint32_t{0}; }
};

// In text order. Timexes without a dating make none.
[[nodiscard]] std::vector<Occasion> occasions(const text::Document& document, const clause::Clauses& clauses,
                                              std::span<const timex::Timex> timexes);

}  // namespace annalen::event
