// query.h: filters over a store's events -> hits in timeline order.
// Order:   by begin of the hull, then finer granularity first, then position (DESIGN.md, Time 6); newest_first turns it
//          round.
// Plan:    the article's events where one is asked for, else the intersection of the actor, place and text indexes,
//          else the time index; then each candidate is held against the filter.
// Memory:  select() keeps about 50 bytes a hit; load() brings one hit at a time, so that an answer of any size streams.
// Threads: pure functions over a Store.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/store.h"
#include "time/interval.h"
#include "time/readings.h"

namespace annalen::query {

// Keys that a name may stand for, whatever the store has seen: the actor first, the place last ("Moskau" -> "state/RU",
// "place/moskau"); empty when none is known. Called for names that no event was written with.
using KeysOfName = std::function<std::vector<std::string>(std::string_view name)>;

struct Filter {
  std::optional<time::Interval> range;
  std::vector<std::string> actors;  // names as the user wrote them; all must take part
  bool any_actor = false;           // one of `actors` is enough
  std::vector<std::string> places;  // all
  std::optional<store::Part> part;  // what the actors do (the same mention), or somebody where none are named
  std::vector<std::string> types;   // codes of events, any of them; empty: any type
  std::optional<store::Status> status;
  std::string said_by;      // who says so, as the user wrote it; empty: anybody
  bool implied = false;     // also events whose date no word tells
  KeysOfName keys_of_name;  // may be empty
  std::string text;         // all words (folded, stemmed) in the sentence
  std::string publisher;    // folded equality; empty: any
  std::string article;      // identity or URL; empty: any
  bool certain = false;     // REQUIRES range
  bool exact = false;
  std::optional<time::Granularity> finer_than;
  std::optional<std::uint64_t> as_of;  // log size
  std::uint64_t limit = 0;             // 0: all
  bool newest_first = false;
};

struct Hit {
  store::StoredEvent event;
  std::optional<time::Match> match;  // absent without a range
  std::shared_ptr<const store::StoredArticle> article;
  // The participants' keys as they were extracted, in their order; empty when no merge or split has changed one.
  std::vector<std::string> extracted_keys = {};
};

struct Answer {
  std::vector<Hit> hits;
  std::uint64_t total = 0;         // before the limit
  std::vector<std::string> notes;  // what the asker should know ("2 more events name only …"); a clause each
};

// A hit by its position, without its texts.
struct Selected {
  store::EventRef ref;
  time::CivilMinute begin;  // of the hull
  time::Granularity granularity = time::Granularity::kDay;
  std::optional<time::Match> match;
};

struct Selection {
  std::vector<Selected> hits;  // in order, within the limit
  std::uint64_t total = 0;
  std::vector<std::string> notes;
};

// The events that pass, in order; the same errors as run().
[[nodiscard]] Result<Selection> select(const store::Store& store, const Filter& filter);

// Brings hits with their articles, and with the participants' keys and names as merges and splits leave them; keeps the
// articles used last, since events of one article often follow one another. Threads: one loader, one thread.
class Loader {
 public:
  // `as_of`: the decisions before this log size hold.
  explicit Loader(const store::Store& store, std::optional<std::uint64_t> as_of = std::nullopt);
  ~Loader();
  Loader(const Loader&) = delete;
  Loader& operator=(const Loader&) = delete;
  [[nodiscard]] Result<Hit> load(const Selected& selected);
  [[nodiscard]] Result<std::shared_ptr<const store::StoredArticle>> article(store::Position version);

 private:
  struct Cache;
  [[nodiscard]] Result<void> identify(Hit& hit);
  const store::Store& store_;
  std::optional<std::uint64_t> as_of_;
  std::unique_ptr<Cache> cache_;
};

// select() and load() in one. An ambiguous actor or place name is Error{kUsage} whose hint lists the candidates; a name
// that is in no event gives an empty answer and a note. A name is a key ("state/RU"), else one that events were written
// with (a bare surname together with the one full name that it may mean), else what keys_of_name says, else the same
// spelled with umlauts ("Tuerkei", "OEVP").
[[nodiscard]] Result<Answer> run(const store::Store& store, const Filter& filter);

// One event explained: kNotFound when the id is unknown.
[[nodiscard]] Result<Hit> find(const store::Store& store, std::string_view event_id);

// --from and --to as one range, both included as a whole: "2022", "2022-03", "2022-03-10" or EDTF; either may be empty.
// Empty when both are; Error{kUsage} names the option.
[[nodiscard]] Result<std::optional<time::Interval>> parse_range(std::string_view from, std::string_view to);

}  // namespace annalen::query
