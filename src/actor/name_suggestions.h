// name_suggestions.h: what the sequence model adds to tables and patterns: names that neither has, and a word against
// what only a pattern found. Tables win: what a table lists stays, save a place or person inside a longer name.
// Threads: pure functions. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "actor/label.h"
#include "actor/reading.h"
#include "actor/scan.h"
#include "actor/tagger.h"

namespace annalen::actor {

// Tokens that the model takes for a name or, where `of` is absent, for none.
struct Suggestion {
  std::uint32_t first_token = 0;  // [first_token, end_token)
  std::uint32_t end_token = 0;
  std::optional<NameClass> of;
  float probability = 0;  // of the least sure word
};

// `drafts`: as joined without the model. In text order, apart; a suggestion without class covers a draft by form.
[[nodiscard]] std::vector<Suggestion> suggestions(Tagger& tagger, const Reading& reading,
                                                  const std::vector<Draft>& drafts);

// The drafts of scan() with the suggestions worked in; `joined` is what became of them without the model. False when
// nothing changed.
[[nodiscard]] bool amend(const Reading& reading, const std::vector<Suggestion>& suggested,
                         const std::vector<Draft>& joined, std::vector<Draft>& drafts);

}  // namespace annalen::actor
