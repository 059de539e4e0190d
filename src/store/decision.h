// decision.h: what people decided about actors: that two keys are one (merge), that they are not after all (unmerge),
// that one key is several people (split). Records like all others; what follows from them is query's business.
// Errors:  decision_of(): kDamaged with the position, when the payload is none of its kind or has not its hash.
// Threads: value types, pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/record.h"

namespace annalen::store {

// What goes to one of the keys that a split makes.
struct SplitPart {
  std::string key;
  std::string name;                             // shown; empty: as the events name it
  std::vector<std::string> article_identities;  // the mentions in these articles,
  std::vector<std::string> titles;              // and those with these titles; both empty: all the rest
};

struct Decision {
  RecordKind kind = RecordKind::kMerge;  // merge, unmerge or split
  Position position;
  std::int64_t recorded_ms = 0;
  std::string by;                  // operator's name; may be empty
  std::string reason;              // may be empty
  std::string from;                // merge: this key
  std::string into;                // merge: is that one; split: empty
  std::optional<Position> undone;  // unmerge: the merge taken back
  std::string key;                 // split
  std::vector<SplitPart> parts;    // split
};

[[nodiscard]] bool is_decision(RecordKind kind);
// `stored` is of one of these kinds, and not redacted.
[[nodiscard]] Result<Decision> decision_of(const StoredRecord& stored);

// Bytes of the Payload message of a record that says so.
[[nodiscard]] std::string decision_payload(const Decision& decision);

}  // namespace annalen::store
