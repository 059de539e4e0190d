#include "store/rocks/article_table.h"

#include "base/byte_order.h"

namespace annalen::store::rocks {
namespace {

constexpr std::size_t kEntryBytes = 1 + 8 + sizeof(Hash);

Error damaged(std::string_view key) {
  return Error{ErrorKind::kDamaged, "is no valid entry", describe_key(key), "`annalen reindex` builds it anew"};
}

}  // namespace

std::string article_value(const ArticleEntry& entry) {
  std::string out;
  put_big_endian(out, static_cast<std::uint8_t>(entry.kind));
  put_big_endian(out, entry.version_seq);
  return out.append(as_bytes(entry.digest));
}

std::optional<ArticleEntry> article_entry_from_value(std::string_view value) {
  if (value.size() != kEntryBytes) return std::nullopt;
  ArticleEntry entry;
  entry.kind = static_cast<RecordKind>(value[0]);
  if (entry.kind != RecordKind::kArticle && entry.kind != RecordKind::kExtraction) return std::nullopt;
  entry.version_seq = get_big_endian<std::uint64_t>(value, 1);
  entry.digest = *hash_from_bytes(value.substr(9));
  return entry;
}

void apply(std::optional<ArticleState>& state, std::uint64_t seq, const ArticleEntry& entry) {
  if (entry.kind == RecordKind::kArticle) {
    state = ArticleState{Position{0, seq}, entry.digest, std::nullopt, {}};
  } else if (state && state->article.seq == entry.version_seq) {
    state->extraction = Position{0, seq};
    state->resource_digest = entry.digest;
  }
}

Result<std::optional<ArticleState>> article_state_before(const View& view, std::string_view identity,
                                                         std::uint64_t end_seq) {
  const std::string prefix = article_prefix(identity);
  // Backwards to the newest version; what came after it are its own extractions or late ones of older versions.
  std::optional<ArticleState> state;
  std::vector<std::pair<std::uint64_t, ArticleEntry>> later;
  std::optional<Error> error;
  auto scanned = view.scan_back(Family::kIndex, prefix, article_key(identity, end_seq),
                                [&](std::string_view key, std::string_view value) {
                                  const auto entry = article_entry_from_value(value);
                                  if (!entry || key.size() != prefix.size() + 8) {
                                    error = damaged(key);
                                    return false;
                                  }
                                  later.emplace_back(get_big_endian<std::uint64_t>(key, prefix.size()), *entry);
                                  return entry->kind != RecordKind::kArticle;
                                });
  if (!scanned) return scanned.error();
  if (error) return *error;
  for (auto entry = later.rbegin(); entry != later.rend(); ++entry) apply(state, entry->first, entry->second);
  return state;
}

Result<void> scan_article_states(const View& view,
                                 const std::function<bool(std::string_view identity, const ArticleState&)>& sink) {
  std::string identity;
  std::optional<ArticleState> state;
  std::optional<Error> error;
  bool stopped = false;
  auto scanned = view.scan_prefix(space_prefix(Space::kArticle), [&](std::string_view bytes, std::string_view value) {
    const auto key = parse_key(bytes);
    const auto entry = article_entry_from_value(value);
    if (!key || !entry) {
      error = damaged(bytes);
      return false;
    }
    if (key->text != identity) {
      stopped = state && !sink(identity, *state);
      identity = key->text;
      state.reset();
    }
    apply(state, key->number, *entry);
    return !stopped;
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  if (state && !stopped) (void)sink(identity, *state);
  return {};
}

}  // namespace annalen::store::rocks
