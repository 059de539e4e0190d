// facts_score.h: the events found in an article against those that a reader takes from it (facts_file.h).
// Matching: an event found is that of a line when its time expression overlaps the line's; of several the one with the
// right
//           predicate, else the first that no other line has. A line without a time is matched by predicate or trigger
//           alone, within its block. Each event is one line's at most. Events that no line expects are not judged.
// Right:    predicates and names are compared folded; what is missing is wrong in everything.
// Threads:  pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "counts.h"
#include "event/event.h"
#include "facts_file.h"

namespace annalen::facts {

inline constexpr const char* kMissing = "-";

// (expected, found) -> how often; found may be kMissing. Where alternatives are expected: the one found, else the
// first.
using Confusion = std::map<std::pair<std::string, std::string>, std::size_t>;

struct Score {
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t implied = 0;  // of the expected
  std::size_t implied_found = 0;
  std::size_t predicates = 0;  // right; likewise types and statuses
  std::size_t types = 0;
  std::size_t statuses = 0;
  Confusion type_confusion;
  Confusion status_confusion;
  Counts speakers;
  std::array<Counts, kRoles.size()> roles;  // in the order of kRoles
  std::vector<std::string> differences;     // "file:line: what: expected …, found …", one a difference
  Score& operator+=(const Score& other);
};

[[nodiscard]] Score compare(const ExpectedArticle& expected, const std::vector<event::Event>& found);

}  // namespace annalen::facts
