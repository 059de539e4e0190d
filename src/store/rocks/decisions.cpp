#include "store/rocks/decisions.h"

#include <optional>
#include <utility>

#include "base/byte_order.h"
#include "store/rocks/keys.h"
#include "store/rocks/log.h"
#include "store/rocks/record_codec.h"

namespace annalen::store::rocks {
namespace {

Result<bool> has_decision_index(const View& view) {
  const auto version = view.get(meta_key(kMetaIndexes));
  if (!version) return version.error();
  std::string earlier;
  put_big_endian(earlier, kIndexVersionWithoutNames);
  return *version != earlier;
}

using Seqs = std::vector<std::uint64_t>;

Result<Seqs> from_index(const View& view, std::uint64_t end_seq) {
  Seqs out;
  std::optional<Error> error;
  auto scanned = view.scan(Family::kIndex, space_prefix(Space::kDecision), decision_key(end_seq),
                           [&](std::string_view bytes, std::string_view) {
                             const auto key = parse_key(bytes);
                             if (!key) {
                               error = Error{ErrorKind::kDamaged, "is no valid entry", describe_key(bytes),
                                             "`annalen reindex` builds it anew"};
                             } else {
                               out.push_back(key->number);
                             }
                             return !error.has_value();
                           });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return out;
}

Result<Seqs> from_log(const View& view, std::uint64_t end_seq) {
  Seqs out;
  std::optional<Error> error;
  auto scanned =
      view.scan(Family::kLog, record_key(0), record_key(end_seq), [&](std::string_view bytes, std::string_view value) {
        const auto key = parse_key(bytes);
        const auto record = record_from_bytes(value, key ? key->number : 0);
        if (!record) error = record.error();
        if (record && is_decision(record->kind)) out.push_back(record->position.seq);
        return !error.has_value();
      });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return out;
}

}  // namespace

Result<std::vector<Decision>> read_decisions(const View& view, std::uint64_t end_seq) {
  const auto indexed = has_decision_index(view);
  if (!indexed) return indexed.error();
  const auto seqs = *indexed ? from_index(view, end_seq) : from_log(view, end_seq);
  if (!seqs) return seqs.error();
  std::vector<Decision> out;
  for (const std::uint64_t seq : *seqs) {
    const auto stored = read_stored(view, seq);
    if (!stored) return stored.error();
    if (!stored->payload) continue;
    auto decision = decision_of(*stored);
    if (!decision) return decision.error();
    out.push_back(std::move(*decision));
  }
  return out;
}

}  // namespace annalen::store::rocks
