#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "event/implied_words.h"
#include "german_articles.h"
#include "time/granularity.h"

namespace annalen::event {
namespace {

// "at 2025-02-24: verurteilte" for each event whose date no word tells.
std::string implied(const std::string& body, const std::string& title = "") {
  std::string out;
  for (const Event& event : german().extract(article_of("2025-02-27", body, title))) {
    if (event.basis != Basis::kImplied) continue;
    if (!out.empty()) out += "; ";
    out += std::string(time::to_text(event.dating.relation)) + " " +
           time::to_text(event.dating.readings.hull().begin()) + ": " + event.trigger;
  }
  return out;
}

TEST_CASE("event/implied: a sentence without a date takes that of the event told before in its paragraph") {
  const std::pair<const char*, const char*> rows[] = {
      {"Am Montag kam Putin an. Trump verurteilte die Tat.", "at 2025-02-24: verurteilte"},
      {"Am Montag brannte es. Am Dienstag regnete es. Trump verurteilte die Tat.", "at 2025-02-25: verurteilte"},
      {"Am Montag kam Putin an. Retter bargen Trump nach 20 Minuten.", "at 2025-02-24: bargen"},
      {"Am Montag kam Putin an. Trump hat die Tat verurteilt.", "at 2025-02-24: verurteilt"},
      {"Am Montag kam Putin an. Trump hatte die Tat verurteilt.", "before 2025-02-24: verurteilt"},
      {"Am Montag kam Putin an. Danach ging er. Trump verurteilte die Tat.", "after 2025-02-24: verurteilte"},
      // The time of day is the other event's.
      {"Am Montag um 7 Uhr brannte es. Trump verurteilte die Tat.", "at 2025-02-24: verurteilte"},
      {"Am Montag kam Putin an.\n\nTrump verurteilte die Tat.", "at 2025-02-24: verurteilte"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(implied(text) == expected);
  }
}

TEST_CASE("event/implied: what tells no doing of that day is left alone") {
  for (const char* text : {
           "Am Montag kam Putin an. Trump ist ein Freund.",
           "Am Montag kam Putin an. Trump verurteilt die Tat.",
           "Am Montag kam Putin an. Trump wohnte in Wien.",
           "Am Montag kam Putin an. Hat Trump die Tat verurteilt?",
           "Am Montag kam Putin an. „Trump verurteilte die Tat.“",
           "Am Montag kam Putin an. Wir verurteilten Trump.",
           "Am Montag kam Putin an. Damals verurteilte Trump die Tat.",
           "Am Montag kam Putin an. Trump verurteilte stets solche Taten.",
           "Am Montag kam Putin an. Trump wollte die Tat verurteilen.",
           "Am Montag kam Putin an. Trump würde die Tat verurteilen.",
           "Am Montag kam Putin an. Jüngst verurteilte Trump die Tat.",
           "Am Montag kam Putin an. Die Tür war geschlossen worden",
           "Am Montag kam Putin an. Ein Mann lächelte.",
       }) {
    CAPTURE(text);
    CHECK(implied(text).empty());
  }
}

TEST_CASE("event/implied: background, plans and other paragraphs give no date") {
  for (const char* text : {
           "Trump verurteilte die Tat.",
           "Trump verurteilte die Tat. Am Montag kam Putin an.",
           "1990 kam Putin an. Trump verurteilte die Tat.",
           "Am Montag kam Putin an. 1990 wurde Merkel gewählt. Trump verurteilte die Tat.",
           "Am Montag wird Putin ankommen. Trump verurteilte die Tat.",
           "Seit Montag streikt Putin. Trump verurteilte die Tat.",
           "Am Montag kam Putin an.\n\nEin Mann lächelte.\n\nTrump verurteilte die Tat.",
       }) {
    CAPTURE(text);
    CHECK(implied(text).empty());
  }
  CHECK(implied("Trump verurteilte die Tat.", "Am Montag kam Putin an").empty());
}

TEST_CASE("event/implied: the event names its base and has no words for its time") {
  const auto events = german().extract(article_of("2025-02", "Am Montag kam Putin an. Trump verurteilte die Tat."));
  REQUIRE(events.size() == 2);
  const Event& event = events[1];
  CHECK(event.basis == Basis::kImplied);
  CHECK(event.base == events[0].id);
  CHECK(event.timex.empty());
  CHECK(event.timex_span.size() == 0);
  CHECK(event.timex_span.begin == event.sentence_span.begin);
  CHECK(event.sentence == "Trump verurteilte die Tat.");
  CHECK(event.dating.readings == events[0].dating.readings);
  CHECK(event.derivation.rule == "implied");
  CHECK(event.derivation.anchor == events[0].timex_value);
  REQUIRE(event.participants.size() == 1);
  CHECK(event.participants[0].part == Part::kActs);
}

TEST_CASE("event/implied: equal sentences make events of their own, whose ids leave the stated ones alone") {
  const std::string sentence = "Trump verurteilte die Tat. ";
  const auto stated = german().extract(article_of("2025-02-27", "Am Montag kam Putin an."));
  const auto events = german().extract(article_of("2025-02-27", "Am Montag kam Putin an. " + sentence + sentence));
  REQUIRE(stated.size() == 1);
  REQUIRE(events.size() == 3);
  CHECK(events[0].id == stated[0].id);
  CHECK(events[1].id != events[2].id);
}

TEST_CASE("event/implied: a list of words that does not fit its section is refused") {
  CHECK(!ImpliedWords::load("[nowhere]\nstets\n").ok());
  CHECK(!ImpliedWords::load("[states]\nstets immer\n").ok());
}

}  // namespace
}  // namespace annalen::event
