// keys.h: the keys of every key space, as typed values and as bytes that sort like them.
// Format:  FORMAT.md, "Key spaces"; the letters are stored: DO NOT CHANGE OR REUSE THEM, only append.
// Errors:  parse_key() is empty for bytes that no function here writes; parse_key(k) and the writers are inverse.
// REQUIRES: texts inside a key hold no NUL (payload_check.h refuses such payloads).
// Threads: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/record.h"
#include "time/interval.h"

namespace annalen::store::rocks {

enum class Space : char {
  kMeta = 'M',
  kRecord = 'R',
  kPayload = 'P',
  kNode = 'N',
  kArticle = 'A',
  kSuperseded = 'X',
  kEventId = 'I',
  kTime = 'T',
  kActor = 'K',
  kStem = 'S',
  kName = 'C',
  kAlias = 'F',
  kWritten = 'W',
  kDecision = 'J',
  kTotals = 'Z',
};

// RocksDB column families; each space lives in one.
enum class Family : std::uint8_t { kLog, kPayload, kIndex };
[[nodiscard]] Family family_of(Space space);

// Length classes of intervals: the longest that each holds, in minutes.
inline constexpr std::size_t kLengthClasses = 6;
inline constexpr std::array<std::int64_t, kLengthClasses> kClassLimitMinutes = {
    1 * time::kMinutesPerDay,    31 * time::kMinutesPerDay,    366 * time::kMinutesPerDay,
    3653 * time::kMinutesPerDay, 36525 * time::kMinutesPerDay, INT64_MAX};
[[nodiscard]] std::uint8_t length_class(const time::Interval& interval);

// Added to the class of implied events, which so lie behind all others: who does not ask for them does not meet them.
inline constexpr std::uint8_t kImpliedClass = 0x10;

inline constexpr std::uint64_t kStemBlock = 4096;  // records whose postings of a stem stand in one entry
[[nodiscard]] constexpr std::uint64_t stem_block(std::uint64_t seq) { return seq - seq % kStemBlock; }

inline constexpr std::size_t kStemBytesMax = 256;     // longer stems are not indexed
inline constexpr std::size_t kWrittenBytesMax = 256;  // longer names as written are not indexed
inline constexpr std::size_t kPostingBytes = 29;      // class, begin, end, seq, ordinal

// The bytes behind the prefix of a `T` or `K` key.
struct Posting {
  time::Interval interval;
  std::uint64_t seq = 0;
  std::uint32_t ordinal = 0;
  bool implied = false;
  bool operator==(const Posting&) const = default;
};

// Layout of family `index`: a writer rebuilds any other one, a reader goes on with the earlier ones. Layout 1 has no
// names as written and no decisions, layouts 1 and 2 a stem entry for each extraction.
inline constexpr std::uint16_t kIndexVersion = 3;
inline constexpr std::uint16_t kIndexVersionStemEntries = 2;
inline constexpr std::uint16_t kIndexVersionWithoutNames = 1;

inline constexpr std::string_view kMetaFormat = "format";
inline constexpr std::string_view kMetaStore = "store";
inline constexpr std::string_view kMetaIndexes = "indexes";

[[nodiscard]] std::string meta_key(std::string_view name);
[[nodiscard]] std::string record_key(std::uint64_t seq);
[[nodiscard]] std::string payload_key(std::uint64_t seq);
[[nodiscard]] std::string node_key(std::uint8_t level, std::uint64_t index);
[[nodiscard]] std::string article_key(std::string_view identity, std::uint64_t seq);
[[nodiscard]] std::string superseded_key(std::uint64_t seq);
[[nodiscard]] std::string event_id_key(std::string_view id, std::uint64_t seq, std::uint32_t ordinal);
[[nodiscard]] std::string posting_key(std::string_view prefix, const Posting& posting);
// The entry of the block that `seq` is in.
[[nodiscard]] std::string stem_key(std::string_view stem, bool implied, std::uint64_t seq);
[[nodiscard]] std::string stem_entry_key(std::string_view stem, std::uint64_t seq);  // layouts 1 and 2
[[nodiscard]] std::string name_key(ParticipantRole role, std::string_view key, std::string_view name);
[[nodiscard]] std::string alias_key(ParticipantRole role, std::string_view folded, std::string_view key);
[[nodiscard]] std::string written_key(ParticipantRole role, std::string_view key, std::string_view mention);
[[nodiscard]] std::string decision_key(std::uint64_t seq);
[[nodiscard]] std::string totals_key();

// What all keys of a space, or of one text within it, begin with.
[[nodiscard]] std::string space_prefix(Space space);
[[nodiscard]] std::string article_prefix(std::string_view identity);
[[nodiscard]] std::string event_id_prefix(std::string_view id);
[[nodiscard]] std::string time_prefix();
[[nodiscard]] std::string actor_prefix(ParticipantRole role, std::string_view key);
[[nodiscard]] std::string stem_prefix(std::string_view stem);
// Bounds of what follows a prefix of `T`, `K` or `S` and begins with a class: without implied events, and with them.
[[nodiscard]] std::pair<std::string, std::string> class_bounds(const std::string& prefix, bool implied);
[[nodiscard]] std::string name_prefix(ParticipantRole role);
[[nodiscard]] std::string alias_prefix(ParticipantRole role, std::string_view folded);
// Of one participant's key; without it, of the role.
[[nodiscard]] std::string written_prefix(ParticipantRole role, std::string_view key = {});
// The first key behind all that begin with `prefix`. REQUIRES: not all bytes are 0xFF (space letters are not).
[[nodiscard]] std::string prefix_end(std::string prefix);
// Bounds of the scan of one length class for `range`: keys [first, second) hold every overlap, and some that are none.
[[nodiscard]] std::pair<std::string, std::string> posting_bounds(std::string_view prefix, std::uint8_t length_class,
                                                                 bool implied, const time::Interval& range);

// `tail` is a key without its prefix. Empty unless it is exactly one valid posting.
[[nodiscard]] std::optional<Posting> posting_from_bytes(std::string_view tail);

// Any key, taken apart; fields that the space does not have keep their defaults.
struct ParsedKey {
  Space space = Space::kMeta;
  std::string text;    // name, identity, id, stem, participant's key (K, C, W), folded name (F)
  std::string second;  // canonical name (C), name as written (W), participant's key (F)
  ParticipantRole role = ParticipantRole::kActor;
  std::uint8_t level = 0;
  bool implied = false;      // T, K, S
  bool block = false;        // S: of a block, not of one extraction
  std::uint64_t number = 0;  // seq, node index, first seq of a block
  std::uint32_t ordinal = 0;
  std::optional<time::Interval> interval;
  bool operator==(const ParsedKey&) const = default;
};
[[nodiscard]] std::optional<ParsedKey> parse_key(std::string_view bytes);
[[nodiscard]] std::string to_bytes(const ParsedKey& key);
// For error messages: "time 2022-03-01 to 2022-04-01, event 0/17 #3", or hex for what is no key.
[[nodiscard]] std::string describe_key(std::string_view bytes);

}  // namespace annalen::store::rocks
