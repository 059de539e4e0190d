#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tagging.h"
#include "timex/lexicon.h"
#include "timex/pattern.h"

namespace annalen::timex {

namespace {

constexpr std::string_view kWords =
    "class article\nthe\nclass range_dash\n-\nclass range_and\nand\nclass deictic\ntoday\nclass daily\nyesterday\n"
    "class told\nBC\nclass month\nMay = 5\nclass weekday\nMonday = 1\nshape year = 1000..2100 digits 4\n"
    "shape day = 1..31 digits 1..2\n";
constexpr std::string_view kRule =
    "rule r\n match <month> <year>\n value date\n example 2020 | May 2019 | May 2019 => 2019-05\n";

std::string error_of(std::string_view words, std::string_view rules) {
  const std::vector<PackFile> files = {{"words.txt", words}, {"rules.txt", rules}};
  const auto tagger = Tagger::load(files);
  return tagger ? std::string("loaded") : tagger.error().message();
}

// Without the class and its line of words.
std::string without(std::string words, const std::string& name) {
  const std::size_t begin = words.find("class " + name + "\n");
  const std::size_t end = words.find('\n', words.find('\n', begin) + 1) + 1;
  return words.erase(begin, end - begin);
}

}  // namespace

TEST_CASE("timex/pack: a pack of another language needs no change of the engine") {
  const std::vector<PackFile> files = {{"words.txt", kWords}, {"rules.txt", kRule}};
  const auto tagger = Tagger::load(files);
  REQUIRE(tagger.ok());
  const auto document = text::Segmenter::of(text::Language::kGerman).segment("It was May 2019 there.");
  const auto publication = time::Publication::parse("2020-01-01", "Europe/Vienna");
  REQUIRE(publication.ok());
  const auto timexes = tagger->tag(document, {}, *publication, Domain::kNews);
  REQUIRE(timexes.size() == 1);
  CHECK(timexes[0].value == "2019-05");
  CHECK(document.of(timexes[0].span) == "May 2019");
}

TEST_CASE("timex/pack: errors name file and line") {
  struct Row {
    std::string words;
    std::string rules;
    std::string message;
  };
  const std::string words(kWords);
  const std::string rule(kRule);
  const Row rows[] = {
      {words, rule, "loaded"},
      {"", rule, "rules.txt:1: r: unknown class <month>"},
      {"May = 5\n", rule, "words.txt:1: forms before the first class"},
      {words + "class month\nMay = x\n", rule, "words.txt:20: not a value of this class: x"},
      {words + "class a : nosuch\n", rule, "words.txt:19: unknown slot after ':'"},
      {words + "class a\nx~nosuch\n", rule, "words.txt:20: unknown endings: x~nosuch"},
      {words + "shape s = 5\nshape s = 6\n", rule, "words.txt:20: shape named twice, or too many shapes"},
      {words + "compound c sum = nosuch\n", rule, "words.txt:19: unknown class in compound: nosuch"},
      {words, "rule r\n match <month>\n value date\n", "rules.txt:1: rule without example: r"},
      {words, "rule r\n value date\n example 1 | a | b\n", "rules.txt:1: rule without match: r"},
      {words, "rule r\n match <month>\n example 1 | a | b\n", "rules.txt:1: r: rule without value"},
      {words, "rule r\n match (<month>\n value date\n example 1 | a | b\n", "rules.txt:1: r: missing )"},
      {words, "rule r\n match [<month>]\n value date\n example 1 | a | b\n",
       "rules.txt:1: r: pattern may match nothing"},
      {words, "rule r\n match @x\n value date\n example 1 | a | b\n", "rules.txt:1: r: unknown macro @x"},
      {words, "rule r\n match <month>\n value nosuch\n example 1 | a | b\n",
       "rules.txt:3: unknown kind, or a second value: nosuch"},
      {words, rule + rule, "rules.txt:5: rule named twice: r"},
      {without(words, "article"), rule, "the pack lacks the class article"},
      {without(words, "told"), rule, "the pack lacks the class told"},
      {words.substr(0, words.find("shape year")) + "class year\nx\n", rule, "the class year must be a shape"},
      {words, "nonsense\n", "rules.txt:1: expected let, prefix or rule"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words.substr(row.words.size() > 60 ? row.words.size() - 60 : 0));
    CAPTURE(row.rules);
    const std::string message = error_of(row.words, row.rules);
    CHECK(message.substr(0, row.message.size()) == row.message);
  }
}

TEST_CASE("timex/pattern: a macro that names itself is refused, as is a pattern without end") {
  Lexicon lexicon;
  CHECK_FALSE(compile_pattern("@a", {{"a", "x @a"}}, lexicon).ok());
  CHECK_FALSE(compile_pattern(std::string(5000, '('), {}, lexicon).ok());
  std::string longest;
  for (int i = 0; i < 2000; ++i) longest += "x ";
  CHECK_FALSE(compile_pattern(longest, {}, lexicon).ok());
}

TEST_CASE("timex/lexicon: case decides where German means it to") {
  const Tagged noun = tag_german("Der Morgen war kalt.", "2025-02-27");
  CHECK(noun.timexes.empty());
  const Tagged adverb = tag_german("Er kommt morgen an.", "2025-02-27");
  REQUIRE(adverb.timexes.size() == 1);
  CHECK(adverb.timexes[0].value == "2025-02-28");
}

// The bound on loading: it must not be felt.
TEST_CASE("timex/pack: the embedded packs load, and quickly") {
  for (const text::Language language : text::kLanguages) {
    const auto start = std::chrono::steady_clock::now();
    const auto tagger = Tagger::load(pack_of(language));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK((tagger ? std::string() : tagger.error().message()) == "");
    CHECK(took.count() < 2.0);  // sanitizers and shared machines are slow; plain builds take a few milliseconds
  }
}

TEST_CASE("timex/tagger: long monotonous texts take time in proportion") {
  for (const std::string_view piece :
       {"am ", "5. ", "1914 ", "von 5 bis ", "( ", "gestern ", "20 Uhr ", "Jahre ", "1"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 200'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    const Tagged tagged = tag_german(text, "2025-02-27");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(tagged.document.text().size() >= 200'000);
    CHECK(took.count() < 20.0);
  }
}

}  // namespace annalen::timex
