// store.h: the append-only log with payloads and indexes, behind one interface.
// Truth:   log and payloads; every index can be rebuilt from them, byte for byte (reindex).
// Current: an article's newest version, and its newest extraction. Scans give events of current extractions only, seen
//          as of a position where one is given.
// Writing: one writer; append() is atomic and durable when it returns.
// Reading: any number of threads; a scan sees the store as it was when the scan began.
// Errors:  kBusy names the other writer, kDamaged the position or key, kSystem what the disk said.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/checkpoint.h"
#include "store/decision.h"
#include "store/record.h"
#include "time/interval.h"

namespace annalen::store {

// A record to be appended. The store gives position, recorded time, salt and hash.
struct Draft {
  RecordKind kind = RecordKind::kArticle;
  std::string payload;  // bytes of a Payload message that fits the kind
  std::optional<Position> subject;
  std::optional<std::size_t> subject_draft;  // instead of subject: an earlier draft of the same batch
  std::optional<Position> object;
};

struct ArticleState {
  Position article;  // newest version
  Hash content_hash{};
  std::optional<Position> extraction;  // newest one of that version
  Hash resource_digest{};              // of that extraction
};

// A name that was seen for an actor, and how often.
struct ActorName {
  std::string key;
  std::string name;          // the key's canonical name
  std::uint64_t events = 0;  // current events in which the key takes part as an actor
};

// A name as the articles write it.
struct WrittenName {
  std::string key;
  std::string mention;
  std::uint64_t events = 0;  // current events that write the key so
};

struct Statistics {
  std::uint64_t records = 0;
  std::uint64_t articles = 0;  // identities
  std::uint64_t article_versions = 0;
  std::uint64_t extractions = 0;
  std::uint64_t events = 0;        // current
  std::uint64_t events_exact = 0;  // current
  std::uint64_t actors = 0;        // keys of persons, organisations, states
  std::uint64_t payload_bytes = 0;
  std::uint64_t disk_bytes = 0;        // as the embedded database reports it
  std::optional<time::Interval> span;  // hull of current events
};

// What verify() found. Damage is an answer, not an error.
struct Verification {
  std::uint64_t records = 0;
  std::uint64_t payloads = 0;
  std::uint64_t index_entries = 0;
  std::optional<std::string> first_damage;  // what and at which position or key; absent: all is well
  Checkpoint checkpoint;                    // meaningful only without damage
};

// An index entry's view of an event: enough to filter and order without reading the payload.
struct EventEntry {
  EventRef ref;
  time::Interval reading;  // the reading (or hull of a regular set) that the entry stands for
};

using EntrySink = std::function<bool(const EventEntry&)>;  // false ends the scan

class Store {
 public:
  virtual ~Store() = default;

  // `drafts` as one atomic batch; positions in the same order. Writing on a store opened for reading is kUsage.
  [[nodiscard]] virtual Result<std::vector<Position>> append(std::span<const Draft> drafts) = 0;

  [[nodiscard]] virtual Result<StoredRecord> record(Position position) const = 0;  // kNotFound behind the end
  // Records [from, end) in order; the sink returns false to stop.
  [[nodiscard]] virtual Result<void> scan_log(std::uint64_t from_seq,
                                              const std::function<bool(const StoredRecord&)>& sink) const = 0;
  [[nodiscard]] virtual std::uint64_t size() const = 0;  // records in stream 0
  [[nodiscard]] virtual const std::string& store_id() const = 0;

  // Empty when no such article has been stored (or not before `as_of`, a log size).
  [[nodiscard]] virtual Result<std::optional<ArticleState>> article_state(
      std::string_view identity, std::optional<std::uint64_t> as_of = std::nullopt) const = 0;
  [[nodiscard]] virtual Result<StoredArticle> article(Position version) const = 0;
  // Identities in byte order.
  [[nodiscard]] virtual Result<void> scan_articles(
      const std::function<bool(std::string_view identity, const ArticleState&)>& sink) const = 0;

  [[nodiscard]] virtual Result<StoredEvent> event(const EventRef& ref) const = 0;
  // The current event of that id; kNotFound when there is none.
  [[nodiscard]] virtual Result<StoredEvent> find_event(std::string_view id) const = 0;

  // Entries of current events (as of a log size). An event with several readings may come several times; a superset of
  // what overlaps may not: each entry given does overlap / has the key / has the stem. Order unspecified but stable.
  struct Scan {
    std::optional<time::Interval> range;
    std::optional<std::uint64_t> as_of;
    bool implied = false;  // events whose date is implied, too
  };
  [[nodiscard]] virtual Result<void> scan_range(const Scan& scan, const EntrySink& sink) const = 0;
  [[nodiscard]] virtual Result<void> scan_actor(std::string_view key, ParticipantRole role, const Scan& scan,
                                                const EntrySink& sink) const = 0;
  [[nodiscard]] virtual Result<void> scan_stem(std::string_view stem, const Scan& scan,
                                               const EntrySink& sink) const = 0;

  // Keys that the folded name was seen for (canonical name, mention as written, or the last word of a person's name),
  // most events first, then by key. `role` as in scan_actor.
  [[nodiscard]] virtual Result<std::vector<ActorName>> actors_of_name(std::string_view folded_name,
                                                                      ParticipantRole role) const = 0;
  // All keys in byte order, with canonical names and counts.
  [[nodiscard]] virtual Result<std::vector<ActorName>> actors(ParticipantRole role) const = 0;

  // One key with its canonical name; empty when no current event has it.
  [[nodiscard]] virtual Result<std::optional<ActorName>> actor(std::string_view key, ParticipantRole role) const = 0;
  // How the articles write a key, or (empty) all keys of the role; in order of key, then name. Names of more than 256
  // bytes are left out. The sink returns false to stop.
  [[nodiscard]] virtual Result<void> scan_written(std::string_view key, ParticipantRole role,
                                                  const std::function<bool(const WrittenName&)>& sink) const = 0;
  // Merges, unmerges and splits in order of the log, before `as_of` (a log size). What follows is query's business: all
  // other answers give keys as they were extracted.
  [[nodiscard]] virtual Result<std::vector<Decision>> decisions(
      std::optional<std::uint64_t> as_of = std::nullopt) const = 0;

  // The log size as it was at that moment: records with recorded_ms <= `recorded_ms`.
  [[nodiscard]] virtual Result<std::uint64_t> size_at(std::int64_t recorded_ms) const = 0;

  [[nodiscard]] virtual Result<Statistics> statistics() const = 0;
  [[nodiscard]] virtual Result<Checkpoint> checkpoint() const = 0;
  // Recomputes records, payload hashes, tree and indexes. With `older`, also that the log extends it.
  [[nodiscard]] virtual Result<Verification> verify(const std::optional<Checkpoint>& older) const = 0;
  // Drops every index and builds it anew from log and payloads.
  [[nodiscard]] virtual Result<void> reindex() = 0;
};

enum class OpenMode : std::uint8_t {
  kRead,           // the store must exist; never writes, not even a lock
  kWrite,          // the store must exist
  kWriteOrCreate,  // made, with its genesis record, when the folder is absent or empty
};

struct OpenOptions {
  OpenMode mode = OpenMode::kRead;
  std::string operator_name;  // may be empty
  ToolVersion tool;
  Clock* clock = nullptr;            // REQUIRED for writing; outlives the store
  Randomness* randomness = nullptr;  // REQUIRED for writing; outlives the store
};

// The embedded store on RocksDB in folder `path`.
[[nodiscard]] Result<std::unique_ptr<Store>> open_rocks_store(const std::string& path, const OpenOptions& options);

}  // namespace annalen::store
