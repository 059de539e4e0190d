// occurrence.h: what the readers of facts look at: an occasion with the words that tell what happened.
// Threads: a view; everything it refers to outlives it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clause/clause.h"
#include "event/occasion.h"
#include "text/document.h"
#include "time/interval.h"

namespace annalen::event {

struct Occurrence {
  const text::Document& document;
  const clause::Clauses& clauses;
  const Occasion& occasion;
  const std::vector<std::uint32_t>& trigger;     // tokens, in the order to be written; may be empty
  std::optional<time::Interval> published = {};  // empty where it is not known

  // The clause that tells it: the trigger's, else the occasion's.
  [[nodiscard]] std::uint32_t clause_index() const {
    return trigger.empty() ? occasion.clause : clauses.clause_of_token[trigger.front()];
  }
  [[nodiscard]] const clause::Clause& clause() const { return clauses.clauses[clause_index()]; }
  // The trigger is the clause's verb rather than a noun or a participle before its noun.
  [[nodiscard]] bool told_by_verb() const { return !trigger.empty() && trigger == clause().trigger; }
};

}  // namespace annalen::event
