#include <doctest/doctest.h>

#include <string>

#include "tagging.h"

namespace annalen::timex {

// What the expressions date: the prepositions of English give the same relations as the German ones.
TEST_CASE("timex/english: relations and intervals") {
  struct Row {
    const char* text;
    const char* relation;
    const char* readings;
  };
  // Published 2024-03-15, a Friday.
  const Row rows[] = {
      {"She has led the party since 2014.", "since", "[2014-01-01, 2024-03-16)"},
      {"The war lasted from 1914 to 1918.", "during", "[1914-01-01, 1919-01-01)"},
      {"They stayed between 1979 and 1989.", "between", "[1979-01-01, 1990-01-01)"},
      {"The talks will run from Monday to Wednesday.", "during", "[2024-03-18, 2024-03-21)"},
      {"He will be there by Monday.", "until", "[2024-03-15, 2024-03-19)"},
      {"The rule will apply from 1 April.", "from", "[2024-04-01, 2024-04-02)"},
      {"He left before Monday.", "before", "[2024-03-11, 2024-03-12)"},
      {"He left after 2 March.", "after", "[2024-03-02, 2024-03-03)"},
      {"He came three days ago.", "at", "[2024-03-12, 2024-03-13)"},
      {"He came often in the past three years.", "between", "[2021-01-01, 2024-03-16)"},
      {"He will come in two weeks.", "at", "[2024-03-25, 2024-04-01)"},
      {"It happened in early 2020.", "at", "[2020-01-01, 2020-05-01)"},
      {"It opened at 8 p.m. on Monday.", "at", "[2024-03-11T20:00, 2024-03-11T20:01)"},
      {"He recently came.", "none", "none"},
      {"He comes every Monday.", "none", "none"},
      {"He stayed for three years.", "none", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Tagged tagged = tag_text(text::Language::kEnglish, row.text, "2024-03-15");
    REQUIRE_FALSE(tagged.timexes.empty());
    const Timex& timex = tagged.timexes.front();
    CHECK((timex.dating ? time::to_text(timex.dating->relation) : std::string_view("none")) == row.relation);
    CHECK(readings_text(timex) == row.readings);
  }
}

TEST_CASE("timex/english: the verbs of its own clause tell where a weekday lies") {
  struct Row {
    const char* text;
    const char* value;  // of "Monday", published on Friday, 2024-03-15
  };
  constexpr const char* back = "2024-03-11";
  constexpr const char* ahead = "2024-03-18";
  const Row rows[] = {
      {"He went to Rome on Monday.", back},
      {"He has gone to Rome on Monday.", back},
      {"He was arrested on Monday.", back},
      {"He had been arrested on Monday.", back},
      {"He may have left on Monday.", back},
      {"He is said to have left on Monday.", back},
      {"He did not come on Monday.", back},
      {"The man arrested on Monday is innocent.", back},
      {"The explosion on Monday killed ten people.", back},
      {"Ten dead in attack on Monday", back},
      {"He will go to Rome on Monday.", ahead},
      {"He will not go to Rome on Monday.", ahead},
      {"The road will be closed on Monday.", ahead},
      {"He is to go to Rome on Monday.", ahead},
      {"He is going to vote on Monday.", ahead},
      {"He is meeting the pope on Monday.", ahead},
      {"He plans to go to Rome on Monday.", ahead},
      {"They hope to meet on Monday.", ahead},
      {"He is expected to go to Rome on Monday.", ahead},
      {"The vote is scheduled for Monday.", ahead},
      {"The trial is due to begin on Monday.", ahead},
      {"He has to appear in court on Monday.", ahead},
      {"The trial begins on Monday.", ahead},
      {"The ministers meet on Monday.", ahead},
      {"He could resign, but may stay until Monday.", ahead},
      {"He said he would resign on Monday.", ahead},
      {"He said that the vote will be held on Monday.", ahead},
      {"He promised a vote that will be held on Monday.", ahead},
      {"The vote, which will be held on Monday, was announced by him.", ahead},
      {"The man who was arrested on Monday will be freed.", back},
      {"The planned meeting took place on Monday.", back},
      {"The minister resigned on Monday and will be replaced.", back},
      {"The minister resigned and will be replaced on Monday.", ahead},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Tagged tagged = tag_text(text::Language::kEnglish, row.text, "2024-03-15");
    REQUIRE(tagged.timexes.size() == 1);
    CHECK(tagged.timexes.front().value == row.value);
  }
}

}  // namespace annalen::timex
