#include "event/predicate.h"

#include <algorithm>

namespace annalen::event {

Predicate predicate_of(const Occurrence& occurrence, const Lexicon& /*lexicon*/) {
  Predicate out{.lemma = {}, .tokens = occurrence.trigger};
  std::sort(out.tokens.begin(), out.tokens.end());
  if (occurrence.told_by_verb()) {
    out.lemma = occurrence.clause().verb;
  } else if (!out.tokens.empty()) {
    out.lemma = occurrence.document.of(occurrence.document.tokens()[out.tokens.front()]);
  }
  return out;
}

}  // namespace annalen::event
