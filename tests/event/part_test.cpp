// What participants do in their event, held against sentences that were written and marked before the program saw them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "german_articles.h"

namespace annalen::event {
namespace {

// "Moskau+, Putin>": mentions with '+' acts, '-' is acted upon, '>' is spoken or given to, '&' goes along, '@' place,
// '~' takes part.
std::string parts_of(const Event& event) {
  constexpr char signs[] = {'~', '+', '-', '>', '@', '&'};
  std::string out;
  for (const Participant& participant : event.participants) {
    if (!out.empty()) out += ", ";
    out += participant.mention;
    out.push_back(signs[static_cast<std::size_t>(participant.part)]);
  }
  return out;
}

std::vector<Event> events_of(const std::string& body, const std::string& title = "") {
  return german().extract(article_of("2025-02-27", body, title));
}

struct Row {
  const char* text;
  const char* parts;
};

void check(const Row& row) {
  CAPTURE(row.text);
  const auto events = events_of(row.text);
  REQUIRE(!events.empty());
  CHECK(parts_of(events.front()) == row.parts);
}

TEST_CASE("event/part: who stands first acts, who is left is acted upon, where the case is silent") {
  const Row rows[] = {
      {"Trump traf am Montag Putin.", "Trump+, Putin-"},
      {"Am Montag traf Trump den russischen Präsidenten Wladimir Putin.", "Trump+, Wladimir Putin-"},
      {"Trump und Putin trafen am Montag in Istanbul Recep Tayyip Erdoğan.",
       "Trump+, Putin+, Istanbul@, Recep Tayyip Erdoğan-"},
      {"Moskau erklärte am Montag den Abzug.", "Moskau+"},
      {"In Moskau trafen am Montag Wladimir Putin und Xi Jinping ein.", "Moskau@, Wladimir Putin+, Xi Jinping+"},
      {"„Wir wollen Frieden“, sagte Putin am Montag.", "Putin+"},
      {"Russland griff am 24. Februar 2022 die Ukraine an.", "Russland+, Ukraine-"},
      {"Die Ukraine griff am Montag Russland an.", "Ukraine+, Russland-"},
      {"Trump kam am Montag nach Wien und traf dort Karl Nehammer.", "Trump+, Wien@"},
      {"Karl Nehammer kam nach Kiew und traf am Montag Wolodymyr Selenskyj.", "Karl Nehammer+, Wolodymyr Selenskyj-"},
      {"Putin ist am Montag nach Peking gereist.", "Putin+, Peking@"},
      {"Die USA und Russland verhandelten am Montag in Riad.", "USA+, Russland+, Riad@"},
      {"Der Kreml wies am Montag die Vorwürfe zurück.", "Kreml+"},
      {"Der Kanzler besuchte am Montag Polen.", "Polen-"},
      {"Die größte Bank, die Deutsche Bank, meldete am Montag Verluste.", "Deutsche Bank+"},
      {"Das Verfassungsgericht des Königreichs Thailand erklärte am Montag die Wahl für ungültig.",
       "Verfassungsgericht+, Thailand~"},
      {"Am Montag besuchte der Kanzler Polen.", "Polen-"},
      {"Am Montag traf der deutsche Kanzler Olaf Scholz in Kiew ein.", "Olaf Scholz+, Kiew@"},
      {"Nordkorea hat am Montag eine Rakete abgefeuert.", "Nordkorea+"},
      {"Putin ließ am Montag Alexej Nawalny verhaften.", "Putin+, Alexej Nawalny-"},
      {"Am Montag beschloss Kärnten ein Gesetz.", "Kärnten+"},
      {"Österreich und Deutschland haben am Montag Ungarn kritisiert.", "Österreich+, Deutschland+, Ungarn-"},
      {"Das Gericht verurteilte am Montag Karl-Heinz Grasser.", "Karl-Heinz Grasser-"},
      {"Am Montag verurteilte das Gericht Karl-Heinz Grasser.", "Karl-Heinz Grasser-"},
      {"Recep Tayyip Erdoğan empfing am Montag Wladimir Putin und Wolodymyr Selenskyj.",
       "Recep Tayyip Erdoğan+, Wladimir Putin-, Wolodymyr Selenskyj-"},
      {"Wien und Budapest einigten sich am Montag.", "Wien+, Budapest+"},
      {"Israel tötete am Montag in Beirut einen Kommandanten der Hisbollah.", "Israel+, Beirut@, Hisbollah~"},
      {"Donald Tusk wird am Montag nach Kiew reisen, um Selenskyj zu treffen.", "Donald Tusk+, Kiew@"},
      {"Nachdem Wladimir Putin am Montag Sergej Lawrow entlassen hatte, reagierte die EU.",
       "Wladimir Putin+, Sergej Lawrow-"},
      {"Die russische Armee beschoss am Montag die Ukraine.", "russische+, Ukraine-"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: the case and the number that are written win over the order") {
  const Row rows[] = {
      {"Den Kanzler Karl Nehammer kritisierte am Montag Herbert Kickl.", "Karl Nehammer-, Herbert Kickl+"},
      {"Am Montag trafen Donald Trump die Minister.", "Donald Trump-"},
      {"Donald Trump traf er am Montag.", "Donald Trump-"},
      {"Dem ukrainischen Präsidenten Wolodymyr Selenskyj sagte Donald Trump am Montag Hilfe zu.",
       "Wolodymyr Selenskyj>, Donald Trump+"},
      {"Der Ukraine wurde am Montag Hilfe zugesagt.", "Ukraine>"},
      {"Angela Merkel folgte 2005 Gerhard Schröder nach.", "Angela Merkel+, Gerhard Schröder~"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: in the passive the subject is acted upon and 'von' and 'durch' name who acts") {
  const Row rows[] = {
      {"Am Montag wurde Karl Nehammer von Herbert Kickl kritisiert.", "Karl Nehammer-, Herbert Kickl+"},
      {"Alexej Nawalny wurde am Montag verhaftet.", "Alexej Nawalny-"},
      {"Alexej Nawalny wurde am Montag durch den FSB vergiftet.", "Alexej Nawalny-, FSB+"},
      {"Der Vorschlag von Donald Trump wurde am Montag von der EU abgelehnt.", "Donald Trump~, EU+"},
      {"Ursula von der Leyen wurde 2019 vom Europäischen Parlament gewählt.",
       "Ursula von der Leyen-, Europäischen Parlament+"},
      {"Der frühere Kanzler Sebastian Kurz ist am Montag von der ÖVP ausgeschlossen worden.", "Sebastian Kurz-, ÖVP+"},
      {"Donald Trump wurde am Montag als Präsident vereidigt.", "Donald Trump-"},
      {"Die Opposition forderte am Montag von Karl Nehammer den Rücktritt.", "Karl Nehammer~"},
      {"Heinz-Christian Strache ist seit Montag inhaftiert.", "Heinz-Christian Strache~"},
      {"Aus Russland wurde am Montag ein Angriff gemeldet.", "Russland@"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: a companion is with whom somebody travels, agrees or plays, or does it together") {
  const Row rows[] = {
      {"Trump reiste am Montag mit Marco Rubio nach Riad.", "Trump+, Marco Rubio&, Riad@"},
      {"Putin nahm am Mittwoch gemeinsam mit Xi Jinping die Parade ab.", "Putin+, Xi Jinping&"},
      {"Die EU vereinbarte am Montag mit der Türkei eine Zollunion.", "EU+, Türkei&"},
      {"Macron trifft sich am Montag mit Olaf Scholz in Berlin.", "Macron+, Olaf Scholz&, Berlin@"},
      {"Trump telefonierte am Montag mit Putin.", "Trump+, Putin>"},
      {"Die Ukraine rechnete am Montag mit Russland ab.", "Ukraine+, Russland~"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: spoken to is whom verbs of saying and giving name") {
  const Row rows[] = {
      {"Wladimir Putin telefonierte am Montag mit Donald Trump.", "Wladimir Putin+, Donald Trump>"},
      {"Wladimir Putin sprach am Montag mit Donald Trump über die NATO.", "Wladimir Putin+, Donald Trump>, NATO~"},
      {"Donald Trump gratulierte Wladimir Putin am Montag.", "Donald Trump+, Wladimir Putin>"},
      {"Das Auswärtige Amt der Ukraine meldete am Montag den Abzug.", "Auswärtige Amt+, Ukraine~"},
      {"Wolodymyr Selenskyj sagte am Montag: „Nicht ich, sondern die Partei will das.“", "Wolodymyr Selenskyj~"},
      {"Deutschland lieferte der Ukraine am Montag Panzer.", "Deutschland+, Ukraine>"},
      {"Wladimir Putin sagte am Montag zu Donald Trump, er wolle Frieden.", "Wladimir Putin+, Donald Trump>"},
      {"Am Montag hat Österreich Wladimir Putin angerufen.", "Österreich+, Wladimir Putin>"},
      {"Am Montag will Donald Trump mit Wladimir Putin sprechen.", "Donald Trump+, Wladimir Putin>"},
      {"Laut Kreml telefonierte Wladimir Putin am Montag mit Emmanuel Macron.",
       "Kreml~, Wladimir Putin+, Emmanuel Macron>"},
      {"Die ÖVP warf am Montag der SPÖ Untätigkeit vor.", "ÖVP+, SPÖ>"},
      {"Am Montag bat Wolodymyr Selenskyj die NATO um Hilfe.", "Wolodymyr Selenskyj+, NATO>"},
      {"Wladimir Putin dankte am Montag dem türkischen Präsidenten Recep Tayyip Erdoğan.",
       "Wladimir Putin+, Recep Tayyip Erdoğan>"},
      {"Gespräche mit den Taliban führte am Montag Katar.", "Taliban>, Katar~"},
      {"Russlands Präsident Wladimir Putin drohte am Montag der NATO.", "Wladimir Putin+, NATO>"},
      {"Am Montag schrieb Donald Trump an Wladimir Putin.", "Donald Trump+, Wladimir Putin>"},
      {"Am Montag wandte sich Wolodymyr Selenskyj an die Vereinten Nationen.",
       "Wolodymyr Selenskyj+, Vereinten Nationen>"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: 'gegen' names whom it is done to, other company takes part") {
  const Row rows[] = {
      {"Die EU verhängte am Montag Sanktionen gegen Russland.", "EU+, Russland-"},
      {"Die US-Regierung verhängte am Montag Zölle gegen China.", "US+, China-"},
      {"In Wien demonstrierten am Samstag Tausende gegen die FPÖ.", "Wien@, FPÖ-"},
      {"Gegen Sebastian Kurz ermittelt seit 2021 die Justiz.", "Sebastian Kurz-"},
      {"Rapid verlor am Sonntag gegen Sturm Graz.", "Rapid+, Sturm Graz~"},
      {"Am Montag reiste Wladimir Putin gemeinsam mit Sergej Lawrow nach Peking.",
       "Wladimir Putin+, Sergej Lawrow&, Peking@"},
      {"Das Treffen zwischen Donald Trump und Wladimir Putin fand am Montag in Riad statt.",
       "Donald Trump~, Wladimir Putin~, Riad@"},
      {"Zwischen Moskau und Kiew gab es am Montag Gespräche in Istanbul.", "Moskau~, Kiew~, Istanbul@"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: relative clauses, infinitives and attributes tell as well") {
  const Row rows[] = {
      {"Donald Trump, der Wladimir Putin am Montag traf, lobte Xi Jinping.", "Donald Trump+, Wladimir Putin-"},
      {"Donald Trump, den Wladimir Putin am Montag traf, schwieg.", "Donald Trump-, Wladimir Putin+"},
      {"Donald Trump, mit dem Wladimir Putin am Montag telefonierte, schwieg.", "Donald Trump>, Wladimir Putin+"},
      {"Donald Trump plant, Wladimir Putin am Montag zu treffen.", "Wladimir Putin-"},
      {"Der am Montag verhaftete Oppositionelle Alexej Nawalny schwieg.", "Alexej Nawalny-"},
      {"Der seit Jänner amtierende US-Präsident Donald Trump vollzog eine Kehrtwende.", "Donald Trump+"},
      {"Der am Montag zurückgetretene Minister Karl Nehammer schwieg.", "Karl Nehammer+"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: a noun of happening tells by its genitive where it is what happens") {
  const Row rows[] = {
      {"Der Angriff Russlands auf die Ukraine begann am 24. Februar 2022.", "Russlands+, Ukraine-"},
      {"Nach der Verhaftung Alexej Nawalnys am Montag gab es Proteste.", "Alexej Nawalnys-"},
      // The verb tells another event: what is done in the noun is not done in it.
      {"Die EU verurteilte am Montag den Angriff Russlands auf die Ukraine.", "EU+, Russlands~, Ukraine~"},
      {"Die Verhaftung von Alexej Nawalny am Montag löste Proteste aus.", "Alexej Nawalny~"},
      {"Der Sprecher des Kreml dementierte das am Montag.", "Kreml~"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("event/part: being is no doing, and other clauses' deeds are not this one's") {
  const Row rows[] = {
      {"Heinz-Christian Strache war 2019 Vizekanzler.", "Heinz-Christian Strache~"},
      {"Am Montag wurde bekannt, dass die EU Wladimir Putin traf.", "EU~, Wladimir Putin~"},
  };
  for (const Row& row : rows) check(row);
}

}  // namespace
}  // namespace annalen::event
