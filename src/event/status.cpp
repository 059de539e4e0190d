#include "event/status.h"

namespace annalen::event {

Judgement status_of(const Occurrence& occurrence, const Predicate& /*predicate*/, const Lexicon& /*lexicon*/) {
  const clause::Clause& clause = occurrence.clause();
  if (!occurrence.told_by_verb()) return {};
  if (clause.negated) return {.status = Status::kNot, .grounds = {}};
  if (clause.points_ahead) return {.status = Status::kPlanned, .grounds = {}};
  return {};
}

}  // namespace annalen::event
