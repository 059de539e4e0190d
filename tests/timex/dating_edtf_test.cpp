#include <doctest/doctest.h>

#include <string_view>

#include "tagging.h"

namespace annalen::timex {

namespace {

struct Row {
  std::string_view published;
  std::string_view text;
  std::string_view edtf;  // of the first dating
};

void check(const Row& row) {
  CAPTURE(row.published);
  CAPTURE(row.text);
  const Tagged tagged = tag_german(row.text, row.published);
  std::string found = "no dating";
  for (const Timex& timex : tagged.timexes) {
    if (!timex.dating) continue;
    found = timex.dating->edtf;
    break;
  }
  CHECK(found == row.edtf);
}

}  // namespace

// edtf.h, Written.
TEST_CASE("timex/dating: EDTF of single dates") {
  static const Row kRows[] = {
      {"2025-02-27", "Er kam am 3. Mai 2020.", "2020-05-03"},
      {"2025-02-27", "Er kam im Mai 2020.", "2020-05"},
      {"2025-02-27", "Er kam im Jahr 2020.", "2020"},
      {"2025-02-27", "Er lebte in den 1990er Jahren hier.", "199X"},
      {"2025-02-27", "Im 20. Jahrhundert war Krieg.", "19XX"},
      {"2025-02-27", "Im 3. Jahrhundert v. Chr. war Krieg.", "-02XX"},
      {"2025-02-27", "Im 1. Jahrhundert v. Chr. war Krieg.", "-0099/0000"},
      {"2025-02-27", "Im 1. Jahrhundert n. Chr. war Krieg.", "0001/0099"},
      {"2025-02-27", "Er starb 216 v. Chr. in Rom.", "-0215"},
      {"2025-02-27", "Im Winter 2024/25 fiel Schnee.", "2024-24"},
      {"2025-02-27", "Im Frühjahr 2004 ging er.", "2004-21"},
      {"2025-02-27", "Im ersten Quartal 2024 stieg es.", "2024-33"},
      {"2025-02-27", "Im vierten Quartal 2024 stieg es.", "2024-36"},
      {"2025-02-27", "Im zweiten Halbjahr 2024 sank es.", "2024-41"},
      {"2025-02-27", "Am Wochenende wird gefeiert.", "2025-03-01/2025-03-02"},
      {"2025-02-27", "Vor drei Wochen war er da.", "2025-02-03/2025-02-09"},
      {"2025-02-27", "Er kam um 20.30 Uhr an.", "2025-02-27T20:30:00"},
      {"2025-02-27", "Er kam am Mittwochabend.", ""},
      {"2025-02-27", "Nach 2014 kam er.", "2014"},
      {"2025-02-27", "Vor 2014 kam er.", "2014"},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: EDTF of what is about right") {
  static const Row kRows[] = {
      {"2025-02-27", "Um 1850 lebte er hier.", "1850~"},
      {"2025-02-27", "Um 1900 herum lebte er hier.", "1900~"},
      {"2025-02-27", "Gegen 1850 starb er.", "1850~"},
      {"2025-02-27", "Rund um den 5. März 2020 kam er.", "2020-03-05~"},
      {"2025-02-27", "Rund um Ostern 2021 kam er.", "2021-04-04~"},
      {"2025-02-27", "Rund um den Sommer 2020 kam er.", "2020-06~/2020-08~"},
      {"2025-02-27", "Ungefähr im Mai 2020 kam er.", "2020-05~"},
      {"2025-02-27", "In etwa zehn Jahren kommt er.", "2035~"},
      {"2025-02-27", "Vor genau zehn Jahren kam er.", "2015"},
      {"2025-02-27", "Vor rund zehn Jahren kam er.", "2015~"},
      {"2025-02-27", "Anfang der 1990er Jahre kam er.", "1990/1992~"},
      {"2025-02-27", "Mitte des 19. Jahrhunderts baute man.", "1830~/1869~"},
      {"2025-02-27", "Ende des 19. Jahrhunderts baute man.", "1870~/1899"},
      {"2025-02-27", "Anfang März beginnt es.", "2025-03-01/2025-03-10~"},
      {"2025-02-27", "Ende 2023 kam er.", "2023-09~/2023-12"},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: EDTF of what runs, and of what stays open") {
  static const Row kRows[] = {
      {"2025-02-27", "Seit 2014 gilt das.", "2014/.."},
      {"2025-02-27", "Seit 20 Jahren ist er da.", "2005/.."},
      {"2025-02-27", "Seit Anfang der 1990er Jahre ist er da.", "1990/.."},
      {"2025-02-27", "Seit Ende der 1990er Jahre ist er da.", "1997~/.."},
      {"2025-02-27", "Seit dem Frühjahr 2020 ist er da.", "2020-03/.."},
      {"2025-02-27", "Seit 8 Uhr ist er da.", ""},
      {"2025-02-27", "Ab Mai 2025 gilt das neue Recht.", "2025-05/.."},
      {"2025-02-27", "Bis März 2014 war er dort.", "../2014-03"},
      {"2025-02-27", "Bis Ende 2026 wird gebaut.", "2025-02-27/2026-12"},
      {"2025-02-27", "In den vergangenen drei Jahren stiegen die Preise.", "2022/2025-02-27"},
      {"2025-02-27", "Von 2004 bis Juni 2006 war er Minister.", "2004/2006-06"},
      {"2025-02-27", "Zwischen 2004 und 2006 war er da.", "2004/2006"},
      {"2025-02-27", "Von Ende 2003 bis Anfang 2006 war er da.", "2003-09~/2006-04~"},
      {"2025-02-27", "Von 1939 bis 1945 war Krieg.", "1939/1945"},
      {"2025-02-27", "Von 4 bis 10 Uhr schlief er.", ""},
      {"2025-02-27", "Von 4 Uhr bis Freitag schlief er.", ""},
  };
  for (const Row& row : kRows) check(row);
}

TEST_CASE("timex/dating: EDTF of one of several") {
  static const Row kRows[] = {
      {"2025-02", "Er kam am Donnerstag.", "[2025-01-30,2025-02-06,2025-02-13,2025-02-20,2025-02-27]"},
      {"2025-02", "Er kam gestern.", "[2025-01-31..2025-02-27]"},
      {"2025-02", "Er kam im vergangenen Monat.", "2025-01"},
      {"2025-02", "Er kam in der Vorwoche.", ""},
      {"2025-02", "Er kam gestern um 20 Uhr an.", "[2025-01-31..2025-02-27]"},
      {"2025", "Er kam im vergangenen Monat.",
       "[2024-12,2025-01,2025-02,2025-03,2025-04,2025-05,2025-06,2025-07,2025-08,2025-09,2025-10,2025-11]"},
  };
  for (const Row& row : kRows) check(row);
}

}  // namespace annalen::timex
