#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "event/status_words.h"
#include "german_articles.h"
#include "text/language.h"

namespace annalen::event {

text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

std::string named(Status status) {
  switch (status) {
    case Status::kHappened:
      return "happened";
    case Status::kNot:
      return "not";
    case Status::kPlanned:
      return "planned";
    case Status::kPossible:
      return "possible";
  }
  return {};
}

// The statuses of the sentence's events, in text order.
std::string statuses(const std::string& published, const std::string& sentence) {
  std::string out;
  for (const Event& event : german().extract(article_of(published, sentence))) {
    if (event.basis != Basis::kStated) continue;
    out += out.empty() ? named(event.facts.status) : " " + named(event.facts.status);
  }
  return out;
}

struct Example {
  std::string sentence;
  std::string expected;
  std::string published = "2025-02-27";
};

std::vector<Example> examples() {
  std::vector<Example> out;
  std::string_view text = text::file_named(embedded_files("de"), "status.txt");
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto arrow = line.find(" => ");
    if (!line.starts_with("> ") || arrow == std::string_view::npos) continue;
    Example example{std::string(line.substr(2, arrow - 2)), std::string(line.substr(arrow + 4))};
    if (const auto bracket = example.expected.find(" ("); bracket != std::string::npos) {
      example.published = example.expected.substr(bracket + 2, example.expected.size() - bracket - 3);
      example.expected.resize(bracket);
    }
    out.push_back(std::move(example));
  }
  return out;
}

}  // namespace

TEST_CASE("event/status: the examples of the language's data hold") {
  const auto all = examples();
  CHECK(all.size() > 60);
  for (const Example& example : all) {
    CAPTURE(example.sentence);
    CHECK(statuses(example.published, example.sentence) == example.expected);
  }
}

}  // namespace annalen::event
