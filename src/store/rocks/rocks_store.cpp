#include "store/rocks/rocks_store.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "store/rocks/article_table.h"
#include "store/rocks/batch.h"
#include "store/rocks/counters.h"
#include "store/rocks/decisions.h"
#include "store/rocks/log.h"
#include "store/rocks/names.h"
#include "store/rocks/payload_values.h"
#include "store/rocks/reindex.h"
#include "store/rocks/scan.h"
#include "store/rocks/verify.h"

namespace annalen::store::rocks {
namespace {

Error not_found(std::string what, Position position) {
  return Error{ErrorKind::kNotFound, std::move(what), "record " + to_text(position)};
}

// A text that may stand inside a key; nothing is stored under any other.
bool can_be_key(std::string_view text) { return !text.empty() && text.find('\0') == std::string_view::npos; }

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code code;
  for (std::filesystem::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
       entry.increment(code)) {
    std::error_code gone;  // compacted away meanwhile
    if (entry->is_regular_file(gone)) bytes += gone ? 0 : entry->file_size(gone);
  }
  return bytes;
}

}  // namespace

RocksStore::RocksStore(Parts parts) : parts_(std::move(parts)), size_(parts_.size), tree_(std::move(parts_.frontier)) {}

Result<std::vector<Position>> RocksStore::append(std::span<const Draft> drafts) {
  if (!parts_.lock) return Error{ErrorKind::kUsage, "the store is open for reading only", parts_.folder};
  const std::lock_guard guard(mutex_);
  if (parts_.write_blocked) return *parts_.write_blocked;
  if (drafts.empty()) return std::vector<Position>();

  BatchHead head;
  head.size = size_.load();
  head.recorded_ms = std::max(parts_.recorded_ms, parts_.options.clock->now_ms());
  head.operator_id = operator_id(parts_.store_id, parts_.options.operator_name);
  head.tool = parts_.options.tool;
  head.randomness = parts_.options.randomness;
  TreeWriter tree = tree_;
  const View view(*parts_.database);
  BatchBuilder builder(*parts_.database, view, head, tree, drafts);
  auto positions = builder.build();
  if (!positions) return positions.error();
  if (auto written = parts_.database->write_synced(builder.batch()); !written) {
    // What is on the disk is known again only after opening anew.
    parts_.write_blocked =
        Error{ErrorKind::kSystem, "an earlier write failed: " + written.error().what, parts_.folder, "open it anew"};
    return written.error();
  }
  tree_ = std::move(tree);
  parts_.recorded_ms = head.recorded_ms;
  size_.store(tree_.frontier().size());
  write_head(parts_.folder, Checkpoint{parts_.store_id, tree_.frontier().size(), tree_.frontier().root()});
  return positions;
}

Result<StoredRecord> RocksStore::record(Position position) const {
  if (position.stream != 0) return not_found("no such stream", position);
  const View view(*parts_.database);
  return read_stored(view, position.seq);
}

Result<void> RocksStore::scan_log(std::uint64_t from_seq, const std::function<bool(const StoredRecord&)>& sink) const {
  const View view(*parts_.database);
  return scan_stored(view, from_seq, sink);
}

Result<std::optional<ArticleState>> RocksStore::article_state(std::string_view identity,
                                                              std::optional<std::uint64_t> as_of) const {
  if (!can_be_key(identity)) return std::optional<ArticleState>();
  const View view(*parts_.database);
  return article_state_before(view, identity, as_of.value_or(UINT64_MAX));
}

Result<StoredArticle> RocksStore::article(Position version) const {
  if (version.stream != 0) return not_found("no such stream", version);
  const View view(*parts_.database);
  const auto record = read_record(view, version.seq);
  if (!record) return record.error();
  if (record->kind != RecordKind::kArticle) return not_found("is no article", version);
  const auto payload = read_payload(view, version.seq);
  if (!payload) return payload.error();
  if (!*payload) return not_found("has been redacted", version);
  return article_of(**payload, version);
}

Result<void> RocksStore::scan_articles(
    const std::function<bool(std::string_view identity, const ArticleState&)>& sink) const {
  const View view(*parts_.database);
  return scan_article_states(view, sink);
}

namespace {

Result<StoredEvent> read_event(const View& view, const EventRef& ref) {
  if (ref.extraction.stream != 0) return not_found("no such stream", ref.extraction);
  const auto record = read_record(view, ref.extraction.seq);
  if (!record) return record.error();
  if (record->kind != RecordKind::kExtraction || !record->subject) return not_found("is no extraction", ref.extraction);
  const auto payload = read_payload(view, ref.extraction.seq);
  if (!payload) return payload.error();
  if (!*payload) return not_found("has been redacted", ref.extraction);
  return event_of(**payload, ref, *record->subject);
}

}  // namespace

Result<StoredEvent> RocksStore::event(const EventRef& ref) const {
  const View view(*parts_.database);
  return read_event(view, ref);
}

Result<StoredEvent> RocksStore::find_event(std::string_view id) const {
  const View view(*parts_.database);
  const auto ref = find_current_event(view, id);
  if (!ref) return ref.error();
  if (!*ref) return Error{ErrorKind::kNotFound, "no current event has this id", std::string(id)};
  return read_event(view, **ref);
}

Result<void> RocksStore::scan_range(const Scan& scan, const EntrySink& sink) const {
  const View view(*parts_.database);
  return scan_postings(view, time_prefix(), scan, sink);
}

Result<void> RocksStore::scan_actor(std::string_view key, ParticipantRole role, const Scan& scan,
                                    const EntrySink& sink) const {
  if (!can_be_key(key)) return {};
  const View view(*parts_.database);
  return scan_postings(view, actor_prefix(role, key), scan, sink);
}

Result<void> RocksStore::scan_stem(std::string_view stem, const Scan& scan, const EntrySink& sink) const {
  const View view(*parts_.database);
  return scan_stem_postings(view, stem, scan, sink);
}

Result<std::vector<ActorName>> RocksStore::actors_of_name(std::string_view folded_name, ParticipantRole role) const {
  const View view(*parts_.database);
  return keys_of_folded_name(view, folded_name, role);
}

Result<std::vector<ActorName>> RocksStore::actors(ParticipantRole role) const {
  const View view(*parts_.database);
  std::vector<ActorName> out;
  auto scanned = scan_actor_names(view, role, [&](const ActorName& actor) {
    out.push_back(actor);
    return true;
  });
  if (!scanned) return scanned.error();
  return out;
}

Result<std::optional<ActorName>> RocksStore::actor(std::string_view key, ParticipantRole role) const {
  if (!can_be_key(key)) return std::optional<ActorName>();
  const View view(*parts_.database);
  return names_of_key(view, key, role);
}

Result<void> RocksStore::scan_written(std::string_view key, ParticipantRole role,
                                      const std::function<bool(const WrittenName&)>& sink) const {
  if (key.find('\0') != std::string_view::npos) return {};
  const View view(*parts_.database);
  return scan_written_names(view, key, role, sink);
}

Result<std::vector<Decision>> RocksStore::decisions(std::optional<std::uint64_t> as_of) const {
  const View view(*parts_.database);
  return read_decisions(view, as_of.value_or(UINT64_MAX));
}

Result<std::uint64_t> RocksStore::size_at(std::int64_t recorded_ms) const {
  const View view(*parts_.database);
  const auto size = log_size(view);
  if (!size) return size.error();
  // Recorded time never steps back, so the records up to a moment are a prefix of the log.
  std::uint64_t low = 0;
  std::uint64_t high = *size;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    const auto record = read_record(view, middle);
    if (!record) return record.error();
    if (record->recorded_ms <= recorded_ms) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Result<Statistics> RocksStore::statistics() const {
  const View view(*parts_.database);
  const auto size = log_size(view);
  if (!size) return size.error();
  const auto value = view.get(totals_key());
  if (!value) return value.error();
  const auto totals = counters_from_bytes(value->value_or(counters_bytes(Counters(kTotals, 0))), kTotals);
  if (!totals) return Error{ErrorKind::kDamaged, "is no list of totals", "totals", "`annalen reindex` builds it anew"};
  const auto total = [&](Total which) { return static_cast<std::uint64_t>((*totals)[which]); };
  Statistics out;
  out.records = *size;
  out.articles = total(kTotalArticles);
  out.article_versions = total(kTotalVersions);
  out.extractions = total(kTotalExtractions);
  out.events = total(kTotalEvents);
  out.events_exact = total(kTotalEventsExact);
  out.payload_bytes = total(kTotalPayloadBytes);
  out.disk_bytes = bytes_below(parts_.folder);
  auto scanned = scan_actor_names(view, ParticipantRole::kActor, [&](const ActorName&) {
    ++out.actors;
    return true;
  });
  if (!scanned) return scanned.error();
  const auto hull = hull_of_current(view);
  if (!hull) return hull.error();
  out.span = *hull;
  return out;
}

Result<Checkpoint> RocksStore::checkpoint() const {
  const View view(*parts_.database);
  const auto size = log_size(view);
  if (!size) return size.error();
  const auto frontier = read_frontier(view, *size);
  if (!frontier) return frontier.error();
  return Checkpoint{parts_.store_id, *size, frontier->root()};
}

Result<Verification> RocksStore::verify(const std::optional<Checkpoint>& older) const {
  const View view(*parts_.database);
  return verify_store(view, VerifyContext{parts_.store_id, parts_.folder, parts_.head, older});
}

Result<void> RocksStore::reindex() {
  if (!parts_.lock) return Error{ErrorKind::kUsage, "the store is open for reading only", parts_.folder};
  const std::lock_guard guard(mutex_);
  if (auto rebuilt = rebuild_indexes(*parts_.database); !rebuilt) return rebuilt;
  const View view(*parts_.database);
  auto frontier = read_frontier(view, size_.load());
  if (!frontier) return frontier.error();
  tree_ = TreeWriter(std::move(*frontier));
  parts_.write_blocked.reset();
  return {};
}

}  // namespace annalen::store::rocks
