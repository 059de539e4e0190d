#include "time/edtf.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "show.h"
#include "time/calendar.h"

namespace annalen::time {
namespace {

struct Row {
  std::string_view text;
  std::string_view interval;
};

void check(const Row& row) {
  CAPTURE(row.text);
  const Result<Interval> read = interval_of_edtf(row.text);
  CHECK_MESSAGE(read.ok(), (read.ok() ? "" : read.error().message()));
  if (read.ok()) CHECK(shown(*read) == row.interval);
}

// The file's first lines say where its rows come from.
TEST_CASE("time/edtf: the specification's examples, and each form that is written") {
  std::ifstream file(ANNALEN_SOURCE_DIR "/tests/time/edtf_specification.txt");
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream parts(line);
    std::string level, text, begin, end;
    parts >> level >> text >> begin >> end;
    CAPTURE(line);
    const Result<Interval> read = interval_of_edtf(text);
    ++rows;
    if (begin == "outside") {
      REQUIRE_FALSE(read.ok());
      CHECK(read.error().what == "the year lies outside -9999 to 9999");
      continue;
    }
    CHECK_MESSAGE(read.ok(), (read.ok() ? "" : read.error().message()));
    if (read.ok()) CHECK(shown(*read) == begin + " to " + end);
  }
  CHECK(rows > 90);
}

// ISO 8601-2:2019, level 0.
TEST_CASE("time/edtf: dates, times and intervals of level 0") {
  const Row rows[] = {
      {"9999", "9999-01-01 to 10000-01-01"},
      {"2022-03-10T20:00", "2022-03-10T20:00 to 2022-03-10T20:01"},
      {"2022-03-10T20", "2022-03-10T20:00 to 2022-03-10T21:00"},
      {"2022-03-10T24:00", "2022-03-11 to 2022-03-11T00:01"},
      {"2004/2004-06", "2004-01-01 to 2004-07-01"},
      {"2016-01-12T18:00/2016-01-12T23:59", "2016-01-12T18:00 to 2016-01-13"},
  };
  for (const Row& row : rows) check(row);
}

// ISO 8601-2:2019, level 1.
TEST_CASE("time/edtf: seasons, qualifiers, unspecified digits, open ends and negative years of level 1") {
  const Row rows[] = {
      {"2001-22", "2001-06-01 to 2001-09-01"},
      {"2001-23", "2001-09-01 to 2001-12-01"},
      {"2001-24", "2001-12-01 to 2002-03-01"},
      {"2XXX", "2000-01-01 to 3000-01-01"},
      {"XXXX", "0000-01-01 to 10000-01-01"},
      {"1984?/2004~", "1984-01-01 to 2005-01-01"},
      {"-02XX", "-0299-01-01 to -0199-01-01"},
      {"-021X", "-0219-01-01 to -0209-01-01"},
      {"-9999", "-9999-01-01 to -9998-01-01"},
      {"-0044/0014", "-0044-01-01 to 0015-01-01"},
      {"2003/2004-06-11%", "2003-01-01 to 2004-06-12"},
  };
  for (const Row& row : rows) check(row);
}

// ISO 8601-2:2019, level 2.
TEST_CASE("time/edtf: exponents, sub-year groupings, sets, partial qualifiers and masks of level 2") {
  const Row rows[] = {
      {"Y2E3", "2000-01-01 to 2001-01-01"},        {"Y-17E2", "-1700-01-01 to -1699-01-01"},
      {"1950S1", "1000-01-01 to 2000-01-01"},      {"1950S4", "1950-01-01 to 1951-01-01"},
      {"1950S9", "1950-01-01 to 1951-01-01"},      {"-1950S2", "-1999-01-01 to -1899-01-01"},
      {"Y19E2S2", "1900-01-01 to 2000-01-01"},     {"1950-25", "1950-03-01 to 1950-06-01"},
      {"1950-28", "1950-12-01 to 1951-03-01"},     {"1950-29", "1950-09-01 to 1950-12-01"},
      {"1950-30", "1950-12-01 to 1951-03-01"},     {"1950-31", "1950-03-01 to 1950-06-01"},
      {"1950-32", "1950-06-01 to 1950-09-01"},     {"2001-37", "2001-01-01 to 2001-05-01"},
      {"2001-39", "2001-09-01 to 2002-01-01"},     {"2001-40", "2001-01-01 to 2001-07-01"},
      {"2001-41", "2001-07-01 to 2002-01-01"},     {"[2025-02-27,2025-02-20]", "2025-02-20 to 2025-02-28"},
      {"[2025]", "2025-01-01 to 2026-01-01"},      {"2001-33", "2001-01-01 to 2001-04-01"},
      {"2001-38", "2001-05-01 to 2001-09-01"},     {"[2001-21..2001-23]", "2001-03-01 to 2001-12-01"},
      {"1984-X2", "1984-02-01 to 1985-01-01"},     {"1984-X2-3X", "1984-12-30 to 1985-01-01"},  // no 30 February
      {"19XX-02-29", "1904-02-29 to 1996-03-01"},  {"-19XX-02-29", "-1996-02-29 to -1904-03-01"},
      {"X9X9-XX-31", "0909-01-31 to 10000-01-01"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("time/edtf: what is wrong and at which byte") {
  struct WrongRow {
    std::string_view text;
    std::string_view where;
    std::string_view what;
  };
  const WrongRow rows[] = {
      {"", "byte 0", "a year of four digits is missing"},
      {"März", "byte 0", "a year of four digits is missing"},
      {"22", "byte 2", "a year of four digits is missing"},
      {"202a", "byte 3", "a year of four digits is missing"},
      {"20225", "byte 4", "text after the end of the date"},
      {"2022 ", "byte 4", "text after the end of the date"},
      {" 2022", "byte 0", "a year of four digits is missing"},
      {"2022-", "byte 5", "a month of two digits is missing"},
      {"2022-3", "byte 6", "a month of two digits is missing"},
      {"2022-13", "byte 7", "there is no such month or season"},
      {"2022-20", "byte 7", "there is no such month or season"},
      {"2022-42", "byte 7", "there is no such month or season"},
      {"2022-00", "byte 7", "there is no such date"},
      {"2022-21-01", "byte 7", "text after the end of the date"},
      {"202X-21", "byte 7", "a season needs a year that is known"},
      {"2022-02-30", "byte 10", "there is no such date"},
      {"2023-02-29", "byte 10", "there is no such date"},
      {"XXX1-02-29", "byte 10", "there is no such date"},
      {"2022-XX-32", "byte 10", "there is no such date"},
      {"2022-03-1", "byte 9", "a day of two digits is missing"},
      {"2022-03-10T", "byte 11", "an hour of two digits is missing"},
      {"2022-03-10T25:00", "byte 16", "there is no such time of day"},
      {"2022-03-10T20:60", "byte 16", "there is no such time of day"},
      {"2022-03-XXT20:00", "byte 11", "a time needs a day that is known"},
      {"2022-03-10T20:00+1", "byte 17", "the offset is not like +01:00"},
      {"2022-W08", "byte 5", "a month of two digits is missing"},
      {"-0000", "byte 5", "year 0 has no sign"},
      {"9999-24", "byte 7", "there is no such month or season"},
      {"2008/2004", "byte 9", "the end lies before the beginning"},
      {"2004/2008/2010", "byte 9", "text after the end of the date"},
      {"2004/[2005]", "byte 5", "a year of four digits is missing"},
      {"../..", "byte 5", "both ends are open"},
      {"/", "byte 1", "both ends are open"},
      {"..", "byte 2", "an open end needs a slash"},
      {"[2025", "byte 5", "the set is not closed"},
      {"[2025}", "byte 5", "the set is not closed"},
      {"[]", "byte 1", "a year of four digits is missing"},
      {"[..]", "byte 3", "both ends are open"},
      {"[1667,1668, 1670..1672]", "byte 11", "a year of four digits is missing"},
      {"[1667 ,1668]", "byte 5", "the set is not closed"},
      {"[1667,..1668]", "byte 6", "only the first of a set may begin with two dots"},
      {"[1667..,1668]", "byte 7", "only the last of a set may end with two dots"},
      {"[1667..1668-03]", "byte 14", "both ends of a range in a set are of one precision"},
      {"[1667/1668]", "byte 5", "the set is not closed"},
      {"[[1667]]", "byte 1", "a year of four digits is missing"},
      {"{1667]", "byte 5", "the set is not closed"},
      {"2004?~", "byte 5", "text after the end of the date"},
      {"2004-06~~", "byte 8", "text after the end of the date"},
      {"199u", "byte 3", "a year of four digits is missing"},
      {"2004-06-uu", "byte 8", "a day of two digits is missing"},
      {"199x", "byte 3", "a year of four digits is missing"},
      {"20040611", "byte 4", "text after the end of the date"},
      {"2004-163", "byte 7", "there is no such month or season"},
      {"+2004", "byte 0", "a year of four digits is missing"},
      {"2004/P1Y", "byte 5", "a year of four digits is missing"},
      {"P1Y/2004", "byte 0", "a year of four digits is missing"},
      {"2004/unknown", "byte 5", "a year of four digits is missing"},
      {"2004/open", "byte 5", "a year of four digits is missing"},
      {"y17e7", "byte 0", "a year of four digits is missing"},
      {"1950p2", "byte 4", "text after the end of the date"},
      {"2004-06-(01)~", "byte 8", "a day of two digits is missing"},
      {"2022-03-10 20:00", "byte 10", "text after the end of the date"},
      {"2022-03-10T20:00:00.5", "byte 19", "text after the end of the date"},
      {"2022-03-10T24:01", "byte 16", "there is no such time of day"},
      {"[2025,]", "byte 6", "a year of four digits is missing"},
      {"[2025.2026]", "byte 5", "a range in a set is written with two dots"},
      {"[2026..2025]", "byte 11", "the end lies before the beginning"},
      {"[2025]x", "byte 6", "text after the end of the date"},
      {"Y", "byte 1", "the year's digits are missing"},
      {"Y2022", "byte 1", "a year of up to four digits takes no Y"},
      {"Y1987S3", "byte 1", "a year of up to four digits takes no Y"},
      {"Y-2022", "byte 2", "a year of up to four digits takes no Y"},
      {"Y0000012022", "byte 1", "a year after Y begins with no 0"},
      {"Y171010000S3", "byte 10", "the year lies outside -9999 to 9999"},
      {"Y-17E7", "byte 6", "the year lies outside -9999 to 9999"},
      {"Y99999999999999999999", "byte 1", "the year lies outside -9999 to 9999"},
      {"Y170000002", "byte 10", "the year lies outside -9999 to 9999"},
      {"Y-170000002", "byte 11", "the year lies outside -9999 to 9999"},
      {"Y17E7", "byte 5", "the year lies outside -9999 to 9999"},
      {"Y17E99999999999", "byte 4", "the year lies outside -9999 to 9999"},
      {"Y3388E2S3", "byte 7", "the year lies outside -9999 to 9999"},
      {"Y17E", "byte 4", "the exponent's digits are missing"},
      {"1950S0", "byte 6", "no digit is significant"},
      {"1950S", "byte 5", "the number of significant digits is missing"},
  };
  for (const WrongRow& row : rows) {
    CAPTURE(row.text);
    const Result<Interval> read = interval_of_edtf(row.text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().kind == ErrorKind::kInput);
    CHECK(read.error().where == row.where);
    CHECK(read.error().what == row.what);
    CHECK_FALSE(read.error().hint.empty());
  }
}

TEST_CASE("time/edtf: texts without end are refused, long ones read") {
  CHECK_FALSE(interval_of_edtf(std::string(1'000'000, '[')).ok());
  CHECK_FALSE(interval_of_edtf(std::string(8000, '9')).ok());
  std::string set = "[2025-01-01";
  while (set.size() + 12 < 8192) set += ",XXXX-02-29";
  const Result<Interval> read = interval_of_edtf(set + "]");
  REQUIRE(read.ok());
  CHECK(shown(*read) == "0000-02-29 to 9996-03-01");
}

TEST_CASE("time/edtf: every day of 400 years is its own day") {
  for (CivilDay day = civil_day({1800, 1, 1}).value(); day < civil_day({2200, 1, 1}).value(); ++day.count) {
    const Result<Interval> read = interval_of_edtf(to_text(start_of(day)));
    REQUIRE(read.ok());
    REQUIRE(*read == day_interval(day));
  }
}

// DESIGN, Words: EDTF `[2025-02-20,2025-02-27]` "where one exists, else empty".
TEST_CASE("time/edtf: the texts of several readings make one set") {
  struct SetRow {
    std::vector<std::string> texts;
    std::string_view set;
  };
  const SetRow rows[] = {
      {{}, ""},
      {{"2022-03"}, "2022-03"},
      {{"2025-02-17/2025-02-23"}, "2025-02-17/2025-02-23"},
      {{""}, ""},
      {{"2025-02-20", "2025-02-27"}, "[2025-02-20,2025-02-27]"},
      {{"2025-02-20", "", "2025-02-27"}, ""},
      {{"2025-02-26", "2025-02-27"}, "[2025-02-26,2025-02-27]"},
      {{"2025-02-27", "2025-02-28", "2025-03-01"}, "[2025-02-27..2025-03-01]"},
      {{"2025-02-26", "2025-02-27", "2025-03-01"}, "[2025-02-26,2025-02-27,2025-03-01]"},
      {{"2025-02-01", "2025-02-03", "2025-02-05"}, "[2025-02-01,2025-02-03,2025-02-05]"},
      {{"2025-02-26", "2025-02-27", "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-10"},
       "[2025-02-26,2025-02-27,2025-03-01..2025-03-03,2025-03-10]"},
      {{"2025-02", "2025-03-01", "2025-03-02", "2025-03-03"}, "[2025-02,2025-03-01..2025-03-03]"},
      {{"2025-03-01", "2025-02-28", "2025-02-27"}, "[2025-03-01,2025-02-28,2025-02-27]"},
      {{"2021", "2022", "2023"}, "[2021,2022,2023]"},
      {{"2021~", "2022~"}, "[2021~,2022~]"},
      {{"2025-21", "2026-21"}, "[2025-21,2026-21]"},
      {{"2025-02-27T10:00:00", "2025-02-28T10:00:00"}, ""},
      {{"2025-02-10/2025-02-16", "2025-02-17/2025-02-23"}, ""},
      {{"[2025,2026]", "2027"}, ""},
      {{"-0001-12-31", "0000-01-01", "0000-01-02"}, "[-0001-12-31..0000-01-02]"},
  };
  for (const SetRow& row : rows) {
    CAPTURE(row.set);
    CAPTURE(row.texts.size());
    CHECK(edtf_one_of(row.texts) == row.set);
    if (!row.set.empty()) CHECK(interval_of_edtf(row.set).ok());
  }
}

TEST_CASE("time/edtf: an interval is written as coarse as its ends are") {
  struct SpanRow {
    EdtfEnd first;
    EdtfEnd last;
    std::string_view text;
  };
  const auto end = [](std::string_view begin, std::string_view after, bool about = false) {
    return EdtfEnd{span(begin, after), about};
  };
  const EdtfEnd year = end("2004-01-01", "2005-01-01");
  const EdtfEnd decade = end("1990-01-01", "2000-01-01");
  const EdtfEnd june = end("2006-06-01", "2006-07-01");
  const EdtfEnd week = end("2006-12-25", "2007-01-01");
  const EdtfEnd minute = end("2006-12-25T10:00", "2006-12-25T10:01");
  const EdtfEnd last_year = end("9999-01-01", "10000-01-01");
  const SpanRow rows[] = {
      {year, year, "2004"},
      {decade, decade, "1990/1999"},
      {june, june, "2006-06"},
      {week, week, "2006-12-25/2006-12-31"},
      {year, june, "2004/2006-06"},
      {decade, week, "1990/2006-12-31"},
      {{year.span, true}, {year.span, true}, "2004~"},
      {{decade.span, true}, {decade.span, true}, "1990~/1999~"},
      {{decade.span, true}, june, "1990~/2006-06"},
      {june, {june.span, true}, "2006-06-01/2006-06-30~"},
      {year, {year.span, true}, "2004-01-01/2004-12-31~"},
      {minute, minute, ""},
      {year, minute, ""},
      {minute, year, ""},
      {last_year, last_year, "9999"},
      {end("9999-12-01", "10000-01-01"), last_year, "9999-12/9999"},
      {end("-9999-01-01", "-9998-01-01"), end("0000-01-01", "0001-01-01"), "-9999/0000"},
  };
  for (const SpanRow& row : rows) {
    CAPTURE(row.text);
    CHECK(edtf_between(row.first, row.last) == row.text);
    if (row.text.empty()) continue;
    const Result<Interval> read = interval_of_edtf(row.text);
    REQUIRE(read.ok());
    CHECK(*read == *Interval::make(row.first.span.begin(), row.last.span.end()));
  }
  CHECK(edtf_from(decade) == "1990/..");
  CHECK(edtf_from({year.span, true}) == "2004~/..");
  CHECK(edtf_until(june) == "../2006-06");
  CHECK(edtf_until({week.span, true}) == "../2006-12-31~");
  CHECK(edtf_from(minute).empty());
  CHECK(edtf_until(minute).empty());
}

}  // namespace
}  // namespace annalen::time
