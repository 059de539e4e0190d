// Who says what, held against sentences written for it and against the examples of the word list.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "event/speaker_words.h"
#include "german_articles.h"
#include "text/language.h"

namespace annalen::event {

text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

// Those whose date is told by words.
std::vector<Event> events_of(const std::string& body) {
  auto events = german().extract(article_of("2025-02-27", body));
  std::erase_if(events, [](const Event& event) { return event.basis == Basis::kImplied; });
  return events;
}

std::string speaker_of(const Event& event) { return event.facts.speaker ? event.facts.speaker->name : "-"; }

// The speakers of all events in text order.
std::string speakers_of(const std::string& body) {
  std::string out;
  for (const Event& event : events_of(body)) out += (out.empty() ? "" : ", ") + speaker_of(event);
  return out;
}

struct Row {
  const char* text;
  const char* speakers;
};

void check(const Row& row) {
  CAPTURE(row.text);
  CHECK(speakers_of(row.text) == row.speakers);
}

TEST_CASE("event/speaker: a verb of saying tells who says what depends on it, and is the article's own") {
  const Row rows[] = {
      {"Dmitri Peskow sagte am Mittwoch, das Gespräch habe am Dienstag stattgefunden.", "-, Dmitri Peskow"},
      {"Moskau bestreitet, 2014 die Krim annektiert zu haben.", "Russland"},
      {"Der EuGH entschied am Donnerstag, dass Polen 2020 gegen EU-Recht verstoßen hat.", "-, EuGH"},
      {"Die Polizei teilte am Montag mit, dass der Mann am Sonntag geflohen sei.", "-, Polizei"},
      {"Ein Sprecher des Ministeriums sagte am Montag, der Plan sei 2023 gescheitert.", "-, Sprecher des Ministeriums"},
      {"Ungarn werde das Gericht 2026 verlassen, erklärte Viktor Orbán am Montag.", "Viktor Orbán, -"},
      {"Die Beamten fanden am Sonntag auch Waffen, wie die Polizei am Montag mitteilte.", "Polizei, -"},
      {"Der Bund habe 2022 Schulden gemacht, betont die Opposition.", "Opposition"},
      {"Im Frühjahr habe Polen Panzer bekommen, hieß es am Donnerstag aus dem Ministerium.", "Ministerium, -"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/speaker: sources need no verb") {
  const Row rows[] = {
      {"Laut Polizei floh der Mann am Montag.", "Polizei"},
      {"Nach Angaben des Ministeriums endete der Einsatz am Montag.", "Ministeriums"},
      {"Medienberichten zufolge trat der Minister am Montag zurück.", "Medienberichten"},
      {"Das Gespräch habe, so Dmitri Peskow, am Montag stattgefunden.", "Dmitri Peskow"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/speaker: quotations with their speaker before, inside and behind") {
  const Row rows[] = {
      {"Dmitri Peskow sagte: „Wir haben 2024 gewonnen.“", "Dmitri Peskow"},
      {"„Wir haben 2024 gewonnen“, sagte Dmitri Peskow am Montag.", "Dmitri Peskow, -"},
      {"„Wir haben 2024 gewonnen. Wir werden auch 2026 gewinnen“, sagte Dmitri Peskow.",
       "Dmitri Peskow, Dmitri Peskow"},
      {"„Das ist wahr“, sagte Dmitri Peskow. „Wir haben 2024 gewonnen.“", "Dmitri Peskow"},
      {"»Wir haben 2024 gewonnen«, sagte Dmitri Peskow.", "Dmitri Peskow"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/speaker: reported speech goes on, and a pronoun points to the sentence before") {
  const Row rows[] = {
      {"Laut Polizei floh der Mann am Montag. Er sei am Dienstag gefasst worden. Der Prozess beginnt 2026.",
       "Polizei, Polizei, -"},
      {"Der Mann ist am Montag gestorben. Das teilte die Polizei am Dienstag mit.", "Polizei, -"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/speaker: what stands beside a saying is the article's own") {
  const Row rows[] = {
      {"Dmitri Peskow, der am Montag in Wien ankam, sagte am Dienstag nichts.", "-, -"},
      {"Dmitri Peskow sagte zu, 2026 zu kommen, und reiste am Montag ab.", "Dmitri Peskow, -"},
      {"Laut Verfassung endet das Amt am Montag.", "-"},
      {"Es heißt, der Mann sei 2014 gestorben.", "-"},
      {"Der Minister traf am Montag ein, um den Vertrag zu unterzeichnen.", "-"},
      {"Der Film „Das Leben der Anderen“ gewann 2007 einen Oscar.", "-"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/speaker: what is said is tied to the event that is the saying") {
  const auto events = events_of("Dmitri Peskow sagte am Mittwoch, das Gespräch habe am Dienstag stattgefunden.");
  REQUIRE(events.size() == 2);
  CHECK(events[1].facts.said_in == events[0].id);
  CHECK(events[1].facts.speaker->grounds == "sagte");
  CHECK(events[0].facts.said_in.empty());
}

TEST_CASE("event/speaker: the examples of the word list hold") {
  const auto files = embedded_files(text::to_text(text::Language::kGerman));
  std::string_view list = text::file_named(files, "speakers.txt");
  std::size_t examples = 0;
  while (!list.empty()) {
    const auto end = std::min(list.find('\n'), list.size());
    const std::string line(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto arrow = line.find(" => ");
    if (!line.starts_with("= ") || arrow == std::string::npos) continue;
    ++examples;
    CAPTURE(line);
    const auto events = events_of(line.substr(2, arrow - 2));
    REQUIRE(!events.empty());
    CHECK(speaker_of(events.back()) == line.substr(arrow + 4));
  }
  CHECK(examples >= 10);
}

TEST_CASE("event/speaker: a list with an unknown section or a word twice does not load") {
  CHECK_FALSE(SpeakerWords::load("[verbs: sings]\nsagen\n").ok());
  CHECK_FALSE(SpeakerWords::load("[nowhere]\nsagen\n").ok());
  CHECK_FALSE(SpeakerWords::load("[verbs: that]\nsagen\nsagen\n").ok());
}

TEST_CASE("event/speaker: thousands of quotation marks and sayings are read") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "„»\" sagte er, laut so, ";
  CHECK(events_of(text + "am Montag.").size() <= 1);
}

}  // namespace
}  // namespace annalen::event
