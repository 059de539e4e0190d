// world.h: small worlds for the store's tests: a clock, randomness, folders, and payloads of chosen content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "store/store.h"

namespace annalen::store::test {

// Stands at `ms` until the test moves it.
class StoppedClock final : public Clock {
 public:
  std::int64_t now_ms() override { return ms; }
  std::int64_t ms = 1'700'000'000'000;
};

// 00, 01, 02 … so that the same test writes the same bytes.
class CountingRandomness final : public Randomness {
 public:
  std::string bytes(std::size_t size) override {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out.push_back(static_cast<char>(next_++));
    return out;
  }

 private:
  std::uint8_t next_ = 0;
};

// A folder of its own, gone with the object.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

[[nodiscard]] time::Interval minutes(std::int64_t begin, std::int64_t end);
[[nodiscard]] time::Interval days(std::int32_t first, std::int32_t last);  // both included

struct ParticipantSpec {
  std::string key;
  std::string name;
  std::vector<std::string> folded;
  ParticipantRole role = ParticipantRole::kActor;
};

struct EventSpec {
  std::string id;
  time::Readings readings;
  std::vector<ParticipantSpec> participants;
  std::vector<std::string> stems;
  Basis basis = Basis::kStated;
};

struct ArticleSpec {
  std::string identity;
  std::string body;
  std::string title = {};
};

[[nodiscard]] std::string article_payload(const ArticleSpec& article);
[[nodiscard]] std::string extraction_payload(const std::string& identity, const std::vector<EventSpec>& events,
                                             const std::string& digest_of = "rules");
[[nodiscard]] std::string merge_payload(const std::string& from, const std::string& into);
[[nodiscard]] std::string retraction_payload(const std::string& event_id);

// An article and its extraction, as one batch of two drafts.
[[nodiscard]] std::vector<Draft> article_with(const ArticleSpec& article, const std::vector<EventSpec>& events,
                                              const std::string& digest_of = "rules");
[[nodiscard]] Draft extraction_draft(Position article, const std::string& identity,
                                     const std::vector<EventSpec>& events, const std::string& digest_of = "rules");

// A store in `folder` with a clock and randomness of its own.
struct World {
  explicit World(std::string in_folder) : folder(std::move(in_folder)) {}
  [[nodiscard]] Result<std::unique_ptr<Store>> open(OpenMode mode);
  // REQUIREs success.
  [[nodiscard]] std::unique_ptr<Store> writer();
  [[nodiscard]] std::unique_ptr<Store> reader();
  std::string folder;
  StoppedClock clock;
  CountingRandomness randomness;
  std::string operator_name = "probe";
};

// REQUIREs success; gives the positions.
std::vector<Position> append(Store& store, const std::vector<Draft>& drafts);
// REQUIREs that verify() runs; its finding, "" when all is well.
std::string damage_of(const Store& store);

[[nodiscard]] std::vector<EventEntry> range_of(const Store& store, const Store::Scan& scan);
[[nodiscard]] std::vector<EventEntry> actor_of(const Store& store, const std::string& key, const Store::Scan& scan,
                                               ParticipantRole role = ParticipantRole::kActor);
[[nodiscard]] std::vector<EventEntry> stem_of(const Store& store, const std::string& stem, const Store::Scan& scan);

// From ANNALEN_SEED, else fixed. Printed by who uses it.
[[nodiscard]] std::uint64_t seed_of_run();

}  // namespace annalen::store::test
