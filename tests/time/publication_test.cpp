#include "time/publication.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "show.h"
#include "time/calendar.h"

namespace annalen::time {
namespace {

using Precision = Publication::Precision;
constexpr std::string_view kVienna = "Europe/Vienna";

struct Row {
  std::string_view given;
  std::string_view zone;
  Precision precision;
  std::string_view interval;
  std::string_view text;
};

// DESIGN, Words: "at the precision that is known: an instant with zone, a day, a month, a year"; Time 1: "The reference
// day is the publication's civil day in `--zone`".
const Row kRows[] = {
    {"2025", kVienna, Precision::kYear, "2025-01-01 to 2026-01-01", "2025"},
    {"2025-02", kVienna, Precision::kMonth, "2025-02-01 to 2025-03-01", "2025-02"},
    {"2024-02", kVienna, Precision::kMonth, "2024-02-01 to 2024-03-01", "2024-02"},
    {"2025-02-27", kVienna, Precision::kDay, "2025-02-27 to 2025-02-28", "2025-02-27"},
    {" 2025-02-27\r\n", kVienna, Precision::kDay, "2025-02-27 to 2025-02-28", "2025-02-27"},
    {"27.02.2025", kVienna, Precision::kDay, "2025-02-27 to 2025-02-28", "2025-02-27"},
    {"27. 2. 2025", kVienna, Precision::kDay, "2025-02-27 to 2025-02-28", "2025-02-27"},
    {"7.2.2025", kVienna, Precision::kDay, "2025-02-07 to 2025-02-08", "2025-02-07"},
    {"2025-02-27T10:00:00+01:00", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28",
     "2025-02-27T10:00:00+01:00"},
    {"2025-02-27T23:30Z", kVienna, Precision::kInstant, "2025-02-28 to 2025-03-01", "2025-02-27T23:30Z"},
    {"2025-02-27T23:30Z", "UTC", Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T23:30Z"},
    {"2025-02-27T22:59:59Z", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T22:59:59Z"},
    {"2025-02-27T23:00:00Z", kVienna, Precision::kInstant, "2025-02-28 to 2025-03-01", "2025-02-27T23:00:00Z"},
    // Summer time: an hour earlier.
    {"2025-07-01T21:59Z", kVienna, Precision::kInstant, "2025-07-01 to 2025-07-02", "2025-07-01T21:59Z"},
    {"2025-07-01T22:00Z", kVienna, Precision::kInstant, "2025-07-02 to 2025-07-03", "2025-07-01T22:00Z"},
    // The tables of zones end with 2037; the rule goes on.
    {"2037-07-01T22:30Z", kVienna, Precision::kInstant, "2037-07-02 to 2037-07-03", "2037-07-01T22:30Z"},
    {"2040-07-01T22:30Z", kVienna, Precision::kInstant, "2040-07-02 to 2040-07-03", "2040-07-01T22:30Z"},
    {"2040-12-31T22:30Z", kVienna, Precision::kInstant, "2040-12-31 to 2041-01-01", "2040-12-31T22:30Z"},
    {"2099-07-01T22:30Z", kVienna, Precision::kInstant, "2099-07-02 to 2099-07-03", "2099-07-01T22:30Z"},
    // 25 March 2040: summer time begins at 1:00 UTC, and is not over on 27 October.
    {"2040-03-24T22:30Z", kVienna, Precision::kInstant, "2040-03-24 to 2040-03-25", "2040-03-24T22:30Z"},
    {"2040-03-25T22:30Z", kVienna, Precision::kInstant, "2040-03-26 to 2040-03-27", "2040-03-25T22:30Z"},
    {"2040-10-27T22:30Z", kVienna, Precision::kInstant, "2040-10-28 to 2040-10-29", "2040-10-27T22:30Z"},
    {"2040-10-28T22:30Z", kVienna, Precision::kInstant, "2040-10-28 to 2040-10-29", "2040-10-28T22:30Z"},
    {"2025-02-28T00:30:00+05:30", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28",
     "2025-02-28T00:30:00+05:30"},
    {"2025-03-01T00:30+14:00", "Pacific/Pago_Pago", Precision::kInstant, "2025-02-27 to 2025-02-28",
     "2025-03-01T00:30+14:00"},
    {"2024-12-31T23:30:00.123Z", kVienna, Precision::kInstant, "2025-01-01 to 2025-01-02", "2024-12-31T23:30:00.123Z"},
    {"2025-02-27T10:00:00+0100", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T10:00:00+01:00"},
    {"2025-02-27t10:00z", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T10:00Z"},
    // Without an offset: local, so the day stays.
    {"2025-02-27 10:00", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T10:00"},
    {"2025-02-27T23:59:60", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T23:59:60"},
    {"2025-02-27 23:59", "Asia/Tokyo", Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T23:59"},
    {"2025-03-30 02:30", kVienna, Precision::kInstant, "2025-03-30 to 2025-03-31", "2025-03-30T02:30"},
    // RFC 2822 and its successor.
    {"Thu, 27 Feb 2025 10:00:00 +0100", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28",
     "2025-02-27T10:00:00+01:00"},
    {"Thu, 27 Feb 2025 23:30:00 GMT", kVienna, Precision::kInstant, "2025-02-28 to 2025-03-01", "2025-02-27T23:30:00Z"},
    {"27 feb 2025 10:00 +0100", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28", "2025-02-27T10:00+01:00"},
    {"Sat, 1 Mar 2025 20:00:00 EST", kVienna, Precision::kInstant, "2025-03-02 to 2025-03-03",
     "2025-03-01T20:00:00-05:00"},
    {"Thu, 27 Feb 2025 10:00:00 +0100 (CET)", kVienna, Precision::kInstant, "2025-02-27 to 2025-02-28",
     "2025-02-27T10:00:00+01:00"},
    // Before zones were kept, and at the edges of the calendar.
    {"1848-03-13T12:00Z", kVienna, Precision::kInstant, "1848-03-13 to 1848-03-14", "1848-03-13T12:00Z"},
    {"0001-01-01", kVienna, Precision::kDay, "0001-01-01 to 0001-01-02", "0001-01-01"},
    {"9999", kVienna, Precision::kYear, "9999-01-01 to 10000-01-01", "9999"},
};

TEST_CASE("time/publication: each written form at its precision, as the civil day of the zone") {
  for (const Row& row : kRows) {
    CAPTURE(row.given);
    CAPTURE(row.zone);
    const Result<Publication> read = Publication::parse(row.given, row.zone);
    REQUIRE(read.ok());
    CHECK(read->precision() == row.precision);
    CHECK(shown(read->interval()) == row.interval);
    CHECK(read->text() == row.text);
    CHECK(read->day_count() * kMinutesPerDay == read->interval().length_minutes());
    CHECK(start_of(read->first_day()) == read->interval().begin());
  }
}

// The exchange form's "published" is read back by `import`.
TEST_CASE("time/publication: its own text is read as the same publication") {
  for (const Row& row : kRows) {
    CAPTURE(row.given);
    const Result<Publication> read = Publication::parse(row.given, row.zone);
    REQUIRE(read.ok());
    const Result<Publication> again = Publication::parse(read->text(), row.zone);
    REQUIRE(again.ok());
    CHECK(again->text() == read->text());
    CHECK(again->precision() == read->precision());
    CHECK(again->interval() == read->interval());
  }
}

TEST_CASE("time/publication: text that names no instant, day, month or year") {
  for (const std::string_view text : {"",
                                      " ",
                                      "gestern",
                                      "25",
                                      "20250",
                                      "2025-",
                                      "2025-2",
                                      "2025-13",
                                      "2025-00",
                                      "2025-W08",
                                      "2025-02-30",
                                      "2023-02-29",
                                      "2025-02-27T",
                                      "2025-02-27T24:00",
                                      "2025-02-27T10",
                                      "2025-02-27T10:60",
                                      "2025-02-27T10:00:61",
                                      "2025-02-27T10:00:00.",
                                      "2025-02-27T10:00+24:00",
                                      "2025-02-27T10:00+1",
                                      "2025-02-27T10:00 Uhr",
                                      "2025-02-27T10:00ZZ",
                                      "2025-02-27x",
                                      "-2025",
                                      "31.02.2025",
                                      "27.13.2025",
                                      "27.02.25",
                                      "27.02.",
                                      "27.02.2025x",
                                      "Thu, 27 Feb 2025",
                                      "Thu, 27 Feb 2025 10:00:00",
                                      "Thu, 31 Feb 2025 10:00:00 +0100",
                                      "Thu, 27 Foo 2025 10:00:00 +0100",
                                      "Thu 27 Feb 2025 10:00:00 +0100",
                                      "Thu, 27 Feb 25 10:00:00 +0100",
                                      "Thu, 27 Feb 2025 10:00:00 XYZ",
                                      "9999-12-31T23:30Z",
                                      "\xff\xfe"}) {
    CAPTURE(text);
    const Result<Publication> read = Publication::parse(text, kVienna);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().kind == ErrorKind::kInput);
    CHECK_FALSE(read.error().hint.empty());
  }
  const Result<Publication> zeros = Publication::parse("0000-01-01T00:00+01:00", "UTC");
  REQUIRE(zeros.ok());  // the day before year 0
  CHECK(shown(zeros->interval()) == "-0001-12-31 to 0000-01-01");
}

TEST_CASE("time/publication: the message shows foreign text short and printable") {
  const Result<Publication> read = Publication::parse("a\x1b[31m" + std::string(1000, 'b'), kVienna);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().what.find('\x1b') == std::string::npos);
  CHECK(read.error().what.size() < 100);
}

// publication.h: "an unknown one is Error{kUsage}", whether or not the date needs the zone.
TEST_CASE("time/publication: an unknown zone is a wrong call") {
  for (const std::string_view zone : {"", "Europe/Wien", "europe/vienna", "Vienna", "../../etc/passwd", "/etc/passwd",
                                      "+01:00", "leapseconds", "tzdata.zi", "zone.tab"}) {
    for (const std::string_view text : {"2025-02-27T23:30Z", "2025-02", "no date"}) {
      CAPTURE(zone);
      CAPTURE(text);
      const Result<Publication> read = Publication::parse(text, zone);
      REQUIRE_FALSE(read.ok());
      CHECK(read.error().kind == ErrorKind::kUsage);
    }
  }
  CHECK_FALSE(Publication::parse("2025", std::string(100'000, 'x')).ok());
  CHECK_FALSE(Publication::parse("2025", std::string_view{"UTC\0", 4}).ok());
  // A failure leaves nothing behind.
  CHECK(Publication::parse("2025-02-27T23:30Z", kVienna).ok());
}

TEST_CASE("time/publication: several threads, several zones") {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&wrong, i] {
      for (int round = 0; round < 200; ++round) {
        for (const Row& row : kRows) {
          const Result<Publication> read = Publication::parse(row.given, row.zone);
          if (!read.ok() || read->text() != row.text || shown(read->interval()) != row.interval) ++wrong[i];
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("time/publication: stored fields are taken back, broken ones refused") {
  const CivilDay first = civil_day({2025, 2, 1}).value();
  const CivilDay last = civil_day({2025, 2, 28}).value();
  const auto restored = Publication::restore(Precision::kMonth, first, last, "2025-02");
  REQUIRE(restored);
  CHECK(restored->precision() == Precision::kMonth);
  CHECK(restored->first_day() == first);
  CHECK(restored->last_day() == last);
  CHECK(restored->day_count() == 28);
  CHECK(restored->text() == "2025-02");
  CHECK(restored->interval() == month_interval(2025, 2));
  CHECK_FALSE(Publication::restore(Precision::kMonth, last, first, "2025-02"));
  CHECK_FALSE(Publication::restore(Precision::kDay, CivilDay{INT32_MIN}, CivilDay{INT32_MAX}, ""));
  CHECK_FALSE(Publication::restore(Precision::kDay, CivilDay{INT32_MAX}, CivilDay{INT32_MAX}, ""));
  CHECK_FALSE(Publication::restore(Precision{4}, first, last, ""));
}

}  // namespace
}  // namespace annalen::time
