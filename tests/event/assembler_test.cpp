#include <doctest/doctest.h>

#include <algorithm>

#include "event/lexicon.h"
#include "scene.h"

namespace annalen::event {
namespace {

TEST_CASE("event/trigger: the clause's words are joined as written, the particle last") {
  Scene scene("Kiew wies 2022 die Erklärung zurück.");
  scene.trigger({"wies", "zurück"});
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  CHECK(scene.events()[0].trigger == "wies zurück");
}

TEST_CASE("event/trigger: a clause without a verb takes the noun of a happening, the nearest to the date") {
  const std::pair<const char*, const char*> rows[] = {
      {"Schweres Erdbeben am Montag in der Türkei", "Erdbeben"},
      {"Ukraine-Konferenz am Montag", "Konferenz"},
      {"Nach dem Bombenanschlag: Verhaftung am Montag", "Verhaftung"},
      {"Ein schönes Beispiel für Montag", ""},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    Scene scene(text);
    scene.date("Montag", "2025-02-24", "2025-02-25");
    CHECK(scene.events("a", true)[0].trigger == expected);
  }
}

TEST_CASE("event/trigger: a date that \"vom\" ties to a noun is the noun's, a span is the verb's") {
  Scene scene("Nach der Wahl vom 29. September beginnt die Suche.");
  scene.verb("beginnt");
  scene.date("29. September", "2024-09-29", "2024-09-30");
  CHECK(scene.events()[0].trigger == "Wahl");
  Scene name("In einer Erklärung Obamas vom Freitag heißt es nichts.");
  name.verb("heißt").person("Obamas");
  name.date("Freitag", "2024-09-27", "2024-09-28");
  CHECK(name.events()[0].trigger == "heißt");
  Scene span("Nun fand das Treffen vom 3. bis 5. Mai statt.");
  span.verb("fand").date("3. bis 5. Mai", "2024-05-03", "2024-05-06", time::Granularity::kDay, time::Relation::kDuring);
  CHECK(span.events()[0].trigger == "fand");
}

TEST_CASE("event/trigger: a happening that a preposition sets apart from the verb keeps its date") {
  const std::pair<const char*, const char*> rows[] = {
      {"Nach dem schweren Angriff am Montag erklärte er alles.", "Angriff"},
      {"Wegen der Wahl am Montag erklärte er alles.", "Wahl"},
      // Won on that day, said on that day.
      {"Bei der Wahl am Montag erklärte er alles.", "erklärte"},
      {"Nach der Pause am Montag erklärte er alles.", "erklärte"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    Scene scene(text);
    scene.verb("erklärte").date("Montag", "2025-02-24", "2025-02-25");
    CHECK(scene.events()[0].trigger == expected);
  }
}

TEST_CASE("event/trigger: an aside speaks of the name before it and has a noun of its own or none") {
  Scene scene("Werner Kogler, seit 2020 Vizekanzler, will mit Rendi gehen.");
  scene.verb("will").trigger({"gehen"});
  scene.person("Werner Kogler");
  scene.person("Rendi");
  scene.date("2020", "2020-01-01", "2025-03-01", time::Granularity::kYear, time::Relation::kSince);
  CHECK(scene.events()[0].trigger == "Vizekanzler");
  CHECK(cast_of(scene.events()[0]) == "Werner Kogler");
  // A list of dates goes on between commas, too.
  Scene list("Rapid trifft am Samstag Sturm, am Mittwoch Salzburg, dann den LASK.");
  list.verb("trifft");
  list.person("Rapid");
  list.person("Sturm");
  list.person("Salzburg");
  list.date("Mittwoch", "2025-02-26", "2025-02-27");
  CHECK(list.events()[0].trigger == "trifft");
  Scene bracket("Helmut Kohl (1930–2017) traf Gorbatschow.");
  bracket.verb("traf");
  bracket.person("Helmut Kohl");
  bracket.person("Gorbatschow");
  bracket.date("1930–2017", "1930-01-01", "2018-01-01", time::Granularity::kYear, time::Relation::kDuring);
  CHECK(bracket.events()[0].trigger.empty());
  CHECK(cast_of(bracket.events()[0]) == "Helmut Kohl");
  // A verb between the commas makes it a clause's own date.
  Scene verb("Er ging, am Montag kam Rendi, alle staunten.");
  verb.clause("am Montag kam Rendi").verb("kam");
  verb.person("Rendi");
  verb.date("Montag", "2025-02-24", "2025-02-25");
  CHECK(verb.events()[0].trigger == "kam");
}

TEST_CASE("event/trigger: a fragment without a verb or a noun takes the verb that it depends on") {
  Scene scene("Nehammer, am Montag in Brüssel, schwieg.");
  scene.verb("schwieg");
  scene.clause("am Montag in Brüssel", 0);
  scene.date("Montag", "2025-02-24", "2025-02-25");
  CHECK(scene.events()[0].trigger == "schwieg");
}

// event.h: "Offsets: bytes of the article's body (or title, when in_title) as given."
TEST_CASE("event/assembler: spans slice the source to timex, sentence and mention, also where NFC changed it") {
  // "ä" and "ü" as letter and combining mark: NFC shortens them.
  const std::string decomposed =
      "Zur\x75\xCC\x88"
      "ck. Im J\x61\xCC\x88nner 2025 fuhr Ju\xCC\x88rgen nach Wien.";
  Scene scene(decomposed);
  scene.date("J\xC3\xA4nner 2025", "2025-01-01", "2025-02-01", time::Granularity::kMonth);
  scene.person("J\xC3\xBCrgen");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  const Event& event = events[0];
  const auto slice = [&](const text::Span& span) { return scene.source().substr(span.begin, span.size()); };
  CHECK(event.timex == "J\x61\xCC\x88nner 2025");
  CHECK(slice(event.timex_span) == event.timex);
  CHECK(slice(event.sentence_span) == event.sentence);
  CHECK(event.sentence.starts_with("Im J"));
  REQUIRE(event.participants.size() == 1);
  CHECK(slice(event.participants[0].span) == event.participants[0].mention);
  CHECK(event.participants[0].mention == "Ju\xCC\x88rgen");
}

TEST_CASE("event/assembler: a title's events say so and stems are sorted") {
  Scene scene("Putin traf Trump am Montag");
  scene.date("Montag", "2025-02-24", "2025-02-25");
  const auto events = scene.events("a", true);
  REQUIRE(events.size() == 1);
  CHECK(events[0].in_title);
  CHECK(std::is_sorted(events[0].stems.begin(), events[0].stems.end()));
  CHECK(std::find(events[0].stems.begin(), events[0].stems.end(), "putin") != events[0].stems.end());
}

TEST_CASE("event/assembler: an endless sentence is cut to whole words around the date") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "wort ";
  text += "2022 ";
  for (int i = 0; i < 3000; ++i) text += "wort ";
  Scene scene(text);
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].sentence.size() <= kSentenceBytesMax);
  CHECK(events[0].sentence.size() > kSentenceBytesMax - 10);
  CHECK(events[0].sentence.starts_with("wort "));
  CHECK(events[0].sentence_span.begin < events[0].timex_span.begin);
  CHECK(events[0].timex_span.end < events[0].sentence_span.end);
  CHECK(scene.source().substr(events[0].sentence_span.begin, events[0].sentence.size()) == events[0].sentence);
}

TEST_CASE("event/lexicon: participles before their noun are known, other adjectives are not") {
  const Lexicon lexicon = Lexicon::german();
  for (const std::string word : {"amtierende", "vorgestellte", "begonnenen", "geplanten", "annektierten",
                                 "angekündigter", "verstorbene", "gewählte", "erklärten", "laufenden"}) {
    CAPTURE(word);
    CHECK(lexicon.is_participle(word));
  }
  for (const std::string word : {"neue", "letzte", "erste", "kleine", "mehrere", "rechte", "russische"}) {
    CAPTURE(word);
    CHECK_FALSE(lexicon.is_participle(word));
  }
}

TEST_CASE("event/lexicon: an unknown section and a word outside one are named with their line") {
  const auto unknown = Lexicon::load("# words\n[verbs]\n");
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.error().message() == "words.txt:2: unknown section [verbs]");
  const auto outside = Lexicon::load("und\n");
  REQUIRE_FALSE(outside.ok());
  CHECK(outside.error().where == "words.txt:1");
}

}  // namespace
}  // namespace annalen::event
