// The indexes against a plain scan: every pair of intervals on some points, and random stores against a model.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "raw.h"
#include "world.h"

namespace annalen::store::test {
namespace {

using Found = std::set<std::pair<EventRef, time::Interval>>;

Found found(const std::vector<EventEntry>& entries) {
  Found out;
  for (const auto& entry : entries) REQUIRE(out.emplace(entry.ref, entry.reading).second);  // none twice
  return out;
}

// What an index must say about one event: store.h, Scan.
void plain(const EventSpec& event, const EventRef& ref, const std::optional<time::Interval>& range, Found& out) {
  if (event.readings.is_regular()) {
    if (!range || event.readings.any_overlaps(*range)) out.emplace(ref, event.readings.hull());
    return;
  }
  for (const auto& reading : event.readings.list()) {
    if (!range || reading.overlaps(*range)) out.emplace(ref, reading);
  }
}

// DESIGN.md, Records: "intervals are indexed by length class so that a query looks back no further than the class is
// long".
TEST_CASE("store/scan: every interval and every query on fourteen points, index against plain scan") {
  const std::int64_t day = time::kMinutesPerDay;
  const std::int64_t points[] = {time::kCivilMin.count,
                                 -36525 * day,
                                 -366 * day,
                                 -1441,
                                 -1440,
                                 -1,
                                 0,
                                 1,
                                 1440,
                                 31 * day,
                                 31 * day + 1,
                                 366 * day,
                                 36525 * day + 1,
                                 time::kCivilEnd.count};
  std::vector<time::Interval> intervals;
  for (const auto begin : points) {
    for (const auto end : points) {
      if (begin < end) intervals.push_back(minutes(begin, end));
    }
  }
  std::vector<EventSpec> events;
  for (const auto& interval : intervals) {
    events.push_back(
        EventSpec{"e" + std::to_string(events.size()), time::Readings(interval), {{"per/x", "X", {}}}, {"s"}});
  }
  for (std::size_t i = 0; i + 17 < intervals.size(); i += 3) {
    events.push_back(EventSpec{"l" + std::to_string(i),
                               *time::Readings::of({intervals[i], intervals[i + 5], intervals[i + 17]}),
                               {{"per/x", "X", {}}},
                               {"s"}});
  }
  for (const std::int64_t step : {1L, 1440L, 10080L}) {
    for (const std::int64_t begin : {-1441L, -1L, 0L, 366L * 1440L}) {
      events.push_back(EventSpec{"r" + std::to_string(step) + "." + std::to_string(begin),
                                 *time::Readings::regular(minutes(begin, begin + step), 2 * step, 70),
                                 {{"per/x", "X", {}}},
                                 {"s"}});
    }
  }
  const TempFolder folder;
  World world(folder.file("store"));
  const auto store = world.writer();
  append(*store, article_with({"a", "Text."}, events));
  std::size_t answers = 0;
  for (const auto& range : intervals) {
    Found wanted;
    for (std::size_t i = 0; i < events.size(); ++i) {
      plain(events[i], EventRef{Position{0, 2}, static_cast<std::uint32_t>(i)}, range, wanted);
    }
    const Store::Scan scan{range, std::nullopt};
    const std::string text = time::to_text(range.begin()) + "/" + time::to_text(range.end());
    CAPTURE(text);
    REQUIRE(found(range_of(*store, scan)) == wanted);
    REQUIRE(found(actor_of(*store, "per/x", scan)) == wanted);
    REQUIRE(found(stem_of(*store, "s", scan)) == wanted);
    answers += wanted.size();
  }
  MESSAGE("events " << events.size() << ", queries " << intervals.size() << ", entries compared " << 3 * answers);
}

// A store as a few lists. Everything is answered by looking at all of it.
struct Model {
  struct Version {
    std::string identity;
    std::uint64_t seq;
  };
  struct Extraction {
    std::string identity;
    std::uint64_t seq;
    std::uint64_t version;
    std::vector<EventSpec> events;
  };
  std::vector<Version> versions;
  std::vector<Extraction> extractions;

  [[nodiscard]] std::optional<std::uint64_t> newest_version(const std::string& identity, std::uint64_t size) const {
    std::optional<std::uint64_t> out;
    for (const auto& version : versions) {
      if (version.identity == identity && version.seq < size) out = version.seq;
    }
    return out;
  }
  [[nodiscard]] std::vector<const Extraction*> seen(std::uint64_t size) const {
    std::map<std::string, const Extraction*> newest;
    for (const auto& extraction : extractions) {
      if (extraction.seq < size && extraction.version == newest_version(extraction.identity, size)) {
        newest[extraction.identity] = &extraction;
      }
    }
    std::vector<const Extraction*> out;
    for (const auto& [identity, extraction] : newest) out.push_back(extraction);
    return out;
  }
};

template <class Keep>
Found model_found(const Model& model, std::uint64_t size, const std::optional<time::Interval>& range,
                  const Keep& keep) {
  Found out;
  for (const auto* extraction : model.seen(size)) {
    for (std::uint32_t i = 0; i < extraction->events.size(); ++i) {
      if (keep(extraction->events[i])) {
        plain(extraction->events[i], EventRef{Position{0, extraction->seq}, i}, range, out);
      }
    }
  }
  return out;
}

class RandomWorld {
 public:
  explicit RandomWorld(std::uint64_t seed) : random_(seed), world_(folder_.file("store")), store_(world_.writer()) {}

  void run(int steps) {
    for (int step = 0; step < steps; ++step) {
      switch (random_() % 8) {
        case 0:
          store_.reset();
          store_ = world_.writer();
          break;
        case 1:
          compare(*store_);
          break;
        case 2:
          compare(*world_.reader());
          break;
        case 3:
          if (random_() % 4 == 0) {
            const auto reindexed = store_->reindex();
            REQUIRE_MESSAGE(reindexed.ok(), (reindexed.ok() ? "" : reindexed.error().message()));
          }
          break;
        default:
          write();
      }
      world_.clock.ms += static_cast<std::int64_t>(random_() % 2000) - 500;
    }
    compare(*store_);
    REQUIRE(damage_of(*store_).empty());
  }
  [[nodiscard]] std::uint64_t records() const { return store_->size(); }

 private:
  std::string pick(const std::string& prefix, unsigned count) { return prefix + std::to_string(random_() % count); }

  time::Readings readings() {
    const auto interval = [&] {
      const auto begin = static_cast<std::int64_t>(random_() % 6000) - 3000;
      return minutes(begin * 360, begin * 360 + 1 + static_cast<std::int64_t>(random_() % (1U << (random_() % 20))));
    };
    switch (random_() % 4) {
      case 0:
        return *time::Readings::of({interval(), interval(), interval()});
      case 1:
        return *time::Readings::regular(interval(), 1 + static_cast<std::int64_t>(random_() % 9999),
                                        65 + random_() % 50);
      default:
        return time::Readings(interval());
    }
  }

  std::vector<EventSpec> events() {
    std::vector<EventSpec> out;
    for (std::uint64_t i = random_() % 5; i > 0; --i) {
      EventSpec event{pick("id", 40), readings(), {}, {}};
      for (std::uint64_t n = random_() % 3; n > 0; --n) {
        const std::string key = pick("per/", 5);
        const auto role = random_() % 4 == 0 ? ParticipantRole::kPlace : ParticipantRole::kActor;
        event.participants.push_back({key, pick("Name ", 3), {pick("folded", 4)}, role});
      }
      std::set<std::string> stems;
      for (std::uint64_t n = random_() % 4; n > 0; --n) stems.insert(pick("stem", 6));
      event.stems.assign(stems.begin(), stems.end());
      event.basis = static_cast<Basis>(random_() % 3);
      out.push_back(std::move(event));
    }
    return out;
  }

  // One batch of one to four drafts.
  void write() {
    std::vector<Draft> drafts;
    const std::uint64_t base = store_->size();
    for (std::uint64_t i = 1 + random_() % 4; i > 0; --i) {
      const std::uint64_t seq = base + drafts.size();
      const bool extract = random_() % 3 != 0 && !model_.versions.empty();
      if (!extract) {
        const std::string identity = pick("article", 6);
        Draft draft;
        draft.payload = article_payload({identity, "Text " + std::to_string(seq)});
        drafts.push_back(draft);
        model_.versions.push_back({identity, seq});
        continue;
      }
      // Mostly of a recent version, at times of one that was superseded.
      const std::size_t back = random_() % std::min<std::size_t>(3, model_.versions.size());
      const auto version = model_.versions[model_.versions.size() - 1 - back];
      const auto found_events = events();
      Draft draft = extraction_draft(Position{0, version.seq}, version.identity, found_events);
      if (version.seq >= base) {
        draft.subject.reset();
        draft.subject_draft = version.seq - base;
      }
      drafts.push_back(draft);
      model_.extractions.push_back({version.identity, seq, version.seq, found_events});
    }
    append(*store_, drafts);
  }

  void compare(const Store& store) {
    const std::uint64_t size = random_() % 2 == 0 ? store.size() : random_() % (store.size() + 1);
    Store::Scan scan;
    if (size != store.size()) scan.as_of = size;
    if (random_() % 3 != 0) scan.range = readings().hull();
    scan.implied = random_() % 2 == 0;
    const auto asked = [&](const EventSpec& event) { return scan.implied || event.basis != Basis::kImplied; };
    REQUIRE(found(range_of(store, scan)) == model_found(model_, size, scan.range, asked));
    const std::string key = pick("per/", 5);
    for (const auto role : {ParticipantRole::kActor, ParticipantRole::kPlace}) {
      REQUIRE(found(actor_of(store, key, scan, role)) ==
              model_found(model_, size, scan.range, [&](const EventSpec& event) {
                return asked(event) && std::any_of(event.participants.begin(), event.participants.end(),
                                                   [&](const auto& p) { return p.key == key && p.role == role; });
              }));
    }
    const std::string stem = pick("stem", 6);
    REQUIRE(found(stem_of(store, stem, scan)) == model_found(model_, size, scan.range, [&](const EventSpec& event) {
              return asked(event) && std::count(event.stems.begin(), event.stems.end(), stem) > 0;
            }));
    compare_names(store);
    compare_totals(store);
  }

  void compare_names(const Store& store) {
    for (const auto role : {ParticipantRole::kActor, ParticipantRole::kPlace}) {
      std::map<std::string, std::uint64_t> counts;
      std::map<std::string, std::set<std::string>> keys_of_folded;
      for (const auto* extraction : model_.seen(UINT64_MAX)) {
        for (const auto& event : extraction->events) {
          if (event.basis == Basis::kImplied) continue;
          std::set<std::string> keys;
          for (const auto& participant : event.participants) {
            if (participant.role != role) continue;
            keys.insert(participant.key);
            for (const auto& folded : participant.folded) keys_of_folded[folded].insert(participant.key);
          }
          for (const auto& key : keys) ++counts[key];
        }
      }
      const auto actors = store.actors(role);
      REQUIRE(actors.ok());
      std::map<std::string, std::uint64_t> stored;
      for (const auto& actor : *actors) stored[actor.key] = actor.events;
      REQUIRE(stored == counts);
      for (const auto& [folded, keys] : keys_of_folded) {
        const auto named = store.actors_of_name(folded, role);
        REQUIRE(named.ok());
        std::set<std::string> stored_keys;
        for (const auto& actor : *named) {
          stored_keys.insert(actor.key);
          REQUIRE(actor.events == counts[actor.key]);
        }
        REQUIRE(stored_keys == keys);
        REQUIRE(std::is_sorted(named->begin(), named->end(),
                               [](const auto& a, const auto& b) { return a.events > b.events; }));
      }
    }
  }

  void compare_totals(const Store& store) {
    std::set<std::string> identities;
    for (const auto& version : model_.versions) identities.insert(version.identity);
    std::uint64_t events = 0;
    std::uint64_t exact = 0;
    std::optional<time::Interval> span;
    for (const auto* extraction : model_.seen(UINT64_MAX)) {
      for (const auto& event : extraction->events) {
        const auto stored = store.find_event(event.id);
        REQUIRE(stored.ok());
        if (event.basis == Basis::kImplied) continue;
        ++events;
        exact += event.readings.exact() ? 1 : 0;
        span = span ? span->hull(event.readings.hull()) : event.readings.hull();
      }
    }
    const auto figures = store.statistics();
    REQUIRE(figures.ok());
    REQUIRE(figures->articles == identities.size());
    REQUIRE(figures->article_versions == model_.versions.size());
    REQUIRE(figures->extractions == model_.extractions.size());
    REQUIRE(figures->events == events);
    REQUIRE(figures->events_exact == exact);
    REQUIRE(figures->span == span);
  }

  std::mt19937_64 random_;
  TempFolder folder_;
  World world_;
  std::unique_ptr<Store> store_;
  Model model_;
};

TEST_CASE("store/model: random batches, reopenings and reindexings answer like a plain list") {
  const std::uint64_t seed = seed_of_run();
  MESSAGE("seed " << seed);
  CAPTURE(seed);
  std::uint64_t records = 0;
  for (std::uint64_t i = 0; i < 6; ++i) {
    RandomWorld world(seed + i);
    world.run(120);
    records += world.records();
  }
  MESSAGE("records " << records);
}

// An implied event is out of sight until it is asked for; its names are known, with no event.
TEST_CASE("store/implied: only who asks for implied events gets them, and no count has them") {
  const TempFolder folder;
  World world(folder.file("store"));
  const auto store = world.writer();
  const time::Readings day(days(10, 10));
  append(*store, article_with({"a", "Text."}, {{"stated", day, {{"per/x", "X", {"x"}}}, {"s"}, Basis::kStated},
                                               {"story", day, {{"per/x", "X", {"x"}}}, {"s"}, Basis::kStory},
                                               {"implied", day, {{"per/x", "X", {"x"}}}, {"s"}, Basis::kImplied},
                                               {"alone", day, {{"per/y", "Y", {"y"}}}, {"t"}, Basis::kImplied}}));
  for (const auto& range : {std::optional<time::Interval>(), std::optional<time::Interval>(days(9, 11))}) {
    const Store::Scan scan{range, std::nullopt};
    const Store::Scan all{range, std::nullopt, true};
    CHECK(range_of(*store, scan).size() == 2);
    CHECK(range_of(*store, all).size() == 4);
    CHECK(actor_of(*store, "per/x", scan).size() == 2);
    CHECK(actor_of(*store, "per/x", all).size() == 3);
    CHECK(actor_of(*store, "per/y", scan).empty());
    CHECK(actor_of(*store, "per/y", all).size() == 1);
    CHECK(stem_of(*store, "s", scan).size() == 2);
    CHECK(stem_of(*store, "s", all).size() == 3);
    CHECK(stem_of(*store, "t", scan).empty());
    CHECK(stem_of(*store, "t", all).size() == 1);
  }
  CHECK(store->statistics()->events == 2);
  CHECK(store->statistics()->actors == 1);
  CHECK(store->actor("per/x", ParticipantRole::kActor)->value().events == 2);
  CHECK_FALSE(store->actor("per/y", ParticipantRole::kActor)->has_value());
  REQUIRE(store->actors_of_name("y", ParticipantRole::kActor)->size() == 1);
  CHECK(store->actors_of_name("y", ParticipantRole::kActor)->front().events == 0);
  CHECK(store->find_event("alone")->basis == Basis::kImplied);
  CHECK(damage_of(*store).empty());
}

// FORMAT.md, `S`: blocks of 4096 records.
TEST_CASE("store/stems: postings go on from block to block, whatever the batches, as of every size") {
  const TempFolder folder;
  World world(folder.file("store"));
  World other(folder.file("other"));
  auto store = world.writer();
  auto again = other.writer();
  std::vector<Draft> batch;
  std::vector<std::uint64_t> seqs;  // of the extractions with the stem
  for (std::uint64_t i = 0; i < 4'300; ++i) {
    const std::string id = std::to_string(i);
    std::vector<EventSpec> events;
    if (i % 7 == 0) events = {EventSpec{"e" + id, time::Readings(days(1, 1)), {}, {"s"}}};
    auto drafts = article_with({"a" + id, "Text."}, events);
    drafts[1].subject_draft = batch.size();
    if (i % 7 == 0) seqs.push_back(2 * i + 2);
    batch.insert(batch.end(), drafts.begin(), drafts.end());
    if (batch.size() < 1'500) continue;
    append(*store, batch);
    batch.clear();
  }
  append(*store, batch);
  // The same log in other batches.
  for (std::uint64_t from = 1; from < store->size(); from += 4'001) {
    std::vector<Draft> drafts;
    for (std::uint64_t seq = from; seq < std::min(from + 4'001, store->size()); ++seq) {
      const auto stored = store->record(Position{0, seq});
      REQUIRE(stored.ok());
      drafts.push_back({stored->record.kind, *stored->payload, stored->record.subject, std::nullopt, std::nullopt});
    }
    append(*again, drafts);
  }
  for (const std::uint64_t size : {std::uint64_t{4095}, std::uint64_t{4096}, std::uint64_t{4099}, store->size()}) {
    CAPTURE(size);
    std::vector<std::uint64_t> wanted(seqs.begin(), std::lower_bound(seqs.begin(), seqs.end(), size));
    std::vector<std::uint64_t> stored;
    for (const auto& entry : stem_of(*store, "s", {std::nullopt, size})) stored.push_back(entry.ref.extraction.seq);
    CHECK(stored == wanted);
  }
  CHECK(damage_of(*store).empty());
  store.reset();
  again.reset();
  CHECK(raw_entries(world.folder, rocks::Family::kIndex) == raw_entries(other.folder, rocks::Family::kIndex));
}

}  // namespace
}  // namespace annalen::store::test
