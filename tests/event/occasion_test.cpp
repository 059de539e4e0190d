#include <doctest/doctest.h>

#include "scene.h"

namespace annalen::event {
namespace {

using time::Granularity;
using time::Relation;

TEST_CASE("event/occasion: a dated timex makes one event, one without a dating none") {
  Scene scene("Damals regnete es in Linz, am Montag schien die Sonne.");
  scene.timex("Damals", timex::Type::kDate, {}, "PAST_REF").date("Montag", "2025-02-24", "2025-02-25");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].timex == "Montag");
  CHECK(events[0].timex_value == "2025-02-24");
}

// DESIGN.md, Conventions: "A range is one event whose timex spans both ends".
TEST_CASE("event/occasion: a range is one event from its first to its last word") {
  Scene scene("Der Krieg dauerte von 1914 bis 1918 an.");
  scene.date("1914", "1914-01-01", "1919-01-01", Granularity::kYear, Relation::kDuring);
  scene.timex("1918", timex::Type::kDate, {}, "1918").range_of_last(2);
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].timex == "1914 bis 1918");
  CHECK(events[0].timex_value == "1914-01-01/1918");
  CHECK(events[0].dating.relation == Relation::kDuring);
}

// DESIGN.md, Conventions: "a date and a clock time of one clause are one event, the finer".
TEST_CASE("event/occasion: a date and the clock time beside it are one event, with both as text") {
  for (const bool time_first : {false, true}) {
    CAPTURE(time_first);
    Scene scene(time_first ? "Um 20 Uhr beginnt am 10. März das Spiel." : "Am 10. März um 20 Uhr beginnt das Spiel.");
    if (time_first) scene.time("20 Uhr", "2022-03-10T20:00", "2022-03-10T20:01");
    scene.date("10. März", "2022-03-10", "2022-03-11");
    if (!time_first) scene.time("20 Uhr", "2022-03-10T20:00", "2022-03-10T20:01");
    const auto events = scene.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].timex == (time_first ? "20 Uhr beginnt am 10. März" : "10. März um 20 Uhr"));
    CHECK(events[0].timex_type == timex::Type::kTime);
    CHECK(events[0].timex_value == "2022-03-10T20:00");
    CHECK(events[0].dating.granularity == Granularity::kMinute);
    CHECK(time::to_text(events[0].dating.readings.at(0).begin()) == "2022-03-10T20:00");
  }
}

TEST_CASE("event/occasion: the finer timex keeps its own text where words stand between") {
  Scene scene("Am 10. März beginnt das Spiel in Wien um 20 Uhr.");
  scene.date("10. März", "2022-03-10", "2022-03-11").time("20 Uhr", "2022-03-10T20:00", "2022-03-10T20:01");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].timex == "20 Uhr");
}

TEST_CASE("event/occasion: two clock times of one day are two events") {
  Scene scene("Am 10. März spielt Rapid um 17 Uhr und Austria um 20 Uhr.");
  scene.date("10. März", "2022-03-10", "2022-03-11");
  scene.time("17 Uhr", "2022-03-10T17:00", "2022-03-10T17:01");
  scene.time("20 Uhr", "2022-03-10T20:00", "2022-03-10T20:01");
  const auto events = scene.events();
  REQUIRE(events.size() == 2);
  CHECK(events[0].timex == "17 Uhr");
  CHECK(events[1].timex == "20 Uhr");
}

TEST_CASE("event/occasion: a clock time of another day, of several days or of another clause stands alone") {
  SUBCASE("another day") {
    Scene scene("Am 10. März kam er, seit 20 Uhr schläft er.");
    scene.date("10. März", "2022-03-10", "2022-03-11").time("20 Uhr", "2022-03-12T20:00", "2022-03-12T20:01");
    CHECK(scene.events().size() == 2);
  }
  SUBCASE("several days") {
    Scene scene("Vom 7. bis 11. März öffnet das Haus um 20 Uhr.");
    scene.date("7", "2022-03-07", "2022-03-12", Granularity::kDay, Relation::kDuring);
    scene.time("20 Uhr", "2022-03-11T20:00", "2022-03-11T20:01");
    CHECK(scene.events().size() == 2);
  }
  SUBCASE("another clause") {
    Scene scene("Am 10. März kam er, weil um 20 Uhr gespielt wurde.");
    scene.clause("weil um 20 Uhr gespielt wurde", 0);
    scene.date("10. März", "2022-03-10", "2022-03-11").time("20 Uhr", "2022-03-10T20:00", "2022-03-10T20:01");
    CHECK(scene.events().size() == 2);
  }
}

TEST_CASE("event/occasion: a clock time joined to \"seit\" begins the span, the relation is kept") {
  Scene scene("Seit Montag, 8 Uhr, streikt die AUA.");
  scene.date("Montag", "2025-02-24", "2025-02-28", Granularity::kDay, Relation::kSince);
  scene.time("8 Uhr", "2025-02-24T08:00", "2025-02-24T08:01");
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].dating.readings.at(0) == interval("2025-02-24T08:00", "2025-02-28"));
  CHECK(events[0].dating.relation == Relation::kSince);
  CHECK(events[0].dating.ongoing);
  CHECK(events[0].timex == "Montag, 8 Uhr");
}

TEST_CASE("event/occasion: a time with as many readings as its day has is joined reading by reading") {
  Scene scene("Am Donnerstag um 9 Uhr sprach Peskow.");
  scene.timex(
      "Donnerstag", timex::Type::kDate,
      Scene::dating({interval("2025-02-20", "2025-02-21"), interval("2025-02-27", "2025-02-28")}, Granularity::kDay));
  scene.timex("9 Uhr", timex::Type::kTime,
              Scene::dating(
                  {interval("2025-02-20T09:00", "2025-02-20T09:01"), interval("2025-02-27T09:00", "2025-02-27T09:01")},
                  Granularity::kMinute));
  const auto events = scene.events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].dating.readings.size() == 2);
  CHECK(events[0].dating.granularity == Granularity::kMinute);
}

TEST_CASE("event/occasion: a weekday and its calendar date are one event, the exact one") {
  for (const std::string text :
       {"Am Donnerstag, dem 27. Februar, sprach er.", "Am Donnerstag (27. Februar) sprach er."}) {
    CAPTURE(text);
    Scene scene(text);
    scene.timex(
        "Donnerstag", timex::Type::kDate,
        Scene::dating({interval("2025-02-20", "2025-02-21"), interval("2025-02-27", "2025-02-28")}, Granularity::kDay));
    scene.date("27. Februar", "2025-02-27", "2025-02-28");
    const auto events = scene.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].dating.readings.exact());
    CHECK(events[0].timex.starts_with("Donnerstag"));
    CHECK(events[0].timex.ends_with("27. Februar"));
  }
}

TEST_CASE("event/occasion: equal dates of one clause are one event, of two clauses two") {
  Scene scene("Im Jahr 2014 stieg er auf, und 2014 im Herbst siegte er, 2014 freilich verlor er.");
  scene.clause("2014 freilich verlor er");
  scene.date("2014", "2014-01-01", "2015-01-01", Granularity::kYear);
  scene.date("2014#2", "2014-01-01", "2015-01-01", Granularity::kYear);
  scene.date("2014#3", "2014-01-01", "2015-01-01", Granularity::kYear);
  const auto events = scene.events();
  REQUIRE(events.size() == 2);
  CHECK(events[0].timex_span.begin < events[1].timex_span.begin);
}

// DESIGN.md, Conventions: the finer wins only for clock times; a month in its year stays two statements.
TEST_CASE("event/occasion: a year and a month of one clause stay two events") {
  Scene scene("Nach dem Verlust von 2014 machte die Firma im März 2014 zu.");
  scene.date("2014", "2014-01-01", "2015-01-01", Granularity::kYear);
  scene.date("März 2014", "2014-03-01", "2014-04-01", Granularity::kMonth);
  CHECK(scene.events().size() == 2);
}

}  // namespace
}  // namespace annalen::event
