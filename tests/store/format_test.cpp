// FORMAT.md's worked example and the committed store of format 1. ANNALEN_REWRITE=1 writes both anew; read the diff.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>

#include "base/digest.h"
#include "raw.h"
#include "store/rocks/keys.h"
#include "world.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;

const std::string kFormatPath = std::string(ANNALEN_SOURCE_DIR) + "/src/store/rocks/FORMAT.md";
// One for each layout of the indexes; the last is today's and the only one that is ever written anew.
const std::string kFixtures = std::string(ANNALEN_SOURCE_DIR) + "/fixtures/stores/";
constexpr std::array<const char*, 3> kFixtureNames = {"format-1", "format-1-indexes-2", "format-1-indexes-3"};
const std::string kFixturePath = kFixtures + kFixtureNames.back();

bool rewriting() { return std::getenv("ANNALEN_REWRITE") != nullptr; }

// FORMAT.md, "Worked example": "values that are longer than 112 bytes are cut after 24".
std::string example_text(const std::string& store_folder) {
  std::string out;
  for (const auto family : {rocks::Family::kLog, rocks::Family::kPayload, rocks::Family::kIndex}) {
    for (const auto& [key, value] : raw_entries(store_folder, family)) {
      const bool cut = value.size() > 112;
      out += to_hex(key) + " =" + (value.empty() ? "" : " ") + to_hex(value.substr(0, cut ? 24 : value.size())) +
             (cut ? "…" : "") + "\n";
    }
  }
  return out;
}

TEST_CASE("store/format: the worked example of FORMAT.md is what the store writes") {
  const TempFolder folder;
  World world(folder.file("store"));
  world.operator_name.clear();
  append(*world.writer(),
         article_with({"a", "Am 9. März tagte X."},
                      {EventSpec{"e1", time::Readings(days(19060, 19060)), {{"per/x", "X", {"x"}}}, {"tagt"}}}));
  const std::string example = example_text(world.folder);
  const std::string text = read_bytes(kFormatPath);
  const std::string fence = "```";
  const std::size_t open = text.find(fence + "hex\n");
  if (rewriting()) {
    write_bytes(kFormatPath, text.substr(0, open) + fence + "hex\n" + example + fence + "\n");
    return;
  }
  REQUIRE(open != std::string::npos);
  const std::size_t begin = open + fence.size() + 4;
  CHECK(text.substr(begin, text.find(fence, begin) - begin) == example);
}

void make_fixture() {
  fs::remove_all(kFixturePath);
  fs::create_directories(fs::path(kFixturePath).parent_path());
  World world(kFixturePath);
  const auto regular = *time::Readings::regular(days(18993, 18993), 7 * time::kMinutesPerDay, 80);
  const auto listed = *time::Readings::of({days(20118, 20118), days(20125, 20125)});
  {
    const auto store = world.writer();
    append(*store,
           article_with({"https://example.org/1", "Am 9. März tagte X in Wien.", "Titel"},
                        {EventSpec{"aaaaaaaaaaaaaaaa",
                                   time::Readings(days(19060, 19060)),
                                   {{"per/x", "X", {"x"}}, {"place/Wien", "Wien", {"wien"}, ParticipantRole::kPlace}},
                                   {"tagt", "wien"}},
                         EventSpec{"bbbbbbbbbbbbbbbb", listed, {{"per/x", "X", {"x"}}}, {"sagt"}}}));
    world.clock.ms += 60'000;
    append(*store, article_with({"id/2", "Jeden Montag."},
                                {EventSpec{"cccccccccccccccc", regular, {}, {"montag"}},
                                 EventSpec{"dddddddddddddddd", listed, {}, {"montag"}, Basis::kImplied}}));
  }
  raw_flush(world.folder);
  // The rest stays in the write-ahead log.
  {
    const auto store = world.writer();
    world.clock.ms += 60'000;
    append(*store, {extraction_draft(Position{0, 3}, "id/2",
                                     {EventSpec{"cccccccccccccccc", regular, {{"org/y", "Y", {"y"}}}, {"montag"}},
                                      EventSpec{"dddddddddddddddd", listed, {}, {"montag"}, Basis::kImplied}},
                                     "2")});
    Draft merge;
    merge.kind = RecordKind::kMerge;
    merge.payload = merge_payload("org/y", "org/z");
    append(*store, {merge});
  }
  for (const auto& entry : fs::recursive_directory_iterator(kFixturePath)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("LOG") || name.starts_with("OPTIONS") || name == "LOCK" || name == "WRITER")
      fs::remove(entry.path());
  }
}

// What the fixtures hold, whatever version reads them.
void check_fixture(const Store& store, const std::string& path) {
  CHECK(damage_of(store).empty());
  CHECK(store.size() == 7);
  const auto checkpoint = store.checkpoint();
  REQUIRE(checkpoint.ok());
  CHECK(to_hex(as_bytes(checkpoint->root)) ==
        to_hex(as_bytes(*hash_from_bytes(*from_base64(read_bytes(path + ".root").substr(0, 44))))));
  const auto event = store.find_event("bbbbbbbbbbbbbbbb");
  REQUIRE(event.ok());
  CHECK(event->readings.size() == 2);
  CHECK(event->article_identity == "https://example.org/1");
  CHECK(store.find_event("cccccccccccccccc")->ref == EventRef{Position{0, 5}, 0});
  CHECK(range_of(store, {days(19060, 19060), std::nullopt}).size() == 1);
  CHECK(stem_of(store, "wien", {}).size() == 1);
  CHECK(stem_of(store, "montag", {}).size() == 1);
  CHECK(stem_of(store, "montag", {std::nullopt, 5})[0].ref == EventRef{Position{0, 4}, 0});
  CHECK(actor_of(store, "per/x", {}).size() == 3);
  CHECK(actor_of(store, "org/y", {}).size() == 1);
  CHECK(actor_of(store, "org/y", {std::nullopt, 5}).empty());
  CHECK(actor_of(store, "place/Wien", {}, ParticipantRole::kPlace).size() == 1);
  CHECK(store.actors_of_name("y", ParticipantRole::kActor)->size() == 1);
  CHECK(store.record(Position{0, 6})->record.kind == RecordKind::kMerge);
  CHECK(store.article(Position{0, 1})->title == "Titel");
}

// DESIGN.md, Records: "FORMAT.md … an unknown format version is refused", and a known one opens for good.
TEST_CASE("store/format: the committed stores of format 1 open, verify, and take further records") {
  if (rewriting()) {
    make_fixture();
    World world(kFixturePath);
    write_bytes(kFixturePath + ".root", to_base64(as_bytes(world.reader()->checkpoint()->root)) + "\n");
  }
  for (const char* const name : kFixtureNames) {
    CAPTURE(name);
    const std::string path = kFixtures + name;
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
    CHECK(bytes < 300'000);
    const TempFolder folder;
    fs::copy(path, folder.file("store"), fs::copy_options::recursive);
    World world(folder.file("store"));
    check_fixture(*world.reader(), path);
    {
      const auto store = world.writer();
      check_fixture(*store, path);
      append(*store, article_with({"id/3", "Neu."}, {}));
      CHECK(damage_of(*store).empty());
      REQUIRE(store->reindex());
      CHECK(damage_of(*store).empty());
      CHECK(store->size() == 9);
    }
    CHECK(world.reader()->size() == 9);
  }
}

}  // namespace
}  // namespace annalen::store::test
