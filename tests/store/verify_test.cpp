// reindex gives the same bytes again; verify names what is missing, surplus or wrong.
#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <doctest/doctest.h>

#include <filesystem>

#include "proto/payload.capnp.h"
#include "raw.h"
#include "store/merkle.h"
#include "store/rocks/counters.h"
#include "store/rocks/keys.h"
#include "store/rocks/log.h"
#include "store/rocks/record_codec.h"
#include "world.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;

// A world with everything in it: versions, a superseded and a late extraction, regular and listed readings, a merge.
void fill(World& world) {
  const auto store = world.writer();
  const auto regular = *time::Readings::regular(days(100, 100), 7 * time::kMinutesPerDay, 80);
  const auto listed = *time::Readings::of({days(5, 5), days(12, 12)});
  const ParticipantSpec x{"per/x", "X", {"x"}};
  const ParticipantSpec wien{"place/Wien", "Wien", {"wien"}, ParticipantRole::kPlace};
  append(*store, article_with({"a", "eins"}, {EventSpec{"e1", listed, {x, wien}, {"tagt", "wien"}},
                                              EventSpec{"e2", regular, {x}, {"tagt"}}}));                        // 1, 2
  append(*store, {extraction_draft(Position{0, 1}, "a", {EventSpec{"e1", listed, {x}, {"tagt"}}}, "2")});        // 3
  append(*store, article_with({"a", "zwei"}, {EventSpec{"e3", time::Readings(days(7, 9)), {x}, {"wien"}}}));     // 4, 5
  append(*store, {extraction_draft(Position{0, 1}, "a", {EventSpec{"e4", listed, {wien}, {"spät"}}}, "late")});  // 6
  append(*store, article_with({"b", "drei"}, {}));                                                               // 7, 8
  Draft merge;
  merge.kind = RecordKind::kMerge;
  merge.payload = merge_payload("per/x", "per/y");
  append(*store, {merge});  // 9
}

struct Filled {
  TempFolder folder;
  World world{folder.file("store")};
  Filled() { fill(world); }
};

// DESIGN.md, Records: "Everything else is an index and can be rebuilt from log and payloads (reindex), byte for byte."
TEST_CASE("store/reindex: the indexes come out byte for byte the same, and the log is not touched") {
  Filled filled;
  const auto index = raw_entries(filled.world.folder, rocks::Family::kIndex);
  const auto log = raw_entries(filled.world.folder, rocks::Family::kLog);
  CHECK(index.size() > 30);
  REQUIRE(filled.world.writer()->reindex());
  CHECK(raw_entries(filled.world.folder, rocks::Family::kIndex) == index);
  CHECK(raw_entries(filled.world.folder, rocks::Family::kLog) == log);
  CHECK(filled.world.reader()->reindex().error().kind == ErrorKind::kUsage);
}

TEST_CASE("store/reindex: one batch or many, the entries are the same") {
  const TempFolder folder;
  std::vector<Draft> all;
  World many(folder.file("many"));
  World one(folder.file("one"));
  {
    const auto store = many.writer();
    for (int i = 0; i < 6; ++i) {
      auto drafts = article_with(
          {"a" + std::to_string(i % 3), "Text " + std::to_string(i)},
          {EventSpec{"e" + std::to_string(i), time::Readings(days(i, i)), {{"per/x", "X", {"x"}}}, {"s"}}});
      append(*store, drafts);
      drafts[1].subject_draft = all.size();
      all.insert(all.end(), drafts.begin(), drafts.end());
    }
  }
  append(*one.writer(), all);
  CHECK(raw_entries(one.folder, rocks::Family::kIndex) == raw_entries(many.folder, rocks::Family::kIndex));
  CHECK(damage_of(*one.reader()).empty());
}

TEST_CASE("store/reindex: unfinished indexes are refused to a reader and finished by a writer") {
  Filled filled;
  const auto index = raw_entries(filled.world.folder, rocks::Family::kIndex);
  raw_put(filled.world.folder, rocks::meta_key("indexes"), std::string("\0\0", 2));
  raw_delete(filled.world.folder, index.front().first);
  const auto refused = filled.world.open(OpenMode::kRead);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().hint == "run `annalen reindex`");
  (void)filled.world.writer();
  CHECK(raw_entries(filled.world.folder, rocks::Family::kIndex) == index);

  // Killed between the dropping of the family and its making anew (found by kill -9).
  raw_put(filled.world.folder, rocks::meta_key("indexes"), std::string("\0\0", 2));
  raw_drop_index(filled.world.folder);
  CHECK(filled.world.open(OpenMode::kRead).error().what == "the indexes are unfinished");
  (void)filled.world.writer();
  CHECK(raw_entries(filled.world.folder, rocks::Family::kIndex) == index);
  CHECK(damage_of(*filled.world.reader()).empty());
}

TEST_CASE("store/verify: each index entry that is missing, wrong or surplus is named, and reindex heals it") {
  Filled filled;
  const auto index = raw_entries(filled.world.folder, rocks::Family::kIndex);
  for (const auto& [key, value] : index) {
    const std::string name = rocks::describe_key(key);
    CAPTURE(name);
    raw_delete(filled.world.folder, key);
    REQUIRE(damage_of(*filled.world.reader()).find(name) != std::string::npos);
    raw_put(filled.world.folder, key, value.empty() ? "x" : value.substr(1));
    REQUIRE_FALSE(damage_of(*filled.world.reader()).empty());
    raw_put(filled.world.folder, key, value);
  }
  REQUIRE(damage_of(*filled.world.reader()).empty());
  const std::string surplus[] = {rocks::event_id_key("e9", 2, 0),
                                 rocks::posting_key(rocks::time_prefix(), rocks::Posting{days(1, 1), 2, 0}),
                                 rocks::posting_key(rocks::time_prefix(), rocks::Posting{days(1, 1), 77, 0}),
                                 rocks::stem_key("neu", false, 3),
                                 rocks::stem_key("neu", false, 3 * rocks::kStemBlock),
                                 rocks::stem_key("tagt", true, 3),
                                 rocks::article_key("c", 2),
                                 rocks::superseded_key(8),
                                 rocks::name_key(ParticipantRole::kActor, "per/q", "Q"),
                                 rocks::alias_key(ParticipantRole::kActor, "q", "per/q"),
                                 std::string("T\0\0", 3)};
  for (const auto& key : surplus) {
    const std::string name = rocks::describe_key(key);
    CAPTURE(name);
    raw_put(filled.world.folder, key, key.front() == 'X' ? std::string(8, '\0') : "");
    REQUIRE_FALSE(damage_of(*filled.world.reader()).empty());
    // The superseded extraction changes what is current, so its counts are named first.
    if (key.front() != 'X') REQUIRE(damage_of(*filled.world.reader()).find(name) != std::string::npos);
    raw_delete(filled.world.folder, key);
  }
  raw_put(filled.world.folder, surplus[0], "");
  REQUIRE(filled.world.writer()->reindex());
  CHECK(raw_entries(filled.world.folder, rocks::Family::kIndex) == index);
}

TEST_CASE("store/verify: damage of records, payloads, nodes and meta is named by position") {
  Filled filled;
  const std::string& folder = filled.world.folder;
  const auto damaged = [&](const std::string& key, const std::string& value) {
    std::string before;
    for (const auto family : {rocks::Family::kLog, rocks::Family::kPayload}) {
      for (const auto& [k, v] : raw_entries(folder, family)) {
        if (k == key) before = v;
      }
    }
    value.empty() ? raw_delete(folder, key) : raw_put(folder, key, value);
    const auto store = filled.world.open(OpenMode::kRead);
    const std::string found = store ? damage_of(**store) : store.error().message();
    before.empty() ? raw_delete(folder, key) : raw_put(folder, key, before);
    return found;
  };
  std::string payload(16, 's');
  payload += article_payload({"b", "anders"});
  CHECK(damaged(rocks::payload_key(7), payload) == "record 0/7: its payload does not have its hash");
  CHECK(damaged(rocks::payload_key(7), "") == "record 0/7: its payload is missing");
  CHECK(damaged(rocks::payload_key(77), payload) == "payload 0/77: belongs to no record");
  CHECK(damaged(rocks::record_key(5), "") == "record 0/5: is missing");
  CHECK(damaged(rocks::record_key(5), "xx") == "record 0/5: has 2 bytes");
  CHECK(damaged(rocks::node_key(0, 4), std::string(32, 'n')) == "node 0:4: is not the hash of record 0/4");
  CHECK(damaged(rocks::node_key(1, 1), "") == "node 1:1: is missing");
  CHECK(damaged(rocks::node_key(1, 77), std::string(32, 'n')) == "node 1:77: belongs to no record");
  CHECK(damaged(rocks::meta_key("store"), "annalen/else").find("is of another store") != std::string::npos);
  CHECK(damaged(rocks::meta_key("format"), std::string("\0\2", 2)).find("format version 0002") != std::string::npos);
  CHECK(damaged(rocks::meta_key("more"), "x") == "meta more: does not belong there");
  CHECK(damaged(rocks::record_key(9), "").find("HEAD: says 10 records, the log has 9") != std::string::npos);
  CHECK(damage_of(*filled.world.reader()).empty());
}

TEST_CASE("store/reindex: damaged nodes are replaced, a changed record is refused") {
  Filled filled;
  const auto log = raw_entries(filled.world.folder, rocks::Family::kLog);
  for (const auto& [key, value] : log) {
    if (key.front() != 'N') continue;
    const std::string name = rocks::describe_key(key);
    CAPTURE(name);
    raw_put(filled.world.folder, key, std::string(32, 'n'));
    // The last pair's leaf without a parent, and the peaks that HEAD is compared with, cannot be told from a record
    // that has changed; these are refused.
    auto store = filled.world.open(OpenMode::kWrite);
    if (store) {
      const auto healed = (*store)->reindex();
      store->reset();
      if (healed) CHECK(raw_entries(filled.world.folder, rocks::Family::kLog) == log);
      if (!healed) CHECK(healed.error().kind == ErrorKind::kDamaged);
    } else {
      CHECK(store.error().kind == ErrorKind::kDamaged);
    }
    raw_put(filled.world.folder, key, value);
  }
  // Another operator in record 4: fields are plausible, the payload's hash fits, only the tree knows better.
  auto record = *rocks::record_from_bytes(log[log.size() - 6].second, 4);
  REQUIRE(log[log.size() - 6].first == rocks::record_key(4));
  record.operator_id ^= 1U;
  raw_put(filled.world.folder, rocks::record_key(4), rocks::record_bytes(record));
  CHECK(damage_of(*filled.world.reader()) == "node 0:4: is not the hash of record 0/4");
  const auto refused = filled.world.writer()->reindex();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message().find("record 0/4: is not the record that the tree was computed over") == 0);
}

// DESIGN.md, Records: "Enums and schemas only grow; unknown fields survive."
TEST_CASE("store/log: a record and a payload with fields of a later schema are kept byte for byte") {
  const TempFolder folder;
  World world(folder.file("store"));
  // A merge with one pointer more than today's schema knows.
  capnp::MallocMessageBuilder message;
  auto known = message.initRoot<proto::Payload>().initMerge();
  known.setFrom("per/x");
  known.setInto("per/y");
  std::string later_payload;
  {
    capnp::MallocMessageBuilder later;
    // Payload: one data word (the union's tag), then pointers by, reason, member and one more.
    auto root = later.getRoot<capnp::AnyPointer>().initAsAnyStruct(2, 4);
    root.getDataSection()[0] = static_cast<kj::byte>(proto::Payload::MERGE);
    root.getDataSection()[9] = 7;
    root.getPointerSection()[2].setAs<proto::Merge>(known.asReader());
    root.getPointerSection()[3].setAs<capnp::Text>("of a later schema");
    const auto words = capnp::messageToFlatArray(later);
    const auto bytes = words.asBytes();
    later_payload.assign(bytes.asChars().begin(), bytes.size());
  }
  Draft merge;
  merge.kind = RecordKind::kMerge;
  merge.payload = later_payload;
  {
    const auto store = world.writer();
    append(*store, {merge});
    CHECK(store->record(Position{0, 1})->payload == later_payload);
    CHECK(damage_of(*store).empty());
  }
  // A record of two more words, written by a later program: 0000 in segment table and root pointer become larger.
  const auto log = raw_entries(world.folder, rocks::Family::kLog);
  std::string record = log.back().second;
  REQUIRE(log.back().first == rocks::record_key(1));
  record[4] = 15;
  record[12] = 14;
  record += std::string(8, '\x11') + std::string(8, '\x22');
  raw_put(world.folder, rocks::record_key(1), record);
  const Hash leaf = leaf_hash(record);
  raw_put(world.folder, rocks::node_key(0, 1), std::string(as_bytes(leaf)));
  const Hash root = node_hash(leaf_hash(log[log.size() - 2].second), leaf);
  raw_put(world.folder, rocks::node_key(1, 0), std::string(as_bytes(root)));
  fs::remove(world.folder + "/HEAD");
  const auto store = world.writer();
  CHECK(damage_of(*store).empty());
  CHECK(store->record(Position{0, 1})->bytes == record);
  CHECK(store->record(Position{0, 1})->record.kind == RecordKind::kMerge);
  append(*store, article_with({"a", "Text."}, {}));
  CHECK(damage_of(*store).empty());
}

}  // namespace
}  // namespace annalen::store::test
