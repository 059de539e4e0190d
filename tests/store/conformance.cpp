#include "conformance.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "store/merkle.h"

namespace annalen::store::test {
namespace {

time::Readings thursdays() {
  return *time::Readings::of({days(20118, 20118), days(20125, 20125), days(20132, 20132), days(20139, 20139)});
}

std::vector<EventRef> refs_of(const std::vector<EventEntry>& entries) {
  std::vector<EventRef> refs;
  for (const auto& entry : entries) refs.push_back(entry.ref);
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  return refs;
}

EventSpec event(const std::string& id, const time::Interval& interval, const std::string& key = "per/x",
                const std::string& stem = "tagt") {
  return EventSpec{id, time::Readings(interval), {{key, "X", {"x"}}}, {stem}};
}

}  // namespace

void check_append_and_read(const Contender& contender) {
  const auto store = contender.writer();
  CHECK(store->size() == 1);  // genesis
  const auto positions = append(*store, article_with({"a", "Text A.", "Titel"}, {event("e1", days(10, 10))}));
  REQUIRE(positions.size() == 2);
  CHECK(positions[0] == Position{0, 1});
  CHECK(positions[1] == Position{0, 2});
  CHECK(store->size() == 3);

  const auto article = store->article(positions[0]);
  REQUIRE(article.ok());
  CHECK(article->identity == "a");
  CHECK(article->body == "Text A.");
  CHECK(article->title == "Titel");
  CHECK(article->publication.text() == "2022-03-10");

  const auto found = store->find_event("e1");
  REQUIRE(found.ok());
  CHECK(found->ref == EventRef{positions[1], 0});
  CHECK(found->article == positions[0]);
  CHECK(found->article_identity == "a");
  CHECK(found->readings == time::Readings(days(10, 10)));
  REQUIRE(found->participants.size() == 1);
  CHECK(found->participants[0].key == "per/x");
  CHECK(store->find_event("e2").error().kind == ErrorKind::kNotFound);
  CHECK(store->event(EventRef{positions[1], 7}).error().kind == ErrorKind::kNotFound);
  CHECK(store->event(EventRef{positions[0], 0}).error().kind == ErrorKind::kNotFound);
  CHECK(store->article(positions[1]).error().kind == ErrorKind::kNotFound);
  CHECK(store->record(Position{0, 3}).error().kind == ErrorKind::kNotFound);
  CHECK(store->record(Position{1, 0}).error().kind == ErrorKind::kNotFound);

  // The tree is computed over exactly the bytes that record() gives.
  std::vector<Hash> leaves;
  const auto scanned = store->scan_log(0, [&](const StoredRecord& stored) {
    CHECK(stored.record.position.seq == leaves.size());
    CHECK(sha256(*stored.salt + *stored.payload) == stored.record.payload_hash);
    leaves.push_back(leaf_hash(stored.bytes));
    return true;
  });
  REQUIRE(scanned.ok());
  REQUIRE(leaves.size() == 3);
  const auto checkpoint = store->checkpoint();
  REQUIRE(checkpoint.ok());
  CHECK(checkpoint->origin == store->store_id());
  CHECK(checkpoint->size == 3);
  CHECK(checkpoint->root == root_of(0, 3, [&](std::uint64_t i) { return leaves[i]; }));
  CHECK(damage_of(*store).empty());
}

void check_versions_and_extractions(const Contender& contender) {
  const auto store = contender.writer();
  append(*store, article_with({"a", "eins"}, {event("e1", days(10, 10))}));  // 1, 2
  const auto first = store->article_state("a");
  REQUIRE(first.ok());
  REQUIRE(first->has_value());
  CHECK((*first)->article.seq == 1);
  CHECK((*first)->extraction == Position{0, 2});
  CHECK((*first)->resource_digest == sha256("rules"));
  CHECK_FALSE(store->article_state("b")->has_value());
  CHECK_FALSE(store->article_state("a", 1)->has_value());
  CHECK_FALSE((*store->article_state("a", 2))->extraction.has_value());

  // A newer extraction of the same version: the older one is seen no longer, and again as of before.
  append(*store, {extraction_draft(Position{0, 1}, "a", {event("e2", days(11, 11))}, "rules 2")});  // 3
  CHECK(refs_of(range_of(*store, {})) == std::vector<EventRef>{{Position{0, 3}, 0}});
  CHECK(refs_of(range_of(*store, {std::nullopt, 3})) == std::vector<EventRef>{{Position{0, 2}, 0}});
  CHECK(range_of(*store, {std::nullopt, 2}).empty());
  CHECK(store->find_event("e1").error().kind == ErrorKind::kNotFound);
  CHECK(store->find_event("e2").ok());

  // A new version: until it is extracted, the article has no current events.
  Draft version;
  version.kind = RecordKind::kArticle;
  version.payload = article_payload({"a", "zwei"});
  version.object = Position{0, 1};
  append(*store, {version});  // 4
  CHECK(range_of(*store, {}).empty());
  CHECK((*store->article_state("a"))->article.seq == 4);
  CHECK_FALSE((*store->article_state("a"))->extraction.has_value());
  // A late extraction of the version that was superseded is never seen.
  append(*store, {extraction_draft(Position{0, 1}, "a", {event("e3", days(12, 12))})});  // 5
  CHECK(range_of(*store, {}).empty());
  CHECK_FALSE((*store->article_state("a"))->extraction.has_value());
  append(*store, {extraction_draft(Position{0, 4}, "a", {event("e4", days(13, 13))})});  // 6
  CHECK(refs_of(range_of(*store, {})) == std::vector<EventRef>{{Position{0, 6}, 0}});
  CHECK(refs_of(range_of(*store, {std::nullopt, 4})) == std::vector<EventRef>{{Position{0, 3}, 0}});
  CHECK(damage_of(*store).empty());

  std::vector<std::string> identities;
  append(*store, article_with({"B", "gross"}, {}));
  CHECK(store->scan_articles([&](std::string_view identity, const ArticleState&) {
    identities.emplace_back(identity);
    return true;
  }));
  CHECK(identities == std::vector<std::string>{"B", "a"});
}

void check_scans(const Contender& contender) {
  const auto store = contender.writer();
  const auto regular = *time::Readings::regular(days(100, 100), 7 * time::kMinutesPerDay, 80);
  append(*store, article_with({"a", "Text."}, {EventSpec{"e0", thursdays(), {{"per/p", "P", {"p"}}}, {"sagt", "tagt"}},
                                               EventSpec{"e1", regular, {{"per/p", "P", {"p"}}}, {"tagt"}},
                                               EventSpec{"e2",
                                                         time::Readings(days(0, 40000)),
                                                         {{"wien", "Wien", {"wien"}, ParticipantRole::kPlace}},
                                                         {"lang"}}}));
  const Position extraction{0, 2};
  const auto on = [&](std::int32_t day) { return Store::Scan{days(day, day), std::nullopt}; };
  // DESIGN.md, Time 2: "a Tuesday does not find one of the Thursdays".
  CHECK(refs_of(actor_of(*store, "per/p", on(20125))) == std::vector<EventRef>{{extraction, 0}});
  CHECK(actor_of(*store, "per/p", on(20123)).empty());
  CHECK(actor_of(*store, "per/p", {days(20118, 20139), std::nullopt}).size() == 4);  // one entry a reading
  CHECK(refs_of(actor_of(*store, "per/p", on(107))) == std::vector<EventRef>{{extraction, 1}});
  CHECK(actor_of(*store, "per/p", on(108)).empty());
  CHECK(refs_of(stem_of(*store, "tagt", on(107))) == std::vector<EventRef>{{extraction, 1}});
  CHECK(stem_of(*store, "tagt", on(108)).empty());
  CHECK(refs_of(stem_of(*store, "tagt", {})) == std::vector<EventRef>{{extraction, 0}, {extraction, 1}});
  CHECK(refs_of(range_of(*store, on(108))) == std::vector<EventRef>{{extraction, 2}});
  CHECK(refs_of(range_of(*store, on(107))) == std::vector<EventRef>{{extraction, 1}, {extraction, 2}});
  CHECK(actor_of(*store, "wien", {}).empty());
  CHECK(actor_of(*store, "wien", {}, ParticipantRole::kPlace).size() == 1);
  CHECK(actor_of(*store, "per", {}).empty());
  CHECK(stem_of(*store, "tag", {}).empty());
  CHECK(stem_of(*store, "", {}).empty());
  int taken = 0;
  CHECK(store->scan_range({}, [&](const EventEntry&) { return ++taken < 2; }));
  CHECK(taken == 2);
}

void check_names(const Contender& contender) {
  const auto store = contender.writer();
  const auto with = [](const std::string& id, std::vector<ParticipantSpec> participants) {
    return EventSpec{id, time::Readings(days(1, 1)), std::move(participants), {}};
  };
  append(*store,
         article_with({"a", "Text."}, {with("e1", {{"per/dmitri peskow", "Dmitri Peskow", {"dmitri peskow", "peskow"}},
                                                   {"state/RU", "Russland", {"russland", "moskau"}}}),
                                       with("e2", {{"state/RU", "Russland", {"russland"}},
                                                   {"state/RU", "Russland", {"russland", "kreml"}}})}));
  append(*store, article_with({"b", "Text."}, {with("e3", {{"per/ivan peskow", "Ivan Peskow", {"peskow"}},
                                                           {"per/dmitri peskow", "D. Peskow", {"peskow"}}}),
                                               with("e4", {{"per/dmitri peskow", "D. Peskow", {"peskow"}}})}));
  auto peskow = store->actors_of_name("peskow", ParticipantRole::kActor);
  REQUIRE(peskow.ok());
  REQUIRE(peskow->size() == 2);
  CHECK((*peskow)[0].key == "per/dmitri peskow");
  CHECK((*peskow)[0].events == 3);
  CHECK((*peskow)[0].name == "D. Peskow");  // the name most often met
  CHECK((*peskow)[1].key == "per/ivan peskow");
  CHECK(store->actors_of_name("peskow", ParticipantRole::kPlace)->empty());
  CHECK(store->actors_of_name("pes", ParticipantRole::kActor)->empty());
  CHECK(store->actors_of_name("moskau", ParticipantRole::kActor)->front().events == 2);  // the key's events

  // Superseded extractions count no longer.
  append(*store, {extraction_draft(Position{0, 3}, "b", {}, "rules 2")});
  peskow = store->actors_of_name("peskow", ParticipantRole::kActor);
  REQUIRE(peskow->size() == 1);
  CHECK((*peskow)[0].events == 1);
  CHECK((*peskow)[0].name == "Dmitri Peskow");
  const auto actors = store->actors(ParticipantRole::kActor);
  REQUIRE(actors.ok());
  REQUIRE(actors->size() == 2);
  CHECK((*actors)[0].key == "per/dmitri peskow");
  CHECK((*actors)[1].key == "state/RU");
  CHECK((*actors)[1].events == 2);

  const auto one = store->actor("state/RU", ParticipantRole::kActor);
  REQUIRE((one.ok() && one->has_value()));
  CHECK((*one)->name == "Russland");
  CHECK((*one)->events == 2);
  CHECK_FALSE(store->actor("state/RU", ParticipantRole::kPlace)->has_value());
  CHECK_FALSE(store->actor("per/ivan peskow", ParticipantRole::kActor)->has_value());  // no current event
  const auto written = [&](const std::string& key, bool all) {
    std::vector<std::string> out;
    CHECK(store->scan_written(key, ParticipantRole::kActor, [&](const WrittenName& name) {
      out.push_back(name.key + "|" + name.mention + "|" + std::to_string(name.events));
      return all;
    }));
    return out;
  };
  const std::vector<std::string> both = {"per/dmitri peskow|Dmitri Peskow|1", "state/RU|Russland|2"};
  CHECK(written("", true) == both);
  CHECK(written("", false) == std::vector<std::string>{both[0]});
  CHECK(written("state/RU", true) == std::vector<std::string>{both[1]});
  CHECK(written("state", true).empty());
  CHECK(store->decisions()->empty());
}

void check_refusals(const Contender& contender) {
  const auto store = contender.writer();
  append(*store, article_with({"a", "Text."}, {}));
  const auto before = *store->checkpoint();
  const auto refused = [&](const std::vector<Draft>& drafts) {
    const auto appended = store->append(drafts);
    REQUIRE_FALSE(appended.ok());
    CHECK(*store->checkpoint() == before);
    return appended.error();
  };
  const auto extraction = [](Position subject, const std::string& identity, const std::vector<EventSpec>& events) {
    return std::vector<Draft>{extraction_draft(subject, identity, events)};
  };
  CHECK(refused(extraction(Position{0, 2}, "a", {})).message() == "draft 0: its subject 0/2 is no article");
  CHECK(refused(extraction(Position{0, 9}, "a", {})).kind == ErrorKind::kInput);
  CHECK(refused(extraction(Position{1, 1}, "a", {})).kind == ErrorKind::kInput);
  CHECK(refused(extraction(Position{0, 1}, "b", {})).message() == "draft 0: article identity is not the subject's");
  auto no_subject = extraction_draft(Position{0, 1}, "a", {});
  no_subject.subject.reset();
  CHECK(refused({no_subject}).message() == "draft 0: has no subject");
  CHECK(refused(extraction(Position{0, 1}, "a", {event("", days(1, 1))})).message() == "draft 0: event 0: id is empty");
  CHECK(refused(extraction(Position{0, 1}, "a", {EventSpec{"e", time::Readings(days(1, 1)), {}, {"b", "a"}}}))
            .message() == "draft 0: event 0: stems are not sorted and unique");
  Draft wrong_kind;
  wrong_kind.kind = RecordKind::kArticle;
  wrong_kind.payload = extraction_payload("a", {});
  CHECK(refused({wrong_kind}).message() == "draft 0: payload is not that of kind article");
  wrong_kind.payload = "not a message";
  CHECK(refused({wrong_kind}).kind == ErrorKind::kInput);
  wrong_kind.payload = article_payload({"a", "x"}) + std::string(8, '\0');
  CHECK(refused({wrong_kind}).message() == "draft 0: bytes behind the message");
  wrong_kind.payload = article_payload({std::string("a\0b", 3), "x"});
  CHECK(refused({wrong_kind}).message() == "draft 0: identity holds a NUL");
  wrong_kind.kind = RecordKind::kRedaction;
  CHECK(refused({wrong_kind}).kind == ErrorKind::kUsage);
  wrong_kind.kind = RecordKind::kGenesis;
  CHECK(refused({wrong_kind}).kind == ErrorKind::kUsage);

  // One bad draft keeps the whole batch out.
  auto batch = article_with({"c", "Text."}, {});
  batch.push_back(extraction_draft(Position{0, 2}, "a", {}));
  CHECK(refused(batch).where == "draft 2");
  CHECK_FALSE(store->article_state("c")->has_value());
  CHECK(contender.reader()->append(batch).error().kind == ErrorKind::kUsage);
}

void check_times(const Contender& contender) {
  const auto store = contender.writer();
  const std::int64_t start = contender.clock->ms;
  contender.clock->ms = start + 1000;
  append(*store, article_with({"a", "Text."}, {}));  // 1, 2
  contender.clock->ms = start - 5000;                // a clock that was set back
  append(*store, article_with({"b", "Text."}, {}));  // 3, 4
  contender.clock->ms = start + 2000;
  append(*store, article_with({"c", "Text."}, {}));                          // 5, 6
  CHECK(store->record(Position{0, 3})->record.recorded_ms == start + 1000);  // never steps back
  CHECK(*store->size_at(start - 1) == 0);
  CHECK(*store->size_at(start) == 1);
  CHECK(*store->size_at(start + 1000) == 5);
  CHECK(*store->size_at(start + 1999) == 5);
  CHECK(*store->size_at(start + 9999) == 7);
}

void check_statistics(const Contender& contender) {
  const auto store = contender.writer();
  CHECK(store->statistics()->records == 1);
  CHECK_FALSE(store->statistics()->span.has_value());
  append(*store, article_with({"a", "eins"}, {event("e1", days(-5, 10)), EventSpec{"e2", thursdays(), {}, {}}}));
  append(*store, article_with({"b", "eins"}, {event("e3", days(30000, 30000), "org/y")}));
  append(*store, {extraction_draft(Position{0, 3}, "b", {event("e4", days(7, 7), "org/z")}, "2")});
  const auto figures = store->statistics();
  REQUIRE(figures.ok());
  CHECK(figures->records == 6);
  CHECK(figures->articles == 2);
  CHECK(figures->article_versions == 2);
  CHECK(figures->extractions == 3);
  CHECK(figures->events == 3);
  CHECK(figures->events_exact == 2);
  CHECK(figures->actors == 2);
  CHECK(figures->payload_bytes > 0);
  CHECK(figures->disk_bytes > 0);
  CHECK(figures->span == days(-5, 20139));
}

void check_reopening(const Contender& contender) {
  Checkpoint checkpoint;
  std::string id;
  {
    const auto store = contender.writer();
    id = store->store_id();
    append(*store, article_with({"a", "Text."}, {event("e1", days(10, 10))}));
    checkpoint = *store->checkpoint();
  }
  {
    const auto store = contender.reader();
    CHECK(store->store_id() == id);
    CHECK(*store->checkpoint() == checkpoint);
    CHECK(range_of(*store, {}).size() == 1);
  }
  const auto store = contender.writer();
  append(*store, article_with({"b", "Text."}, {event("e2", days(11, 11))}));
  const auto proved = store->verify(checkpoint);
  REQUIRE(proved.ok());
  CHECK_FALSE(proved->first_damage.has_value());
  CHECK(proved->records == 5);
  CHECK(proved->payloads == 5);
  Checkpoint other = checkpoint;
  other.root[0] ^= 1U;
  CHECK(store->verify(other)->first_damage == "checkpoint: the log's first 3 records have another root");
  other = checkpoint;
  other.size = 99;
  CHECK(store->verify(other)->first_damage == "checkpoint: has 99 records, the log has 5");
  other.origin = "annalen/else";
  CHECK(store->verify(other)->first_damage.has_value());
}

}  // namespace annalen::store::test
