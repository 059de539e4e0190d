// The conformance suite on the embedded store.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "conformance.h"

namespace annalen::store::test {
namespace {

struct Rocks {
  TempFolder folder;
  World world{folder.file("store")};
  Contender contender{[this] { return world.writer(); }, [this] { return world.reader(); }, &world.clock};
};

TEST_CASE("store/rocks: what is appended is read back, and the tree is over its bytes") {
  check_append_and_read(Rocks().contender);
}
// DESIGN.md, Records: "The newest is current … and --as-of shows what was known before."
TEST_CASE("store/rocks: versions and extractions supersede each other, and as of before they do not") {
  check_versions_and_extractions(Rocks().contender);
}
TEST_CASE("store/rocks: scans give what overlaps, has the key or has the stem, and nothing else") {
  check_scans(Rocks().contender);
}
TEST_CASE("store/rocks: folded names lead to keys, most events first") { check_names(Rocks().contender); }
TEST_CASE("store/rocks: a draft that is wrong keeps the whole batch out") { check_refusals(Rocks().contender); }
TEST_CASE("store/rocks: recorded time never steps back, and a time gives a log size") {
  check_times(Rocks().contender);
}
TEST_CASE("store/rocks: figures count current events only") { check_statistics(Rocks().contender); }
TEST_CASE("store/rocks: a store opened again is the same, and its log extends the old one") {
  check_reopening(Rocks().contender);
}

TEST_CASE("store/rocks: a folder that is absent, empty, foreign or no folder is refused and left alone") {
  const TempFolder folder;
  World world(folder.file("store"));
  for (const auto mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto absent = world.open(mode);
    REQUIRE_FALSE(absent.ok());
    CHECK(absent.error().kind == ErrorKind::kUsage);
    CHECK(absent.error().what == "there is no such folder");
    CHECK_FALSE(std::filesystem::exists(world.folder));
  }
  World empty(folder.path());
  CHECK(empty.open(OpenMode::kRead).error().what == "the folder is empty");
  CHECK(empty.open(OpenMode::kWrite).error().kind == ErrorKind::kUsage);
  std::filesystem::create_directory(folder.file("foreign"));
  std::filesystem::create_directory(folder.file("foreign/things"));
  World foreign(folder.file("foreign"));
  for (const auto mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kWriteOrCreate}) {
    CHECK(foreign.open(mode).error().what == "is no annalen store");
  }
  CHECK(World("/dev/null").open(OpenMode::kWriteOrCreate).error().what == "is no annalen store");
  CHECK(World("/proc/annalen").open(OpenMode::kWriteOrCreate).error().kind == ErrorKind::kSystem);
}

// DESIGN.md, Records: "One writer …; a second writer is refused by name".
TEST_CASE("store/rocks: a second writer is refused by the first one's name, and readers go on") {
  Rocks rocks;
  const auto first = rocks.world.writer();
  World second(rocks.world.folder);
  second.operator_name = "other";
  const auto refused = second.open(OpenMode::kWrite);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::kBusy);
  CHECK(refused.error().message().find("operator probe") != std::string::npos);
  CHECK(refused.error().message().find("pid ") != std::string::npos);
  CHECK(refused.error().message().find("since 2023-11-14T22:13Z") != std::string::npos);
  CHECK(rocks.world.reader()->size() == 1);
}

TEST_CASE("store/rocks: many readers while a writer appends, each sees whole batches") {
  Rocks rocks;
  const auto writer = rocks.world.writer();
  std::atomic<bool> done{false};
  std::atomic<int> readers{0};
  std::atomic<bool> failed{false};  // set once `fault` is written
  std::string fault;
  std::thread reading([&] {
    while (!done.load()) {
      World world(rocks.world.folder);
      auto store = world.open(OpenMode::kRead);
      if (!store) {
        fault = store.error().message();
        failed = true;
        return;
      }
      const auto verification = (*store)->verify(std::nullopt);
      if (!verification || verification->first_damage) {
        fault = verification ? *verification->first_damage : verification.error().message();
        failed = true;
        return;
      }
      if ((*store)->size() % 2 != 1) {
        fault = "half a batch: " + std::to_string((*store)->size());
        failed = true;
        return;
      }
      ++readers;
    }
  });
  // The writer slows down until some readers have been served: how many fit into its run depends on the machine.
  for (int i = 0; i < 200 || readers.load() < 5; ++i) {
    if (failed.load()) break;
    if (i >= 200) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    append(*writer, article_with({"a" + std::to_string(i), "Text."},
                                 {EventSpec{"e" + std::to_string(i), time::Readings(days(i, i)), {}, {}}}));
  }
  done = true;
  reading.join();
  CHECK(fault.empty());
  CHECK(readers.load() >= 5);
}

TEST_CASE("store/rocks: a reader leaves no trace in the folder") {
  Rocks rocks;
  append(*rocks.world.writer(), article_with({"a", "Text."}, {}));
  const auto listing = [&] {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(rocks.world.folder)) {
      files.push_back(entry.path().string() + " " + (entry.is_regular_file() ? std::to_string(entry.file_size()) : ""));
    }
    std::sort(files.begin(), files.end());
    return files;
  };
  const auto before = listing();
  {
    const auto reader = rocks.world.reader();
    CHECK(damage_of(*reader).empty());
    CHECK(listing() == before);
  }
  CHECK(listing() == before);
}

TEST_CASE("store/rocks: an unknown format version is refused, in the file and in the database") {
  Rocks rocks;
  (void)rocks.world.writer();
  {
    FILE* const file = std::fopen((rocks.world.folder + "/FORMAT").c_str(), "w");
    REQUIRE(file != nullptr);
    std::fputs("annalen store format 2\n", file);
    std::fclose(file);
  }
  for (const auto mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kWriteOrCreate}) {
    const auto refused = rocks.world.open(mode);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().what == "says \"annalen store format 2\", this program knows \"annalen store format 1\"");
  }
}

}  // namespace
}  // namespace annalen::store::test
