// status_scope.h: which words of a clause deny or doubt what it tells at a date.
// Threads: pure functions; each looks at a bounded number of tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/phrase.h"

namespace annalen::event {

// How the date stands to the publication. kUnknown: there is none.
enum class When : std::uint8_t { kUnknown, kBefore, kAround, kAhead };
[[nodiscard]] When when_of(const Occurrence& occurrence);

[[nodiscard]] std::string lower_word(const Occurrence& occurrence, std::uint32_t token);

// The token that denies the clause's verb. Negations that deny only a part ("nicht nur", "sank nicht unter 25 Grad",
// "nicht nach Wien, sondern …", "eine nicht genehmigte Demonstration") are none.
[[nodiscard]] std::optional<std::uint32_t> denier(const Occurrence& occurrence, std::uint32_t clause,
                                                  const Lexicon& lexicon);

// An adverb or phrase that tells a status ("angeblich", "beinahe").
struct Hint {
  Status status = Status::kPossible;
  std::vector<std::uint32_t> tokens;
};
// Among the clause's tokens of [first, end), the strongest: doubt before all others.
[[nodiscard]] std::optional<Hint> hint(const Occurrence& occurrence, std::uint32_t clause, const TokenRange& range,
                                       const Lexicon& lexicon);

// The word right before the date, but for an article between: "für den 3. Mai" -> "für"; empty where there is none.
[[nodiscard]] std::optional<std::uint32_t> preposition_of_date(const Occurrence& occurrence, const Lexicon& lexicon);

}  // namespace annalen::event
