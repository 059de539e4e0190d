#include "actor/finder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "found.h"

namespace annalen::actor {
namespace {

const Mention& at(const std::vector<Mention>& mentions, std::size_t number) {
  REQUIRE(number < mentions.size());
  return mentions[number];
}

}  // namespace

TEST_CASE("actor/finder: the German pack loads") {
  const auto loaded = Finder::load(german_pack());
  CAPTURE((loaded.ok() ? std::string() : loaded.error().message()));
  CHECK(loaded.ok());
}

// finder.h: "a surname of the title is joined to the full name of the body"
TEST_CASE("actor/finder: title and body are one article") {
  std::vector<text::Document> documents;
  const auto mentions = found_in({"Hutterer tritt zurück", "Die Ministerin Klara Hutterer geht."}, documents);
  CHECK(shown(documents[0], mentions[0]) == "Hutterer|per/klara-hutterer");
  CHECK(shown(documents[1], mentions[1]) == "Klara Hutterer|per/klara-hutterer");
}

// mention.h: "the name as written, titles and roles outside"
TEST_CASE("actor/finder: titles stand outside of the span and are kept as written") {
  std::vector<text::Document> documents;
  const auto mentions =
      found_in({"Der russische Präsident Wladimir Putin und Kreml-Sprecher Dmitri Peskow kamen."}, documents);
  CHECK(at(mentions[0], 1).title == "Präsident");
  CHECK(at(mentions[0], 1).name == "Wladimir Putin");
  CHECK(at(mentions[0], 3).title == "Kreml-Sprecher");
  CHECK(documents[0].of(at(mentions[0], 3).span) == "Dmitri Peskow");
}

// mention.h: "The actor that the mention may stand for"
TEST_CASE("actor/finder: a metonym keeps its place and names the actor that it stands for") {
  std::vector<text::Document> documents;
  const auto mentions = found_in({"Moskau schwieg. Brüssel zögerte. Am Ballhausplatz wartet man."}, documents);
  CHECK(at(mentions[0], 0).key == "place/moskau");
  CHECK(at(mentions[0], 0).stands_for_key == "state/RU");
  CHECK(at(mentions[0], 0).stands_for_name == "Russland");
  CHECK(at(mentions[0], 1).stands_for_key == "org/eu");
  CHECK(at(mentions[0], 1).stands_for_name == "EU");
  CHECK(at(mentions[0], 2).stands_for_name == "Bundeskanzleramt");
}

// DESIGN.md, Time, Conventions: "The canonical name is the table's for what the table knows (ÖVP, NATO, Vereinte
// Nationen …), else the longest form seen."
TEST_CASE("actor/finder: the name is the table's, else the longest form of the article") {
  std::vector<text::Document> documents;
  const auto mentions = found_in(
      {"Die UNO warnt Huber. Anna B. Huber antwortet. Anna Huber geht in die Vereinigten Staaten."}, documents);
  CHECK(at(mentions[0], 0).name == "Vereinte Nationen");
  CHECK(at(mentions[0], 1).name == "Anna B. Huber");
  CHECK(at(mentions[0], 2).name == "Anna B. Huber");
  CHECK(at(mentions[0], 3).key == at(mentions[0], 2).key);
  CHECK(at(mentions[0], 4).name == "USA");
}

TEST_CASE("actor/finder: mentions are in text order; only a pair of states shares one span") {
  std::vector<text::Document> documents;
  const auto mentions = found_in(
      {"Am Montag sprachen Polen und Ungarn. Beide Länder lehnten ab, sagte EU-Sprecherin Anna Weber."}, documents);
  for (std::size_t i = 1; i < mentions[0].size(); ++i) {
    const auto& before = mentions[0][i - 1];
    const auto& here = mentions[0][i];
    CAPTURE(i);
    CHECK((before.end_token <= here.first_token || (before.span == here.span && before.key != here.key)));
    CHECK(documents[0].tokens()[here.first_token].span.begin == here.span.begin);
    CHECK(documents[0].tokens()[here.end_token - 1].span.end == here.span.end);
  }
}

TEST_CASE("actor/finder: the same text gives the same mentions, whatever finder") {
  const std::string_view text =
      "Kanzler Huber und Peter Huber trafen Anna Huber in Wien. Huber schwieg. Die ÖVP (ÖVP), die Vereinigte Neue "
      "Partei "
      "(VNP) und Russland stritten; das Land und die VNP gaben nach.";
  const std::string first = found(text);
  CHECK(!first.empty());
  for (int round = 0; round < 3; ++round) {
    const Finder other = Finder::german();
    const auto document = text::Segmenter::of(text::Language::kGerman).segment(text);
    const auto clauses = clause::Analyser::of(text::Language::kGerman).analyse(document);
    const Part part{&document, &clauses};
    CHECK(shown(document, other.find({&part, 1})[0]) == first);
  }
}

TEST_CASE("actor/finder: nothing to read gives nothing, and clauses may be missing") {
  CHECK(found("").empty());
  CHECK(german_finder().find({}).empty());
  const auto document = text::Segmenter::of(text::Language::kGerman).segment("In Wien sprach Anna Huber. Sie ging.");
  const Part part{&document, nullptr};
  CHECK(shown(document, german_finder().find({&part, 1})[0]) == "Wien|place/wien|place; Anna Huber|per/anna-huber");
}

// finder.h: "Linear time."
TEST_CASE("actor/finder: odd inputs come through") {
  std::string many_hyphens = "US";
  std::string many_names;
  std::string many_brackets;
  std::string many_roles;
  std::string many_particles;
  std::string many_forms;
  for (int i = 0; i < 20000; ++i) {
    many_hyphens += "-Wien";
    many_names += "Anna Maria von der ";
    many_brackets += "(A(ÖVP) ";
    many_roles += "Präsident Dr. ";
    many_particles += "Ben van ";
    many_forms += "Anna van der X" + std::string(1, static_cast<char>('a' + i % 26)) + "y" + std::to_string(i) + " ";
  }
  const std::string_view inputs[] = {
      many_hyphens,
      many_names,
      many_brackets,
      many_roles,
      "-",
      "(",
      "J.",
      "J. D.",
      "Dr.",
      "von der",
      "Bundesministerium für",
      "FC",
      "& AG",
      "Der Präsident von",
      "US-",
      "„Wien",
      "Anna",
      "Xi",
      "Papst",
      "'",
      "Kremls Kremls' Kreml's",
      "Land das Land",
      "Er. Sie. Er sagt. Sie sagt.",
  };
  for (const auto input : inputs) {
    CAPTURE(input.substr(0, 40));
    CHECK_NOTHROW((void)found(input));
  }
}

}  // namespace annalen::actor
