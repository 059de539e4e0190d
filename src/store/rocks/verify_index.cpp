#include "store/rocks/verify_index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/rocks/article_table.h"
#include "store/rocks/counters.h"
#include "store/rocks/index.h"
#include "store/rocks/log.h"

namespace annalen::store::rocks {
namespace {

constexpr std::size_t kChunkEntries = 4096;  // looked up together
constexpr std::size_t kKeptMax = 64;         // records whose entries are remembered

using Entries = std::vector<std::pair<std::string, std::string>>;

Error damage(std::string_view key, std::string what) {
  return Error{ErrorKind::kDamaged, std::move(what), describe_key(key)};
}

// The log as the indexes should see it, from the article table itself: its own entries are checked like all others, so
// a wrong answer is found at the latest when the entry behind it is.
class StoredSource final : public IndexSource {
 public:
  explicit StoredSource(const View& view) : view_(view) {}
  Result<std::optional<ArticleState>> state_before(std::string_view identity, std::uint64_t end_seq) override {
    return article_state_before(view_, identity, end_seq);
  }
  Result<std::optional<std::string>> payload(std::uint64_t seq) override { return read_payload(view_, seq); }

 private:
  const View& view_;
};

// What the log asks for: entries in chunks, those of stems when their block is complete, counters summed up to the end.
class ExpectedEntries final : public IndexSink {
 public:
  // To be called before each record is indexed, and with UINT64_MAX at the end.
  void begin_record(std::uint64_t seq) {
    if (stem_block(seq) == block_) return;
    block_ = stem_block(seq);
    for (auto& [key, value] : blocks_) entries.emplace_back(key, std::move(value));
    blocks_.clear();
  }
  void append(std::string key, std::string_view part) override { blocks_[std::move(key)].append(part); }
  void put(std::string key, std::string value) override { entries.emplace_back(std::move(key), std::move(value)); }
  void add(std::string key, const Counters& change) override {
    const auto [slot, fresh] = counters.try_emplace(std::move(key), change);
    if (!fresh) slot->second = *sum_of(slot->second, change);
  }
  Entries entries;
  std::map<std::string, Counters> counters;

 private:
  std::uint64_t block_ = 0;
  std::unordered_map<std::string, std::string> blocks_;
};

Result<void> check_present(const View& view, Entries& entries) {
  std::sort(entries.begin(), entries.end());
  std::vector<std::string> keys;
  keys.reserve(entries.size());
  for (const auto& entry : entries) keys.push_back(entry.first);
  const auto values = view.get_sorted(Family::kIndex, keys);
  if (!values) return values.error();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!(*values)[i]) return damage(keys[i], "index entry is missing");
    if (*(*values)[i] != entries[i].second) return damage(keys[i], "index entry has a wrong value");
  }
  return {};
}

// Expects everything that the log asks for; counts it and keeps the counters.
Result<void> check_expected(const View& view, std::uint16_t layout, ExpectedEntries& expected, std::uint64_t& count) {
  StoredSource source(view);
  std::optional<Error> error;
  const auto flush = [&] {
    count += expected.entries.size();
    if (auto checked = check_present(view, expected.entries); !checked) error = checked.error();
    expected.entries.clear();
    return !error.has_value();
  };
  auto scanned = scan_stored(view, 0, [&](const StoredRecord& stored) {
    expected.begin_record(stored.record.position.seq);
    if (auto done = index_record(stored.record, stored.payload, source, expected, layout); !done) error = done.error();
    return !error && (expected.entries.size() < kChunkEntries || flush());
  });
  if (error) return *error;
  if (!scanned) return scanned;
  expected.begin_record(UINT64_MAX);
  if (!flush()) return *error;
  for (const auto& [key, counters] : expected.counters) {
    expected.entries.emplace_back(key, counters_bytes(counters));
    if (expected.entries.size() >= kChunkEntries && !flush()) return *error;
  }
  return flush() ? Result<void>() : Result<void>(*error);
}

bool is_counter(Space space) {
  return space == Space::kName || space == Space::kAlias || space == Space::kWritten || space == Space::kTotals;
}

// The record that an entry stems from; empty for counters and for what is no key of an index.
std::optional<std::uint64_t> seq_of(const std::optional<ParsedKey>& key) {
  if (!key || family_of(key->space) != Family::kIndex) return std::nullopt;
  return is_counter(key->space) ? std::nullopt : std::optional<std::uint64_t>(key->number);
}

// Slow, and only run when there are more entries than expected: names one that the log does not ask for.
class SurplusFinder {
 public:
  SurplusFinder(const View& view, std::uint16_t layout, const ExpectedEntries& expected)
      : view_(view), layout_(layout), expected_(expected), source_(view) {}

  Result<bool> surplus(std::string_view bytes) {
    const auto key = parse_key(bytes);
    if (key && is_counter(key->space)) {
      return !expected_.counters.contains(std::string(bytes));
    }
    auto seq = seq_of(key);
    if (!seq) return true;
    // An entry of `X` was put by the record that its value names, or by the extraction itself.
    if (key->space == Space::kSuperseded) return superseded_surplus(*seq);
    auto entries = key->block ? entries_of_block(*seq) : entries_of(*seq);
    if (!entries) return entries.error();
    const auto found = std::lower_bound((*entries)->begin(), (*entries)->end(), bytes,
                                        [](const auto& entry, std::string_view k) { return entry.first < k; });
    return found == (*entries)->end() || found->first != bytes;
  }

 private:
  Result<const Entries*> entries_of(std::uint64_t seq) {
    const auto kept = kept_.find(seq);
    if (kept != kept_.end()) return &kept->second;
    ExpectedEntries entries;
    if (auto found = expect(seq, entries); !found) return found.error();
    std::sort(entries.entries.begin(), entries.entries.end());
    if (kept_.size() >= kKeptMax) kept_.clear();
    return &(kept_[seq] = std::move(entries.entries));
  }

  // Stems alone are asked for in it.
  Result<const Entries*> entries_of_block(std::uint64_t first_seq) {
    if (block_ == first_seq) return &block_entries_;
    ExpectedEntries entries;
    for (std::uint64_t seq = first_seq; seq - first_seq < kStemBlock; ++seq) {
      const auto found = expect(seq, entries);
      if (!found) return found.error();
      if (!*found) break;
      entries.entries.clear();
    }
    entries.begin_record(UINT64_MAX);
    std::sort(entries.entries.begin(), entries.entries.end());
    block_ = first_seq;
    block_entries_ = std::move(entries.entries);
    return &block_entries_;
  }

  // False behind the end of the log.
  Result<bool> expect(std::uint64_t seq, ExpectedEntries& entries) {
    const auto stored = read_stored(view_, seq);
    if (!stored && stored.error().kind != ErrorKind::kNotFound) return stored.error();
    if (!stored) return false;
    entries.begin_record(seq);
    if (auto done = index_record(stored->record, stored->payload, source_, entries, layout_); !done)
      return done.error();
    return true;
  }

  Result<bool> superseded_surplus(std::uint64_t seq) {
    const auto record = read_record(view_, seq);
    if (!record) return true;
    return record->kind != RecordKind::kExtraction;
  }

  const View& view_;
  std::uint16_t layout_;
  const ExpectedEntries& expected_;
  StoredSource source_;
  std::map<std::uint64_t, Entries> kept_;
  std::optional<std::uint64_t> block_;  // whose entries are these
  Entries block_entries_;
};

Result<void> name_surplus(const View& view, std::uint16_t layout, const ExpectedEntries& expected, std::uint64_t found,
                          std::uint64_t wanted) {
  SurplusFinder finder(view, layout, expected);
  std::optional<Error> error;
  auto scanned = view.scan_all(Family::kIndex, [&](std::string_view key, std::string_view) {
    const auto surplus = finder.surplus(key);
    if (!surplus) error = surplus.error();
    if (surplus && *surplus) error = damage(key, "index entry that no record asks for");
    return !error.has_value();
  });
  if (error) return *error;
  if (!scanned) return scanned;
  return Error{ErrorKind::kDamaged,
               std::to_string(found) + " index entries, " + std::to_string(wanted) + " are accounted for"};
}

}  // namespace

Result<void> verify_index(const View& view, std::uint16_t layout, std::uint64_t& entries) {
  ExpectedEntries expected;
  std::uint64_t wanted = 0;
  if (auto checked = check_expected(view, layout, expected, wanted); !checked) return checked;
  // Expected keys are all different and all there: equal numbers mean that there is nothing else.
  auto scanned = view.scan_all(Family::kIndex, [&](std::string_view, std::string_view) {
    ++entries;
    return true;
  });
  if (!scanned) return scanned;
  return entries == wanted ? Result<void>() : name_surplus(view, layout, expected, entries, wanted);
}

}  // namespace annalen::store::rocks
