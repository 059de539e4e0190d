#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "edtf_agrees.h"
#include "tagging.h"

namespace annalen::timex {

namespace {

struct Row {
  const char* published;
  const char* text;
  const char* extent;
  const char* value;     // with mod
  const char* relation;  // "none": no dating
  const char* readings;
};

const Timex* find(const Tagged& tagged, std::string_view extent) {
  for (const Timex& timex : tagged.timexes) {
    if (tagged.extent(timex) == extent) return &timex;
  }
  return nullptr;
}

void check(const Row& row, Domain domain = Domain::kNews) {
  CAPTURE(row.published);
  CAPTURE(row.text);
  CAPTURE(row.extent);
  const Tagged tagged = tag_german(row.text, row.published, domain);
  const Timex* timex = find(tagged, row.extent);
  REQUIRE(timex != nullptr);
  CHECK(value_and_mod(*timex) == row.value);
  if (std::string_view(row.relation) == "none") {
    CHECK_FALSE(timex->dating.has_value());
    return;
  }
  REQUIRE(timex->dating.has_value());
  CHECK(std::string(time::to_text(timex->dating->relation)) == row.relation);
  CHECK(readings_text(*timex) == row.readings);
  CHECK(timex->dating->ongoing == (timex->dating->relation == time::Relation::kSince));
}

}  // namespace

// DESIGN.md, Time 2: "The rule is valued for every day that it may be; if all agree the event is exact, else the event
// keeps all readings."
TEST_CASE("timex/dating: an imprecise publication gives every reading that its days allow, and one where they agree") {
  static const Row kRows[] = {
      {"2025-02", "Der seit Jänner amtierende Präsident kam.", "Jänner", "2025-01", "since",
       "[2025-01-01, 2025-03-01)"},
      {"2025-02", "Das sagte er am Donnerstag.", "Donnerstag", "2025-02-27", "at",
       "[2025-01-30, 2025-01-31) [2025-02-06, 2025-02-07) [2025-02-13, 2025-02-14) [2025-02-20, 2025-02-21) "
       "[2025-02-27, 2025-02-28)"},
      {"2025-02", "Das sagte er am Montag.", "Montag", "2025-02-24", "at",
       "[2025-01-27, 2025-01-28) [2025-02-03, 2025-02-04) [2025-02-10, 2025-02-11) [2025-02-17, 2025-02-18) "
       "[2025-02-24, 2025-02-25)"},
      {"2025-02", "Er entsandte ihn in der vergangenen Woche.", "der vergangenen Woche", "2025-W08", "at",
       "[2025-01-20, 2025-01-27) [2025-01-27, 2025-02-03) [2025-02-03, 2025-02-10) [2025-02-10, 2025-02-17) "
       "[2025-02-17, 2025-02-24)"},
      {"2025-08", "Das gilt seit 2. August.", "2. August", "2025-08-02", "since", "[2025-08-02, 2025-09-01)"},
      {"2023", "Im Juni wurde gewählt.", "Juni", "2023-06", "at", "[2023-06-01, 2023-07-01)"},
      {"2025-02", "Im März 2022 wurde verhandelt.", "März 2022", "2022-03", "at", "[2022-03-01, 2022-04-01)"},
      {"2025-02", "Im Vorjahr wurde verhandelt.", "Vorjahr", "2024", "at", "[2024-01-01, 2025-01-01)"},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: more than 64 readings a day apart are kept as first, step, count") {
  const Tagged tagged = tag_german("Gestern wurde gewählt.", "2023");
  REQUIRE(tagged.timexes.size() == 1);
  REQUIRE(tagged.timexes[0].dating.has_value());
  const time::Readings& readings = tagged.timexes[0].dating->readings;
  CHECK(readings.is_regular());
  CHECK(readings.size() == 365);
  CHECK(readings.step_minutes() == time::kMinutesPerDay);
  CHECK(tagged.timexes[0].value == "2023-12-30");
}

// DESIGN.md, Time 3: since, until, before, after; "bis heute" alone makes none.
TEST_CASE("timex/dating: prepositions say how the event stands to its interval") {
  static const Row kRows[] = {
      {"2025-02-27", "Das gilt seit 2. August 2024.", "2. August 2024", "2024-08-02", "since",
       "[2024-08-02, 2025-02-28)"},
      {"2025-02-27", "Bis 2019 war er Minister.", "2019", "2019", "until", "[2019-01-01, 2020-01-01)"},
      {"2025-02-27", "Er muss bis 2030 zahlen.", "2030", "2030", "until", "[2025-02-27, 2031-01-01)"},
      {"2025-02-27", "Nach dem 5. Mai 2024 kam nichts.", "dem 5. Mai 2024", "2024-05-05", "after",
       "[2024-05-05, 2024-05-06)"},
      {"2025-02-27", "Vor 1990 kam nichts.", "1990", "1990", "before", "[1990-01-01, 1991-01-01)"},
      {"2025-02-27", "Frühestens 2030 wird gebaut.", "2030", "2030", "after", "[2030-01-01, 2031-01-01)"},
      {"2025-02-27", "Ab 2030 wird gebaut.", "2030", "2030", "from", "[2030-01-01, 2031-01-01)"},
      {"2025-02-27", "Sie gehört bis heute zu Wien.", "heute", "PRESENT_REF", "none", ""},
  };
  for (const Row& row : kRows) check(row);
}

// DESIGN.md, Time 4: vague expressions, SETs and bare durations make no event; "vor drei Tagen" dates its event.
TEST_CASE("timex/dating: amounts date an event only where they count from the publication") {
  static const Row kRows[] = {
      {"2025-02-27", "Er war damals Minister.", "damals", "PAST_REF", "none", ""},
      {"2025-02-27", "Er kommt täglich.", "täglich", "P1D", "none", ""},
      {"2025-02-27", "Er blieb drei Jahre.", "drei Jahre", "P3Y", "none", ""},
      {"2025-02-27", "Er kam vor drei Tagen.", "drei Tagen", "P3D", "at", "[2025-02-24, 2025-02-25)"},
      {"2025-02-27", "Er kam vor drei Wochen.", "drei Wochen", "P3W", "at", "[2025-02-03, 2025-02-10)"},
      {"2025-02-27", "Er kam vor zwei Monaten.", "zwei Monaten", "P2M", "at", "[2024-12-01, 2025-01-01)"},
      {"2025-02-27", "Er lebt seit zehn Jahren hier.", "zehn Jahren", "P10Y", "since", "[2015-01-01, 2025-02-28)"},
      {"2025-02-27", "In den vergangenen drei Jahren stieg der Preis.", "den vergangenen drei Jahren", "P3Y", "between",
       "[2022-01-01, 2025-02-28)"},
      {"2025-02-27", "Er kam vor einigen Jahren.", "einigen Jahren", "PXY", "none", ""},
  };
  for (const Row& row : kRows) check(row);
}

// DESIGN.md, Time 5 and Conventions: intervals of named periods, thirds, day parts.
TEST_CASE("timex/dating: named periods have the intervals of DESIGN.md") {
  static const Row kRows[] = {
      {"2025-02-27", "Im 20. Jahrhundert war es so.", "20. Jahrhundert", "19", "at", "[1900-01-01, 2000-01-01)"},
      {"2025-02-27", "Ende des 19. Jahrhunderts war es so.", "Ende des 19. Jahrhunderts", "18 END", "at",
       "[1870-01-01, 1900-01-01)"},
      {"2025-02-27", "In den 1940er Jahren war es so.", "den 1940er Jahren", "194", "at", "[1940-01-01, 1950-01-01)"},
      {"2025-02-27", "Im Jahr 216 v. Chr. war es so.", "Jahr 216 v. Chr.", "BC0216", "at",
       "[-0215-01-01, -0214-01-01)"},
      {"2025-02-27", "Im Winter 2023 war es so.", "Winter 2023", "2023-WI", "at", "[2023-12-01, 2024-03-01)"},
      {"2025-02-27", "Anfang Mai 2024 war es so.", "Anfang Mai 2024", "2024-05 START", "at",
       "[2024-05-01, 2024-05-11)"},
      {"2025-02-27", "Im ersten Quartal 2024 war es so.", "ersten Quartal 2024", "2024-Q1", "at",
       "[2024-01-01, 2024-04-01)"},
      {"2025-02-27", "Am vergangenen Wochenende brannte es.", "vergangenen Wochenende", "2025-W08-WE", "at",
       "[2025-02-22, 2025-02-24)"},
      {"2025-02-27", "Am Montagabend brannte es.", "Montagabend", "2025-02-24TEV", "at",
       "[2025-02-24T18:00, 2025-02-25)"},
      {"2025-02-27", "Zu Ostern 2024 brannte es.", "Ostern 2024", "2024-03-31", "at", "[2024-03-31, 2024-04-01)"},
      {"2025-02-27", "Weihnachten 2024 war mild.", "Weihnachten 2024", "2024-12-25", "at", "[2024-12-25, 2024-12-26)"},
      {"2025-02-27", "Heuer wird gewählt.", "Heuer", "2025", "at", "[2025-01-01, 2026-01-01)"},
  };
  for (const Row& row : kRows) check(row);
}

// Conventions: "Weekday, past or no tense: the latest one up to and including the publication day; future: the first
// one after it."
TEST_CASE("timex/dating: the tense of the clause turns a weekday back or ahead") {
  static const Row kRows[] = {
      {"2025-02-27", "Er kam am Donnerstag an.", "Donnerstag", "2025-02-27", "at", "[2025-02-27, 2025-02-28)"},
      {"2025-02-27", "Er kam am Freitag an.", "Freitag", "2025-02-21", "at", "[2025-02-21, 2025-02-22)"},
      {"2025-02-27", "Treffen am Freitag", "Freitag", "2025-02-21", "at", "[2025-02-21, 2025-02-22)"},
      {"2025-02-27", "Er wird am Donnerstag ankommen.", "Donnerstag", "2025-03-06", "at", "[2025-03-06, 2025-03-07)"},
      {"2025-02-27", "Er wird am Freitag ankommen.", "Freitag", "2025-02-28", "at", "[2025-02-28, 2025-03-01)"},
      {"2025-02-27", "Er will kommenden Dienstag ankommen.", "kommenden Dienstag", "2025-03-04", "at",
       "[2025-03-04, 2025-03-05)"},
  };
  for (const Row& row : kRows) check(row);
}

// 2025-02-27 is a Thursday.
TEST_CASE("timex/dating: an announcement looks ahead, with the hour, in the present and from day to day") {
  static const Row kRows[] = {
      {"2025-02-27", "Beginn: Mittwoch, 20 Uhr.", "Mittwoch", "2025-03-05", "at", "[2025-03-05, 2025-03-06)"},
      {"2025-02-27", "Am Montag spielt sie in Linz.", "Montag", "2025-03-03", "at", "[2025-03-03, 2025-03-04)"},
      {"2025-02-27", "Nach dem Sturz am Montag liegt sie im Spital.", "Montag", "2025-02-24", "at",
       "[2025-02-24, 2025-02-25)"},
      {"2025-02-27", "Am Samstag, 8. März, ist Premiere, am Sonntag Matinee.", "Sonntag", "2025-03-09", "at",
       "[2025-03-09, 2025-03-10)"},
      {"2025-02-27", "Bis Montag ist es kalt. Am Sonntag fällt der Zug aus.", "Sonntag", "2025-03-02", "at",
       "[2025-03-02, 2025-03-03)"},
      {"2025-02-27", "Am Samstag, 8. März, ist Premiere. Am Sonntag wurde noch geprobt.", "Sonntag", "2025-02-23", "at",
       "[2025-02-23, 2025-02-24)"},
      {"2025-02-27", "Die Straße ist am 24. März gesperrt.", "24. März", "2025-03-24", "at",
       "[2025-03-24, 2025-03-25)"},
      {"2025-02-27", "Der Rat tritt am Dienstag zusammen.", "Dienstag", "2025-03-04", "at", "[2025-03-04, 2025-03-05)"},
      {"2025-02-27", "Am Dienstag ist der Rat zusammengetreten.", "Dienstag", "2025-02-25", "at",
       "[2025-02-25, 2025-02-26)"},
      {"2025-02-27", "Heute tagt der Rat, am Montag der Ausschuss.", "Montag", "2025-03-03", "at",
       "[2025-03-03, 2025-03-04)"},
      {"2025-02-27", "Der Kurs beginnt im März und endet im Februar.", "Februar", "2026-02", "at",
       "[2026-02-01, 2026-03-01)"},
      {"2025-02-27", "Die Frist wurde bis 15. März verlängert.", "15. März", "2025-03-15", "until",
       "[2025-02-27, 2025-03-16)"},
      {"2025-02-27", "Straße bis 15. März gesperrt", "15. März", "2025-03-15", "until", "[2025-02-27, 2025-03-16)"},
      {"2025-02-27", "Das Urteil im Fall des im Juli 2022 getöteten Jägers fällt am 19. März.", "19. März",
       "2025-03-19", "at", "[2025-03-19, 2025-03-20)"},
      {"2025-02-27", "Er hatte zwischen 2016 und 2020 Geld gestohlen. Der Prozess hatte im April begonnen.", "April",
       "2024-04", "at", "[2024-04-01, 2024-05-01)"},
      {"2025-02-27", "Die Kasse bleibt zu Wochenbeginn zu.", "Wochenbeginn", "2025-W10 START", "at",
       "[2025-03-03, 2025-03-05)"},
      {"2025-02-27", "Am Samstag, 15., und am Sonntag, 16. März, wird gespielt.", "Samstag, 15.", "2025-03-15", "at",
       "[2025-03-15, 2025-03-16)"},
  };
  for (const Row& row : kRows) check(row);
}

// Conventions: "A range is one event whose timex spans both ends."
TEST_CASE("timex/dating: a range is dated once, by its first timex") {
  struct RangeRow {
    const char* text;
    const char* first;
    const char* last;
    const char* relation;
    const char* readings;
  };
  static const RangeRow kRows[] = {
      {"Von 1914 bis 1918 war Krieg.", "1914", "1918", "during", "[1914-01-01, 1919-01-01)"},
      {"Die Messe lief vom 5. bis zum 9. Februar 2025.", "5.", "9. Februar 2025", "during", "[2025-02-05, 2025-02-10)"},
      {"Zwischen 5. und 9. Februar 2025 wurde getagt.", "5.", "9. Februar 2025", "between", "[2025-02-05, 2025-02-10)"},
      {"Am 5. Mai 2024 von 4 bis 10 Uhr war gesperrt.", "4", "10 Uhr", "during",
       "[2024-05-05T04:00, 2024-05-05T10:00)"},
      {"Am 5. Mai 2024 von 22 bis 5 Uhr war gesperrt.", "22", "5 Uhr", "during",
       "[2024-05-05T22:00, 2024-05-06T05:00)"},
      {"Der Krieg (1914–1918) war lang.", "1914", "1918", "during", "[1914-01-01, 1919-01-01)"},
      {"Von Montag bis Mittwoch wurde getagt.", "Montag", "Mittwoch", "during", "[2025-02-24, 2025-02-27)"},
      {"Vom 20. Dezember bis 5. Jänner war frei.", "20. Dezember", "5. Jänner", "during", "[2024-12-20, 2025-01-06)"},
      {"Die Saison dauert von November bis April.", "November", "April", "during", "[2024-11-01, 2025-05-01)"},
      {"Die Saison dauert von Mai bis Oktober.", "Mai", "Oktober", "during", "[2025-05-01, 2025-11-01)"},
      {"Von März 2024 bis Mai 2024 wurde getagt.", "März 2024", "Mai 2024", "during", "[2024-03-01, 2024-06-01)"},
  };
  for (const RangeRow& row : kRows) {
    CAPTURE(row.text);
    const Tagged tagged = tag_german(row.text, "2025-02-27");
    const Timex* first = find(tagged, row.first);
    const Timex* last = find(tagged, row.last);
    REQUIRE(first != nullptr);
    REQUIRE(last != nullptr);
    REQUIRE(first->dating.has_value());
    CHECK(std::string(time::to_text(first->dating->relation)) == row.relation);
    CHECK(readings_text(*first) == row.readings);
    REQUIRE(first->range_last.has_value());
    CHECK(&tagged.timexes[*first->range_last] == last);
    CHECK_FALSE(last->dating.has_value());
  }
}

// Conventions: "a date and a clock time of one clause are one event, the finer": the time takes the day beside it.
TEST_CASE("timex/dating: a clock time stands on the day said with it") {
  static const Row kRows[] = {
      {"2025-02-27", "Samstag, 8. März: 14 Uhr Umzug. 15 Uhr Festakt. 16 Uhr Konzert. Ausklang. 20 Uhr Tanz.", "20 Uhr",
       "2025-03-08T20:00", "at", "[2025-03-08T20:00, 2025-03-08T20:01)"},
      {"2025-02-27", "Am Samstag wird stündlich geführt, zuletzt um 16 Uhr.", "16 Uhr", "2025-03-01T16:00", "at",
       "[2025-03-01T16:00, 2025-03-01T16:01)"},
      {"2025-02-27", "Das Konzert findet am 8. März statt. Der Eintritt ist frei. Beginn: 20 Uhr.", "20 Uhr",
       "2025-03-08T20:00", "at", "[2025-03-08T20:00, 2025-03-08T20:01)"},
      {"2025-02-27", "Am Montag tagte der Rat. Es ging um Geld. Man stritt. Um 23 Uhr war Schluss.", "23 Uhr",
       "2025-02-24T23:00", "at", "[2025-02-24T23:00, 2025-02-24T23:01)"},
      {"2025-02-27", "Gesperrt ist sie von heute, 21 Uhr, bis morgen, 5 Uhr.", "21 Uhr", "2025-02-27T21:00", "at",
       "[2025-02-27T21:00, 2025-02-27T21:01)"},
      {"2025-02-27", "Am Samstag beginnt es um 8 Uhr, am Sonntag um 9 Uhr.", "8 Uhr", "2025-03-01T08:00", "at",
       "[2025-03-01T08:00, 2025-03-01T08:01)"},
      {"2025-02-27", "Er kam am Mittwoch um 20.30 Uhr an.", "20.30 Uhr", "2025-02-26T20:30", "at",
       "[2025-02-26T20:30, 2025-02-26T20:31)"},
      {"2025-02-27", "Er kam um 20 Uhr am Mittwoch an.", "20 Uhr", "2025-02-26T20:00", "at",
       "[2025-02-26T20:00, 2025-02-26T20:01)"},
      {"2025-02-27", "Er kam um 20 Uhr an.", "20 Uhr", "2025-02-27T20:00", "at",
       "[2025-02-27T20:00, 2025-02-27T20:01)"},
  };
  for (const Row& row : kRows) check(row);
}

// Conventions: "A day or month that falls inside the publication's own span takes that one"; a date told of another
// matter does not turn what the article says of its own days.
TEST_CASE("timex/dating: a date in the background leaves the dates of the article where they are") {
  static const Row kRows[] = {
      {"2025-02-25", "Venier, die 2017 in St. Moritz Silber gewann, beendet im März ihre Karriere.", "März", "2025-03",
       "at", "[2025-03-01, 2025-04-01)"},
      {"2025-02-25", "Das Abkommen vom 30. Dezember 2019 war zu Silvester ausgelaufen.", "Silvester", "2024-12-31",
       "at", "[2024-12-31, 2025-01-01)"},
      {"2025-02-25", "Er kam am 3. Jänner 2022. Er ging Anfang Februar und kam drei Tage später.", "drei Tage später",
       "XXXX-XX-XX", "none", ""},
      {"2025-02", "Er kam im Mai 2022. Sie kam am selben Tag.", "selben Tag", "XXXX-XX-XX", "none", ""},
      {"2025-02-25", "Er kam am 3. Mai 2022. Sie kam am selben Tag.", "selben Tag", "2022-05-03", "at",
       "[2022-05-03, 2022-05-04)"},
      {"2025-02-25", "Im Jahr 2020 kam er, im Mai ging er.", "Mai", "2020-05", "at", "[2020-05-01, 2020-06-01)"},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: the present tense tells of a month or day to come, not of the month just gone") {
  static const Row kRows[] = {
      {"2025-02-25", "Im Dezember wird gewählt.", "Dezember", "2025-12", "at", "[2025-12-01, 2026-01-01)"},
      {"2025-02-25", "Im Dezember wurde gewählt.", "Dezember", "2024-12", "at", "[2024-12-01, 2025-01-01)"},
      {"2025-02-25", "Im Jänner liegt die Teuerung bei drei Prozent.", "Jänner", "2025-01", "at",
       "[2025-01-01, 2025-02-01)"},
      {"2025-02-25", "Am 24. Dezember feiert der Papst.", "24. Dezember", "2025-12-24", "at",
       "[2025-12-24, 2025-12-25)"},
      {"2025-02-25", "Im Herbst wird gewählt.", "Herbst", "2025-FA", "at", "[2025-09-01, 2025-12-01)"},
      {"2025-02-25", "Zu Weihnachten kommt Putin.", "Weihnachten", "2025-12-25", "at", "[2025-12-25, 2025-12-26)"},
      {"2006-05-27", "Die im Januar erzielte Einigung gilt weiter.", "Januar", "2006-01", "at",
       "[2006-01-01, 2006-02-01)"},
      {"2009-01-05", "BYD, das seit 2003 Autos baut, wächst.", "2003", "2003", "since", "[2003-01-01, 2009-01-06)"},
      {"2024-12-24", "Ab Jahresbeginn gelten neue Regeln.", "Jahresbeginn", "2025 START", "from",
       "[2025-01-01, 2025-05-01)"},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: the hours after the night to Wednesday are Wednesday's") {
  static const Row kRows[] = {
      {"2025-02-27", "In der Nacht auf Mittwoch griffen sie an. Um 3.40 Uhr schlug es ein.", "3.40 Uhr",
       "2025-02-26T03:40", "at", "[2025-02-26T03:40, 2025-02-26T03:41)"},
      {"2024-09-30", "Sie haben am Sonntag gewonnen. Er trat noch am Abend vor die Presse.", "Abend", "2024-09-29TEV",
       "at", "[2024-09-29T18:00, 2024-09-30)"},
  };
  for (const Row& row : kRows) check(row);
}

// DESIGN.md, Words: EDTF is "ISO 8601-2 level 2 text of the date"; what is written can be read.
TEST_CASE("timex/dating: every EDTF text says what the readings say") {
  static const char* kPublished[] = {"2025-02-25", "2025-02-25T14:30", "2025-02", "2025"};
  static const char* kPrepositions[] = {
      "Seit", "Bis", "Ab", "Vor", "Nach", "Während", "Um", "Von Montag bis", "Zwischen 2004 und"};
  static const char* kDates[] = {"Mittag am 21. Februar 2006",
                                 "13 Uhr",
                                 "Montag um 13 Uhr",
                                 "gestern Abend",
                                 "Dienstagabend",
                                 "Dezember",
                                 "3. Mai 2024",
                                 "Herbst",
                                 "letzter Woche",
                                 "dem Wochenende",
                                 "Ende 2023",
                                 "Ostern",
                                 "den 1990er Jahren",
                                 "2006",
                                 "19. Jahrhundert",
                                 "ersten Quartal 2024",
                                 "drei Tagen",
                                 "Winter 2022/23",
                                 "der Nacht auf Mittwoch",
                                 "Jänner",
                                 "500 v. Chr.",
                                 "der Früh des 3. Mai 2020",
                                 "2019/20",
                                 "heute"};
  int seen = 0;
  for (const char* published : kPublished) {
    for (const char* preposition : kPrepositions) {
      for (const char* date : kDates) {
        const std::string text = std::string(preposition) + " " + date + " wurde verhandelt.";
        CAPTURE(published);
        CAPTURE(text);
        for (const Timex& timex : tag_german(text, published).timexes) {
          if (!timex.dating) continue;
          CAPTURE(timex.dating->edtf);
          CHECK(edtf_fault(*timex.dating) == "");
          if (!timex.dating->edtf.empty()) ++seen;
        }
      }
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("timex/dating: an account of the past keeps its own year") {
  const std::string text =
      "Am 28. Juli 1914 begann der Krieg. Am 1. August folgte Russland. Im Dezember 1914 war der Winter hart. "
      "Am 3. Jänner griff die Armee an. Drei Tage später zog sie ab. Im Juni 1915 kam Italien dazu.";
  static const Row kRows[] = {
      {"2011-02-16", "", "1. August", "1914-08-01", "at", "[1914-08-01, 1914-08-02)"},
      {"2011-02-16", "", "3. Jänner", "1915-01-03", "at", "[1915-01-03, 1915-01-04)"},
      {"2011-02-16", "", "Drei Tage später", "1915-01-06", "at", "[1915-01-06, 1915-01-07)"},
  };
  for (Row row : kRows) {
    row.text = text.c_str();
    check(row, Domain::kNarrative);
  }
}

// DESIGN.md, Words: an interval lies within years -9999 to 9999; the calendar refuses what does not exist.
TEST_CASE("timex/dating: dates that do not exist make no timex") {
  for (const char* text :
       {"Am 30. Februar 2024 war nichts.", "Am 31.4.2024 war nichts.", "Am 29. Februar 2023 war nichts."}) {
    CAPTURE(text);
    const Tagged tagged = tag_german(text, "2025-02-27");
    CHECK(std::none_of(tagged.timexes.begin(), tagged.timexes.end(),
                       [](const Timex& timex) { return timex.value.size() == 10; }));
  }
}

// DESIGN.md, Time 7: "Each timex keeps its derivation (rule, parts, anchor, result)."
TEST_CASE("timex/dating: a derivation names rule, parts, anchor and result") {
  const Tagged tagged = tag_german("Das sagte er am Mittwoch.", "2025-02-27");
  REQUIRE(tagged.timexes.size() == 1);
  const Derivation& derivation = tagged.timexes[0].derivation;
  CHECK(derivation.rule == "weekday");
  REQUIRE(derivation.parts.size() == 1);
  CHECK(derivation.parts[0].first == "weekday");
  CHECK(derivation.parts[0].second == "3");
  CHECK(derivation.anchor == "2025-02-27");
  CHECK(derivation.result == "2025-02-26 = [2025-02-26, 2025-02-27)");
}

TEST_CASE("timex/tagger: what is no expression of time stays untagged") {
  for (const char* text : {"Es kamen 1500 Menschen.", "Er zahlte 1998 Euro.", "Bozen gewann 3:1 gegen Meran.",
                           "Ein 55-jähriger Mann kam.", "Er ist 19 Jahre alt.", "Er starb im Alter von 87 Jahren.",
                           "Die Nummer 0471/925111 gilt.", "Nach § 2000 ist es so.", "Der Preis stieg um 20.30 Euro.",
                           "Jan und August Ritter kamen.", "Es waren 20 000 Zuschauer."}) {
    CAPTURE(text);
    const Tagged tagged = tag_german(text, "2025-02-27");
    std::string found;
    for (const Timex& timex : tagged.timexes) found += tagged.extent(timex) + " by " + timex.derivation.rule + "; ";
    CHECK(found == "");
  }
}

TEST_CASE("timex/tagger: timexes stand in text order, do not overlap, and lie on whole tokens") {
  const std::string text =
      "Vom 5. bis 9. März, am Montagabend um 20 Uhr, gestern Abend, 1914/15, in den 80er-Jahren, jeden Tag, am 5. und "
      "6. "
      "Mai 2020 sowie 9, 11 und 14 Uhr. Bis heute, vor drei Tagen, Ende der Woche, im Winter 1777/78.";
  const Tagged tagged = tag_german(text, "2025-02");
  CHECK(tagged.timexes.size() > 15);
  std::uint32_t end = 0;
  for (const Timex& timex : tagged.timexes) {
    CAPTURE(tagged.extent(timex));
    CHECK(timex.span.begin >= end);
    CHECK(timex.span.begin < timex.span.end);
    CHECK(tagged.document.tokens()[timex.first_token].span.begin == timex.span.begin);
    CHECK(tagged.document.tokens()[timex.end_token - 1].span.end == timex.span.end);
    if (timex.range_last) CHECK(*timex.range_last < tagged.timexes.size());
    end = timex.span.end;
  }
}

}  // namespace annalen::timex
