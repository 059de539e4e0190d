// Any bytes as a record or a payload: no crash, no hang; a valid record of today's length is written the same again,
// and a payload that passes the check can be read, indexed, dumped and shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "store/checkpoint.h"
#include "store/dump.h"
#include "store/record_json.h"
#include "store/rocks/index.h"
#include "store/rocks/payload_check.h"
#include "store/rocks/payload_values.h"
#include "store/rocks/record_codec.h"

namespace {

using namespace annalen;         // NOLINT
using namespace annalen::store;  // NOLINT

class EmptySource final : public rocks::IndexSource {
 public:
  Result<std::optional<ArticleState>> state_before(std::string_view, std::uint64_t) override {
    return std::optional<ArticleState>();
  }
  Result<std::optional<std::string>> payload(std::uint64_t) override { return std::optional<std::string>(); }
};

class NoSink final : public rocks::IndexSink {
 public:
  void put(std::string, std::string) override {}
  void add(std::string, const rocks::Counters&) override {}
};

void read_payload(const std::string& bytes) {
  for (const auto kind : {RecordKind::kArticle, RecordKind::kExtraction, RecordKind::kSplit, RecordKind::kRetraction}) {
    if (!rocks::check_payload(kind, bytes, std::nullopt, ErrorKind::kInput, "")) continue;
    Record record;
    record.kind = kind;
    record.position.seq = 2;
    record.subject = Position{0, 1};
    EmptySource source;
    NoSink sink;
    if (!rocks::index_record(record, bytes, source, sink)) std::abort();
    if (kind == RecordKind::kArticle && !rocks::article_of(bytes, record.position)) std::abort();
    if (kind == RecordKind::kExtraction) (void)rocks::event_of(bytes, EventRef{record.position, 0}, *record.subject);
    StoredRecord stored{record, rocks::record_bytes(record), std::string(16, 's'), bytes};
    (void)content_json(stored);
    (void)dump_entry_bytes(stored);
  }
  (void)rocks::article_of(bytes, Position());
  (void)rocks::event_of(bytes, EventRef(), Position());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);  // NOLINT
  const std::uint64_t seq = size >= 32 ? static_cast<unsigned char>(bytes[24]) : 0;
  const auto record = rocks::record_from_bytes(bytes, seq);
  if (record && bytes.size() == rocks::kRecordBytes && rocks::record_bytes(*record) != bytes) std::abort();
  read_payload(bytes);
  if (const auto checkpoint = checkpoint_from_text(bytes)) {
    if (bytes.rfind(to_text(*checkpoint), 0) != 0) std::abort();
  }
  return 0;
}
