// Merges, unmerges and splits as records; names as written.
#include <doctest/doctest.h>

#include <filesystem>

#include "raw.h"
#include "store/decision.h"
#include "store/record_json.h"
#include "world.h"

namespace annalen::store::test {
namespace {

Decision merge_of(const std::string& from, const std::string& into) {
  Decision decision;
  decision.by = "Redaktion";
  decision.reason = "eine Person";
  decision.from = from;
  decision.into = into;
  return decision;
}

Decision unmerge_of(Position merge) {
  Decision decision;
  decision.kind = RecordKind::kUnmerge;
  decision.reason = "doch zwei";
  decision.undone = merge;
  return decision;
}

Decision split_of(const std::string& key) {
  Decision decision;
  decision.kind = RecordKind::kSplit;
  decision.key = key;
  decision.parts = {{"per/a1", "A (Graz)", {"a", "b"}, {"Trainer"}}, {"per/a2", "", {}, {}}};
  return decision;
}

Draft draft_of(const Decision& decision) {
  Draft draft;
  draft.kind = decision.kind;
  draft.payload = decision_payload(decision);
  draft.subject = decision.undone;
  return draft;
}

std::vector<std::string> kinds_of(const Result<std::vector<Decision>>& decisions) {
  if (!decisions) return {decisions.error().message()};
  std::vector<std::string> out;
  for (const Decision& decision : *decisions) {
    out.push_back(std::string(to_text(decision.kind)) + " " + to_text(decision.position));
  }
  return out;
}
using Kinds = std::vector<std::string>;

// An article, then a merge (3), an unmerge (4), a split (5), an article (6, 7), a merge (8).
struct Decided {
  TempFolder folder;
  World world{folder.file("store")};
  Decided() {
    const auto store = world.writer();
    append(*store,
           article_with({"a", "eins"}, {EventSpec{"e1", time::Readings(days(1, 1)), {{"per/a", "A", {"a"}}}, {}}}));
    append(*store, {draft_of(merge_of("per/a", "per/b"))});
    append(*store, {draft_of(unmerge_of(Position{0, 3}))});
    append(*store, {draft_of(split_of("per/a"))});
    append(*store, article_with({"b", "zwei"}, {}));
    append(*store, {draft_of(merge_of("per/c", "per/d"))});
  }
};

}  // namespace

// DESIGN.md, Records: "Kinds: … merge, unmerge, split".
TEST_CASE("store/decisions: merges, unmerges and splits come back in order, and as of a log size") {
  Decided decided;
  for (const bool reading : {true, false}) {
    CAPTURE(reading);
    const auto store = reading ? decided.world.reader() : decided.world.writer();
    const auto all = store->decisions();
    REQUIRE(kinds_of(all) == Kinds{"merge 0/3", "unmerge 0/4", "split 0/5", "merge 0/8"});
    CHECK((*all)[0].from == "per/a");
    CHECK((*all)[0].into == "per/b");
    CHECK((*all)[0].by == "Redaktion");
    CHECK((*all)[0].reason == "eine Person");
    CHECK((*all)[0].recorded_ms == decided.world.clock.ms);
    CHECK((*all)[1].undone == Position{0, 3});
    CHECK((*all)[1].reason == "doch zwei");
    CHECK((*all)[2].key == "per/a");
    REQUIRE((*all)[2].parts.size() == 2);
    CHECK((*all)[2].parts[0].key == "per/a1");
    CHECK((*all)[2].parts[0].name == "A (Graz)");
    CHECK((*all)[2].parts[0].article_identities == std::vector<std::string>{"a", "b"});
    CHECK((*all)[2].parts[0].titles == std::vector<std::string>{"Trainer"});
    CHECK((*all)[2].parts[1].article_identities.empty());
    CHECK(kinds_of(store->decisions(3)).empty());
    CHECK(kinds_of(store->decisions(4)) == Kinds{"merge 0/3"});
    CHECK(kinds_of(store->decisions(8)) == Kinds{"merge 0/3", "unmerge 0/4", "split 0/5"});
    CHECK(damage_of(*store).empty());
    CHECK(content_json(*store->record(Position{0, 3})).find("\"reason\":\"eine Person\"") != std::string::npos);
  }
}

TEST_CASE("store/decisions: their index is rebuilt byte for byte, and missing entries are named") {
  Decided decided;
  const std::string& folder = decided.world.folder;
  const auto index = raw_entries(folder, rocks::Family::kIndex);
  REQUIRE(decided.world.writer()->reindex());
  CHECK(raw_entries(folder, rocks::Family::kIndex) == index);
  raw_delete(folder, rocks::decision_key(4));
  CHECK(damage_of(*decided.world.reader()) == "decision 0/4: index entry is missing");
  raw_put(folder, rocks::decision_key(4), "");
  raw_put(folder, rocks::decision_key(7), "");
  CHECK(damage_of(*decided.world.reader()) == "decision 0/7: index entry that no record asks for");
  CHECK(decided.world.reader()->decisions().error().message().starts_with("record 0/7: says nothing about actors"));
  REQUIRE(decided.world.writer()->reindex());
  CHECK(kinds_of(decided.world.reader()->decisions()).size() == 4);
}

// "Exit status 3: damage met by any other verb" (DESIGN.md, Command line): a wrong decision changes many answers.
TEST_CASE("store/decisions: every byte changed in a merge is named by verify, and no changed decision is followed") {
  Decided decided;
  const std::string& folder = decided.world.folder;
  std::string payload;
  for (const auto& [key, value] : raw_entries(folder, rocks::Family::kPayload)) {
    if (key == rocks::payload_key(8)) payload = value;
  }
  REQUIRE(payload.size() > 16);
  for (std::size_t i = 0; i < payload.size(); ++i) {
    CAPTURE(i);
    std::string changed = payload;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    raw_put(folder, rocks::payload_key(8), changed);
    const auto store = decided.world.reader();
    REQUIRE(damage_of(*store) == "record 0/8: its payload does not have its hash");
    const auto decisions = store->decisions();
    REQUIRE_FALSE(decisions.ok());
    REQUIRE(decisions.error().kind == ErrorKind::kDamaged);
    REQUIRE(decisions.error().where == "record 0/8");
    // What was known before is still told.
    REQUIRE(kinds_of(store->decisions(8)).size() == 3);
    REQUIRE(actor_of(*store, "per/a", {}).size() == 1);
  }
  raw_put(folder, rocks::payload_key(8), payload.substr(0, 7));
  CHECK_FALSE(decided.world.reader()->decisions().ok());
  raw_put(folder, rocks::payload_key(8), payload);
  CHECK(damage_of(*decided.world.reader()).empty());
}

TEST_CASE("store/decisions: an unmerge of no merge, and keys that are none, are refused") {
  Decided decided;
  const auto store = decided.world.writer();
  const auto refused = [&](const Decision& decision) {
    const auto appended = store->append(std::vector<Draft>{draft_of(decision)});
    REQUIRE_FALSE(appended.ok());
    return appended.error().message();
  };
  CHECK(refused(unmerge_of(Position{0, 4})) == "draft 0: its subject 0/4 is no merge");
  Decision nothing;
  nothing.kind = RecordKind::kUnmerge;
  CHECK(refused(nothing) == "draft 0: has no subject");
  CHECK(refused(merge_of("", "per/b")) == "draft 0: from is empty");
  CHECK(refused(merge_of("per/a", std::string("per/\0b", 6))) == "draft 0: into holds a NUL");
  Decision split = split_of("per/a");
  split.parts[1].key.clear();
  CHECK(refused(split) == "draft 0: part's key is empty");
  CHECK(store->size() == 9);
}

// FORMAT.md: "readers and verify go on with it".
TEST_CASE("store/decisions: a store of index layout 1 is read as it is, and a writer brings it to today's") {
  const TempFolder folder;
  std::filesystem::copy(std::string(ANNALEN_SOURCE_DIR) + "/fixtures/stores/format-1", folder.file("store"),
                        std::filesystem::copy_options::recursive);
  World world(folder.file("store"));
  const auto written = [](const Store& store) {
    std::vector<std::string> out;
    REQUIRE(store.scan_written({}, ParticipantRole::kActor, [&](const WrittenName& name) {
      out.push_back(name.key + " " + name.mention + " " + std::to_string(name.events));
      return true;
    }));
    return out;
  };
  {
    const auto store = world.reader();
    CHECK(damage_of(*store).empty());
    CHECK(kinds_of(store->decisions()) == Kinds{"merge 0/6"});
    CHECK(kinds_of(store->decisions(6)).empty());
    CHECK(written(*store).empty());
  }
  const auto store = world.writer();
  CHECK(damage_of(*store).empty());
  CHECK(kinds_of(store->decisions()) == Kinds{"merge 0/6"});
  CHECK(written(*store) == std::vector<std::string>{"org/y Y 1", "per/x X 2"});
}

}  // namespace annalen::store::test
