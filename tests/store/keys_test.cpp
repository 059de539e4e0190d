#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "store/rocks/keys.h"
#include "store/rocks/postings.h"
#include "world.h"

namespace annalen::store::rocks {
namespace {

using test::days;
using test::minutes;

time::Interval random_interval(std::mt19937_64& random) {
  const std::int64_t low = time::kCivilMin.count;
  const std::int64_t high = time::kCivilEnd.count;
  const std::int64_t begin = std::uniform_int_distribution<std::int64_t>(low, high - 1)(random);
  const int bits = static_cast<int>(random() % 34);
  const std::int64_t length = 1 + static_cast<std::int64_t>(random() & ((std::uint64_t{1} << bits) - 1));
  return minutes(begin, std::min(begin + length, high));
}

// DESIGN.md, Records: "Keys are byte-ordered".
TEST_CASE("store/keys: postings sort like (implied, class, begin, end, seq, ordinal)") {
  const std::uint64_t seed = test::seed_of_run();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const auto draw = [&] {
    auto interval = random_interval(random);
    if (random() % 2 == 0) interval = days(static_cast<std::int32_t>(random() % 5) - 2, 2);
    return Posting{interval, random() % 3 == 0 ? random() : random() % 4, static_cast<std::uint32_t>(random() % 3),
                   random() % 4 == 0};
  };
  const auto values = [](const Posting& posting) {
    return std::tuple(posting.implied, length_class(posting.interval), posting.interval.begin(), posting.interval.end(),
                      posting.seq, posting.ordinal);
  };
  for (int i = 0; i < 20000; ++i) {
    const Posting left = draw();
    const Posting right = draw();
    const std::string left_key = posting_key("T", left);
    const std::string right_key = posting_key("T", right);
    REQUIRE((left_key < right_key) == (values(left) < values(right)));
    REQUIRE(posting_from_bytes(left_key.substr(1)) == left);
  }
}

TEST_CASE("store/keys: each class holds lengths up to its limit") {
  struct Row {
    std::int64_t length;
    int wanted;
  };
  const Row rows[] = {{1, 0},
                      {1440, 0},
                      {1441, 1},
                      {31 * 1440, 1},
                      {31 * 1440 + 1, 2},
                      {366 * 1440, 2},
                      {366 * 1440 + 1, 3},
                      {3653 * 1440, 3},
                      {3653 * 1440 + 1, 4},
                      {36525 * 1440, 4},
                      {36525 * 1440 + 1, 5}};
  for (const auto& row : rows) {
    CAPTURE(row.length);
    CHECK(length_class(minutes(7, 7 + row.length)) == row.wanted);
  }
  CHECK(length_class(minutes(time::kCivilMin.count, time::kCivilEnd.count)) == 5);
}

TEST_CASE("store/keys: every key is taken apart and put together again") {
  const std::vector<std::string> keys = {
      meta_key("format"),
      record_key(0),
      record_key(UINT64_MAX),
      payload_key(258),
      node_key(63, 1),
      article_key("https://example.org/ä", 7),
      superseded_key(9),
      event_id_key("abcdefghij234567", 17, 3),
      posting_key(time_prefix(), Posting{days(-1, 5), 4, 2}),
      posting_key(actor_prefix(ParticipantRole::kPlace, "place/Wien"), Posting{days(0, 0), 4, 2}),
      posting_key(time_prefix(), Posting{days(-1, 5), 4, 2, true}),
      stem_key("tagt", false, 5),
      stem_key("tagt", true, 3 * kStemBlock + 1),
      stem_entry_key("tagt", 5),
      name_key(ParticipantRole::kActor, "state/RU", "Russland"),
      alias_key(ParticipantRole::kActor, "russland", "state/RU"),
      written_key(ParticipantRole::kActor, "state/RU", "Moskau"),
      decision_key(12),
      totals_key()};
  for (const auto& key : keys) {
    const std::string hex = to_hex(key);
    CAPTURE(hex);
    const auto parsed = parse_key(key);
    REQUIRE(parsed.has_value());
    CHECK(to_bytes(*parsed) == key);
    CHECK(parse_key(to_bytes(*parsed)) == parsed);
    CHECK(describe_key(key).find("key ") != 0);
    // One byte less or more is another key or none, never the same.
    for (const std::string& other : {key.substr(0, key.size() - 1), key + '\0', key + 'x'}) {
      const auto changed = parse_key(other);
      if (changed) CHECK(to_bytes(*changed) == other);
      CHECK(changed != parsed);
    }
  }
  CHECK_FALSE(parse_key("").has_value());
  CHECK_FALSE(parse_key("?x").has_value());
  CHECK_FALSE(parse_key("Zx").has_value());
  CHECK(describe_key("?x") == "key 3f78");
  CHECK(describe_key(keys[8]) == "time 1969-12-31 to 1970-01-07, event 0/4 #2");
  CHECK(prefix_end("S\xFF\xFF") == "T");
}

// All pairs of intervals on some points around each class limit.
TEST_CASE("store/keys: the bounds of a scan leave out no overlap") {
  std::vector<std::int64_t> points = {time::kCivilMin.count,
                                      time::kCivilMin.count + 1,
                                      -1441,
                                      -1,
                                      0,
                                      1,
                                      1440,
                                      1441,
                                      31 * 1440,
                                      31 * 1440 + 1,
                                      366 * 1440,
                                      3653 * 1440 + 1,
                                      36525 * 1440,
                                      36525 * 1440 + 2,
                                      time::kCivilEnd.count - 1,
                                      time::kCivilEnd.count};
  int overlapping = 0;
  for (const auto a : points) {
    for (const auto b : points) {
      for (const auto c : points) {
        for (const auto d : points) {
          if (a >= b || c >= d) continue;
          const bool implied = (a + b) % 2 != 0;
          const Posting stored{minutes(a, b), 1, 1, implied};
          const time::Interval range = minutes(c, d);
          const std::string key = posting_key("T", stored);
          const auto [lower, upper] = posting_bounds("T", length_class(stored.interval), implied, range);
          const bool inside = lower <= key && key < upper;
          if (stored.interval.overlaps(range)) {
            REQUIRE(inside);
            ++overlapping;
          }
          // It looks back no further than the class is long.
          if (inside && length_class(stored.interval) < 5) {
            REQUIRE(c - a < kClassLimitMinutes[length_class(stored.interval)]);
          }
        }
      }
    }
  }
  CHECK(overlapping > 5000);
}

TEST_CASE("store/postings: varints go there and back, and have one spelling") {
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{127}, std::uint64_t{128},
                                    std::uint64_t{16383}, std::uint64_t{16384}, std::uint64_t{1} << 62U,
                                    (std::uint64_t{1} << 63U) - 1, std::uint64_t{1} << 63U, UINT64_MAX}) {
    CAPTURE(value);
    std::string bytes;
    put_varint(bytes, value);
    std::string_view rest = bytes;
    CHECK(take_varint(rest) == value);
    CHECK(rest.empty());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
      std::string_view head = std::string_view(bytes).substr(0, cut);
      CHECK_FALSE(take_varint(head).has_value());
    }
    std::string_view padded_view;
    const std::string padded = "\x80" + bytes;
    padded_view = padded;
    CHECK_FALSE(take_varint(padded_view).has_value());
  }
  const std::string too_long(11, '\xFF');
  std::string_view rest = too_long;
  CHECK_FALSE(take_varint(rest).has_value());
  const std::string overflow = "\x82" + std::string(8, '\x80') + std::string(1, '\0');
  rest = overflow;
  CHECK_FALSE(take_varint(rest).has_value());
}

TEST_CASE("store/postings: stem values give their events back; every cut and flip is an error or another value") {
  StemValueWriter writer;
  const auto listed = *time::Readings::of({days(-3, -3), days(4, 9)});
  const auto regular = *time::Readings::regular(days(1, 1), 1440 * 7, 500);
  writer.add(0, listed);
  writer.add(5, regular);
  writer.add(6, time::Readings(minutes(time::kCivilMin.count, time::kCivilEnd.count)));
  StemValueReader reader(writer.value());
  auto event = reader.next();
  REQUIRE(event.has_value());
  CHECK(event->ordinal == 0);
  CHECK(event->readings == listed);
  event = reader.next();
  REQUIRE(event.has_value());
  CHECK(event->ordinal == 5);
  CHECK(event->readings == regular);
  event = reader.next();
  REQUIRE(event.has_value());
  CHECK(event->ordinal == 6);
  CHECK_FALSE(reader.next().has_value());
  CHECK_FALSE(reader.damaged());

  for (std::size_t i = 0; i < writer.value().size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = writer.value();
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      StemValueReader flipped(damaged);
      StemValueWriter again;
      while (const auto e = flipped.next()) again.add(e->ordinal, e->readings);
      // What is read without complaint is written the same again: no two spellings.
      if (!flipped.damaged()) CHECK(again.value() == damaged);
    }
    StemValueReader cut(std::string_view(writer.value()).substr(0, i));
    while (cut.next()) {
    }
  }
  // Found by fuzzing: a set short enough to be listed, spelt as a regular one.
  StemValueReader short_set(std::string_view("A\0\0@\1\n", 6));
  CHECK_FALSE(short_set.next().has_value());
  CHECK(short_set.damaged());
  CHECK(regular_from_value(regular.hull(), regular_value(regular)) == regular);
  CHECK_FALSE(regular_from_value(days(0, 0), regular_value(regular)).has_value());
  CHECK_FALSE(regular_from_value(regular.hull(), "short").has_value());
}

}  // namespace
}  // namespace annalen::store::rocks
