#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tagging.h"

namespace annalen::timex {
namespace {

std::string values_told(std::string_view text) {
  std::string out;
  for (const Timex& timex : tag_german(text, "2011-02-16", Domain::kNarrative).timexes) {
    if (!out.empty()) out += ' ';
    out += timex.value;
  }
  return out;
}

struct Row {
  std::string_view text, values;
};

}  // namespace

TEST_CASE("timex/narrative clock: a day without a year is in the year of the events told") {
  const std::vector<Row> rows = {
      {"Am 3. Mai 1915 begann der Angriff. Am 7. Mai endete er.", "1915-05-03 1915-05-07"},
      // what is said in passing
      {"Am 3. Mai 1915 begann der Angriff. Ein Denkmal wurde 1990 errichtet. Am 7. Juni endete die Schlacht.",
       "1915-05-03 1990 1915-06-07"},
      {"Am 3. Mai 1758 fiel die Stadt, die sie bis 1762 behielten. Am 7. Juli folgte eine Schlacht.",
       "1758-05-03 1762 1758-07-07"},
      {"Am 3. Mai 1912 begann der Krieg. Das Gebiet war seit dem Vertrag von 1878 umstritten. Am 8. Oktober brach er "
       "aus.",
       "1912-05-03 1878 1912-10-08"},
      {"Im Mai 1911 ging er nach Paris, wo er 1915 starb. Im Oktober wurde gewählt.", "1911-05 1915 1911-10"},
      {"Im Mai 1911 ging er, 1915 kam er zurück. Im Oktober wurde gewählt.", "1911-05 1915 1915-10"},
      // the turn of the year
      {"Im November 1854 kam ein Sturm. Im Dezember fiel Schnee. Im Februar begann der Angriff.",
       "1854-11 1854-12 1855-02"},
      {"Am 20. Dezember 1854 kam er an. Drei Wochen später ging er. Am 2. Februar fiel die Stadt.",
       "1854-12-20 1855-W02 1855-02-02"},
      {"Der Winter 1854/55 war hart. Am 2. März starb der Zar.", "1854-WI 1855-WI 1855-03-02"},
      {"Im Dezember 1981 übernahm er die Macht.\n\nAm 19. März begann der Angriff.", "1981-12 1982-03-19"},
      // on by a step
      {"1914 begann der Krieg. Im Mai des folgenden Jahres trat er ein. Am 3. Juli siegte er.",
       "1914 1915-05 1915-07-03"},
      {"1914 begann der Krieg. Ein Jahr später trat er ein. Am 3. Juli siegte er.", "1914 1915 1915-07-03"},
      // told back
      {"Am 3. März 1940 fiel die Stadt. Im Oktober hatte er gewarnt. Am 7. März ging er.",
       "1940-03-03 1939-10 1940-03-07"},
      {"Am 3. Oktober 1940 fiel die Stadt. Im März 1938 hatte er gewarnt. Am 7. Oktober ging er.",
       "1940-10-03 1938-03 1940-10-07"},
      {"Im Januar 1900 schwieg der Hof. Bis Mai hatten sie die Stadt erreicht.", "1900-01 1900-05"},
      // a range: the text may go on from its begin
      {"Januar 1921 bis Juli 1921\n\nVom Januar bis zum Juli starben viele. Am 19. März entkam er.",
       "1921-01 1921-07 1921-01 1921-07 1921-03-19"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(values_told(row.text) == row.values);
  }
}

TEST_CASE("timex/narrative clock: a look back in the news goes on in the year that it told") {
  const std::vector<Row> rows = {
      {"Im Jahr 1989 ging er auf die Straße. Am 9. November fiel die Mauer.", "1989 1989-11-09"},
      {"Im Jahr 1989 ging er auf die Straße.\n\nAm 9. November fiel die Mauer.", "1989 2008-11-09"},  // a new matter
      {"Im Jahr 1989 ging er auf die Straße. Am 4. Mai starb er.", "1989 2009-05-04"},                // is the news
      {"Seit 1989 ist er Obmann. Am 9. November fiel die Entscheidung.", "1989 2008-11-09"},
      {"Im Jahr 2008 ging er auf die Straße. Am 9. Jänner fiel die Entscheidung.", "2008 2009-01-09"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string values;
    for (const Timex& timex : tag_german(row.text, "2009-05-10").timexes) {
      values += (values.empty() ? "" : " ") + timex.value;
    }
    CHECK(values == row.values);
  }
}

}  // namespace annalen::timex
