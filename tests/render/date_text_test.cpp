#include "render/date_text.h"

#include <doctest/doctest.h>

#include "hits.h"

namespace annalen::render {

TEST_CASE("render/date_text: whole units by their names, ends included") {
  struct Row {
    const char* begin;
    const char* end;
    const char* text;
  };
  static constexpr Row kRows[] = {
      {"2014-01-01", "2015-01-01", "2014"},
      {"2022-03-01", "2022-04-01", "2022-03"},
      {"2022-03-10", "2022-03-11", "2022-03-10"},
      {"2025-01-01", "2025-02-01", "2025-01"},
      {"2024-12-31", "2025-01-01", "2024-12-31"},
      {"2025-02-17", "2025-02-24", "2025-02-17 – 2025-02-23"},
      {"2025-01-01", "2025-03-01", "2025-01 – 2025-02"},
      {"2025-01-01", "2025-02-28", "2025-01-01 – 2025-02-27"},
      {"1900-01-01", "2000-01-01", "1900 – 1999"},
      {"-0215-01-01", "-0214-01-01", "-0215"},
      {"-0215-08-02", "-0215-08-03", "-0215-08-02"},
      {"9999-01-01", "10000-01-01", "9999"},
      {"2022-03-10T20:00", "2022-03-10T20:01", "2022-03-10 20:00"},
      {"2022-03-10T18:00", "2022-03-11", "2022-03-10 18:00–24:00"},
      {"2022-03-10T05:00", "2022-03-10T12:00", "2022-03-10 05:00–12:00"},
      {"2022-03-10T22:00", "2022-03-11T05:00", "2022-03-10 22:00 – 2022-03-11 05:00"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.begin));
    CAPTURE(std::string(row.end));
    const auto interval = time::Interval::make(*time::minute_from_text(row.begin), *time::minute_from_text(row.end));
    REQUIRE(interval.has_value());
    CHECK(date_text(*interval) == row.text);
  }
}

TEST_CASE("render/date_text: \"seit 1920\" begins in the unit that the text speaks in") {
  struct Row {
    const char* begin;
    const char* end;
    time::Granularity granularity;
    const char* text;
  };
  static constexpr Row kRows[] = {
      {"1920-01-01", "2017-04-05", time::Granularity::kYear, "1920 – 2017-04-04"},
      {"1920-01-01", "2017-04-05", time::Granularity::kDay, "1920-01-01 – 2017-04-04"},
      {"1920-03-01", "2017-05-01", time::Granularity::kMonth, "1920-03 – 2017-04"},
      {"1920-01-01", "2017-05-01", time::Granularity::kYear, "1920 – 2017-04"},
      {"1920-01-01", "2018-01-01", time::Granularity::kYear, "1920 – 2017"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.text));
    const auto span = time::Interval::make(*time::minute_from_text(row.begin), *time::minute_from_text(row.end));
    query::Hit hit = make_hit({*span}, row.granularity, "Seit damals.", "damals");
    hit.event.relation = time::Relation::kSince;
    CHECK(date_text(hit.event) == row.text);
  }
}

TEST_CASE("render/date_text: several readings show their hull and their number, relations their name") {
  query::Hit hit = thursday_hit();
  CHECK(date_text(hit.event) == "2025-01-30 … 2025-02-27");
  CHECK(date_remark(hit.event) == "5 readings");
  hit.event.relation = time::Relation::kSince;
  hit.event.ongoing = true;
  CHECK(date_remark(hit.event) == "since, ongoing, 5 readings");
  CHECK(date_remark(march_hit().event).empty());
}

}  // namespace annalen::render
