// status_governor.h: what a clause hangs on: the verb or noun whose content it is.
// Threads: pure functions; each looks at a bounded number of tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"

namespace annalen::event {

enum class Link : std::uint8_t {
  kNone,         // a main clause, a relative clause …
  kInfinitive,   // "…, am Montag zu kommen"
  kThat,         // "dass er am Montag kommt", "wonach er …"
  kSubjunctive,  // "er komme am Montag"
  kPlain,        // "er kommt am Montag", beside a clause that may bring it
};

// The first words of a clause, behind coordinators.
struct Opening {
  std::optional<std::uint32_t> word;  // token
  bool coordinated = false;
};
[[nodiscard]] Opening opening_of(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon);

// An infinitive with "zu" without a finite verb.
[[nodiscard]] bool is_infinitive_clause(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon);
// Its finite verb is its last word.
[[nodiscard]] bool is_verb_last(const Occurrence& occurrence, std::uint32_t clause);

struct Governor {
  std::uint32_t clause = 0;
  Link link = Link::kNone;
  std::optional<StatusWords::Content> content;  // empty where nothing is known of it
  std::vector<std::uint32_t> tokens;            // the verb, or the noun
};
// Empty for a clause that is nothing's content.
[[nodiscard]] std::optional<Governor> governor_of(const Occurrence& occurrence, std::uint32_t clause,
                                                  const Lexicon& lexicon);

// What the clause's own verb makes of its object ("fordert für Montag eine Sitzung"); nullptr where it tells nothing.
[[nodiscard]] const StatusWords::Content* content_of_object(const clause::Clause& clause, const Lexicon& lexicon);

}  // namespace annalen::event
