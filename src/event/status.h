// status.h: whether what a clause tells happened.
// Source:  the distinctions of FactBank (Saurí and Pustejovsky 2009), brought to four (DESIGN.md, Conventions, Status):
//          as far as the speaker says. What is decided where a text leaves it open stands in lang/de/status.txt.
// Method:  the clause's verb by negation, tense, mood, modal and adverbs, or the noun by its attributes; then what the
//          clause hangs on, up to kDepthMax clauses; then the date: what lies wholly ahead has not happened.
// Threads: pure function; bounded time for an occurrence.
#pragma once

#include <cstdint>
#include <vector>

#include "event/event.h"
#include "event/lexicon.h"
#include "event/occurrence.h"

namespace annalen::event {

struct Judgement {
  Status status = Status::kHappened;
  std::vector<std::uint32_t> grounds;  // tokens in text order; empty for what is simply told
};

// `reported`: somebody says so, not the article.
[[nodiscard]] Judgement status_of(const Occurrence& occurrence, bool reported, const Lexicon& lexicon);

}  // namespace annalen::event
