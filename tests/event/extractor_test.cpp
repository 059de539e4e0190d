#include "event/extractor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "event/event_record.h"
#include "german_articles.h"
#include "scene.h"

namespace annalen::event {
namespace {

std::string hull_of(const Event& event) {
  const auto hull = event.dating.readings.hull();
  return time::to_text(hull.begin()) + ".." + time::to_text(hull.end());
}

const Event* event_with(const std::vector<Event>& events, const std::string& timex) {
  const auto found =
      std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.timex == timex; });
  return found == events.end() ? nullptr : &*found;
}

struct Row {
  const char* published;
  const char* text;
  const char* timex;  // "" : no event at all
  const char* hull;
  std::size_t readings;
  time::Relation relation;
};

TEST_CASE("event/extractor: sentences become events by the conventions of time") {
  using time::Relation;
  const Row rows[] = {
      {"2025-02", "Peskow sprach am Donnerstag mit Reportern.", "Donnerstag", "2025-01-30..2025-02-28", 5,
       Relation::kAt},
      {"2025-02-27", "Peskow sprach am Donnerstag mit Reportern.", "Donnerstag", "2025-02-27..2025-02-28", 1,
       Relation::kAt},
      {"2025-02", "Seit Jänner regiert Schallenberg.", "Jänner", "2025-01-01..2025-03-01", 1, Relation::kSince},
      {"2025", "Im Juni brach der Vulkan aus.", "Juni", "2025-06-01..2025-07-01", 1, Relation::kAt},
      {"2025-03-04", "Von 1914 bis 1918 herrschte Krieg.", "1914 bis 1918", "1914-01-01..1919-01-01", 1,
       Relation::kDuring},
      {"2025-03-04", "Am 10. März um 20 Uhr spielt Rapid gegen Sturm Graz.", "10. März um 20 Uhr",
       "2025-03-10T20:00..2025-03-10T20:01", 1, Relation::kAt},
      {"2025-03-04", "Vor drei Tagen brannte ein Haus in Linz.", "drei Tagen", "2025-03-01..2025-03-02", 1,
       Relation::kAt},
      {"2024-12-24", "Vor acht Jahren, am 19. Dezember 2016, starben zwölf Menschen.",
       "acht Jahren, am 19. Dezember 2016", "2016-12-19..2016-12-20", 1, Relation::kAt},
      {"2025-03-04", "Gegenüber dem Vorjahr stieg die Zahl.", "", "", 0, Relation::kAt},
      {"2025-03-04", "Im Vergleich zu 2023 sank der Umsatz.", "", "", 0, Relation::kAt},
      {"2025-03-04", "Im Vergleich zum Vorjahr sank der Umsatz.", "", "", 0, Relation::kAt},
      {"2025-03-04", "Der Gewinn sank nach 7,5 Millionen Euro im Vorjahr auf 5 Millionen.", "", "", 0, Relation::kAt},
      {"2025-03-04", "Der Umsatz von 3 Millionen Euro im Vorjahr war ein Rekord.", "Vorjahr", "2024-01-01..2025-01-01",
       1, Relation::kAt},
      {"2025-03-04", "Die Gebiete sind bis heute besetzt.", "", "", 0, Relation::kAt},
      {"2025-03-04", "Jeden Montag tagt der Rat drei Stunden lang.", "", "", 0, Relation::kAt},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto events = german().extract(article_of(row.published, row.text));
    if (*row.timex == '\0') {
      CHECK(events.empty());
      continue;
    }
    REQUIRE(events.size() == 1);
    CHECK(events[0].timex == row.timex);
    CHECK(hull_of(events[0]) == row.hull);
    CHECK(events[0].dating.readings.size() == row.readings);
    CHECK(events[0].dating.relation == row.relation);
    CHECK(events[0].sentence == row.text);
  }
}

// DESIGN.md, exchange form: 'titles are tagged too, with "in":"title"'.
TEST_CASE("event/extractor: a chronicle's days belong to the years that it tells") {
  const auto events = german().extract(article_of(
      "2012-06-01",
      "Am 14. Juli 1911 brannte ein Hof. Im März 1912 gründeten 43 Männer die Feuerwehr, im Herbst 1915 standen sie im "
      "Feld. 1923 bauten sie das Haus. Am 10. Februar 1931 brannte die Fabrik. Am 12. März brannte die Mühle.",
      "Feuerwehr feiert am Sonntag"));
  const Event* mill = event_with(events, "12. März");
  REQUIRE(mill != nullptr);
  CHECK(hull_of(*mill) == "1931-03-12..1931-03-13");
  const Event* feast = event_with(events, "Sonntag");
  REQUIRE(feast != nullptr);
  CHECK(hull_of(*feast) == "2012-06-03..2012-06-04");
}

TEST_CASE("event/extractor: the title's events come first and count in the title") {
  const auto events =
      german().extract(article_of("2025-03-04", "Am Sonntag tagte der Rat in Wien.", "Trump trifft Putin am Samstag"));
  REQUIRE(events.size() == 2);
  CHECK(events[0].in_title);
  CHECK(events[0].timex == "Samstag");
  CHECK(events[0].timex_span.begin == 22);
  CHECK_FALSE(events[1].in_title);
  CHECK(events[1].timex == "Sonntag");
  CHECK(events[1].timex_span.begin == 3);
}

TEST_CASE("event/extractor: states that act, their capitals and those who speak for them take part") {
  const auto events = german().extract(article_of(
      "2025-02",
      "Moskau hatte 2022 die Annexion von vier Regionen erklärt. Bereits 2014 hatte Russland die ukrainische "
      "Halbinsel Krim annektiert. Der seit Jänner amtierende neue US-Präsident Donald Trump vollzog eine Kehrtwende."));
  const Event* declared = event_with(events, "2022");
  REQUIRE(declared != nullptr);
  CHECK(cast_of(*declared) == "Russland");
  CHECK(declared->participants[0].mention == "Moskau");
  CHECK(declared->trigger == "erklärt");
  const Event* annexed = event_with(events, "2014");
  REQUIRE(annexed != nullptr);
  CHECK(annexed->trigger == "annektiert");
  CHECK(annexed->participants[0].key == "state/RU");
  const Event* office = event_with(events, "Jänner");
  REQUIRE(office != nullptr);
  CHECK(cast_of(*office) == "Donald Trump");
  CHECK(office->dating.ongoing);
}

// DESIGN.md, Conventions: "States and cities are actors where they act or are acted upon, else places."
TEST_CASE("event/extractor: an adjective or an inhabitant is the state only where its noun acts for the state") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Am Montag griffen russische Truppen an.", "Russland"},
      {"Am Montag begann die russische Invasion.", "Russland"},
      {"Am Montag stimmte die slowakische Regierung zu.", "Slowakei"},
      {"Das Erdbeben erschütterte am Montag die griechische Insel.", ""},
      {"Am Montag begann der Prozess gegen einen kosovarischen Kommandanten.", ""},
      {"Banden stürmten am Montag die haitianische Hauptstadt.", ""},
      {"Der Slowake ging am Montag.", ""},
      {"Eine Slowakin gewann am Montag.", ""},
      {"Die Russen griffen am Montag an.", "Russland"},
      {"Russen und Ukrainer verhandelten am Montag.", "Russland, Ukraine"},
      {"Kärnten beschloss am Montag ein Gesetz.", "Kärnten"},
      {"In Kärnten brannte am Montag ein Wald.", "@Kärnten"},
      {"Am Montag verhafteten Wiener Ermittler einen Mann.", "@Wien"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    const auto events = german().extract(article_of("2025-03-04", row.first));
    REQUIRE(events.size() == 1);
    CHECK(cast_of(events[0]) == row.second);
  }
}

// extractor.h: "Same article, same events, byte for byte. Threads: const after construction, shareable."
TEST_CASE("event/extractor: threads and repeated calls give the same bytes") {
  const auto article =
      article_of("2025-02", "Putin traf Trump am Montag. Er reiste 2014 nach Wien und 2015 nach Graz.");
  const auto bytes = [&] { return extraction_payload(german().extract(article), "test", german().resource_digest()); };
  const std::string expected = bytes();
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (auto& slot : found) threads.emplace_back([&slot, &bytes] { slot = bytes(); });
  for (auto& thread : threads) thread.join();
  for (const auto& slot : found) CHECK(slot == expected);
}

TEST_CASE("event/extractor: two extractors have the same digest, and it is not that of nothing") {
  CHECK(Extractor::german().resource_digest() == german().resource_digest());
  CHECK(german().resource_digest() != Hash{});
}

TEST_CASE("event/extractor: what is no UTF-8 gives no events") {
  CHECK(german().extract(article_of("2025-02", "Am Montag \xFF schneite es.")).empty());
  CHECK(german().extract(article_of("2025-02", "Am Montag schneite es.", "\xC3")).empty());
}

// event.h: "Offsets: bytes of the article's body (or title, when in_title) as given."
TEST_CASE("event/extractor: in any word soup every offset slices to what it names") {
  const std::vector<std::string> words = {"am",
                                          "Montag",
                                          "Moskau",
                                          "Russland",
                                          "2014",
                                          "März",
                                          "bis",
                                          "seit",
                                          "Jänner",
                                          "der",
                                          "die",
                                          "US",
                                          "-",
                                          "Präsident",
                                          "Donald Trump",
                                          ",",
                                          ".",
                                          ":",
                                          "\"",
                                          "und",
                                          "sagte",
                                          "dass",
                                          "20 Uhr",
                                          "heute",
                                          "vor drei Tagen",
                                          "\n",
                                          "\n\n",
                                          "hat",
                                          "in Wien",
                                          "annektiert",
                                          "J\x61\xCC\x88nner",
                                          "EU",
                                          "vergangenen Woche",
                                          "amtierende",
                                          "Ende",
                                          "v. Chr.",
                                          "(",
                                          ")",
                                          "15",
                                          "Putin",
                                          "wies",
                                          "zurück"};
  constexpr unsigned kSeed = 20250227;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    std::string body;
    for (unsigned i = 0; i < 60; ++i) body += words[random() % words.size()] + (random() % 8 == 0 ? "" : " ");
    CAPTURE(kSeed);
    CAPTURE(body);
    for (const Event& event : german().extract(article_of("2025-02", body))) {
      CHECK(body.substr(event.timex_span.begin, event.timex_span.size()) == event.timex);
      CHECK(body.substr(event.sentence_span.begin, event.sentence_span.size()) == event.sentence);
      CHECK(event.sentence_span.contains(event.timex_span));
      for (const Participant& one : event.participants) {
        CHECK(body.substr(one.span.begin, one.span.size()) == one.mention);
        CHECK(event.sentence_span.contains(one.span));
        CHECK_FALSE(one.key.empty());
        CHECK_FALSE(one.name.empty());
      }
    }
  }
}

TEST_CASE("event/extractor: events beyond the limit of an article are counted") {
  std::string body;
  for (std::size_t i = 0; i < kEventsMax + 5; ++i) body += "2014 siegte er. ";
  std::size_t left_out = 7;
  CHECK(german().extract(article_of("2025-02", body), left_out).size() == kEventsMax);
  CHECK(left_out == 5);
  CHECK(german().extract(article_of("2025-02", "2014 siegte er."), left_out).size() == 1);
  CHECK(left_out == 0);
}

// Brief for every input: nothing may hang or exhaust memory.
TEST_CASE("event/extractor: a long text without an end of a sentence stays within its limits") {
  std::string body;
  for (int i = 0; i < 20'000; ++i)
    body += "am " + std::to_string(1 + i % 28) + ". März " + std::to_string(1000 + i % 900) + " Wien ";
  const auto events = german().extract(article_of("2025-02", body));
  CHECK(events.size() <= kEventsMax);
  for (const Event& event : events) {
    CHECK(event.sentence.size() <= kSentenceBytesMax);
    CHECK(event.participants.size() <= kParticipantsMax);
  }
}

}  // namespace
}  // namespace annalen::event
