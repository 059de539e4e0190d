#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tagging.h"

namespace annalen::timex {

namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string all_of(const Tagged& tagged) {
  std::string out;
  for (const Timex& timex : tagged.timexes) {
    out += "{" + tagged.extent(timex) + " => " + value_and_mod(timex) + " by " + timex.derivation.rule + "} ";
  }
  return out;
}

bool has(const Tagged& tagged, const RuleExample& example, const std::string& expected) {
  return std::any_of(tagged.timexes.begin(), tagged.timexes.end(), [&](const Timex& timex) {
    return timex.derivation.rule == example.rule && tagged.extent(timex) + " => " + value_and_mod(timex) == expected;
  });
}

void check_examples(text::Language language) {
  const std::vector<RuleExample> examples = pack_for(language).tagger.examples();
  REQUIRE(examples.size() > 200);
  for (const RuleExample& example : examples) {
    std::string text = example.text;
    if (example.essay) {
      text += "\n\n";
      for (int i = 0; i < 500; ++i) text += "word ";
    }
    const Tagged tagged = tag_text(language, text, example.published, example.domain);
    const std::string found = all_of(tagged);
    CAPTURE(example.where);
    CAPTURE(example.rule);
    CAPTURE(example.text);
    CAPTURE(example.expected);
    CAPTURE(found);
    if (example.expected == "-") {
      CHECK(tagged.timexes.empty());
    } else if (example.expected.empty()) {
      CHECK(std::none_of(tagged.timexes.begin(), tagged.timexes.end(),
                         [&](const Timex& timex) { return timex.derivation.rule == example.rule; }));
    } else {
      for (const std::string& expected : split(example.expected, " ; ")) {
        CAPTURE(expected);
        CHECK(has(tagged, example, expected));
      }
    }
  }
}

}  // namespace

// MODELS.md: "A rule has a name, examples (text, reference day -> value) and counter-examples, all run by the tests."
TEST_CASE("timex/rules: every example of the packs holds") {
  for (const text::Language language : text::kLanguages) {
    CAPTURE(std::string(text::to_text(language)));
    check_examples(language);
  }
}

}  // namespace annalen::timex
