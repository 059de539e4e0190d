// word_examples_test.cpp: the examples beside the lines of predicates.txt and types.txt, each a sentence that the whole
// extractor reads.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "event/german_articles.h"
#include "event/type.h"

namespace annalen::event {
namespace {

struct Example {
  std::string sentence;
  std::string expected;
};

// An example expects the name of the line above it, or
// what stands behind "=>".
std::vector<Example> examples_of(const std::string& file) {
  std::ifstream in(std::string(ANNALEN_SOURCE_DIR "/src/event/lang/de/") + file);
  REQUIRE(in.good());
  std::vector<Example> out;
  std::string above;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('=')) {
      above = line.substr(0, line.find_first_of(":/"));
      continue;
    }
    const auto arrow = line.find(" => ");
    const std::string expected = arrow == std::string::npos ? above : line.substr(arrow + 4);
    out.push_back({line.substr(2, arrow == std::string::npos ? arrow : arrow - 2), expected});
  }
  return out;
}

// What the events of a sentence say; the examples have one date each.
template <class Field>
void check_examples(const std::string& file, std::size_t examples_min, const Field& field) {
  const auto examples = examples_of(file);
  CHECK(examples.size() >= examples_min);
  for (const Example& row : examples) {
    CAPTURE(row.sentence);
    const auto events = german().extract(article_of("2024-06-14", row.sentence));
    REQUIRE(events.size() == 1);
    CHECK(field(events.front().facts) == row.expected);
  }
}

}  // namespace

TEST_CASE("event/predicate: each example of predicates.txt has the lemma of its line") {
  check_examples("predicates.txt", 80, [](const Facts& facts) { return facts.predicate; });
}

TEST_CASE("event/type: each example of types.txt is of the type of its line, on words that it names") {
  check_examples("types.txt", 140, [](const Facts& facts) {
    CHECK((facts.type == "other") == facts.type_grounds.empty());
    return facts.type;
  });
}

TEST_CASE("event/type: every type has a code of its own and two labels, 'other' last") {
  const auto all = types();
  REQUIRE(all.size() == 32);
  std::set<std::string> codes;
  for (const TypeInfo& type : all) {
    CAPTURE(type.code);
    CHECK(codes.insert(type.code).second);
    CHECK_FALSE(type.german.empty());
    CHECK_FALSE(type.english.empty());
    CHECK((type.cameo.empty() || type.cameo.size() == 2));
  }
  CHECK(all.back().code == "other");
}

TEST_CASE("event/predicate: verbs of every form become infinitives") {
  struct Row {
    std::string sentence;
    std::string predicate;
  };
  const std::vector<Row> rows = {
      {"Der Kanzler wies den Vorwurf am Montag zurück.", "zurückweisen"},
      {"Der Minister ist am Montag zurückgetreten.", "zurücktreten"},
      {"Der Mann wurde am Montag verhaftet.", "verhaften"},
      {"Er soll am Montag verhaftet worden sein.", "verhaften"},
      {"Der Zug könnte am Montag ausfallen.", "ausfallen"},
      {"Die für Montag angekündigte Rede sorgt für Aufsehen.", "reden"},
      {"Die seit Montag vermisste Frau ist tot.", "vermissen"},
      {"Die Neuwahl ist für den 23. Februar vorgesehen.", "wählen"},
      {"Der Sprecher bloggte am Montag.", "bloggen"},
      {"Das Blatt hat den Plan am Montag gegoogelt.", "googeln"},
      {"Die Firma weigerte sich, am Montag teilzunehmen.", "teilnehmen"},
      {"Der Mann gibt zu, am Montag das Auto angezündet zu haben.", "anzünden"},
      {"Er war am Montag krank.", "sein"},
      {"Am Montag ereignete sich ein Verkehrsunfall.", "ereignen"},
      {"Das sagte er nach dem Verkehrsunfall vom Montag.", "Verkehrsunfall"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const auto events = german().extract(article_of("2024-06-14", row.sentence));
    REQUIRE(events.size() == 1);
    CHECK(events.front().facts.predicate == row.predicate);
  }
}

TEST_CASE("event/predicate: two dated clauses of one sentence make two events with their own verbs and actors") {
  const auto events = german().extract(article_of(
      "2024-06-14", "Russland griff am Montag die Ukraine an, und Frankreich verurteilte am Dienstag den Angriff."));
  REQUIRE(events.size() == 2);
  CHECK(events[0].facts.predicate == "angreifen");
  CHECK(events[0].facts.type == "assault");
  CHECK(events[1].facts.predicate == "verurteilen");
  CHECK(events[1].facts.type == "accuse");
  const auto acting = [](const Event& event) {
    std::vector<std::string> out;
    for (const Participant& one : event.participants) {
      if (one.part == Part::kActs) out.push_back(one.name);
    }
    return out;
  };
  CHECK(acting(events[0]) == std::vector<std::string>{"Russland"});
  CHECK(acting(events[1]) == std::vector<std::string>{"Frankreich"});
}

}  // namespace annalen::event
