#include "actor/mention.h"

namespace annalen::actor {

std::string_view to_text(Kind kind) {
  switch (kind) {
    case Kind::kPerson:
      return "per";
    case Kind::kOrganisation:
      return "org";
    case Kind::kState:
      return "state";
    case Kind::kPlace:
      return "place";
  }
  return "";
}

}  // namespace annalen::actor
