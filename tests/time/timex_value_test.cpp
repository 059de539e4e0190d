#include "time/timex_value.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "show.h"
#include "time/calendar.h"
#include "time/edtf.h"

namespace annalen::time {
namespace {

struct Row {
  std::string_view value;
  std::string_view interval;
  Granularity granularity;
  std::string_view edtf;
};

// DESIGN, Time 5, row by row, then each form that the header names.
const Row kRows[] = {
    {"19", "1900-01-01 to 2000-01-01", Granularity::kCentury, "19XX"},
    {"00", "0001-01-01 to 0100-01-01", Granularity::kCentury, "0001/0099"},
    {"194", "1940-01-01 to 1950-01-01", Granularity::kDecade, "194X"},
    {"199", "1990-01-01 to 2000-01-01", Granularity::kDecade, "199X"},
    {"2", "2000-01-01 to 3000-01-01", Granularity::kMillennium, "2XXX"},
    {"0", "0001-01-01 to 1000-01-01", Granularity::kMillennium, "0001/0999"},
    {"BC0216", "-0215-01-01 to -0214-01-01", Granularity::kYear, "-0215"},
    {"BC0001", "0000-01-01 to 0001-01-01", Granularity::kYear, "0000"},
    {"BC0216-08", "-0215-08-01 to -0215-09-01", Granularity::kMonth, "-0215-08"},
    {"BC0216-08-02", "-0215-08-02 to -0215-08-03", Granularity::kDay, "-0215-08-02"},
    {"BC0216-08-02TEV", "-0215-08-02T18:00 to -0215-08-03", Granularity::kDaypart, ""},
    {"BC0216-SU", "-0215-06-01 to -0215-09-01", Granularity::kSeason, "-0215-22"},
    {"BC02", "-0199-01-01 to -0099-01-01", Granularity::kCentury, "-01XX"},
    {"BC01", "-0099-01-01 to 0001-01-01", Granularity::kCentury, "-0099/0000"},
    {"BC99", "-9899-01-01 to -9799-01-01", Granularity::kCentury, "-98XX"},
    {"1998-SP", "1998-03-01 to 1998-06-01", Granularity::kSeason, "1998-21"},
    {"1998-SU", "1998-06-01 to 1998-09-01", Granularity::kSeason, "1998-22"},
    {"1998-FA", "1998-09-01 to 1998-12-01", Granularity::kSeason, "1998-23"},
    {"1998-WI", "1998-12-01 to 1999-03-01", Granularity::kSeason, "1998-24"},
    {"2025-W08-WE", "2025-02-22 to 2025-02-24", Granularity::kWeekend, "2025-02-22/2025-02-23"},
    {"2025-Q1", "2025-01-01 to 2025-04-01", Granularity::kQuarter, "2025-33"},
    {"2025-Q4", "2025-10-01 to 2026-01-01", Granularity::kQuarter, "2025-36"},
    {"2025-H1", "2025-01-01 to 2025-07-01", Granularity::kHalfyear, "2025-40"},
    {"2025-H2", "2025-07-01 to 2026-01-01", Granularity::kHalfyear, "2025-41"},
    {"2025-W08", "2025-02-17 to 2025-02-24", Granularity::kWeek, "2025-02-17/2025-02-23"},
    {"2020-W53", "2020-12-28 to 2021-01-04", Granularity::kWeek, "2020-12-28/2021-01-03"},
    {"2025-W08-4", "2025-02-20 to 2025-02-21", Granularity::kDay, "2025-02-20"},
    {"2016-01-12TMO", "2016-01-12T05:00 to 2016-01-12T12:00", Granularity::kDaypart, ""},
    {"2016-01-12TMI", "2016-01-12T12:00 to 2016-01-12T13:00", Granularity::kDaypart, ""},
    {"2016-01-12TAF", "2016-01-12T13:00 to 2016-01-12T18:00", Granularity::kDaypart, ""},
    {"2016-01-12TEV", "2016-01-12T18:00 to 2016-01-13", Granularity::kDaypart, ""},
    {"2016-01-12TNI", "2016-01-12T22:00 to 2016-01-13T05:00", Granularity::kDaypart, ""},
    {"2022", "2022-01-01 to 2023-01-01", Granularity::kYear, "2022"},
    {"2022-03", "2022-03-01 to 2022-04-01", Granularity::kMonth, "2022-03"},
    {"2022-03-10", "2022-03-10 to 2022-03-11", Granularity::kDay, "2022-03-10"},
    {"2024-02-29", "2024-02-29 to 2024-03-01", Granularity::kDay, "2024-02-29"},
    {"9999", "9999-01-01 to 10000-01-01", Granularity::kYear, "9999"},
    {"9999-12-31", "9999-12-31 to 10000-01-01", Granularity::kDay, "9999-12-31"},
    {"2013-11-30T20:00", "2013-11-30T20:00 to 2013-11-30T20:01", Granularity::kMinute, "2013-11-30T20:00:00"},
    {"2013-11-30T20:00:30", "2013-11-30T20:00 to 2013-11-30T20:01", Granularity::kMinute, "2013-11-30T20:00:00"},
    {"2013-11-30T00:00", "2013-11-30 to 2013-11-30T00:01", Granularity::kMinute, "2013-11-30T00:00:00"},
    {"2013-11-30T24:00", "2013-12-01 to 2013-12-01T00:01", Granularity::kMinute, "2013-12-01T00:00:00"},
    {"2013-11-30T20", "2013-11-30T20:00 to 2013-11-30T21:00", Granularity::kHour, ""},
};

TEST_CASE("time/timex_value: each form names its interval, granularity and EDTF") {
  for (const Row& row : kRows) {
    CAPTURE(row.value);
    const auto valued = interval_of_value(row.value, "");
    REQUIRE(valued);
    CHECK(shown(valued) == row.interval);
    CHECK(valued->granularity == row.granularity);
    CHECK(edtf_of_value(row.value, "") == row.edtf);
  }
}

TEST_CASE("time/timex_value: the EDTF of a value is read back as the same interval") {
  for (const Row& row : kRows) {
    for (const std::string_view mod : {"", "APPROX"}) {
      CAPTURE(row.value);
      CAPTURE(mod);
      const std::string edtf = edtf_of_value(row.value, mod);
      if (edtf.empty()) continue;
      const Result<Interval> read = interval_of_edtf(edtf);
      REQUIRE(read.ok());
      CHECK(shown(*read) == row.interval);
    }
  }
}

TEST_CASE("time/timex_value: every year and month from -9998 on, as TIMEX3 writes them") {
  const auto padded = [](std::int32_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - digits.size(), '0') + digits;
  };
  for (std::int32_t year = -9998; year <= kYearMax; ++year) {
    const std::string text = year < 1 ? "BC" + padded(1 - year, 4) : padded(year, 4);
    CAPTURE(text);
    const auto valued = interval_of_value(text, "");
    REQUIRE(valued);
    REQUIRE(valued->interval == year_interval(year));
    const std::uint32_t month = static_cast<std::uint32_t>(year + 9999) % 12 + 1;
    const auto in_month = interval_of_value(text + "-" + padded(static_cast<std::int32_t>(month), 2), "");
    REQUIRE(in_month);
    REQUIRE(in_month->interval == month_interval(year, month));
  }
}

// DESIGN, Time 4: "SETs and bare durations make none"; values with gaps name no interval.
TEST_CASE("time/timex_value: what names no interval, and what is malformed") {
  for (const std::string_view value : {"",
                                       "P3D",
                                       "PT35H",
                                       "PXY",
                                       "PAST_REF",
                                       "PRESENT_REF",
                                       "FUTURE_REF",
                                       "XXXX-12-28",
                                       "XXXX-WXX-4TMO",
                                       "1999-XX-XX",
                                       "T20:00",
                                       "T20.30",
                                       "2022-13",
                                       "2022-00",
                                       "2022-02-30",
                                       "2023-02-29",
                                       "2022-03-00",
                                       "2022-3",
                                       "2022-03-1",
                                       "2022-",
                                       "2022-03-",
                                       "2022-03-10T",
                                       "2022-03-10T8:30",
                                       "2022-03-10T20.30",
                                       "2022-03-10T25:00",
                                       "2022-03-10T24:01",
                                       "2022-03-10T24",
                                       "2022-03-10T20:60",
                                       "2022-03-10T20:00Z",
                                       "2022-03-10T20:00:61",
                                       "2022-03-10TXX",
                                       "2022-03TEV",
                                       "2022TEV",
                                       "2025-W54",
                                       "2025-W53",
                                       "2025-W00",
                                       "2025-W8",
                                       "2025-W08-",
                                       "2025-W08-8",
                                       "2025-W08-0",
                                       "2025-W08-WEX",
                                       "2025-Q0",
                                       "2025-Q5",
                                       "2025-Q",
                                       "2025-H3",
                                       "2025-H0",
                                       "2025-XX",
                                       "2025-SPX",
                                       "20225",
                                       "202a",
                                       "BC",
                                       "BC0000",
                                       "BC00",
                                       "BC1",
                                       "BC021",
                                       "BC02160",
                                       "BC02-08",
                                       "bc0216",
                                       "BC-0216",
                                       "-0215",
                                       "+2022",
                                       " 2022",
                                       "2022 ",
                                       "19-03",
                                       "194-03",
                                       "2-03",
                                       "9999-WI",
                                       "9999-W52",
                                       "9999-12-31TNI",
                                       "9999-12-31T24:00",
                                       "2022-03-10\xc3\xa4",
                                       "\xff"}) {
    CAPTURE(value);
    CHECK_FALSE(interval_of_value(value, ""));
    CHECK_FALSE(interval_of_value(value, "END"));
    CHECK(edtf_of_value(value, "").empty());
  }
  CHECK_FALSE(interval_of_value(std::string_view{"2022\0", 5}, ""));
  CHECK_FALSE(interval_of_value(std::string(100'000, '1'), ""));
}

// DESIGN, Conventions: "`mod` thirds: months 1-10, 11-20, 21-end; years by four months; weeks and seasons by days;
// decades and centuries 30/40/30 %".
TEST_CASE("time/timex_value: START, MID and END narrow to a third") {
  struct ThirdsRow {
    std::string_view value;
    std::string_view start_ends;
    std::string_view end_begins;
  };
  const ThirdsRow rows[] = {
      {"2022-05", "2022-05-11", "2022-05-21"},
      {"2023-02", "2023-02-11", "2023-02-21"},
      {"2022", "2022-05-01", "2022-09-01"},
      {"9999", "9999-05-01", "9999-09-01"},
      {"BC0216", "-0215-05-01", "-0215-09-01"},
      {"2025-Q1", "2025-02-01", "2025-03-01"},
      {"2025-H2", "2025-09-01", "2025-11-01"},
      {"2025-W08", "2025-02-19", "2025-02-22"},  // Monday and Tuesday; to Friday; Saturday and Sunday
      {"2025-SU", "2025-07-02", "2025-08-01"},   // 31, 30 and 31 days
      {"2025-WI", "2025-12-31", "2026-01-30"},   // 30 days each
      {"2027-WI", "2027-12-31", "2028-01-31"},   // 30, 31 and 30 days
      {"194", "1943-01-01", "1947-01-01"},
      {"18", "1830-01-01", "1870-01-01"},
      {"00", "0030-01-01", "0070-01-01"},
      {"99", "9930-01-01", "9970-01-01"},
      {"BC02", "-0169-01-01", "-0129-01-01"},
      {"BC99", "-9869-01-01", "-9829-01-01"},
      {"2", "2300-01-01", "2700-01-01"},
      {"2025-02-27", "2025-02-27T08:00", "2025-02-27T16:00"},
      {"2025-02-27TEV", "2025-02-27T20:00", "2025-02-27T22:00"},
      {"2025-02-27T20", "2025-02-27T20:20", "2025-02-27T20:40"},
      {"2025-W08-WE", "2025-02-22T16:00", "2025-02-23T08:00"},
  };
  for (const ThirdsRow& row : rows) {
    CAPTURE(row.value);
    const auto whole = interval_of_value(row.value, "");
    REQUIRE(whole);
    const CivilMinute first = minute_from_text(row.start_ends).value();
    const CivilMinute second = minute_from_text(row.end_begins).value();
    CHECK(shown(interval_of_value(row.value, "START")) == shown(Interval::make(whole->interval.begin(), first)));
    CHECK(shown(interval_of_value(row.value, "MID")) == shown(Interval::make(first, second)));
    CHECK(shown(interval_of_value(row.value, "END")) == shown(Interval::make(second, whole->interval.end())));
    CHECK(interval_of_value(row.value, "END")->granularity == whole->granularity);
  }
}

// DESIGN, Time 5: '"Anfang Mai" = 1 to 10 May'; Conventions: '"Ende des 19. Jahrhunderts" = 1870 to 1900'.
TEST_CASE("time/timex_value: the two examples of thirds that the design gives") {
  CHECK(shown(interval_of_value("2022-05", "START")) == "2022-05-01 to 2022-05-11");
  CHECK(shown(interval_of_value("18", "END")) == "1870-01-01 to 1900-01-01");
}

TEST_CASE("time/timex_value: the thirds of each unit join to the whole") {
  for (const Row& row : kRows) {
    CAPTURE(row.value);
    const Interval whole = interval_of_value(row.value, "")->interval;
    const Interval start = interval_of_value(row.value, "START")->interval;
    const Interval mid = interval_of_value(row.value, "MID")->interval;
    const Interval end = interval_of_value(row.value, "END")->interval;
    if (whole.length_minutes() == 1) {
      CHECK(start == whole);
      CHECK(mid == whole);
      CHECK(end == whole);
      continue;
    }
    CHECK(start.begin() == whole.begin());
    CHECK(start.end() == mid.begin());
    CHECK(mid.end() == end.begin());
    CHECK(end.end() == whole.end());
  }
}

TEST_CASE("time/timex_value: a third of an interval that is no such unit stays inside it") {
  const Interval day = span("2022-05-01", "2022-05-02");
  const Interval last = span("9999-12-31", "10000-01-01");
  const Interval first = span("-9999-01-01", "-9999-01-01T00:01");
  for (const Interval& interval : {day, last, first}) {
    for (std::uint8_t unit = 0; unit <= 13; ++unit) {
      for (const Third third : {Third::kStart, Third::kMid, Third::kEnd}) {
        CAPTURE(shown(interval));
        CAPTURE(unit);
        CHECK(interval.contains(third_of(interval, Granularity{unit}, third)));
      }
    }
  }
}

// edtf.h: the interval of the third; "~" at the bound that the text leaves open.
TEST_CASE("time/timex_value: the EDTF of a third is its interval") {
  struct ThirdRow {
    std::string_view value;
    std::string_view start;
    std::string_view mid;
    std::string_view end;
  };
  const ThirdRow rows[] = {
      {"2023", "2023-01/2023-04~", "2023-05~/2023-08~", "2023-09~/2023-12"},
      {"2022-05", "2022-05-01/2022-05-10~", "2022-05-11~/2022-05-20~", "2022-05-21~/2022-05-31"},
      {"199", "1990/1992~", "1993~/1996~", "1997~/1999"},
      {"18", "1800/1829~", "1830~/1869~", "1870~/1899"},
      {"BC02", "-0199/-0170~", "-0169~/-0130~", "-0129~/-0100"},
      {"2025-Q1", "2025-01-01/2025-01-31~", "2025-02~", "2025-03-01~/2025-03-31"},
      {"2025-H1", "2025-01/2025-02~", "2025-03~/2025-04~", "2025-05~/2025-06"},
      {"2025-W08", "2025-02-17/2025-02-18~", "2025-02-19~/2025-02-21~", "2025-02-22~/2025-02-23"},
      {"2025-02-27", "", "", ""},
      {"2025-W08-WE", "", "", ""},
      {"2025-02-27T20:00", "", "", ""},
  };
  for (const ThirdRow& row : rows) {
    CAPTURE(row.value);
    CHECK(edtf_of_value(row.value, "START") == row.start);
    CHECK(edtf_of_value(row.value, "MID") == row.mid);
    CHECK(edtf_of_value(row.value, "END") == row.end);
  }
}

TEST_CASE("time/timex_value: what is made of a value at random reads back as its interval, and days always have one") {
  std::mt19937 random(20190204);
  const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  const auto digits = [](std::uint32_t number, int width) {
    std::string text = std::to_string(number);
    return std::string(static_cast<std::size_t>(width) - text.size(), '0') + text;
  };
  const char* const mods[] = {"", "APPROX", "START", "MID", "END", "MORE_THAN"};
  int written = 0;
  for (int i = 0; i < 40'000; ++i) {
    const std::string year = (below(4) == 0 ? "BC" : "") + digits(below(10'000), 4);
    const std::string parts[] = {"",
                                 "-" + digits(1 + below(12), 2),
                                 "-" + digits(1 + below(12), 2) + "-" + digits(1 + below(31), 2),
                                 "-W" + digits(1 + below(53), 2),
                                 "-W" + digits(1 + below(53), 2) + "-WE",
                                 "-Q" + std::to_string(1 + below(4)),
                                 "-H" + std::to_string(1 + below(2)),
                                 std::array{"-SP", "-SU", "-FA", "-WI"}[below(4)],
                                 "-" + digits(1 + below(12), 2) + "-" + digits(1 + below(28), 2) + "T" +
                                     digits(below(25), 2) + ":" + digits(below(60), 2)};
    std::string value = year + parts[below(9)];
    if (below(5) == 0) value = year.substr(0, year.size() - 1 - below(3));
    const std::string_view mod = mods[below(6)];
    CAPTURE(value);
    CAPTURE(mod);
    const auto valued = interval_of_value(value, mod);
    const std::string edtf = edtf_of_value(value, mod);
    CAPTURE(edtf);
    if (!valued) {
      REQUIRE(edtf.empty());
      continue;
    }
    const bool whole_days =
        valued->interval.begin().count % kMinutesPerDay == 0 && valued->interval.end().count % kMinutesPerDay == 0;
    if (whole_days) REQUIRE_FALSE(edtf.empty());
    if (edtf.empty()) continue;
    const Result<Interval> read = interval_of_edtf(edtf);
    REQUIRE(read.ok());
    REQUIRE(*read == valued->interval);
    ++written;
  }
  CHECK(written > 20'000);
}

TEST_CASE("time/timex_value: other mods narrow nothing, APPROX is marked in EDTF") {
  for (const std::string_view mod : {"APPROX", "MORE_THAN", "LESS_THAN", "BEFORE", "AFTER", "start", "ENDE"}) {
    CAPTURE(mod);
    CHECK(shown(interval_of_value("2022-05", mod)) == "2022-05-01 to 2022-06-01");
  }
  CHECK(edtf_of_value("2022", "APPROX") == "2022~");
  CHECK(edtf_of_value("2022-05", "APPROX") == "2022-05~");
  CHECK(edtf_of_value("199", "APPROX") == "1990~/1999~");
  CHECK(edtf_of_value("18", "APPROX") == "1800~/1899~");
  CHECK(edtf_of_value("1998-WI", "APPROX") == "1998-12~/1999-02~");
  CHECK(edtf_of_value("2025-Q1", "APPROX") == "2025-01~/2025-03~");
  CHECK(edtf_of_value("2025-02-27T20:00", "APPROX").empty());
  CHECK(edtf_of_value("BC0216", "APPROX") == "-0215~");
  CHECK(edtf_of_value("2025-W08", "APPROX") == "2025-02-17~/2025-02-23~");
  CHECK(edtf_of_value("2022", "MORE_THAN") == "2022");
}

}  // namespace
}  // namespace annalen::time
