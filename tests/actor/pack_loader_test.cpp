#include "actor/pack_loader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "actor/key.h"

namespace annalen::actor {
namespace {

struct Row {
  std::string_view text;
  std::string_view where;  // empty: loads
};

const Entry* named(const Lexicon& lexicon, std::string_view word) {
  const Sense* sense = lexicon.sense(lexicon.first(lexicon.word(word)));
  return sense == nullptr ? nullptr : &lexicon.entry(*sense);
}

}  // namespace

// finder.h: "Error{kInput} names file and line."
TEST_CASE("actor/pack_loader: a malformed line is refused with file and line") {
  const Row rows[] = {
      {"# comment\n\nmale\tAnton Berta\n", ""},
      {"male Anton", "x.txt:1"},
      {"\tAnton", "x.txt:1"},
      {"male\tAnton\nfemal\tBerta", "x.txt:2"},
      {"state\tRU\tRussland", "x.txt:1"},
      {"state\tRU\tRussland\t\t\t\nstate\tRU\tRussland\t\t\t", "x.txt:2"},
      {"party\tABC\tx\ty", "x.txt:1"},
      {"party\t?\t", "x.txt:1"},
      {"party\tABC\t\nclub\tABC\t", "x.txt:2"},
      {"capital\tMoskau\tstate/RU\t", "x.txt:1"},
      {"seat\tKreml", "x.txt:1"},
      {"suffixes\tgenitive", "x.txt:1"},
      {"anaphor\tdas Land", "x.txt:1"},
      {"pronoun\tneuter\tes", "x.txt:1"},
      {"place_adjective\tGrazer Graz", "x.txt:1"},
      {"famous\t;", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const PackFile file{"x.txt", row.text};
    const auto loaded = load_lexicon({&file, 1});
    CHECK(loaded.ok() == row.where.empty());
    if (!loaded.ok()) {
      CHECK(loaded.error().kind == ErrorKind::kInput);
      CHECK(loaded.error().where == row.where);
    }
  }
}

TEST_CASE("actor/pack_loader: an adjective's endings and a name's are told by the pack") {
  const PackFile file{"x.txt",
                      "suffixes\tadjective\te en\nsuffixes\tperson_er\t- s\n"
                      "state\tXA\tAland\tNeu~ Aland\taländisch\tAländer\n"};
  const auto loaded = load_lexicon({&file, 1});
  REQUIRE(loaded.ok());
  const Lexicon& lexicon = loaded.value();
  for (const std::string_view word : {"Aland", "aländische", "Aländischen", "Aländers"}) {
    CAPTURE(word);
    REQUIRE(named(lexicon, word) != nullptr);
    CHECK(named(lexicon, word)->key == "state/XA");
  }
  CHECK(named(lexicon, "aländischer") == nullptr);
  const auto first = lexicon.first(lexicon.word("Neuen"));
  CHECK(lexicon.sense(lexicon.next(first, lexicon.word("Aland"))) != nullptr);
}

// finder.h: "Tables are data (lang/de/) and ICU's German region names."
TEST_CASE("actor/pack_loader: regions that no table tells come from ICU") {
  const PackFile file{"x.txt", "language\tde\nstate\tRU\tMoskowien\t\t\t\n"};
  const auto loaded = load_lexicon({&file, 1});
  REQUIRE(loaded.ok());
  REQUIRE(named(loaded.value(), "Russland") != nullptr);
  CHECK(named(loaded.value(), "Russland")->name == "Moskowien");
  REQUIRE(named(loaded.value(), "Guam") != nullptr);
  CHECK(named(loaded.value(), "Guam")->key == "place/guam");
}

TEST_CASE("actor/pack_loader: the German pack is as large as it is said to be") {
  const auto loaded = load_lexicon(german_pack());
  REQUIRE(loaded.ok());
  std::size_t counts[4] = {};
  for (std::uint32_t i = 0; i < loaded.value().entry_count(); ++i) {
    const Entry& entry = loaded.value().entry(i);
    if (!entry.ignored && !entry.anaphor) ++counts[static_cast<std::size_t>(entry.kind)];
  }
  CHECK(counts[static_cast<std::size_t>(Kind::kOrganisation)] >= 600);
  CHECK(counts[static_cast<std::size_t>(Kind::kState)] >= 200);
  CHECK(counts[static_cast<std::size_t>(Kind::kPlace)] >= 1200);
  CHECK(counts[static_cast<std::size_t>(Kind::kPerson)] >= 100);
}

// mention.h, Keys: "Folded: text::fold, blanks and other signs as '-'."
TEST_CASE("actor/key: a key is folded, signs are single hyphens") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Beate Meinl-Reisinger", "per/beate-meinl-reisinger"},
      {"J. D. Vance", "per/j-d-vance"},
      {"Gyula Horváth ", "per/gyula-horvath"},
      {"Seán O’Brien", "per/sean-o-brien"},
      {"Weiß", "per/weiss"},
  };
  for (const auto& [name, key] : rows) {
    CAPTURE(name);
    CHECK(make_key(Kind::kPerson, name) == key);
  }
}

}  // namespace annalen::actor
