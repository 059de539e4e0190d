// status.h: whether what a clause tells happened.
// Source:  the distinctions of FactBank (Saurí and Pustejovsky 2009), brought to four (DESIGN.md, Conventions, Status):
//          as far as the speaker says.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <vector>

#include "event/event.h"
#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/predicate.h"

namespace annalen::event {

struct Judgement {
  Status status = Status::kHappened;
  std::vector<std::uint32_t> grounds;  // tokens in text order; empty for what is simply told
};

[[nodiscard]] Judgement status_of(const Occurrence& occurrence, const Predicate& predicate, const Lexicon& lexicon);

}  // namespace annalen::event
