// Faults of the disk at every point of a small ingest; lost writes; a full disk; kill -9.
// ANNALEN_KILLS sets the number of kills, ANNALEN_LONG tries every point of failure.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

#include "faulty_env.h"
#include "store/rocks/open.h"
#include "world.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;

std::vector<Draft> numbered(int number) {
  const std::string name = "article " + std::to_string(number);
  return article_with(
      {name, "Text of " + name + std::string(300, '.')},
      {EventSpec{
          "event " + std::to_string(number), time::Readings(days(number, number)), {{"per/x", "X", {"x"}}}, {"tagt"}}});
}

OpenOptions options_of(World& world) {
  OpenOptions options;
  options.mode = OpenMode::kWriteOrCreate;
  options.clock = &world.clock;
  options.randomness = &world.randomness;
  return options;
}

struct Outcome {
  int acknowledged = 0;
  int refused = 0;
  std::optional<Error> error;  // the first
};

// A small ingest: make the store, append, open again, append, reindex, append.
Outcome ingest(World& world, rocksdb::Env* env) {
  Outcome outcome;
  const auto note = [&](const Error& error) {
    if (!outcome.error) outcome.error = error;
  };
  int number = 0;
  for (int round = 0; round < 3; ++round) {
    auto store = rocks::open_store(world.folder, options_of(world), env);
    if (!store) {
      note(store.error());
      continue;
    }
    for (int i = 0; i < 3; ++i) {
      // Articles are numbered by acknowledgement, so that what must be there is 0 … acknowledged - 1.
      if (auto appended = (*store)->append(numbered(number)); appended) {
        number = ++outcome.acknowledged;
      } else {
        ++outcome.refused;
        note(appended.error());
      }
    }
    if (round == 1) {
      if (auto reindexed = (*store)->reindex(); !reindexed) note(reindexed.error());
    }
  }
  return outcome;
}

// What was acknowledged is there, everything is well, and the next ingest goes on.
void check_survival(World& world, const Outcome& outcome) {
  auto store = rocks::open_store(world.folder, options_of(world), nullptr);
  REQUIRE_MESSAGE(store.ok(), (store.ok() ? "" : store.error().message()));
  for (int i = 0; i < outcome.acknowledged; ++i) {
    CAPTURE(i);
    const auto state = (*store)->article_state("article " + std::to_string(i));
    REQUIRE(state.ok());
    REQUIRE(state->has_value());
    REQUIRE((*state)->extraction.has_value());
    REQUIRE((*store)->find_event("event " + std::to_string(i)).ok());
  }
  REQUIRE(damage_of(**store) == "");
  append(**store, numbered(1000));
  REQUIRE(damage_of(**store) == "");
}

// Every point with ANNALEN_LONG, else every fifth, from one that the seed chooses. Gives the number of points tried.
std::uint64_t run_with_fault_at_each_point(FaultyFileSystem::Fault fault, bool lose_unsynced) {
  const std::uint64_t step = std::getenv("ANNALEN_LONG") != nullptr ? 1 : 5;
  std::uint64_t refused = 0;
  std::uint64_t points = 0;
  bool fired = true;
  for (std::uint64_t at = 1 + seed_of_run() % step; fired; at += step) {
    REQUIRE(at < 5000);
    CAPTURE(at);
    const TempFolder folder;
    World world(folder.file("store"));
    const auto system = std::make_shared<FaultyFileSystem>();
    const auto env = rocksdb::NewCompositeEnv(system);
    system->arm(fault, at);
    const Outcome outcome = ingest(world, env.get());
    fired = system->fired();
    if (lose_unsynced) system->cut_power();
    refused += static_cast<std::uint64_t>(outcome.refused);
    if (outcome.error) {
      const std::string message = outcome.error->message();
      CAPTURE(message);
      const bool known = outcome.error->kind == ErrorKind::kSystem || outcome.error->kind == ErrorKind::kDamaged;
      REQUIRE(known);
    }
    check_survival(world, outcome);
    if (fired) ++points;
  }
  CHECK(refused > 0);
  CHECK(points > 20);
  return points;
}

// DESIGN.md, Records: "an acknowledged write survives kill -9 and power loss".
TEST_CASE("store/crash: the power goes at every change of the disk, unsynced bytes and names are lost") {
  MESSAGE("points: " << run_with_fault_at_each_point(FaultyFileSystem::Fault::kDead, true));
}
TEST_CASE("store/crash: the disk fails for good at every change, nothing is lost") {
  MESSAGE("points: " << run_with_fault_at_each_point(FaultyFileSystem::Fault::kDead, false));
}
TEST_CASE("store/crash: each change fails once, and the store is whole afterwards") {
  MESSAGE("points: " << run_with_fault_at_each_point(FaultyFileSystem::Fault::kOnce, false));
}
TEST_CASE("store/crash: the disk is full from each change on") {
  MESSAGE("points: " << run_with_fault_at_each_point(FaultyFileSystem::Fault::kNoSpace, false));
}

TEST_CASE("store/crash: a full disk is a system error that says what to do, and appending goes on after opening anew") {
  const TempFolder folder;
  World world(folder.file("store"));
  const auto system = std::make_shared<FaultyFileSystem>();
  const auto env = rocksdb::NewCompositeEnv(system);
  {
    auto store = rocks::open_store(world.folder, options_of(world), env.get());
    REQUIRE(store.ok());
    append(**store, numbered(0));
    system->arm(FaultyFileSystem::Fault::kNoSpace, 1);
    const auto full = (*store)->append(numbered(1));
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().kind == ErrorKind::kSystem);
    CHECK(full.error().message().find("No space left") != std::string::npos);
    CHECK(full.error().hint == "make room on the disk and run the command again");
    // There is room again, but this store does not know what is on the disk.
    system->arm(FaultyFileSystem::Fault::kNoSpace, 0);
    CHECK((*store)->append(numbered(1)).error().hint == "open it anew");
    CHECK((*store)->size() == 3);
    CHECK((*store)->find_event("event 0").ok());
  }
  auto store = rocks::open_store(world.folder, options_of(world), env.get());
  REQUIRE(store.ok());
  append(**store, numbered(2));
  CHECK(damage_of(**store).empty());
}

TEST_CASE("store/crash: a folder that may not be written is a system error") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const TempFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  World world(folder.file("store"));
  CHECK(world.open(OpenMode::kWriteOrCreate).error().kind == ErrorKind::kSystem);
  fs::permissions(folder.path(), fs::perms::owner_all);
}

// The child: appends until it is killed, and says each number once it is acknowledged.
TEST_CASE("store/kill: child" * doctest::skip(std::getenv("ANNALEN_KILL_FOLDER") == nullptr)) {
  const char* const folder = std::getenv("ANNALEN_KILL_FOLDER");
  const char* const first = std::getenv("ANNALEN_KILL_FIRST");
  if (folder == nullptr || first == nullptr) return;
  World world(folder);
  const auto store = world.writer();
  for (int number = std::atoi(first);; ++number) {
    append(*store, numbered(number));
    if (number % 50 == 49) REQUIRE(store->reindex());
    const std::string line = std::to_string(number) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) break;
  }
}

// Starts the child, kills it after some milliseconds; gives the last number that it acknowledged, or -1.
int run_and_kill(const std::string& folder, int first, int after_ms) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  const std::string first_text = std::to_string(first);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::setenv("ANNALEN_KILL_FOLDER", folder.c_str(), 1);
    ::setenv("ANNALEN_KILL_FIRST", first_text.c_str(), 1);
    ::execl("/proc/self/exe", "test_store", "-tc=store/kill: child", "--no-intro=true", "--minimal=true", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(std::chrono::milliseconds(after_ms));
  ::kill(child, SIGKILL);
  std::string text;
  char buffer[4096];
  for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  // Whole lines that are numbers; doctest may print around them.
  int last = -1;
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    const std::string line = text.substr(begin, end - begin);
    if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) last = std::stoi(line);
  }
  return last;
}

TEST_CASE("store/kill: kill -9 in a loop loses nothing that was acknowledged") {
  const char* const kills_text = std::getenv("ANNALEN_KILLS");
  const int kills = kills_text == nullptr ? 10 : std::atoi(kills_text);
  const std::uint64_t seed = seed_of_run();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const TempFolder folder;
  World world(folder.file("store"));
  int next = 0;
  int acknowledged_total = 0;
  for (int kill = 0; kill < kills; ++kill) {
    CAPTURE(kill);
    const int last = run_and_kill(world.folder, next, 20 + static_cast<int>(random() % 180));
    if (last >= 0) {
      acknowledged_total += last - next + 1;
      next = last + 1;
    }
    // What was begun and not acknowledged may be there or not; its number is used again, as the same version.
    auto store = world.open(OpenMode::kRead);
    if (!store && acknowledged_total == 0) continue;  // killed while the store was made
    if (!store && store.error().hint == "run `annalen reindex`") {
      (void)world.writer();  // killed while it reindexed: the next writer finishes that
      store = world.open(OpenMode::kRead);
    }
    REQUIRE_MESSAGE(store.ok(), (store.ok() ? "" : store.error().message()));
    for (int i = 0; i < next; ++i) {
      REQUIRE_MESSAGE((*store)->find_event("event " + std::to_string(i)).ok(), "event " << i);
    }
    REQUIRE(damage_of(**store) == "");
  }
  MESSAGE("kills " << kills << ", articles acknowledged " << acknowledged_total << ", seed " << seed);
  CHECK(acknowledged_total > 0);
}

}  // namespace
}  // namespace annalen::store::test
