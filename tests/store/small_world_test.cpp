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
    REQUIRE(found(range_of(store, scan)) == model_found(model_, size, scan.range, [](const auto&) { return true; }));
    const std::string key = pick("per/", 5);
    for (const auto role : {ParticipantRole::kActor, ParticipantRole::kPlace}) {
      REQUIRE(found(actor_of(store, key, scan, role)) ==
              model_found(model_, size, scan.range, [&](const EventSpec& event) {
                return std::any_of(event.participants.begin(), event.participants.end(),
                                   [&](const auto& p) { return p.key == key && p.role == role; });
              }));
    }
    const std::string stem = pick("stem", 6);
    REQUIRE(found(stem_of(store, stem, scan)) == model_found(model_, size, scan.range, [&](const EventSpec& event) {
              return std::count(event.stems.begin(), event.stems.end(), stem) > 0;
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
        ++events;
        exact += event.readings.exact() ? 1 : 0;
        span = span ? span->hull(event.readings.hull()) : event.readings.hull();
        const auto stored = store.find_event(event.id);
        REQUIRE(stored.ok());
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

}  // namespace
}  // namespace annalen::store::test
