#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"

namespace annalen::clause {
namespace {

const text::Segmenter& segmenter() {
  static const text::Segmenter made = text::Segmenter::of(text::Language::kEnglish);
  return made;
}
const Analyser& analyser() {
  static const Analyser made = Analyser::of(text::Language::kEnglish);
  return made;
}

// "[clause|trigger] [clause|trigger]"
std::string shown(std::string_view source) {
  const text::Document document = segmenter().segment(source);
  const Clauses clauses = analyser().analyse(document);
  std::string out;
  for (const Clause& clause : clauses.clauses) {
    const auto& tokens = document.tokens();
    out += out.empty() ? "[" : " [";
    out += document.of(text::Span{tokens[clause.first_token].span.begin, tokens[clause.end_token - 1].span.end});
    for (const std::uint32_t token : clause.trigger) out.append("|").append(document.of(tokens[token]));
    out += !clause.negations.empty() ? "|not]" : "]";
  }
  return out;
}

}  // namespace

TEST_CASE("clause/chain: each group of verbs has a clause of its own") {
  struct Row {
    const char* text;
    const char* clauses;
  };
  const Row rows[] = {
      {"The council met.", "[The council met.|met]"},
      {"Ten dead in attack", "[Ten dead in attack]"},
      {"He said that he will come.", "[He said|said] [that he will come.|come]"},
      {"He said he will come.", "[He said he|said] [will come.|come]"},
      {"He came, saw and has not left.", "[He came,|came] [saw|saw] [and has not left.|left|not]"},
      {"The man who was arrested will be freed.", "[The man who was arrested|arrested] [will be freed.|freed]"},
      {"The talks, which began in Rome, were widely expected to fail.",
       "[The talks, which began in Rome,|began] [were widely expected to fail.|fail]"},
      {"The planned vote took place.", "[The planned vote took place.|took]"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(shown(row.text) == row.clauses);
  }
}

TEST_CASE("clause/chain: clauses tile the sentence, whatever the words") {
  const std::vector<std::string> words = {"he",  "said", "that", "will", "be",   "to",  "has", "not", ",",
                                          "and", "went", "(",    ")",    "plan", "the", ".",   "“",   "1"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string source;
    for (std::uint32_t i = random() % 20; i > 0; --i) source += words[random() % words.size()] + " ";
    CAPTURE(source);
    const text::Document document = segmenter().segment(source);
    const Clauses clauses = analyser().analyse(document);
    std::uint32_t next = 0;
    for (std::uint32_t c = 0; c < clauses.clauses.size(); ++c) {
      const Clause& clause = clauses.clauses[c];
      REQUIRE(clause.first_token == next);
      REQUIRE(clause.end_token > clause.first_token);
      for (; next < clause.end_token; ++next) REQUIRE(clauses.clause_of_token[next] == c);
    }
    REQUIRE(next == document.tokens().size());
  }
}

TEST_CASE("clause/chain: data that state no word order that is known, or no forms, are refused with their line") {
  const auto error_of = [](std::string_view verbs, std::string_view words) {
    const auto loaded = Analyser::load(verbs, words);
    return loaded ? std::string("loaded") : loaded.error().message();
  };
  CHECK(error_of("verb\tgo\tgoes went gone\n", "word_order\tchain\n") == "loaded");
  CHECK(error_of("", "word_order\tsideways\n").starts_with("words.txt:1"));
  CHECK(error_of("verb\tgo\tgoes went\n", "word_order\tchain\n").starts_with("verbs.txt:1"));
  CHECK(error_of("ending\tnosuch\ted\n", "word_order\tchain\n").starts_with("verbs.txt:1"));
}

}  // namespace annalen::clause
