#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "tagging.h"

namespace annalen::timex {
namespace {

struct Row {
  std::string_view published, text;
  Domain domain;
};

}  // namespace

TEST_CASE("timex/domain: accounts of the past are told from news by what they say and how they begin") {
  const std::string_view chronicle =
      "Am 14. Juli 1911 brannte ein Hof. Im März 1912 fand die Gründung statt, im Herbst 1915 kam der Krieg. 1923 "
      "wurde "
      "das Haus gebaut, 1938 der Verein aufgelöst. Am 1. Mai 1945 kamen Truppen, im Dezember 1945 die Kameraden.";
  const std::string_view recent =
      "Im Jahr 2012 wurde gewählt, im März 2012 verhandelt, im Mai 2012 regiert, im Juni 2012 gestritten und im Juli "
      "2012 "
      "gezahlt.";
  const std::string_view report =
      "Am 2. Februar tritt die Sängerin auf, teilte sie laut Nachrichtenagentur mit. Sie wurde im Mai 1969 geboren, "
      "kam im "
      "Juni 1996 nach New York, im August 1999 zum Film und im Oktober 2001 auf die Bühne.";
  const std::string_view obituary =
      "Am Dienstagmittag starb der Schauspieler. Er wurde am 29. April 1929 geboren, ging 1948 nach Berlin, 1964 nach "
      "Wien "
      "und im Mai 1984 zum Film. Im Juni 1985 kam die Serie, im Juli 1987 das Buch.";
  const std::vector<Row> rows = {
      {"2012-06-01", chronicle, Domain::kNarrative},   {"2012-08-01", recent, Domain::kNews},
      {"2019-09-29", report, Domain::kNews},           {"2007-06-20", obituary, Domain::kNews},
      {"2007-06-20", "Er kam im Mai.", Domain::kNews}, {"2007-06-20", "", Domain::kNews},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Pack& pack = pack_for(text::Language::kGerman);
    const auto publication = time::Publication::parse(row.published, "Europe/Vienna");
    REQUIRE(publication.ok());
    CHECK(pack.tagger.decided_domain(pack.segmenter.segment(row.text), *publication) == row.domain);
  }
}

}  // namespace annalen::timex
