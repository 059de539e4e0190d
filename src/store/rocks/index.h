// index.h: what one record adds to the indexes. The only place that knows; append, reindex and verify all ask it.
// Format:  FORMAT.md, "Key spaces of family `index`". Same log, same entries.
// Errors:  kDamaged from the source; a payload that is no valid one is kDamaged too.
// Threads: functions over a source and a sink of one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "proto/payload.capnp.h"
#include "store/rocks/counters.h"
#include "store/rocks/keys.h"
#include "store/store.h"

namespace annalen::store::rocks {

class IndexSink {
 public:
  virtual ~IndexSink() = default;
  virtual void put(std::string key, std::string value) = 0;
  virtual void add(std::string key, const Counters& counters) = 0;
  // `part` behind what the value has so far.
  virtual void append(std::string key, std::string_view part) = 0;
};

// What indexing asks of the log before the record at hand.
class IndexSource {
 public:
  virtual ~IndexSource() = default;
  // As after the records before `end_seq`.
  [[nodiscard]] virtual Result<std::optional<ArticleState>> state_before(std::string_view identity,
                                                                         std::uint64_t end_seq) = 0;
  // The payload's message; empty once redacted.
  [[nodiscard]] virtual Result<std::optional<std::string>> payload(std::uint64_t seq) = 0;
};

// The record's payload as an open message, and how long it is.
struct OpenPayload {
  proto::Payload::Reader root;
  std::size_t bytes = 0;
};
[[nodiscard]] Result<void> index_record(const Record& record, const OpenPayload& payload, IndexSource& source,
                                        IndexSink& sink, std::uint16_t layout = kIndexVersion);
// `payload`: the record's message; empty once redacted. `layout`: kIndexVersion, or an earlier one that verify has met.
[[nodiscard]] Result<void> index_record(const Record& record, const std::optional<std::string>& payload,
                                        IndexSource& source, IndexSink& sink, std::uint16_t layout = kIndexVersion);

}  // namespace annalen::store::rocks
