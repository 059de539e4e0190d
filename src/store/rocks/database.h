// database.h: the RocksDB database of a store: opening it, its families, snapshots, and its errors as ours.
// Errors:  a rocksdb::Status becomes kDamaged (checksums, missing files), kBusy (another process holds its lock) or
//          kSystem (what the disk said).
// Threads: a Database may be read from any thread; a View belongs to one.
#pragma once

#include <rocksdb/db.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/rocks/keys.h"

namespace annalen::store::rocks {

[[nodiscard]] Error error_of(const rocksdb::Status& status, const std::string& where);

class Database {
 public:
  enum class Mode : std::uint8_t { kRead, kWrite, kCreate };
  // `folder` is RocksDB's own. kRead is a secondary: no lock, nothing written, as of this moment.
  // `env` may be null (the system's).
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& folder, Mode mode, rocksdb::Env* env);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return handles_[static_cast<std::size_t>(family)];
  }
  [[nodiscard]] bool writable() const { return mode_ != Mode::kRead; }

  // Atomic over all families; on the disk when it returns.
  [[nodiscard]] Result<void> write_synced(rocksdb::WriteBatch& batch);
  [[nodiscard]] Result<void> write_unsynced(rocksdb::WriteBatch& batch);
  // Replaces a family by an empty one of the same name. REQUIRES: no View is alive.
  [[nodiscard]] Result<void> clear(Family family);
  [[nodiscard]] Result<void> flush();

 private:
  Database(Mode mode, std::string folder) : mode_(mode), folder_(std::move(folder)) {}
  Mode mode_;
  std::string folder_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

// The database as it was when the view was made.
class View {
 public:
  explicit View(const Database& database);
  ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  // Empty when there is no such key.
  [[nodiscard]] Result<std::optional<std::string>> get(std::string_view key) const;
  // Values in the order of `keys` (of one family, sorted); cheaper than one by one.
  [[nodiscard]] Result<std::vector<std::optional<std::string>>> get_sorted(Family family,
                                                                           const std::vector<std::string>& keys) const;

  // Entries with keys in [lower, upper), in order, or backwards; the sink returns false to stop.
  using Sink = std::function<bool(std::string_view key, std::string_view value)>;
  [[nodiscard]] Result<void> scan(Family family, const std::string& lower, const std::string& upper,
                                  const Sink& sink) const;
  [[nodiscard]] Result<void> scan_back(Family family, const std::string& lower, const std::string& upper,
                                       const Sink& sink) const;
  // All that begins with `prefix`.
  [[nodiscard]] Result<void> scan_prefix(const std::string& prefix, const Sink& sink) const;
  // A whole family; for verify and dumps: leaves the block cache alone.
  [[nodiscard]] Result<void> scan_all(Family family, const Sink& sink) const;
  [[nodiscard]] std::unique_ptr<rocksdb::Iterator> iterator(Family family) const;

 private:
  const Database& database_;
  const rocksdb::Snapshot* snapshot_ = nullptr;  // a secondary stands still by itself
  rocksdb::ReadOptions options_;
};

}  // namespace annalen::store::rocks
