#include "store/rocks/batch.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "base/byte_order.h"
#include "store/rocks/article_table.h"
#include "store/rocks/log.h"
#include "store/rocks/message.h"
#include "store/rocks/record_codec.h"

namespace annalen::store::rocks {
namespace {

rocksdb::Slice slice_of(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

// What a batch will about take, so that it need not grow: payloads, and half as much again for what is indexed.
std::size_t bytes_of(std::span<const Draft> drafts) {
  std::size_t bytes = 0;
  for (const auto& draft : drafts) bytes += draft.payload.size();
  return bytes + bytes / 2;
}

Error bad(const std::string& where, std::string what) { return Error{ErrorKind::kInput, std::move(what), where}; }

}  // namespace

std::uint64_t operator_id(const std::string& store_id, const std::string& operator_name) {
  if (operator_name.empty()) return 0;
  const Hash hash = Sha256().update_field(store_id).update_field(operator_name).finish();
  return get_big_endian<std::uint64_t>(as_bytes(hash));
}

Result<std::optional<ArticleState>> PendingSource::state_before(std::string_view identity, std::uint64_t end_seq) {
  const auto known = states_.find(identity);
  if (known != states_.end()) return known->second;
  auto state = article_state_before(view_, identity, end_seq);
  if (state) states_.emplace(identity, *state);
  return state;
}

Result<std::optional<std::string>> PendingSource::payload(std::uint64_t seq) {
  const auto pending = payloads_.find(seq);
  if (pending != payloads_.end()) return std::optional<std::string>(*pending->second);
  return read_payload(view_, seq);
}

void PendingSource::note(std::string_view key, std::string_view value) {
  const auto parsed = parse_key(key);
  const auto entry = article_entry_from_value(value);
  assert(parsed && entry && states_.contains(parsed->text));  // index_record() asked for the state just before
  apply(states_.find(parsed->text)->second, parsed->number, *entry);
}

void BatchSink::put(std::string key, std::string value) {
  if (key.front() == static_cast<char>(Space::kArticle)) source_.note(key, value);
  entries_.emplace_back(std::move(key), std::move(value));
}

void BatchSink::add(std::string key, const Counters& counters) {
  const auto [slot, fresh] = counters_.try_emplace(std::move(key), counters);
  if (!fresh) slot->second = *sum_of(slot->second, counters);
}

void BatchSink::append(std::string key, std::string_view part) { parts_[std::move(key)].append(part); }

void BatchSink::finish() {
  const auto by_key = [](const auto& left, const auto& right) { return left.first < right.first; };
  std::sort(entries_.begin(), entries_.end(), by_key);
  for (const auto& [key, value] : entries_) (void)batch_.Put(handle_, slice_of(key), slice_of(value));
  entries_.clear();
  for (const auto& [key, counters] : counters_) entries_.emplace_back(key, counters_bytes(counters));
  for (auto& [key, parts] : parts_) entries_.emplace_back(key, std::move(parts));
  std::sort(entries_.begin(), entries_.end(), by_key);
  for (const auto& [key, value] : entries_) (void)batch_.Merge(handle_, slice_of(key), slice_of(value));
  entries_.clear();
  counters_.clear();
  parts_.clear();
}

BatchBuilder::BatchBuilder(const Database& database, const View& view, const BatchHead& head, TreeWriter& tree,
                           std::span<const Draft> drafts)
    : database_(database),
      view_(view),
      head_(head),
      tree_(tree),
      drafts_(drafts),
      batch_(bytes_of(drafts)),
      source_(view),
      sink_(database, source_, batch_) {}

Result<std::vector<Position>> BatchBuilder::build() {
  std::vector<Position> positions;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const std::string where = "draft " + std::to_string(i);
    const Draft& draft = drafts_[i];
    auto record = resolve(i);
    if (!record) return record.error();
    if (auto checked = check_references(draft, *record, where); !checked) return checked.error();
    if (auto added = check_and_add(draft, *record, where); !added) return added.error();
    positions.push_back(record->position);
  }
  sink_.finish();
  return positions;
}

Result<void> BatchBuilder::build_genesis(const std::string& payload) {
  Record record;
  record.kind = RecordKind::kGenesis;
  record.recorded_ms = head_.recorded_ms;
  record.operator_id = head_.operator_id;
  record.tool = head_.tool;
  auto added = with_message<void>(payload, ErrorKind::kInput, "genesis", [&](capnp::MessageReader& message) {
    return add(record, payload, message.getRoot<proto::Payload>());
  });
  if (!added) return added;
  sink_.finish();
  return {};
}

// The payload is parsed once, for the check and for the indexes.
Result<void> BatchBuilder::check_and_add(const Draft& draft, const Record& record, const std::string& where) {
  const auto bounds = bounds_of(record, where);
  if (!bounds) return bounds.error();
  return with_message<void>(draft.payload, ErrorKind::kInput, where,
                            [&](capnp::MessageReader& message) -> Result<void> {
                              const auto root = message.getRoot<proto::Payload>();
                              auto checked = check_payload(draft.kind, root, *bounds, ErrorKind::kInput, where);
                              if (!checked) return checked;
                              if (root.isArticle())
                                bounds_.emplace(record.position.seq, article_bounds(root.getArticle()));
                              return add(record, draft.payload, root);
                            });
}

Result<Record> BatchBuilder::resolve(std::size_t index) const {
  const Draft& draft = drafts_[index];
  Record record;
  record.kind = draft.kind;
  record.position = Position{0, head_.size + index};
  record.recorded_ms = head_.recorded_ms;
  record.operator_id = head_.operator_id;
  record.tool = head_.tool;
  record.subject = draft.subject;
  record.object = draft.object;
  if (draft.subject_draft) {
    if (draft.subject || *draft.subject_draft >= index) {
      return bad("draft " + std::to_string(index), "its subject is not one earlier draft");
    }
    record.subject = Position{0, head_.size + *draft.subject_draft};
  }
  return record;
}

Result<RecordKind> BatchBuilder::kind_of(Position position) const {
  if (position.stream == 0 && position.seq >= head_.size && position.seq - head_.size < drafts_.size()) {
    return drafts_[position.seq - head_.size].kind;
  }
  if (position.stream != 0) return Error{ErrorKind::kNotFound, "no such stream", to_text(position)};
  const auto record = read_record(view_, position.seq);
  if (!record) return record.error();
  return record->kind;
}

Result<void> BatchBuilder::check_references(const Draft& draft, const Record& record, const std::string& where) {
  // Payload and log change together there; each has a call of its own.
  if (draft.kind == RecordKind::kGenesis || draft.kind == RecordKind::kRedaction) {
    return Error{ErrorKind::kUsage, "append() takes no " + std::string(to_text(draft.kind)), where};
  }
  if (to_text(draft.kind) == "unknown") return Error{ErrorKind::kUsage, "no such kind of record", where};
  for (const auto& reference : {record.subject, record.object}) {
    if (!reference) continue;
    if (*reference >= record.position)
      return bad(where, "refers to " + to_text(*reference) + ", which is not before it");
    const auto kind = kind_of(*reference);
    if (!kind && kind.error().kind == ErrorKind::kNotFound) return bad(where, "refers to " + to_text(*reference));
    if (!kind) return kind.error();
    const bool is_subject = record.subject == reference;
    if (draft.kind == RecordKind::kExtraction && is_subject && *kind != RecordKind::kArticle) {
      return bad(where, "its subject " + to_text(*reference) + " is no article");
    }
    if (draft.kind == RecordKind::kArticle && *kind != RecordKind::kArticle) {
      return bad(where, "refers to " + to_text(*reference) + ", which is no article");
    }
    if (draft.kind == RecordKind::kUnmerge && is_subject && *kind != RecordKind::kMerge) {
      return bad(where, "its subject " + to_text(*reference) + " is no merge");
    }
  }
  const bool needs_subject = draft.kind == RecordKind::kExtraction || draft.kind == RecordKind::kUnmerge;
  if (needs_subject && !record.subject) return bad(where, "has no subject");
  if (draft.payload.size() > kPayloadBytesMax) return bad(where, "payload is too large");
  return {};
}

Result<std::optional<ArticleBounds>> BatchBuilder::bounds_of(const Record& record, const std::string& where) {
  if (record.kind != RecordKind::kExtraction) return std::optional<ArticleBounds>();
  if (const auto pending = bounds_.find(record.subject->seq); pending != bounds_.end()) {
    return std::optional<ArticleBounds>(pending->second);
  }
  const auto payload = source_.payload(record.subject->seq);
  if (!payload) return payload.error();
  if (!*payload) return bad(where, "its article has been redacted");
  auto bounds = article_bounds(**payload, "record " + to_text(*record.subject));
  if (!bounds) return bounds.error();
  return std::optional<ArticleBounds>(std::move(*bounds));
}

Result<void> BatchBuilder::add(Record record, const std::string& payload, const proto::Payload::Reader& root) {
  const std::uint64_t seq = record.position.seq;
  const std::string salt = head_.randomness->bytes(kSaltBytes);
  assert(salt.size() == kSaltBytes);
  record.payload_hash = payload_hash(salt, payload);
  const std::string bytes = record_bytes(record);
  auto* const log = database_.handle(Family::kLog);
  (void)batch_.Put(log, slice_of(record_key(seq)), slice_of(bytes));
  const std::string key = payload_key(seq);
  const rocksdb::Slice key_slice = slice_of(key);
  const std::array<rocksdb::Slice, 2> value = {slice_of(salt), slice_of(payload)};
  (void)batch_.Put(database_.handle(Family::kPayload), {&key_slice, 1}, {value.data(), static_cast<int>(value.size())});
  tree_.append(leaf_hash(bytes), [&](std::uint8_t level, std::uint64_t index, const Hash& node) {
    (void)batch_.Put(log, slice_of(node_key(level, index)), slice_of(as_bytes(node)));
  });
  source_.note_payload(seq, payload);
  return index_record(record, OpenPayload{root, payload.size()}, source_, sink_);
}

}  // namespace annalen::store::rocks
