#include "store/rocks/log.h"

#include <utility>

#include "base/byte_order.h"
#include "store/rocks/record_codec.h"

namespace annalen::store::rocks {
namespace {

Error damaged(std::uint64_t seq, std::string what) {
  return Error{ErrorKind::kDamaged, std::move(what), "record " + to_text(Position{0, seq})};
}

// Splits a stored value of space `P`.
Result<void> set_payload(StoredRecord& stored, std::string_view value) {
  if (value.size() < kSaltBytes) return damaged(stored.record.position.seq, "its payload has no salt");
  stored.salt = std::string(value.substr(0, kSaltBytes));
  stored.payload = std::string(value.substr(kSaltBytes));
  return {};
}

}  // namespace

Result<std::uint64_t> log_size(const View& view) {
  std::uint64_t size = 0;
  std::optional<Error> error;
  const std::string prefix = space_prefix(Space::kRecord);
  auto scanned =
      view.scan_back(Family::kLog, prefix, prefix_end(prefix), [&](std::string_view bytes, std::string_view) {
        const auto key = parse_key(bytes);
        if (!key || key->number == UINT64_MAX) {
          error = Error{ErrorKind::kDamaged, "is no key of a record", describe_key(bytes)};
        } else {
          size = key->number + 1;
        }
        return false;
      });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return size;
}

Result<Record> read_record(const View& view, std::uint64_t seq) {
  const auto bytes = view.get(record_key(seq));
  if (!bytes) return bytes.error();
  if (!*bytes) return Error{ErrorKind::kNotFound, "no such record", "record " + to_text(Position{0, seq})};
  return record_from_bytes(**bytes, seq);
}

Result<std::optional<std::string>> read_payload(const View& view, std::uint64_t seq) {
  auto value = view.get(payload_key(seq));
  if (!value || !*value) return value;
  if ((*value)->size() < kSaltBytes) return damaged(seq, "its payload has no salt");
  return std::optional<std::string>((*value)->substr(kSaltBytes));
}

Result<StoredRecord> read_stored(const View& view, std::uint64_t seq) {
  auto bytes = view.get(record_key(seq));
  if (!bytes) return bytes.error();
  if (!*bytes) return Error{ErrorKind::kNotFound, "no such record", "record " + to_text(Position{0, seq})};
  auto record = record_from_bytes(**bytes, seq);
  if (!record) return record.error();
  StoredRecord stored{*record, std::move(**bytes), std::nullopt, std::nullopt};
  const auto value = view.get(payload_key(seq));
  if (!value) return value.error();
  if (*value) {
    if (auto set = set_payload(stored, **value); !set) return set.error();
  }
  return stored;
}

Result<void> scan_stored(const View& view, std::uint64_t from_seq,
                         const std::function<bool(const StoredRecord&)>& sink) {
  // Records and payloads side by side: both are ordered by seq.
  const auto payloads = view.iterator(Family::kPayload);
  payloads->Seek(payload_key(from_seq));
  std::uint64_t next = from_seq;
  std::optional<Error> error;
  const auto take = [&](std::string_view key, std::string_view value) -> Result<bool> {
    const std::uint64_t seq = next++;
    if (key != record_key(seq)) return damaged(seq, "is missing");
    auto record = record_from_bytes(value, seq);
    if (!record) return record.error();
    StoredRecord stored{*record, std::string(value), std::nullopt, std::nullopt};
    if (!payloads->status().ok()) return error_of(payloads->status(), "payload " + to_text(Position{0, seq}));
    if (payloads->Valid() && payloads->key().ToStringView() == payload_key(seq)) {
      if (auto set = set_payload(stored, payloads->value().ToStringView()); !set) return set.error();
      payloads->Next();
    }
    return sink(stored);
  };
  auto scanned = view.scan(Family::kLog, record_key(from_seq), prefix_end(space_prefix(Space::kRecord)),
                           [&](std::string_view key, std::string_view value) {
                             auto taken = take(key, value);
                             if (!taken) error = taken.error();
                             return taken && *taken;
                           });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return {};
}

Hash payload_hash(std::string_view salt, std::string_view payload) {
  return Sha256().update(salt).update(payload).finish();
}

}  // namespace annalen::store::rocks
