#include "query/identity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace annalen::query {
namespace {

using store::Decision;
using store::Position;
using store::RecordKind;

// A log of decisions, written by hand.
struct Log {
  std::vector<Decision> decisions;
  Position merge(const std::string& from, const std::string& into) {
    Decision decision;
    decision.from = from;
    decision.into = into;
    return add(std::move(decision));
  }
  void unmerge(Position position) {
    Decision decision;
    decision.kind = RecordKind::kUnmerge;
    decision.undone = position;
    add(std::move(decision));
  }
  void split(const std::string& key, std::vector<store::SplitPart> parts) {
    Decision decision;
    decision.kind = RecordKind::kSplit;
    decision.key = key;
    decision.parts = std::move(parts);
    add(std::move(decision));
  }
  [[nodiscard]] Identities now() const { return Identities(decisions); }

 private:
  Position add(Decision decision) {
    decision.position = {0, decisions.size()};
    decisions.push_back(std::move(decision));
    return decisions.back().position;
  }
};
using Keys = std::vector<std::string>;

Keys sources(const Identities& identities, const std::string& key) {
  Keys out;
  for (const Identities::Source& source : identities.sources_of(key)) {
    out.push_back(source.always ? source.key : source.key + "?");
  }
  return out;
}

}  // namespace

TEST_CASE("query/identity: what no decision names means itself") {
  const Identities none;
  CHECK(none.empty());
  CHECK(none.key_of("a") == "a");
  CHECK(none.meanings_of("a") == Keys{"a"});
  CHECK(sources(none, "a") == Keys{"a"});
}

TEST_CASE("query/identity: merges are transitive in whatever order they were made") {
  Log log;
  log.merge("a", "b");
  log.merge("b", "c");
  CHECK(log.now().key_of("a") == "c");
  log.merge("d", "a");  // what a stands for by now
  CHECK(log.now().key_of("d") == "c");
  log.merge("a", "e");  // likewise
  for (const char* key : {"a", "b", "c", "d", "e"}) CHECK(log.now().key_of(key) == "e");
  CHECK(sources(log.now(), "e") == Keys{"a", "b", "c", "d", "e"});
  CHECK(sources(log.now(), "a").empty());
}

TEST_CASE("query/identity: a merge in a circle says nothing") {
  Log log;
  log.merge("a", "b");
  log.merge("b", "a");
  log.merge("a", "a");
  CHECK(log.now().key_of("a") == "b");
  CHECK(log.now().key_of("b") == "b");
}

TEST_CASE("query/identity: a merge taken back is as if it had never been, whatever came between") {
  Log log;
  const Position first = log.merge("a", "b");
  log.merge("a", "c");
  CHECK(log.now().key_of("b") == "c");
  log.unmerge(first);
  CHECK(log.now().key_of("a") == "c");
  CHECK(log.now().key_of("b") == "b");
  CHECK(standing_merges(log.decisions).size() == 1);
  log.unmerge(first);  // once more changes nothing
  CHECK(log.now().key_of("a") == "c");
  log.merge("b", "a");
  CHECK(log.now().key_of("b") == "c");
}

TEST_CASE("query/identity: a split tells mentions apart by article or by title; the rest keeps the key") {
  Log log;
  log.split("a", {{"a1", "A der Erste", {"x", "w"}, {"Trainer"}}, {"a", "", {}, {}}});
  const Identities now = log.now();
  CHECK(now.key_of("a", "x", "") == "a1");
  CHECK(now.key_of("a", "w", "Minister") == "a1");
  CHECK(now.key_of("a", "y", "Trainer") == "a1");
  CHECK(now.key_of("a", "y", "Minister") == "a");
  CHECK(now.key_of("a") == "a");
  CHECK(now.meanings_of("a") == Keys{"a", "a1"});
  CHECK(sources(now, "a") == Keys{"a?"});
  CHECK(sources(now, "a1") == Keys{"a?", "a1"});
  CHECK(now.given_name("a1") == "A der Erste");
  CHECK(now.given_name("a").empty());

  log.merge("a1", "a");  // takes the split back
  CHECK(log.now().key_of("a", "x", "") == "a");
  CHECK(log.now().meanings_of("a") == Keys{"a"});
}

TEST_CASE("query/identity: both parts may have new keys, and be merged and split on") {
  Log log;
  log.merge("b", "a");
  log.split("a", {{"a1", "", {"x"}, {}}, {"a2", "", {}, {}}});
  CHECK(log.now().key_of("b", "x", "") == "a1");  // what a stood for
  CHECK(log.now().key_of("b", "y", "") == "a2");
  CHECK(log.now().key_of("a") == "a2");
  log.merge("a2", "c");
  log.split("a1", {{"a3", "", {}, {"Trainer"}}});
  CHECK(log.now().key_of("a", "y", "") == "c");
  CHECK(log.now().key_of("a", "x", "Trainer") == "a3");
  CHECK(log.now().key_of("a", "x", "") == "a1");
  CHECK(log.now().meanings_of("b") == Keys{"a1", "a3", "c"});
  // A split that names no mentions splits nothing.
  log.split("c", {{"c1", "", {}, {}}});
  CHECK(log.now().key_of("c") == "c");
}

TEST_CASE("query/identity: some mentions of what was merged can be given back") {
  Log log;
  log.merge("a", "b");
  log.split("b", {{"a", "", {"x"}, {}}});
  CHECK(log.now().key_of("a", "x", "") == "a");
  CHECK(log.now().key_of("a", "y", "") == "b");
  CHECK(log.now().key_of("a") == "a");  // something means it
  log.merge("c", "a");
  CHECK(log.now().key_of("c") == "a");
}

namespace {

// The naive way: every mention wears its key, and each decision changes what they wear.
class Naive {
 public:
  Naive(const Keys& keys, const Keys& articles, const Keys& titles) {
    for (const std::string& key : keys) {
      for (const std::string& article : articles) {
        for (const std::string& title : titles) worn_.push_back({key, article, title, key});
      }
    }
  }
  void replay(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
      const bool undone = std::any_of(decisions.begin(), decisions.end(),
                                      [&](const Decision& other) { return other.undone == decision.position; });
      if (decision.kind == RecordKind::kMerge && !undone) {
        const std::string from = meant(decision.from);
        const std::string into = meant(decision.into);
        for (Mention& mention : worn_) {
          if (mention.worn == from) mention.worn = into;
        }
        if (from != into) made_.erase(from);
      }
      if (decision.kind == RecordKind::kSplit) split(decision);
    }
  }
  struct Mention {
    std::string key, article, title, worn;
  };
  [[nodiscard]] const std::vector<Mention>& mentions() const { return worn_; }

 private:
  // The key itself while a split's part goes by it, else what a bare mention of it wears.
  [[nodiscard]] std::string meant(const std::string& key) const {
    if (made_.contains(key)) return key;
    std::string bare;
    for (const Mention& mention : worn_) {
      if (mention.key == key && mention.article.empty() && mention.title.empty()) bare = mention.worn;
    }
    return bare;
  }
  void split(const Decision& decision) {
    const std::string key = meant(decision.key);
    const auto& part = decision.parts.front();
    std::string named = meant(part.key);
    std::string rest = decision.parts.size() > 1 ? meant(decision.parts[1].key) : key;
    made_.erase(key);
    if (named == key) made_.insert(named = part.key);
    if (rest == key) made_.insert(rest = decision.parts.size() > 1 ? decision.parts[1].key : key);
    for (Mention& mention : worn_) {
      if (mention.worn != key) continue;
      const auto& articles = part.article_identities;
      const bool here =
          !mention.article.empty() && std::find(articles.begin(), articles.end(), mention.article) != articles.end();
      const bool so = !mention.title.empty() &&
                      std::find(part.titles.begin(), part.titles.end(), mention.title) != part.titles.end();
      mention.worn = here || so ? named : rest;
    }
  }
  std::vector<Mention> worn_;
  std::set<std::string> made_;
};

}  // namespace

TEST_CASE("query/identity: random merges, unmerges and splits against mentions that wear their keys") {
  const char* const given = std::getenv("ANNALEN_SEED");
  const std::uint64_t seed = given == nullptr ? 20250227 : std::strtoull(given, nullptr, 10);
  MESSAGE("seed " << seed);
  std::mt19937_64 random(seed);
  const Keys keys = {"a", "b", "c", "d", "e", "f", "g"};
  const Keys articles = {"", "x", "y", "z"};
  const Keys titles = {"", "Trainer", "Minister"};
  const auto pick = [&](const Keys& from) { return from[random() % from.size()]; };
  std::size_t compared = 0;
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    Log log;
    std::vector<Position> merges;
    for (std::uint64_t n = 1 + random() % 10; n > 0; --n) {
      const std::uint64_t what = random() % 10;
      if (what < 6 || (what < 8 && merges.empty())) {
        merges.push_back(log.merge(pick(keys), pick(keys)));
      } else if (what < 8) {
        log.unmerge(merges[random() % merges.size()]);
      } else {
        std::vector<store::SplitPart> parts(1 + random() % 2);
        parts[0] = {pick(keys), "", {articles[1 + random() % 3]}, {}};
        if (random() % 2 == 0) parts[0].titles = {titles[1 + random() % 2]};
        if (parts.size() == 2) parts[1].key = pick(keys);
        log.split(pick(keys), parts);
      }
    }
    Naive naive(keys, articles, titles);
    naive.replay(log.decisions);
    const Identities now = log.now();
    std::map<std::string, std::set<std::string>> meanings;
    for (const auto& mention : naive.mentions()) {
      REQUIRE(now.key_of(mention.key, mention.article, mention.title) == mention.worn);
      meanings[mention.key].insert(mention.worn);
      ++compared;
    }
    // What a mention wears can be found from there.
    for (const auto& [key, worn] : meanings) {
      const Keys possible = now.meanings_of(key);
      REQUIRE(std::includes(possible.begin(), possible.end(), worn.begin(), worn.end()));
      for (const std::string& one : worn) {
        const Keys from = sources(now, one);
        const bool always = std::count(from.begin(), from.end(), key) > 0;
        REQUIRE((always || std::count(from.begin(), from.end(), key + "?") > 0));
        if (always) REQUIRE(worn.size() == 1);
      }
    }
  }
  MESSAGE("mentions compared: " << compared);
}

namespace {
constexpr int kChainMerges = 100'000;
}

// The longest chains that there may be: one after the other, forwards and backwards.
TEST_CASE("query/identity: a hundred thousand merges in a row end") {
  for (const bool forwards : {true, false}) {
    Log log;
    for (int i = 0; i < kChainMerges; ++i) {
      const int at = forwards ? i : kChainMerges - 1 - i;
      log.merge("k" + std::to_string(at), "k" + std::to_string(at + 1));
    }
    const Identities now = log.now();
    CHECK(now.key_of("k0") == "k" + std::to_string(kChainMerges));
    CHECK(now.key_of("k77777") == "k" + std::to_string(kChainMerges));
  }
}

}  // namespace annalen::query
