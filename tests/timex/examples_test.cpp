#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "edtf_agrees.h"
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

// How many dates of the text have an EDTF.
int check_edtf(text::Language language, const std::string& text, const std::string& published, Domain domain) {
  int written = 0;
  CAPTURE(text);
  CAPTURE(published);
  for (const Timex& timex : tag_text(language, text, published, domain).timexes) {
    if (!timex.dating) continue;
    CAPTURE(timex.dating->edtf);
    CAPTURE(readings_text(timex));
    CHECK(edtf_fault(*timex.dating) == "");
    if (!timex.dating->edtf.empty()) ++written;
  }
  return written;
}

}  // namespace

// MODELS.md: "A rule has a name, examples (text, reference day -> value) and counter-examples, all run by the tests."
TEST_CASE("timex/rules: every example of the packs holds") {
  for (const text::Language language : text::kLanguages) {
    CAPTURE(std::string(text::to_text(language)));
    check_examples(language);
  }
}

// edtf.h: "what names exactly the same time as the readings", on a day, in a month and in a year of publication.
TEST_CASE("timex/rules: the EDTF of every example says what its readings say") {
  for (const text::Language language : text::kLanguages) {
    CAPTURE(std::string(text::to_text(language)));
    int written = 0;
    for (const RuleExample& example : pack_for(language).tagger.examples()) {
      for (const std::size_t length : {std::string::npos, std::size_t{7}, std::size_t{4}}) {
        for (const char* around : {"", "Seit ", "Bis ", "Ab "}) {
          written += check_edtf(language, around + example.text, example.published.substr(0, length), example.domain);
        }
      }
    }
    CHECK(written > 1000);
  }
}

}  // namespace annalen::timex
