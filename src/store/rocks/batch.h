// batch.h: drafts -> one write batch of records, payloads, nodes and index entries.
// Errors:  kInput for a draft that the store may not keep ("draft 2: …"), kUsage for kinds that append() does not take;
//          kDamaged when something read on the way is damaged. Nothing is written here.
// Threads: belongs to the writer.
#pragma once

#include <rocksdb/write_batch.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/rocks/index.h"
#include "store/rocks/payload_check.h"
#include "store/rocks/tree.h"

namespace annalen::store::rocks {

// The index's view of a log of which the end is still in memory.
class PendingSource final : public IndexSource {
 public:
  explicit PendingSource(const View& view) : view_(view) {}
  [[nodiscard]] Result<std::optional<ArticleState>> state_before(std::string_view identity,
                                                                 std::uint64_t end_seq) override;
  [[nodiscard]] Result<std::optional<std::string>> payload(std::uint64_t seq) override;
  // To be called for each entry of key space `A` that has been put, in order.
  void note(std::string_view key, std::string_view value);
  // `payload` outlives this object.
  void note_payload(std::uint64_t seq, const std::string& payload) { payloads_[seq] = &payload; }

 private:
  const View& view_;
  std::map<std::string, std::optional<ArticleState>, std::less<>> states_;
  std::map<std::uint64_t, const std::string*> payloads_;
};

// Index entries into a write batch. Sorted, since neighbours are cheaper to insert: a third of an append's time.
class BatchSink final : public IndexSink {
 public:
  BatchSink(const Database& database, PendingSource& source, rocksdb::WriteBatch& batch)
      : handle_(database.handle(Family::kIndex)), source_(source), batch_(batch) {}
  void put(std::string key, std::string value) override;
  void add(std::string key, const Counters& counters) override;
  void append(std::string key, std::string_view part) override;
  // Everything is written here; counters are summed up, and parts joined, over the batch before.
  void finish();

 private:
  rocksdb::ColumnFamilyHandle* handle_;
  PendingSource& source_;
  rocksdb::WriteBatch& batch_;
  std::vector<std::pair<std::string, std::string>> entries_;
  std::unordered_map<std::string, Counters> counters_;
  std::unordered_map<std::string, std::string> parts_;
};

struct BatchHead {
  std::uint64_t size = 0;  // of the log before
  std::int64_t recorded_ms = 0;
  std::uint64_t operator_id = 0;
  ToolVersion tool;
  Randomness* randomness = nullptr;
};

class BatchBuilder {
 public:
  // `drafts` outlive this object.
  BatchBuilder(const Database& database, const View& view, const BatchHead& head, TreeWriter& tree,
               std::span<const Draft> drafts);
  // Adds all drafts. On an error the batch and `tree` are to be thrown away.
  [[nodiscard]] Result<std::vector<Position>> build();
  // The first record of a new store.
  [[nodiscard]] Result<void> build_genesis(const std::string& payload);
  [[nodiscard]] rocksdb::WriteBatch& batch() { return batch_; }

 private:
  [[nodiscard]] Result<Record> resolve(std::size_t index) const;
  [[nodiscard]] Result<void> check_references(const Draft& draft, const Record& record, const std::string& where);
  [[nodiscard]] Result<RecordKind> kind_of(Position position) const;
  [[nodiscard]] Result<std::optional<ArticleBounds>> bounds_of(const Record& record, const std::string& where);
  // Checks a draft's payload and adds it; `record` is resolved.
  [[nodiscard]] Result<void> check_and_add(const Draft& draft, const Record& record, const std::string& where);
  [[nodiscard]] Result<void> add(Record record, const std::string& payload, const proto::Payload::Reader& root);

  const Database& database_;
  const View& view_;
  BatchHead head_;
  TreeWriter& tree_;
  std::span<const Draft> drafts_;
  rocksdb::WriteBatch batch_;
  PendingSource source_;
  BatchSink sink_;
  std::unordered_map<std::uint64_t, ArticleBounds> bounds_;  // of the articles among the drafts, by seq
};

[[nodiscard]] std::uint64_t operator_id(const std::string& store_id, const std::string& operator_name);

}  // namespace annalen::store::rocks
