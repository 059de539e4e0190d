// part_test.cpp: the clauses of some sentences against those of the whole document.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"

namespace annalen::clause {
namespace {

std::vector<text::Document> documents() {
  static const text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  std::vector<text::Document> out;
  for (const auto& file : std::filesystem::directory_iterator(ANNALEN_SOURCE_DIR "/fixtures/articles")) {
    std::ifstream in(file.path(), std::ios::binary);
    out.push_back(segmenter.segment(std::string(std::istreambuf_iterator<char>(in), {})));
  }
  constexpr const char* words[] = {"Der",   "Präsident", "kam", ",",    "weil", "er",    "gesagt",
                                   "hatte", ".",         "(",   ")",    "wies", "nicht", "zurück",
                                   "\n\n",  "„",         "“",   "wird", "und",  "zu",    "gehen"};
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int k = 0; k < 60; ++k) text += std::string(words[random() % std::size(words)]) + " ";
    out.push_back(segmenter.segment(text));
  }
  return out;
}

void check_equal(const Clauses& whole, std::uint32_t in_whole, const Clauses& part, std::uint32_t in_part) {
  const Clause& expected = whole.clauses[in_whole];
  const Clause& found = part.clauses[in_part];
  CHECK(found.sentence == expected.sentence);
  CHECK(found.first_token == expected.first_token);
  CHECK(found.end_token == expected.end_token);
  CHECK(found.finite_verb == expected.finite_verb);
  CHECK(found.trigger == expected.trigger);
  CHECK(found.tense == expected.tense);
  CHECK(found.mood == expected.mood);
  CHECK(found.negations == expected.negations);
  CHECK(found.points_ahead == expected.points_ahead);
  REQUIRE(found.parent.has_value() == expected.parent.has_value());
  if (found.parent) CHECK(*found.parent + in_whole == *expected.parent + in_part);
}

}  // namespace

TEST_CASE("clause/part: some sentences' clauses are those that the whole document's analysis gives them") {
  const Analyser analyser = Analyser::of(text::Language::kGerman);
  std::size_t compared = 0;
  for (const text::Document& document : documents()) {
    const Clauses whole = analyser.analyse(document);
    for (const std::uint32_t every : {1U, 2U, 3U, 100U}) {
      std::vector<std::uint32_t> sentences;
      for (std::uint32_t s = every / 2; s < document.sentences().size(); s += every) sentences.push_back(s);
      const Clauses part = analyser.analyse(document, sentences);
      std::uint32_t in_part = 0;
      for (std::uint32_t c = 0; c < whole.clauses.size(); ++c) {
        if (whole.clauses[c].sentence % every != every / 2) continue;
        REQUIRE(in_part < part.clauses.size());
        check_equal(whole, c, part, in_part++);
        ++compared;
      }
      CHECK(in_part == part.clauses.size());
      for (std::uint32_t t = 0; t < document.tokens().size(); ++t) {
        const std::uint32_t sentence = document.tokens()[t].sentence;
        CHECK((part.clause_of_token[t] == Clauses::kNotAnalysed) == (sentence % every != every / 2));
        if (sentence % every == every / 2) CHECK(part.of_token(t).sentence == sentence);
      }
    }
  }
  CHECK(compared > 1000);
}

}  // namespace annalen::clause
