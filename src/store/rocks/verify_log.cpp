#include "store/rocks/verify_log.h"

#include <optional>
#include <set>
#include <utility>

#include "store/rocks/log.h"
#include "store/rocks/payload_check.h"
#include "store/rocks/payload_values.h"
#include "store/rocks/tree.h"

namespace annalen::store::rocks {
namespace {

Error damage(std::uint64_t seq, std::string what) {
  return Error{ErrorKind::kDamaged, std::move(what), "record " + to_text(Position{0, seq})};
}

// Seqs whose payload a redaction has removed.
Result<std::set<std::uint64_t>> redacted_seqs(const View& view) {
  std::set<std::uint64_t> out;
  auto scanned = scan_stored(view, 0, [&](const StoredRecord& stored) {
    if (stored.record.kind == RecordKind::kRedaction && stored.record.subject) out.insert(stored.record.subject->seq);
    return true;
  });
  if (!scanned) return scanned.error();
  return out;
}

class LogVerifier {
 public:
  LogVerifier(const View& view, const std::string& store_id, LogFindings& findings, std::set<std::uint64_t> redacted)
      : view_(view), store_id_(store_id), findings_(findings), redacted_(std::move(redacted)) {}

  Result<void> take(const StoredRecord& stored) {
    const std::uint64_t seq = stored.record.position.seq;
    if (stored.record.recorded_ms < recorded_ms_) return damage(seq, "was recorded before the record before it");
    recorded_ms_ = stored.record.recorded_ms;
    if (auto checked = check_references(stored.record); !checked) return checked;
    if (auto checked = check_payload_of(stored); !checked) return checked;
    if (auto checked = check_nodes(stored); !checked) return checked;
    ++findings_.records;
    const auto wanted = findings_.roots.find(findings_.records);
    if (wanted != findings_.roots.end()) wanted->second = tree_.frontier().root();
    return {};
  }

  // Counts behind the last record: nothing may stand there that no record accounts for.
  Result<void> finish() {
    findings_.root = tree_.frontier().root();
    if (auto checked = no_surplus(Family::kLog, Space::kNode, nodes_); !checked) return checked;
    return no_surplus(Family::kPayload, Space::kPayload, findings_.payloads);
  }

 private:
  Result<RecordKind> kind_at(Position position) {
    const auto record = read_record(view_, position.seq);
    if (!record) return record.error();
    return record->kind;
  }

  Result<void> check_kind(std::uint64_t seq, const std::optional<Position>& reference, RecordKind wanted,
                          const char* name) {
    if (!reference) return {};
    const auto kind = kind_at(*reference);
    if (!kind) return kind.error();
    if (*kind != wanted) return damage(seq, "its " + std::string(name) + " is no " + std::string(to_text(wanted)));
    return {};
  }

  Result<void> check_references(const Record& record) {
    const std::uint64_t seq = record.position.seq;
    if ((record.kind == RecordKind::kGenesis) != (seq == 0)) return damage(seq, "genesis is not the first record");
    switch (record.kind) {
      case RecordKind::kExtraction:
        if (!record.subject) return damage(seq, "an extraction without subject");
        return check_kind(seq, record.subject, RecordKind::kArticle, "subject");
      case RecordKind::kArticle:
        return check_kind(seq, record.object, RecordKind::kArticle, "object");
      case RecordKind::kUnmerge:
        if (!record.subject) return damage(seq, "an unmerge without subject");
        return check_kind(seq, record.subject, RecordKind::kMerge, "subject");
      case RecordKind::kRedaction:
        return record.subject ? Result<void>() : damage(seq, "a redaction without subject");
      default:
        return {};
    }
  }

  Result<void> check_payload_of(const StoredRecord& stored) {
    const std::uint64_t seq = stored.record.position.seq;
    const bool redacted = redacted_.contains(seq);
    if (!stored.payload) return redacted ? Result<void>() : damage(seq, "its payload is missing");
    if (redacted) return damage(seq, "its payload is there although it was redacted");
    if (payload_hash(*stored.salt, *stored.payload) != stored.record.payload_hash) {
      return damage(seq, "its payload does not have its hash");
    }
    ++findings_.payloads;
    std::optional<ArticleBounds> bounds;
    if (stored.record.kind == RecordKind::kExtraction) {
      const auto article = read_payload(view_, stored.record.subject->seq);
      if (!article) return article.error();
      if (*article) {
        auto read = article_bounds(**article, "record " + to_text(*stored.record.subject));
        if (!read) return read.error();
        bounds = std::move(*read);
      }
    }
    const std::string where = "record " + to_text(stored.record.position);
    auto checked = check_payload(stored.record.kind, *stored.payload, bounds, ErrorKind::kDamaged, where);
    if (!checked || seq != 0) return checked;
    const auto id = store_id_of(*stored.payload);
    if (!id) return id.error();
    return *id == store_id_ ? Result<void>() : damage(0, "its store id is not that of meta store");
  }

  Result<void> check_nodes(const StoredRecord& stored) {
    std::optional<Error> error;
    tree_.append(leaf_hash(stored.bytes), [&](std::uint8_t level, std::uint64_t index, const Hash& node) {
      if (error) return;
      ++nodes_;
      const auto kept = read_node(view_, level, index);
      if (!kept) {
        error = kept.error();
      } else if (*kept != node) {
        error = Error{ErrorKind::kDamaged, "is not the hash of record " + to_text(stored.record.position),
                      describe_key(node_key(level, index))};
      }
    });
    return error ? Result<void>(*error) : Result<void>();
  }

  // All keys of a family: of `space` as many as are accounted for, and none that belong elsewhere.
  Result<void> no_surplus(Family family, Space space, std::uint64_t accounted) {
    std::uint64_t found = 0;
    std::optional<Error> error;
    auto scanned = view_.scan_all(family, [&](std::string_view bytes, std::string_view) {
      const auto key = parse_key(bytes);
      const bool known_meta = key && key->space == Space::kMeta &&
                              (key->text == kMetaFormat || key->text == kMetaStore || key->text == kMetaIndexes);
      const bool known = key && family_of(key->space) == family && (key->space != Space::kMeta || known_meta);
      if (!known) error = Error{ErrorKind::kDamaged, "does not belong there", describe_key(bytes)};
      if (known && key->space == space) {
        ++found;
        // A node or payload of a record that is not there.
        const std::uint64_t first = key->space == Space::kNode ? key->number << key->level : key->number;
        if (first >= findings_.records) error = Error{ErrorKind::kDamaged, "belongs to no record", describe_key(bytes)};
      }
      return !error.has_value();
    });
    if (!scanned) return scanned.error();
    if (error) return *error;
    if (found == accounted) return {};
    return Error{ErrorKind::kDamaged,
                 std::to_string(found) + " entries, " + std::to_string(accounted) + " are accounted for",
                 "key space " + space_prefix(space)};
  }

  const View& view_;
  const std::string& store_id_;
  LogFindings& findings_;
  std::set<std::uint64_t> redacted_;
  TreeWriter tree_;
  std::uint64_t nodes_ = 0;
  std::int64_t recorded_ms_ = INT64_MIN;
};

}  // namespace

Result<void> verify_log(const View& view, const std::string& store_id, LogFindings& findings) {
  auto redacted = redacted_seqs(view);
  if (!redacted) return redacted.error();
  LogVerifier verifier(view, store_id, findings, std::move(*redacted));
  std::optional<Error> error;
  auto scanned = scan_stored(view, 0, [&](const StoredRecord& stored) {
    if (auto taken = verifier.take(stored); !taken) error = taken.error();
    return !error.has_value();
  });
  if (error) return *error;
  if (!scanned) return scanned;
  return verifier.finish();
}

}  // namespace annalen::store::rocks
