// Every byte of a small store changed, every file cut: found, or shown to be harmless. ANNALEN_LONG tries all, else
// some.
#include <doctest/doctest.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "raw.h"
#include "store/rocks/database.h"
#include "store/rocks/verify.h"
#include "world.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;

bool trying_all() { return std::getenv("ANNALEN_LONG") != nullptr; }

// Some of it in table files, some in the write-ahead log.
void fill(World& world) {
  const auto regular = *time::Readings::regular(days(100, 100), 7 * time::kMinutesPerDay, 80);
  const auto listed = *time::Readings::of({days(5, 5), days(12, 12)});
  {
    const auto store = world.writer();
    append(*store, article_with({"a", "eins"}, {EventSpec{"e1", listed, {{"per/x", "X", {"x"}}}, {"tagt"}},
                                                EventSpec{"e2", regular, {}, {"tagt"}}}));
    append(*store, {extraction_draft(Position{0, 1}, "a", {EventSpec{"e1", listed, {}, {}}}, "2")});
  }
  raw_flush(world.folder);
  const auto store = world.writer();
  append(*store, article_with({"b", "zwei"}, {EventSpec{"e3", time::Readings(days(7, 9)), {}, {"wien"}}}));
  Draft merge;
  merge.kind = RecordKind::kMerge;
  merge.payload = merge_payload("per/x", "per/y");
  append(*store, {merge});
}

// Everything that a reader can be told, as one text.
std::string all_answers(const Store& store) {
  std::string out = store.store_id() + "\n";
  REQUIRE(store.scan_log(0, [&](const StoredRecord& stored) {
    out += stored.bytes + stored.salt.value_or("-") + stored.payload.value_or("-");
    return true;
  }));
  for (const auto& entry : range_of(store, {})) out += std::to_string(entry.ref.extraction.seq) + ",";
  for (const auto& entry : stem_of(store, "tagt", {})) out += std::to_string(entry.ref.extraction.seq) + ",";
  for (const auto& entry : actor_of(store, "per/x", {std::nullopt, 3})) out += std::to_string(entry.ref.ordinal) + ",";
  const auto decisions = store.decisions();
  REQUIRE(decisions.ok());
  for (const auto& decision : *decisions) out += decision.from + ">" + decision.into + ",";
  return out + to_text(*store.checkpoint());
}

// DESIGN.md, Integrity: "verify recomputes records, payload hashes, tree and indexes".
TEST_CASE("store/corruption: every byte of every stored value, changed behind RocksDB's back, is found by verify") {
  const TempFolder folder;
  World world(folder.file("store"));
  fill(world);
  const std::string store_id = world.reader()->store_id();
  auto database = rocks::Database::open(world.folder + "/db", rocks::Database::Mode::kWrite, nullptr);
  REQUIRE(database.ok());
  const auto put = [&](rocks::Family family, const std::string& key, const std::string& value) {
    rocksdb::WriteBatch batch;
    (void)batch.Put((*database)->handle(family), key, value);
    REQUIRE((*database)->write_unsynced(batch));
  };
  const auto damage = [&] {
    const rocks::View view(**database);
    const auto verification =
        rocks::verify_store(view, {store_id, world.folder, std::optional<Checkpoint>(), std::nullopt});
    REQUIRE_MESSAGE(verification.ok(), (verification.ok() ? "" : verification.error().message()));
    return verification->first_damage.value_or("");
  };
  REQUIRE(damage() == "");
  std::size_t flips = 0;
  std::size_t cuts = 0;
  const std::size_t step = trying_all() ? 1 : 3;
  for (const auto family : {rocks::Family::kLog, rocks::Family::kPayload, rocks::Family::kIndex}) {
    std::vector<Entry> entries;
    REQUIRE(rocks::View(**database).scan_all(family, [&](std::string_view key, std::string_view value) {
      entries.emplace_back(key, value);
      return true;
    }));
    for (const auto& [key, value] : entries) {
      const std::string name = rocks::describe_key(key);
      CAPTURE(name);
      for (std::size_t i = flips % step; i < value.size(); i += step) {
        CAPTURE(i);
        std::string changed = value;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        put(family, key, changed);
        REQUIRE(damage() != "");
        ++flips;
      }
      for (std::size_t size = 0; size < value.size(); size += 1 + value.size() / (trying_all() ? 40 : 5)) {
        put(family, key, value.substr(0, size));
        REQUIRE(damage() != "");
        ++cuts;
      }
      put(family, key, value);
    }
  }
  REQUIRE(damage() == "");
  MESSAGE("flips " << flips << ", cuts " << cuts << ", all found");
}

struct Counts {
  int refused = 0;   // by opening
  int verified = 0;  // found by verify
  int harmless = 0;  // all answers are the same
};

// A reader of the damaged store: refused, or verify finds it, or nothing differs. Anything else fails the test.
void judge(World& world, const std::string& wanted, Counts& counts) {
  const auto store = world.open(OpenMode::kRead);
  if (!store) {
    ++counts.refused;
    return;
  }
  const auto verification = (*store)->verify(std::nullopt);
  if (!verification || verification->first_damage) {
    ++counts.verified;
    return;
  }
  REQUIRE(all_answers(**store) == wanted);
  ++counts.harmless;
}

TEST_CASE("store/corruption: a byte of any file changed is refused, found or harmless") {
  const TempFolder folder;
  World world(folder.file("store"));
  fill(world);
  const std::string wanted = all_answers(*world.reader());
  Counts all;
  for (const auto& entry : fs::recursive_directory_iterator(world.folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    CAPTURE(path);
    const std::string bytes = read_bytes(path);
    Counts counts;
    const std::size_t step = trying_all() ? 1 : std::max<std::size_t>(7, bytes.size() / 60);
    for (std::size_t i = seed_of_run() % step; i < bytes.size(); i += step) {
      CAPTURE(i);
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
      write_bytes(path, changed);
      judge(world, wanted, counts);
    }
    write_bytes(path, bytes);
    all.refused += counts.refused;
    all.verified += counts.verified;
    all.harmless += counts.harmless;
    MESSAGE(entry.path().filename().string() << ": refused " << counts.refused << ", found by verify "
                                             << counts.verified << ", harmless " << counts.harmless);
  }
  MESSAGE("all files: refused " << all.refused << ", found by verify " << all.verified << ", harmless "
                                << all.harmless);
  CHECK(all.refused + all.verified > all.harmless / 4);
  CHECK(all_answers(*world.reader()) == wanted);
}

TEST_CASE(
    "store/corruption: any file cut short or gone is refused, found or harmless; a torn tail lets the next ingest on") {
  const TempFolder folder;
  World world(folder.file("store"));
  fill(world);
  const std::string wanted = all_answers(*world.reader());
  Counts all;
  int healed = 0;
  for (const auto& entry : fs::recursive_directory_iterator(world.folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    CAPTURE(path);
    const std::string bytes = read_bytes(path);
    const std::size_t step = trying_all() ? 1 : std::max<std::size_t>(5, bytes.size() / 25);
    const bool is_log = entry.path().extension() == ".log";
    for (std::size_t size = 0; size < bytes.size(); size += step) {
      CAPTURE(size);
      write_bytes(path, bytes.substr(0, size));
      judge(world, wanted, all);
      if (!is_log) continue;
      // As after a power failure: HEAD may be lost with the tail. What is left is a whole store.
      const TempFolder torn;
      fs::copy(world.folder, torn.file("store"), fs::copy_options::recursive);
      fs::remove(torn.file("store/HEAD"));
      World survivor(torn.file("store"));
      auto store = survivor.open(OpenMode::kWrite);
      REQUIRE_MESSAGE(store.ok(), (store.ok() ? "" : store.error().message()));
      append(**store, article_with({"next", "Text."}, {}));
      REQUIRE(damage_of(**store) == "");
      store->reset();
      REQUIRE(damage_of(*survivor.reader()) == "");
      ++healed;
    }
    fs::remove(path);
    judge(world, wanted, all);
    write_bytes(path, bytes);
  }
  MESSAGE("cuts: refused " << all.refused << ", found by verify " << all.verified << ", harmless " << all.harmless
                           << "; torn logs written on: " << healed);
  CHECK(healed > 10);
  CHECK(all_answers(*world.reader()) == wanted);
}

}  // namespace
}  // namespace annalen::store::test
