#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

using annalen::text::fold;
using annalen::text::lower;
using annalen::text::stem;
using annalen::text::stems;

TEST_CASE("text/fold: case, accents and ß do not distinguish") {
  struct Row {
    std::string_view word, folded;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"Jänner", "janner"},
      {"JÄNNER", "janner"},
      {"Ja\u0308nner", "janner"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"STRAẞE", "strasse"},
      {"Erdoğan", "erdogan"},
      {"İstanbul", "istanbul"},
      {"Łódź", "lodz"},
      {"Đoković", "dokovic"},
      {"Ærø", "aero"},
      {"Élysée", "elysee"},
      {"Москва", "москва"},
      {"КИЕВ", "киев"},
      {"Й", "и"},
      {"ΑΘΗΝΑ", "αθηνα"},
      {"ﬁnden", "finden"},
      {"Staats\u00ADvertrag", "staatsvertrag"},
      {"東京", "東京"},
      {"한국", "한국"},
      {"A-5 b", "a-5 b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(fold(row.word) == row.folded);
    CHECK(fold(fold(row.word)) == row.folded);
  }
}

TEST_CASE("text/fold: lower keeps umlauts") {
  CHECK(lower("Jänner") == "jänner");
  CHECK(lower("ÖVP Straße") == "övp straße");
  CHECK(lower("МОСКВА") == "москва");
}

TEST_CASE("text/fold: inflected forms share a stem") {
  const std::vector<std::vector<std::string_view>> rows = {
      {"Verhandlung", "Verhandlungen", "VERHANDLUNGEN"},
      {"Gespräch", "Gespräche", "Gesprächen"},
      {"Gebiet", "Gebiete", "Gebiets"},
      {"russische", "russischer", "Russischen"},
      {"Häuser", "Häusern"},
  };
  for (const auto& row : rows) {
    for (const std::string_view word : row) {
      CAPTURE(word);
      CHECK(stem(word) == stem(row.front()));
    }
  }
  CHECK(stem("Krim") != stem("Krieg"));
  CHECK(stem(std::string(100'000, 'a')) == std::string(100'000, 'a'));
}

TEST_CASE("text/fold: stems are sorted, distinct, and leave punctuation out") {
  const std::vector<std::string> expected = {"2014", "annexion", "die", "gebiet"};
  CHECK(stems("Die Annexion, die Gebiete: 2014. Das-s? Annexionen!").size() == 6);
  CHECK(stems("Die Annexion, die Gebiete: 2014. (Annexionen!)") == expected);
  CHECK(stems("").empty());
  CHECK(stems("Ja\u0308nner") == stems("Jänner"));
}
