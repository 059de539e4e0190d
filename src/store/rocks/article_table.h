// article_table.h: identity -> versions and extractions with their seqs (key space `A`).
// Errors:  kDamaged for entries that are none.
// Threads: functions over a View.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"
#include "store/rocks/database.h"
#include "store/store.h"

namespace annalen::store::rocks {

struct ArticleEntry {
  RecordKind kind = RecordKind::kArticle;  // article or extraction
  std::uint64_t version_seq = 0;
  Hash digest{};  // content hash, resource digest
};
[[nodiscard]] std::string article_value(const ArticleEntry& entry);
[[nodiscard]] std::optional<ArticleEntry> article_entry_from_value(std::string_view value);

// The identity's newest version and that version's newest extraction, of records before `end_seq`.
[[nodiscard]] Result<std::optional<ArticleState>> article_state_before(const View& view, std::string_view identity,
                                                                       std::uint64_t end_seq);
// What `state` becomes with one more entry.
void apply(std::optional<ArticleState>& state, std::uint64_t seq, const ArticleEntry& entry);

// All identities in byte order with their newest state.
[[nodiscard]] Result<void> scan_article_states(
    const View& view, const std::function<bool(std::string_view identity, const ArticleState&)>& sink);

}  // namespace annalen::store::rocks
