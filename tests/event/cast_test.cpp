#include <doctest/doctest.h>

#include "scene.h"

namespace annalen::event {
namespace {

using actor::Kind;

// DESIGN.md, Words, participant: '"Moskau" stands for state/RU'.
TEST_CASE("event/cast: a metonym that acts is the actor it stands for, with the mention as written") {
  Scene scene("Moskau sprach 2022 von Frieden.");
  scene.metonym("Moskau", "RU");
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  REQUIRE(events[0].participants.size() == 1);
  CHECK(events[0].participants[0].key == "state/RU");
  CHECK(events[0].participants[0].mention == "Moskau");
  CHECK(events[0].participants[0].role == Role::kActor);
}

// DESIGN.md, Conventions: "States and cities are actors where they act or are acted upon, else places."
TEST_CASE("event/cast: what is the scene is a place under its own key") {
  Scene scene("In Moskau und in Polen traf Trump 2022 ein.");
  scene.metonym("Moskau", "RU").as_place = true;
  scene.state("Polen", "PL").as_place = true;
  scene.person("Trump");
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  REQUIRE(events[0].participants.size() == 3);
  CHECK(cast_of(events[0]) == "@Moskau, @PL, Trump");
  CHECK(events[0].participants[0].key == "place/Moskau");
}

TEST_CASE("event/cast: participants come from the clause of the date only") {
  Scene scene("Putin sagte, dass Trump 2022 verlor, und Xi schwieg.");
  scene.clause("dass Trump 2022 verlor", 0);
  scene.person("Putin");
  scene.person("Trump");
  scene.person("Xi");
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  REQUIRE(scene.events().size() == 1);
  CHECK(cast_of(scene.events()[0]) == "Trump");
}

// Issue: "participants of its clause (of the sentence where the clause has none)".
TEST_CASE("event/cast: a clause without names takes those of its parent and children, then of the sentence") {
  SUBCASE("parent") {
    Scene scene("Xi schwieg, doch Putin sagte, dass es 2022 regnete.");
    scene.clause("doch Putin sagte").clause("dass es 2022 regnete", 1);
    scene.person("Xi");
    scene.person("Putin");
    scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
    CHECK(cast_of(scene.events()[0]) == "Putin");
  }
  SUBCASE("child") {
    Scene scene("Xi schwieg, doch 2022 wurde bekannt, dass Putin krank war.");
    scene.clause("doch 2022 wurde bekannt").clause("dass Putin krank war", 1);
    scene.person("Xi");
    scene.person("Putin");
    scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
    CHECK(cast_of(scene.events()[0]) == "Putin");
  }
  SUBCASE("sentence") {
    Scene scene("Xi schwieg, 2022 regnete es.");
    scene.clause("2022 regnete es");
    scene.person("Xi");
    scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
    CHECK(cast_of(scene.events()[0]) == "Xi");
  }
}

TEST_CASE("event/cast: a clause that names only a place takes the actors of its content, not of a relative clause") {
  Scene scene("In Wien wurde am Montag bekannt, dass Grasser aussagt, wo Strache wohnt.");
  scene.clause("dass Grasser aussagt", 0).clause("wo Strache wohnt", 0);
  scene.metonym("Wien", "AT").as_place = true;
  scene.person("Grasser");
  scene.person("Strache");
  scene.date("Montag", "2025-02-24", "2025-02-25");
  CHECK(cast_of(scene.events()[0]) == "@Wien, Grasser");
}

struct AttributeRow {
  const char* text;
  const char* attribute;  // an adjective or the first part of a compound, naming state "XX"
  const char* person;     // another actor, or ""
  const char* expected;
};

TEST_CASE("event/cast: adjectives and compounds count when their noun acts for them or nobody else does") {
  const AttributeRow rows[] = {
      {"Die russische Armee griff 2022 an.", "russische", "", "XX"},
      {"Die russische Armee griff Selenskyj 2022 an.", "russische", "Selenskyj", "XX, Selenskyj"},
      {"Die US-Regierung lud Selenskyj 2022 ein.", "US", "Selenskyj", "XX, Selenskyj"},
      {"Die russische Invasion begann 2022.", "russische", "", "XX"},
      {"Die russische Invasion überraschte Selenskyj 2022.", "russische", "Selenskyj", "Selenskyj"},
      {"Die US-Politik empörte Selenskyj 2022.", "US", "Selenskyj", "Selenskyj"},
      // A capital makes the adjective a part of a name; some have one anyway.
      {"Die Spanische Grippe begann 2022.", "Spanische", "", ""},
      {"Das Schweizer Parlament tagte 2022.", "Schweizer", "", "XX"},
      {"Spanische Truppen landeten 2022.", "Spanische", "", "XX"},
      // Before a person's name the state is part of the title.
      {"Der US-Präsident Trump gewann 2022.", "US", "Trump", "Trump"},
      {"Der russische Präsident Putin gewann 2022.", "russische", "Putin", "Putin"},
      {"Der US-Präsident gewann 2022.", "US", "", "XX"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    Scene scene(row.text);
    scene.state(row.attribute, "XX").attributive = true;
    if (*row.person != '\0') scene.person(row.person);
    scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
    REQUIRE(scene.events().size() == 1);
    CHECK(cast_of(scene.events()[0]) == row.expected);
  }
}

TEST_CASE("event/cast: a state in the genitive before a title is part of the title") {
  Scene scene("Rubio traf Russlands Außenminister Sergej Lawrow 2025, Polens Haltung blieb offen.");
  scene.person("Rubio");
  scene.state("Russlands", "Russland");
  scene.person("Sergej Lawrow", "Außenminister");
  scene.state("Polens", "Polen");
  scene.date("2025", "2025-01-01", "2026-01-01", time::Granularity::kYear);
  CHECK(cast_of(scene.events()[0]) == "Rubio, Sergej Lawrow, Polen");
}

TEST_CASE("event/cast: a date within a noun phrase takes that phrase's names and its participle") {
  Scene scene("Der seit Jänner amtierende neue US-Präsident Donald Trump vollzog eine Kehrtwende gegenüber Russland.");
  scene.verb("vollzog");
  scene.state("US", "US").attributive = true;
  scene.person("Donald Trump", "US-Präsident");
  scene.state("Russland", "Russland");
  scene.date("Jänner", "2025-01-01", "2025-03-01", time::Granularity::kMonth, time::Relation::kSince);
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(cast_of(events[0]) == "Donald Trump");
  CHECK(events[0].trigger == "amtierende");
}

TEST_CASE("event/cast: a noun phrase without names leaves the clause's") {
  Scene scene("In dem am Dienstag begonnenen Prozess schwieg Grasser.");
  scene.verb("schwieg");
  scene.person("Grasser");
  scene.date("Dienstag", "2025-02-25", "2025-02-26");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(cast_of(events[0]) == "Grasser");
  CHECK(events[0].trigger == "begonnenen");
}

TEST_CASE("event/cast: a finite verb behind the date is no participle") {
  Scene scene("Bei der am Montag kritisierten Trump die Ukraine.");  // not German; the clause room says what is finite
  scene.verb("kritisierten");
  scene.person("Trump");
  scene.date("Montag", "2025-02-24", "2025-02-25");
  CHECK(scene.events()[0].trigger == "kritisierten");
  CHECK(cast_of(scene.events()[0]) == "Trump");
}

TEST_CASE("event/cast: a subject shared by \"und\" takes part in both clauses") {
  Scene scene("Nach einem Gespräch mit Xi reiste Putin am Montag nach Minsk und traf am Dienstag Lukaschenko.");
  scene.clause("und traf am Dienstag Lukaschenko");
  scene.verb("reiste").verb("traf");
  scene.person("Xi");
  scene.person("Putin");
  scene.person("Lukaschenko");
  scene.date("Montag", "2025-02-24", "2025-02-25").date("Dienstag", "2025-02-25", "2025-02-26");
  const auto events = scene.events();
  REQUIRE(events.size() == 2);
  CHECK(cast_of(events[1]) == "Putin, Lukaschenko");
}

TEST_CASE("event/cast: the name before a relative clause takes part in it, and in what \"und\" adds to it") {
  Scene scene("Xi sah, wie Trump, der am Montag Putin traf und am Dienstag heimreiste, schwieg.");
  scene.clause("wie Trump", 0).clause(", der am Montag Putin traf", 1).clause("und am Dienstag heimreiste", 1);
  scene.verb("traf").verb("heimreiste");
  scene.person("Xi");
  scene.person("Trump");
  scene.person("Putin");
  scene.date("Montag", "2025-02-24", "2025-02-25").date("Dienstag", "2025-02-25", "2025-02-26");
  const auto events = scene.events();
  REQUIRE(events.size() == 2);
  CHECK(cast_of(events[0]) == "Trump, Putin");
  CHECK(cast_of(events[1]) == "Trump");
}

TEST_CASE("event/cast: an article that opens a main clause is no relative pronoun") {
  Scene scene("Trump lobte Putin, der Kreml reagierte am Montag auf Xi.");
  scene.clause(", der Kreml reagierte am Montag auf Xi", 0);
  scene.verb("lobte").verb("reagierte");
  scene.person("Trump");
  scene.person("Putin");
  scene.person("Xi");
  scene.date("Montag", "2025-02-24", "2025-02-25");
  CHECK(cast_of(scene.events()[0]) == "Xi");
}

TEST_CASE("event/cast: of several dates of a clause each has the names of its part, and the subject") {
  Scene scene("Rapid trifft am Samstag auf Sturm, am Mittwoch auf Salzburg, am Sonntag spielfrei.");
  scene.verb("trifft");
  scene.person("Rapid");
  scene.person("Sturm");
  scene.person("Salzburg");
  scene.date("Samstag", "2025-02-22", "2025-02-23");
  scene.date("Mittwoch", "2025-02-26", "2025-02-27");
  scene.date("Sonntag", "2025-03-02", "2025-03-03");
  const auto events = scene.events();
  REQUIRE(events.size() == 3);
  CHECK(cast_of(events[0]) == "Rapid, Sturm");
  CHECK(cast_of(events[1]) == "Rapid, Salzburg");
  CHECK(cast_of(events[2]) == "Rapid, Sturm, Salzburg");  // names nobody of its own
}

TEST_CASE("event/cast: every mention is kept, also of the same actor") {
  Scene scene("Moskau erklärte 2022, Russland habe gesiegt.");
  scene.metonym("Moskau", "Russland");
  scene.state("Russland", "Russland");
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  CHECK(cast_of(scene.events()[0]) == "Russland, Russland");
}

TEST_CASE("event/cast: a name within the date's words takes no part") {
  Scene scene("Am 10. August 2022 siegte Rapid.");
  scene.person("August");
  scene.person("Rapid");
  scene.date("10. August 2022", "2022-08-10", "2022-08-11");
  CHECK(cast_of(scene.events()[0]) == "Rapid");
}

TEST_CASE("event/cast: an endless list of names is cut to those around the date") {
  std::string text = "Es kamen ";
  for (int i = 0; i < 100; ++i) text += "Anna, ";
  text += "am Montag, ";
  for (int i = 0; i < 100; ++i) text += "Berta, ";
  Scene scene(text + "alle.");
  const auto& tokens = scene.document().tokens();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto word = scene.document().of(tokens[i]);
    if (word != "Anna" && word != "Berta") continue;
    auto& mention = scene.person(word);
    mention.first_token = i;
    mention.end_token = i + 1;
    mention.span = tokens[i].span;
  }
  scene.date("Montag", "2025-02-24", "2025-02-25");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  REQUIRE(events[0].participants.size() == kParticipantsMax);
  CHECK(events[0].participants.front().name == "Anna");
  CHECK(events[0].participants.back().name == "Berta");
}

}  // namespace
}  // namespace annalen::event
