#include "store/rocks/open.h"

#include <capnp/message.h>
#include <capnp/serialize.h>

#include <cassert>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/byte_order.h"
#include "proto/payload.capnp.h"
#include "store/rocks/batch.h"
#include "store/rocks/log.h"
#include "store/rocks/reindex.h"
#include "store/rocks/rocks_store.h"
#include "store/rocks/tree.h"

namespace annalen::store::rocks {
namespace {

constexpr std::size_t kStoreIdBytes = 16;

std::string number_bytes(std::uint16_t number) {
  std::string out;
  put_big_endian(out, number);
  return out;
}

Error no_store(const std::string& folder, const std::string& what) {
  return Error{ErrorKind::kUsage, what, folder, "`annalen ingest --store DIR` makes one in an absent or empty folder"};
}

// Makes the folder where that is asked for; afterwards it holds a FORMAT of ours.
Result<void> prepare_folder(const std::string& folder, OpenMode mode) {
  const auto state = folder_state(folder);
  if (!state) return state.error();
  const bool may_create = mode == OpenMode::kWriteOrCreate;
  switch (*state) {
    case FolderState::kAbsent:
      if (!may_create) return no_store(folder, "there is no such folder");
      break;
    case FolderState::kEmpty:
      if (!may_create) return no_store(folder, "the folder is empty");
      break;
    case FolderState::kForeign:
      return no_store(folder, "is no annalen store");
    case FolderState::kStore:
      return check_format_file(folder);
  }
  return make_folder(folder);
}

std::string genesis_payload(const std::string& store_id, const OpenOptions& options, std::int64_t created_ms) {
  capnp::MallocMessageBuilder message;
  auto payload = message.initRoot<proto::Payload>();
  payload.setBy(options.operator_name);
  auto genesis = payload.initGenesis();
  genesis.setStoreId(store_id);
  genesis.setCreatedMs(created_ms);
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

// Record 0 and meta, as one batch.
Result<void> write_genesis(Database& database, const OpenOptions& options) {
  BatchHead head;
  head.recorded_ms = options.clock->now_ms();
  head.tool = options.tool;
  head.randomness = options.randomness;
  const std::string store_id = "annalen/" + to_base32(options.randomness->bytes(kStoreIdBytes));
  head.operator_id = operator_id(store_id, options.operator_name);
  const std::string payload = genesis_payload(store_id, options, head.recorded_ms);
  const View view(database);
  TreeWriter tree;
  BatchBuilder builder(database, view, head, tree, {});
  if (auto built = builder.build_genesis(payload); !built) return built;
  auto* const log = database.handle(Family::kLog);
  (void)builder.batch().Put(log, meta_key(kMetaFormat), number_bytes(kFormatVersion));
  (void)builder.batch().Put(log, meta_key(kMetaStore), store_id);
  (void)builder.batch().Put(log, meta_key(kMetaIndexes), number_bytes(kIndexVersion));
  return database.write_synced(builder.batch());
}

// Format version and store id from key space `M`. Empty when the store was never finished.
Result<std::optional<std::string>> read_meta(const View& view, const std::string& folder) {
  const auto format = view.get(meta_key(kMetaFormat));
  if (!format) return format.error();
  const auto store = view.get(meta_key(kMetaStore));
  if (!store) return store.error();
  if (!*format && !*store) return std::optional<std::string>();
  if (!*format || !*store || **format != number_bytes(kFormatVersion)) {
    const std::string found = *format ? to_hex(**format) : "missing";
    return Error{ErrorKind::kDamaged, "format version " + found + ", this program knows 0001", folder,
                 "a newer annalen may have written the store: use that one"};
  }
  return *store;
}

// HEAD is a lower bound of the log (FORMAT.md, The folder). A HEAD or a tree that cannot be read is verify's business.
Result<void> check_head(const View& view, const RocksStore::Parts& parts) {
  if (!parts.head || !*parts.head) return {};
  const Checkpoint& head = **parts.head;
  const auto contradiction = [&](const std::string& what) {
    return Error{ErrorKind::kDamaged, what, parts.folder + "/HEAD",
                 "acknowledged records are gone or changed: restore from a backup or dump"};
  };
  if (head.origin != parts.store_id) return contradiction("is of another store: " + head.origin);
  if (head.size > parts.size) {
    return contradiction("says " + std::to_string(head.size) + " records, the log has " + std::to_string(parts.size));
  }
  const auto frontier = read_frontier(view, head.size);
  if (frontier && frontier->root() != head.root) {
    return contradiction("the log's first " + std::to_string(head.size) + " records have another root");
  }
  return {};
}

// What appending needs to know. What cannot be read blocks writing, not reading.
void find_end_of_log(const View& view, RocksStore::Parts& parts) {
  auto frontier = read_frontier(view, parts.size);
  if (!frontier) {
    parts.write_blocked = frontier.error();
    parts.write_blocked->hint = "`annalen reindex` builds the tree anew";
    return;
  }
  parts.frontier = std::move(*frontier);
  const auto last = read_record(view, parts.size - 1);
  if (!last) {
    parts.write_blocked = last.error();
    return;
  }
  parts.recorded_ms = last->recorded_ms;
}

// Indexes of another layout, or unfinished ones. A reader makes do with those of earlier layouts.
Result<void> check_indexes(RocksStore::Parts& parts) {
  std::optional<std::string> version;
  {
    const View view(*parts.database);
    auto read = view.get(meta_key(kMetaIndexes));
    if (!read) return read.error();
    version = std::move(*read);
  }
  if (version == number_bytes(kIndexVersion)) return {};
  if (!parts.lock &&
      (version == number_bytes(kIndexVersionStemEntries) || version == number_bytes(kIndexVersionWithoutNames))) {
    return {};
  }
  if (!parts.lock) {
    return Error{ErrorKind::kDamaged, "the indexes are unfinished or of another version", parts.folder,
                 "run `annalen reindex`"};
  }
  return rebuild_indexes(*parts.database);
}

Result<std::unique_ptr<Database>> open_database(const std::string& folder, const OpenOptions& options, bool has_head,
                                                rocksdb::Env* env) {
  const std::string db_folder = folder + "/db";
  std::error_code code;
  const bool has_database = std::filesystem::exists(db_folder + "/CURRENT", code);
  if (!has_database && has_head) {
    return Error{ErrorKind::kDamaged, "the database is gone", db_folder, "restore it from a backup or dump"};
  }
  if (!has_database && options.mode != OpenMode::kWriteOrCreate) {
    return no_store(folder, "the making of the store was interrupted");
  }
  auto mode = Database::Mode::kRead;
  if (options.mode != OpenMode::kRead) mode = has_database ? Database::Mode::kWrite : Database::Mode::kCreate;
  return Database::open(db_folder, mode, env);
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& folder, const OpenOptions& options, rocksdb::Env* env) {
  const bool writing = options.mode != OpenMode::kRead;
  assert(!writing || (options.clock != nullptr && options.randomness != nullptr));
  if (auto prepared = prepare_folder(folder, options.mode); !prepared) return prepared.error();
  RocksStore::Parts parts{folder, options, std::nullopt, nullptr, {}, 0, std::optional<Checkpoint>()};
  if (writing) {
    auto lock = WriterLock::take(folder, options.operator_name, options.clock->now_ms());
    if (!lock) return lock.error();
    parts.lock = std::move(*lock);
  }
  // Before the database: what HEAD says was in the log by then, whatever a writer adds meanwhile.
  parts.head = read_head(folder);
  if (!parts.head && parts.head.error().kind != ErrorKind::kDamaged) return parts.head.error();
  auto database = open_database(folder, options, parts.head && *parts.head, env);
  if (!database) return database.error();
  parts.database = std::move(*database);

  auto store_id = read_meta(View(*parts.database), folder);
  if (!store_id) return store_id.error();
  if (!*store_id) {
    if (parts.head && *parts.head) return Error{ErrorKind::kDamaged, "the log is empty, HEAD says otherwise", folder};
    if (options.mode != OpenMode::kWriteOrCreate) return no_store(folder, "the making of the store was interrupted");
    if (auto written = write_genesis(*parts.database, options); !written) return written.error();
    store_id = read_meta(View(*parts.database), folder);
    if (!store_id) return store_id.error();
  }
  parts.store_id = **store_id;
  {
    const View view(*parts.database);
    const auto size = log_size(view);
    if (!size) return size.error();
    parts.size = *size;
    if (parts.size == 0) return Error{ErrorKind::kDamaged, "the log is empty", folder};
    if (auto checked = check_head(view, parts); !checked) return checked.error();
  }
  if (auto checked = check_indexes(parts); !checked) return checked.error();
  if (writing) find_end_of_log(View(*parts.database), parts);
  if (writing && !parts.write_blocked && !(parts.head && *parts.head)) {
    write_head(folder, Checkpoint{parts.store_id, parts.size, parts.frontier.root()});
  }
  return std::unique_ptr<Store>(std::make_unique<RocksStore>(std::move(parts)));
}

}  // namespace annalen::store::rocks

namespace annalen::store {

Result<std::unique_ptr<Store>> open_rocks_store(const std::string& path, const OpenOptions& options) {
  return rocks::open_store(path, options, nullptr);
}

}  // namespace annalen::store
