#include "event/type.h"

namespace annalen::event {

Type type_of(const Occurrence& /*occurrence*/, const Predicate& /*predicate*/, const Lexicon& /*lexicon*/) {
  return {};
}

}  // namespace annalen::event
