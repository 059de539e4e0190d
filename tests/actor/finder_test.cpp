#include "actor/finder.h"

#include <doctest/doctest.h>

#include "found.h"

namespace annalen::actor {

TEST_CASE("actor/finder: the German pack loads") {
  const auto loaded = Finder::load(german_pack());
  CAPTURE((loaded.ok() ? std::string() : loaded.error().message()));
  CHECK(loaded.ok());
}

TEST_CASE("actor/finder: a role, a given name and a surname make a person; titles stand outside") {
  CHECK(found("Das sagte Kreml-Sprecher Dmitri Peskow am Donnerstag.") ==
        "Kreml|place/kreml|attr; Dmitri Peskow|per/dmitri-peskow");
}

}  // namespace annalen::actor
