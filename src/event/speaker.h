// speaker.h: who says what a clause tells.
// Threads: a SpeakerReader belongs to one text and one thread. Linear time over the text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actor/mention.h"
#include "clause/clause.h"
#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/phrase.h"
#include "text/document.h"

namespace annalen::event {

struct Saying {
  TokenRange speaker;                         // the name, or the noun phrase without its article
  std::optional<std::uint32_t> mention = {};  // index, where the speaker is a name
  std::optional<std::uint32_t> clause = {};   // that tells the saying; empty for "laut …"
  std::vector<std::uint32_t> grounds = {};    // tokens in text order that tell so
};

class SpeakerReader {
 public:
  // All outlive the reader.
  SpeakerReader(const text::Document& document, const clause::Clauses& clauses,
                std::span<const actor::Mention> mentions, const Lexicon& lexicon);
  // Empty: the article itself.
  [[nodiscard]] std::optional<Saying> of(const Occurrence& occurrence) const;
};

}  // namespace annalen::event
