#include "store/rocks/database.h"

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/listener.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <array>
#include <utility>

#include "store/rocks/merge.h"

namespace annalen::store::rocks {
namespace {

constexpr std::array<const char*, 3> kFamilyNames = {"default", "payload", "index"};

constexpr std::size_t kBlockCacheBytes = 64U << 20U;
constexpr std::size_t kWriteBufferBytes = 16U << 20U;
constexpr std::size_t kWriteBuffersBytes = 48U << 20U;
constexpr std::uint64_t kWalBytesMax = 64U << 20U;
constexpr std::size_t kInfoLogBytesMax = 256U << 10U;
constexpr int kPayloadZstdLevel = 1;  // level 3 saves 2 % of the bytes
constexpr int kOpenFilesMax = 512;
constexpr int kAttemptsMax = 5;  // of a reader to open what a writer changes

// Swallows RocksDB's own log, so that a reader leaves no file behind.
class NullLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}  // NOLINT: RocksDB's name
};

// RocksDB would retry in the background after "no space left", on files whose writers have failed (which this version
// answers with an assertion). Here a failed write ends the writing; opening anew finds out what is on the disk.
class NoRecovery final : public rocksdb::EventListener {
 public:
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason /*reason*/, rocksdb::Status /*error*/,  // NOLINT
                            bool* auto_recovery) override {
    *auto_recovery = false;
  }
};

bool supports(rocksdb::CompressionType type) {
  const auto types = rocksdb::GetSupportedCompressions();
  return std::find(types.begin(), types.end(), type) != types.end();
}

rocksdb::ColumnFamilyOptions family_options(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  options.merge_operator = make_merger();
  options.write_buffer_size = kWriteBufferBytes;
  options.compression = supports(rocksdb::kLZ4Compression) ? rocksdb::kLZ4Compression : rocksdb::kNoCompression;
  // Text is worth the stronger one. From the first file on: payloads come in the order of their keys, so that their
  // files are never written again.
  if (family == Family::kPayload && supports(rocksdb::kZSTD)) {
    options.compression = rocksdb::kZSTD;
    options.compression_opts.level = kPayloadZstdLevel;
  }
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.format_version = 5;
  table.block_size = family == Family::kPayload ? 16U << 10U : 8U << 10U;
  // Indexes are scanned, records and payloads asked for only when they exist: a filter would answer nobody.
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::DBOptions database_options(Database::Mode mode, rocksdb::Env* env) {
  rocksdb::DBOptions options;
  if (env != nullptr) options.env = env;
  options.create_if_missing = mode == Database::Mode::kCreate;
  // The making of a store, or the replacing of its indexes, may have been interrupted between two families.
  options.create_missing_column_families = mode != Database::Mode::kRead;
  options.paranoid_checks = true;
  // A torn last batch was never acknowledged; any other damage refuses the opening (FORMAT.md, Writing).
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.max_total_wal_size = kWalBytesMax;
  options.db_write_buffer_size = kWriteBuffersBytes;
  options.max_background_jobs = 2;
  options.max_open_files = mode == Database::Mode::kRead ? -1 : kOpenFilesMax;  // a secondary asks for -1
  options.max_bgerror_resume_count = 0;
  options.listeners.push_back(std::make_shared<NoRecovery>());
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.skip_stats_update_on_db_open = true;
  options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  options.keep_log_file_num = 2;
  options.max_log_file_size = kInfoLogBytesMax;
  if (mode == Database::Mode::kRead) options.info_log = std::make_shared<NullLogger>();
  return options;
}

std::string hint_of(const rocksdb::Status& status) {
  if (status.IsNoSpace()) return "make room on the disk and run the command again";
  if (status.IsCorruption() || status.IsPathNotFound())
    return "`annalen verify` says more; restore from a backup or dump";
  return {};
}

}  // namespace

Error error_of(const rocksdb::Status& status, const std::string& where) {
  ErrorKind kind = ErrorKind::kSystem;
  const std::string text = status.ToString();
  if (status.IsCorruption() || status.IsPathNotFound()) kind = ErrorKind::kDamaged;
  if (status.IsIOError() && text.find("No such file") != std::string::npos) kind = ErrorKind::kDamaged;
  if (status.IsBusy() || (status.IsIOError() && text.find("lock ") != std::string::npos)) kind = ErrorKind::kBusy;
  return Error{kind, text, where, hint_of(status)};
}

namespace {

// A family that is not there: its making, or the rebuilding of the indexes, was interrupted. A writer makes it.
Error open_error(const rocksdb::Status& status, const std::string& where) {
  const std::string text = status.ToString();
  if (!status.IsInvalidArgument() || text.find("Column family not found") == std::string::npos) {
    return error_of(status, where);
  }
  if (text.find(kFamilyNames[static_cast<std::size_t>(Family::kIndex)]) != std::string::npos) {
    return Error{ErrorKind::kDamaged, "the indexes are unfinished", where, "run `annalen reindex`"};
  }
  return Error{ErrorKind::kUsage, "the making of the store was interrupted", where, "`annalen ingest` goes on with it"};
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& folder, Mode mode, rocksdb::Env* env) {
  const auto options = database_options(mode, env);
  const auto cache = rocksdb::NewLRUCache(kBlockCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    families.emplace_back(kFamilyNames[i], family_options(static_cast<Family>(i), cache));
  }
  std::unique_ptr<Database> database(new Database(mode, folder));
  rocksdb::DB* db = nullptr;
  rocksdb::Status status;
  if (mode == Mode::kRead) {
    // A file may be compacted away between reading the manifest and opening it: then the next manifest knows better.
    for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
      // The secondary's own folder is for its log, which goes nowhere: the path is never made.
      status = rocksdb::DB::OpenAsSecondary(options, folder, folder + "/reader", families, &database->handles_, &db);
      if (status.ok() || !(status.IsPathNotFound() || status.IsTryAgain() || status.IsIOError())) break;
    }
  } else {
    status = rocksdb::DB::Open(options, folder, families, &database->handles_, &db);
  }
  if (!status.ok()) return open_error(status, folder);
  database->db_.reset(db);
  return database;
}

Database::~Database() {
  if (db_ == nullptr) return;
  for (auto* handle : handles_) (void)db_->DestroyColumnFamilyHandle(handle);
  (void)db_->Close();
}

Result<void> Database::write_synced(rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions options;
  options.sync = true;
  if (const auto status = db_->Write(options, &batch); !status.ok()) return error_of(status, folder_);
  return {};
}

Result<void> Database::write_unsynced(rocksdb::WriteBatch& batch) {
  if (const auto status = db_->Write(rocksdb::WriteOptions(), &batch); !status.ok()) return error_of(status, folder_);
  return {};
}

Result<void> Database::clear(Family family) {
  auto*& slot = handles_[static_cast<std::size_t>(family)];
  const auto options = db_->GetOptions(slot);
  if (const auto status = db_->DropColumnFamily(slot); !status.ok()) return error_of(status, folder_);
  (void)db_->DestroyColumnFamilyHandle(slot);
  slot = nullptr;
  const auto status = db_->CreateColumnFamily(options, kFamilyNames[static_cast<std::size_t>(family)], &slot);
  if (!status.ok()) return error_of(status, folder_);
  return {};
}

Result<void> Database::flush() {
  if (const auto status = db_->Flush(rocksdb::FlushOptions(), handles_); !status.ok()) return error_of(status, folder_);
  return {};
}

View::View(const Database& database) : database_(database) {
  if (!database.writable()) return;
  snapshot_ = database.db().GetSnapshot();
  options_.snapshot = snapshot_;
}

View::~View() {
  if (snapshot_ != nullptr) database_.db().ReleaseSnapshot(snapshot_);
}

Result<std::optional<std::string>> View::get(std::string_view key) const {
  std::string value;
  auto* const handle = database_.handle(family_of(static_cast<Space>(key.front())));
  const auto status = database_.db().Get(options_, handle, rocksdb::Slice(key.data(), key.size()), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return error_of(status, describe_key(key));
  return std::optional<std::string>(std::move(value));
}

Result<std::vector<std::optional<std::string>>> View::get_sorted(Family family,
                                                                 const std::vector<std::string>& keys) const {
  std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> states(keys.size());
  database_.db().MultiGet(options_, database_.handle(family), keys.size(), slices.data(), values.data(), states.data(),
                          true);
  std::vector<std::optional<std::string>> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (states[i].ok()) out[i] = values[i].ToString();
    if (!states[i].ok() && !states[i].IsNotFound()) return error_of(states[i], describe_key(keys[i]));
  }
  return out;
}

namespace {

std::string where_of(const rocksdb::Iterator& iterator, const std::string& lower) {
  return iterator.Valid() ? describe_key(iterator.key().ToStringView()) : "behind " + describe_key(lower);
}

}  // namespace

Result<void> View::scan(Family family, const std::string& lower, const std::string& upper, const Sink& sink) const {
  rocksdb::ReadOptions options = options_;
  const rocksdb::Slice bound(upper);
  options.iterate_upper_bound = &bound;
  const std::unique_ptr<rocksdb::Iterator> iterator(database_.db().NewIterator(options, database_.handle(family)));
  for (iterator->Seek(lower); iterator->Valid(); iterator->Next()) {
    if (!sink(iterator->key().ToStringView(), iterator->value().ToStringView())) return {};
  }
  if (!iterator->status().ok()) return error_of(iterator->status(), where_of(*iterator, lower));
  return {};
}

Result<void> View::scan_back(Family family, const std::string& lower, const std::string& upper,
                             const Sink& sink) const {
  rocksdb::ReadOptions options = options_;
  const rocksdb::Slice first(lower);
  const rocksdb::Slice bound(upper);
  options.iterate_lower_bound = &first;
  options.iterate_upper_bound = &bound;
  const std::unique_ptr<rocksdb::Iterator> iterator(database_.db().NewIterator(options, database_.handle(family)));
  for (iterator->SeekToLast(); iterator->Valid(); iterator->Prev()) {
    if (!sink(iterator->key().ToStringView(), iterator->value().ToStringView())) return {};
  }
  if (!iterator->status().ok()) return error_of(iterator->status(), where_of(*iterator, lower));
  return {};
}

Result<void> View::scan_prefix(const std::string& prefix, const Sink& sink) const {
  return scan(family_of(static_cast<Space>(prefix.front())), prefix, prefix_end(prefix), sink);
}

std::unique_ptr<rocksdb::Iterator> View::iterator(Family family) const {
  rocksdb::ReadOptions options = options_;
  options.fill_cache = false;
  return std::unique_ptr<rocksdb::Iterator>(database_.db().NewIterator(options, database_.handle(family)));
}

Result<void> View::scan_all(Family family, const Sink& sink) const {
  const auto all = iterator(family);
  for (all->SeekToFirst(); all->Valid(); all->Next()) {
    if (!sink(all->key().ToStringView(), all->value().ToStringView())) return {};
  }
  if (!all->status().ok()) return error_of(all->status(), where_of(*all, ""));
  return {};
}

}  // namespace annalen::store::rocks
