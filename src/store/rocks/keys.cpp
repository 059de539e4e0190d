#include "store/rocks/keys.h"

#include <algorithm>
#include <cassert>

#include "base/byte_order.h"
#include "base/digest.h"

namespace annalen::store::rocks {
namespace {

std::string start(Space space) { return std::string(1, static_cast<char>(space)); }

void put_text(std::string& out, std::string_view text) {
  assert(text.find('\0') == std::string_view::npos);
  out.append(text);
  out.push_back('\0');
}

void put_class(std::string& out, std::uint8_t length_class, bool implied) {
  put_big_endian(out, static_cast<std::uint8_t>(length_class + (implied ? kImpliedClass : 0)));
}

void put_role(std::string& out, ParticipantRole role) { out.push_back(static_cast<char>(role)); }

// Takes fields off the front of foreign bytes; once something is missing, ok() is false and all further fields empty.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] std::size_t size() const { return rest_.size(); }
  template <class Unsigned>
  Unsigned number() {
    if (rest_.size() < sizeof(Unsigned)) return fail<Unsigned>();
    const auto value = get_big_endian<Unsigned>(rest_);
    rest_.remove_prefix(sizeof(Unsigned));
    return value;
  }
  std::string text() {
    const std::size_t end = rest_.find('\0');
    if (end == std::string_view::npos || end == 0) return fail<std::string>();
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
  }
  std::string remainder() { return std::string(std::exchange(rest_, std::string_view())); }
  ParticipantRole role() {
    const auto role = number<std::uint8_t>();
    if (role > static_cast<std::uint8_t>(ParticipantRole::kPlace)) ok_ = false;
    return static_cast<ParticipantRole>(role);
  }
  [[nodiscard]] bool done() const { return ok_ && rest_.empty(); }

 private:
  template <class T>
  T fail() {
    ok_ = false;
    rest_ = {};
    return T{};
  }
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace

Family family_of(Space space) {
  switch (space) {
    case Space::kMeta:
    case Space::kRecord:
    case Space::kNode:
      return Family::kLog;
    case Space::kPayload:
      return Family::kPayload;
    default:
      return Family::kIndex;
  }
}

std::uint8_t length_class(const time::Interval& interval) {
  const auto* const limit =
      std::find_if(kClassLimitMinutes.begin(), kClassLimitMinutes.end(),
                   [&](std::int64_t limit_minutes) { return interval.length_minutes() <= limit_minutes; });
  assert(limit != kClassLimitMinutes.end());
  return static_cast<std::uint8_t>(limit - kClassLimitMinutes.begin());
}

std::string meta_key(std::string_view name) { return start(Space::kMeta).append(name); }

namespace {
std::string numbered(Space space, std::uint64_t seq) {
  std::string out = start(space);
  put_big_endian(out, seq);
  return out;
}
}  // namespace

std::string record_key(std::uint64_t seq) { return numbered(Space::kRecord, seq); }
std::string payload_key(std::uint64_t seq) { return numbered(Space::kPayload, seq); }
std::string superseded_key(std::uint64_t seq) { return numbered(Space::kSuperseded, seq); }

std::string node_key(std::uint8_t level, std::uint64_t index) {
  std::string out = start(Space::kNode);
  put_big_endian(out, level);
  put_big_endian(out, index);
  return out;
}

std::string article_key(std::string_view identity, std::uint64_t seq) {
  std::string out = article_prefix(identity);
  put_big_endian(out, seq);
  return out;
}

std::string event_id_key(std::string_view id, std::uint64_t seq, std::uint32_t ordinal) {
  std::string out = event_id_prefix(id);
  put_big_endian(out, seq);
  put_big_endian(out, ordinal);
  return out;
}

std::string posting_key(std::string_view prefix, const Posting& posting) {
  std::string out;
  out.reserve(prefix.size() + kPostingBytes);
  out.append(prefix);
  put_class(out, length_class(posting.interval), posting.implied);
  put_ordered_int64(out, posting.interval.begin().count);
  put_ordered_int64(out, posting.interval.end().count);
  put_big_endian(out, posting.seq);
  put_big_endian(out, posting.ordinal);
  return out;
}

std::string stem_key(std::string_view stem, bool implied, std::uint64_t seq) {
  std::string out = stem_prefix(stem);
  put_class(out, 0, implied);
  put_big_endian(out, stem_block(seq));
  return out;
}

std::string stem_entry_key(std::string_view stem, std::uint64_t seq) {
  std::string out = stem_prefix(stem);
  put_big_endian(out, seq);
  return out;
}

std::string name_key(ParticipantRole role, std::string_view key, std::string_view name) {
  std::string out = name_prefix(role);
  put_text(out, key);
  return out.append(name);
}

std::string alias_key(ParticipantRole role, std::string_view folded, std::string_view key) {
  return alias_prefix(role, folded).append(key);
}

std::string written_key(ParticipantRole role, std::string_view key, std::string_view mention) {
  return written_prefix(role, key).append(mention);
}

std::string decision_key(std::uint64_t seq) { return numbered(Space::kDecision, seq); }

std::string totals_key() { return start(Space::kTotals); }

std::string space_prefix(Space space) { return start(space); }

std::string article_prefix(std::string_view identity) {
  std::string out = start(Space::kArticle);
  put_text(out, identity);
  return out;
}

std::string event_id_prefix(std::string_view id) {
  std::string out = start(Space::kEventId);
  put_text(out, id);
  return out;
}

std::string time_prefix() { return start(Space::kTime); }

std::string actor_prefix(ParticipantRole role, std::string_view key) {
  std::string out = start(Space::kActor);
  put_role(out, role);
  put_text(out, key);
  return out;
}

std::string stem_prefix(std::string_view stem) {
  std::string out = start(Space::kStem);
  put_text(out, stem);
  return out;
}

std::string name_prefix(ParticipantRole role) {
  std::string out = start(Space::kName);
  put_role(out, role);
  return out;
}

std::string alias_prefix(ParticipantRole role, std::string_view folded) {
  std::string out = start(Space::kAlias);
  put_role(out, role);
  put_text(out, folded);
  return out;
}

std::string written_prefix(ParticipantRole role, std::string_view key) {
  std::string out = start(Space::kWritten);
  put_role(out, role);
  if (!key.empty()) put_text(out, key);
  return out;
}

std::string prefix_end(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xFF') prefix.pop_back();
  assert(!prefix.empty());
  prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
  return prefix;
}

std::pair<std::string, std::string> class_bounds(const std::string& prefix, bool implied) {
  std::string upper = prefix_end(prefix);
  if (!implied) {
    upper = prefix;
    put_big_endian(upper, kImpliedClass);
  }
  return {prefix, std::move(upper)};
}

std::pair<std::string, std::string> posting_bounds(std::string_view prefix, std::uint8_t length_class, bool implied,
                                                   const time::Interval& range) {
  assert(length_class < kLengthClasses);
  // What begins at or before `range.begin() - limit` has ended when the range begins.
  const std::int64_t limit = kClassLimitMinutes[length_class];
  const std::int64_t earliest = time::kCivilMin.count;
  const std::int64_t first = range.begin().count - earliest >= limit ? range.begin().count - limit + 1 : earliest;
  std::string lower(prefix);
  put_class(lower, length_class, implied);
  std::string upper = lower;
  put_ordered_int64(lower, first);
  put_ordered_int64(upper, range.end().count);
  return {std::move(lower), std::move(upper)};
}

std::optional<Posting> posting_from_bytes(std::string_view tail) {
  if (tail.size() != kPostingBytes) return std::nullopt;
  const auto interval = time::Interval::make(time::CivilMinute(get_ordered_int64(tail, 1)),
                                             time::CivilMinute(get_ordered_int64(tail, 9)));
  if (!interval) return std::nullopt;
  const auto found = static_cast<std::uint8_t>(tail[0]);
  const std::uint8_t wanted = length_class(*interval);
  if (found != wanted && found != wanted + kImpliedClass) return std::nullopt;
  return Posting{*interval, get_big_endian<std::uint64_t>(tail, 17), get_big_endian<std::uint32_t>(tail, 25),
                 found != wanted};
}

namespace {

bool parse_posting(Cursor& cursor, ParsedKey& key) {
  const auto posting = posting_from_bytes(cursor.remainder());
  if (!posting) return false;
  key.interval = posting->interval;
  key.number = posting->seq;
  key.ordinal = posting->ordinal;
  key.implied = posting->implied;
  return true;
}

bool parse_stem(Cursor& cursor, ParsedKey& key) {
  key.text = cursor.text();
  key.block = cursor.size() > sizeof(std::uint64_t);
  if (key.block) {
    const auto found = cursor.number<std::uint8_t>();
    if (found != 0 && found != kImpliedClass) return false;
    key.implied = found != 0;
  }
  key.number = cursor.number<std::uint64_t>();
  return key.text.size() <= kStemBytesMax && (!key.block || stem_block(key.number) == key.number);
}

// The fields behind the space's letter; false when they are none.
bool parse_fields(Cursor& cursor, ParsedKey& key) {
  switch (key.space) {
    case Space::kMeta:
      key.text = cursor.remainder();
      return true;
    case Space::kRecord:
    case Space::kPayload:
    case Space::kSuperseded:
    case Space::kDecision:
      key.number = cursor.number<std::uint64_t>();
      return true;
    case Space::kNode:
      key.level = cursor.number<std::uint8_t>();
      key.number = cursor.number<std::uint64_t>();
      return key.level < 64;
    case Space::kArticle:
      key.text = cursor.text();
      key.number = cursor.number<std::uint64_t>();
      return true;
    case Space::kStem:
      return parse_stem(cursor, key);
    case Space::kEventId:
      key.text = cursor.text();
      key.number = cursor.number<std::uint64_t>();
      key.ordinal = cursor.number<std::uint32_t>();
      return true;
    case Space::kTime:
      return parse_posting(cursor, key);
    case Space::kActor:
      key.role = cursor.role();
      key.text = cursor.text();
      return parse_posting(cursor, key);
    case Space::kName:
    case Space::kAlias:
    case Space::kWritten:
      key.role = cursor.role();
      key.text = cursor.text();
      key.second = cursor.remainder();
      return true;
    case Space::kTotals:
      return true;
  }
  return false;  // a letter that no space has
}

}  // namespace

std::optional<ParsedKey> parse_key(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  ParsedKey key;
  key.space = static_cast<Space>(bytes.front());
  Cursor cursor(bytes.substr(1));
  if (!parse_fields(cursor, key) || !cursor.done()) return std::nullopt;
  return key;
}

std::string to_bytes(const ParsedKey& key) {
  switch (key.space) {
    case Space::kMeta:
      return meta_key(key.text);
    case Space::kRecord:
    case Space::kPayload:
    case Space::kSuperseded:
    case Space::kDecision:
      return numbered(key.space, key.number);
    case Space::kNode:
      return node_key(key.level, key.number);
    case Space::kArticle:
      return article_key(key.text, key.number);
    case Space::kStem:
      return key.block ? stem_key(key.text, key.implied, key.number) : stem_entry_key(key.text, key.number);
    case Space::kEventId:
      return event_id_key(key.text, key.number, key.ordinal);
    case Space::kTime:
    case Space::kActor:
      assert(key.interval.has_value());
      return posting_key(key.space == Space::kTime ? time_prefix() : actor_prefix(key.role, key.text),
                         Posting{*key.interval, key.number, key.ordinal, key.implied});
    case Space::kName:
      return name_key(key.role, key.text, key.second);
    case Space::kAlias:
      return alias_key(key.role, key.text, key.second);
    case Space::kWritten:
      return written_key(key.role, key.text, key.second);
    case Space::kTotals:
      return totals_key();
  }
  assert(false);
  return {};
}

namespace {

constexpr std::size_t kHexBytesMax = 64;  // of a key in a message

std::string event_text(const ParsedKey& key) {
  return "event " + to_text(Position{0, key.number}) + " #" + std::to_string(key.ordinal);
}

std::string interval_text(const ParsedKey& key) {
  return (key.implied ? "(implied) " : "") + time::to_text(key.interval->begin()) + " to " +
         time::to_text(key.interval->end());
}

}  // namespace

std::string describe_key(std::string_view bytes) {
  const auto key = parse_key(bytes);
  if (!key) return "key " + to_hex(bytes.substr(0, kHexBytesMax));
  const std::string role(to_text(key->role));
  const std::string position = to_text(Position{0, key->number});
  switch (key->space) {
    case Space::kMeta:
      return "meta " + key->text;
    case Space::kRecord:
      return "record " + position;
    case Space::kPayload:
      return "payload " + position;
    case Space::kNode:
      return "node " + std::to_string(key->level) + ":" + std::to_string(key->number);
    case Space::kArticle:
      return "article index " + key->text + ", record " + position;
    case Space::kSuperseded:
      return "superseded extraction " + position;
    case Space::kEventId:
      return "id " + key->text + ", " + event_text(*key);
    case Space::kTime:
      return "time " + interval_text(*key) + ", " + event_text(*key);
    case Space::kActor:
      return role + " " + key->text + ", " + interval_text(*key) + ", " + event_text(*key);
    case Space::kStem:
      return (key->implied ? "implied, stem " : "stem ") + key->text + (key->block ? ", records from " : ", record ") +
             position;
    case Space::kName:
      return "name of " + role + " " + key->text + ": " + key->second;
    case Space::kAlias:
      return "folded name " + key->text + " of " + role + " " + key->second;
    case Space::kWritten:
      return role + " " + key->text + " as written: " + key->second;
    case Space::kDecision:
      return "decision " + position;
    case Space::kTotals:
      return "totals";
  }
  return {};
}

}  // namespace annalen::store::rocks
