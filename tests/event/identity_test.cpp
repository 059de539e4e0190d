#include "event/identity.h"

#include <doctest/doctest.h>

#include "base/byte_order.h"
#include "base/digest.h"
#include "scene.h"

namespace annalen::event {
namespace {

// DESIGN.md, Event id: "16 base32 characters of SHA-256 over (article identity, sentence, timex text, its ordinal
// among equals)".
TEST_CASE("event/identity: the id is computed as written down") {
  Sha256 hash;
  std::string ordinal;
  put_big_endian(ordinal, std::uint64_t{0});
  hash.update_field("article").update_field("Er kam am Montag.").update_field("Montag").update_field(ordinal);
  const Hash digest = hash.finish();
  CHECK(event_id("article", "Er kam am Montag.", "Montag", 0) == to_base32(as_bytes(digest)).substr(0, 16));
  CHECK(event_id("article", "Er kam am Montag.", "Montag", 0).size() == 16);
}

// Stored ids are bound to by corrections: this one may never change.
TEST_CASE("event/identity: an id of today is the id of tomorrow") {
  CHECK(event_id("https://example.org/a", "Am Montag schneite es.", "Montag", 0) == "sl62rv5hhjk6tpzx");
}

TEST_CASE("event/identity: fields do not run into each other") {
  CHECK(event_id("a", "bc", "d", 0) != event_id("ab", "c", "d", 0));
  CHECK(event_id("a", "b", "cd", 0) != event_id("a", "bc", "d", 0));
  CHECK(event_id("a", "b", "c", 0) != event_id("a", "b", "c", 1));
}

TEST_CASE("event/identity: white space of another kind or length is the same sentence") {
  CHECK(collapse_white_space("  a \r\n\t b\xC2\xA0"
                             "c ") == "a b c");
  CHECK(collapse_white_space("").empty());
  CHECK(event_id("a", "Am\nMontag", "Montag", 0) == event_id("a", "Am Montag", "Montag", 0));
}

TEST_CASE("event/identity: equal sentences of one article are told apart by their order, title and body together") {
  EventIds ids("article");
  const auto first = ids.next("Er kam am Montag.", "Montag");
  const auto second = ids.next("Er kam am Montag.", "Montag");
  CHECK(first == event_id("article", "Er kam am Montag.", "Montag", 0));
  CHECK(second == event_id("article", "Er kam am Montag.", "Montag", 1));
}

// DESIGN.md: "It survives re-extraction and new versions as long as the sentence stands".
TEST_CASE("event/identity: an id stays while the sentence stands, whatever is written before it") {
  const auto id_in = [](const std::string& text) {
    Scene scene(text);
    scene.date("Montag", "2025-02-24", "2025-02-25");
    const auto events = scene.events();
    REQUIRE(events.size() == 1);
    return events[0].id;
  };
  const auto id = id_in("Er kam am Montag nach Wien.");
  CHECK(id_in("Neues aus Wien. Er kam am Montag nach Wien. Es schneit.") == id);
  CHECK(id_in("Er kam am Montag\nnach  Wien.") == id);
  CHECK(id_in("Er kam am Montag nach Graz.") != id);
}

}  // namespace
}  // namespace annalen::event
