#include "store/rocks/reindex.h"

#include <rocksdb/write_batch.h>

#include <utility>
#include <vector>

#include "base/byte_order.h"
#include "store/merkle.h"
#include "store/rocks/batch.h"
#include "store/rocks/log.h"
#include "store/rocks/tree.h"

namespace annalen::store::rocks {
namespace {

constexpr std::size_t kChunkBytes = 8U << 20U;  // of payloads, before their entries are written

std::string version_bytes(std::uint16_t version) {
  std::string out;
  put_big_endian(out, version);
  return out;
}

Result<void> set_index_version(Database& database, std::uint16_t version) {
  rocksdb::WriteBatch batch;
  (void)batch.Put(database.handle(Family::kLog), meta_key(kMetaIndexes), version_bytes(version));
  return database.write_synced(batch);
}

// True when the stored leaf fits the stored nodes around it, so that it is the record that has changed.
Result<bool> tree_stands_by_leaf(const View& view, std::uint64_t seq, const Hash& stored) {
  const auto sibling = read_node(view, 0, seq ^ 1U);
  const auto parent = read_node(view, 1, seq / 2);
  // Without a complete pair nothing speaks against the leaf.
  if (!sibling || !parent) return true;
  return ((seq & 1U) != 0 ? node_hash(*sibling, stored) : node_hash(stored, *sibling)) == *parent;
}

// Compares all nodes with the records, and collects those to be replaced.
Result<void> repair_tree(Database& database) {
  rocksdb::WriteBatch batch;
  {
    const View view(database);
    TreeWriter tree;
    std::optional<Error> error;
    auto scanned = scan_stored(view, 0, [&](const StoredRecord& stored) {
      const std::uint64_t seq = stored.record.position.seq;
      const Hash leaf = leaf_hash(stored.bytes);
      const auto kept = read_node(view, 0, seq);
      if (kept && *kept != leaf) {
        const auto stands = tree_stands_by_leaf(view, seq, *kept);
        if (stands && *stands) {
          error = Error{ErrorKind::kDamaged, "is not the record that the tree was computed over",
                        "record " + to_text(stored.record.position), "restore it from a backup or dump"};
          return false;
        }
      }
      tree.append(leaf, [&](std::uint8_t level, std::uint64_t index, const Hash& node) {
        const auto old = read_node(view, level, index);
        if (!old || *old != node) {
          const std::string bytes(as_bytes(node));
          (void)batch.Put(database.handle(Family::kLog), node_key(level, index), bytes);
        }
      });
      return true;
    });
    if (!scanned) return scanned.error();
    if (error) return *error;
  }
  return batch.Count() == 0 ? Result<void>() : database.write_synced(batch);
}

// Indexes some records as one batch; `records` is emptied.
Result<void> write_chunk(Database& database, std::vector<StoredRecord>& records) {
  rocksdb::WriteBatch batch;
  {
    const View view(database);
    PendingSource source(view);
    BatchSink sink(database, source, batch);
    for (const auto& stored : records) {
      if (stored.payload && payload_hash(*stored.salt, *stored.payload) != stored.record.payload_hash) {
        return Error{ErrorKind::kDamaged, "its payload does not have its hash",
                     "record " + to_text(stored.record.position), "restore it from a backup or dump"};
      }
      if (auto done = index_record(stored.record, stored.payload, source, sink); !done) return done;
    }
    sink.finish();
  }
  records.clear();
  return database.write_unsynced(batch);
}

Result<void> build(Database& database) {
  std::vector<StoredRecord> chunk;
  std::size_t chunk_bytes = 0;
  std::optional<Error> error;
  const View log(database);
  auto scanned = scan_stored(log, 0, [&](const StoredRecord& stored) {
    chunk.push_back(stored);
    chunk_bytes += stored.bytes.size() + (stored.payload ? stored.payload->size() : 0);
    if (chunk_bytes < kChunkBytes) return true;
    chunk_bytes = 0;
    if (auto written = write_chunk(database, chunk); !written) error = written.error();
    return !error.has_value();
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return write_chunk(database, chunk);
}

}  // namespace

Result<void> rebuild_indexes(Database& database) {
  if (auto repaired = repair_tree(database); !repaired) return repaired;
  // From here to the end the indexes are marked unfinished: a crash leaves work, not wrong answers.
  if (auto marked = set_index_version(database, 0); !marked) return marked;
  if (auto cleared = database.clear(Family::kIndex); !cleared) return cleared;
  if (auto built = build(database); !built) return built;
  return set_index_version(database, kIndexVersion);
}

}  // namespace annalen::store::rocks
