// candidate.h: the events that the indexes give for a filter, before any event is read. Inside of the query room.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "query/identity.h"
#include "query/query.h"
#include "store/store.h"

namespace annalen::query {

// The events to look through for a key.
struct Wanted {
  Identities::Source source;
  std::string key;  // that the mentions must mean
};

// The filter's names as keys.
struct Keys {
  Identities identities;
  // Of one name each: any of them will do.
  std::vector<std::vector<Wanted>> actors;
  std::vector<std::vector<Wanted>> places;
  std::vector<std::string> speakers;  // what the speaker's name may mean; empty: a name that no key has
  bool impossible = false;            // a name that must take part is in no event
  std::vector<std::string> notes;
};
[[nodiscard]] Result<Keys> resolve_keys(const store::Store& store, const Filter& filter);

struct Candidate {
  store::EventRef ref;
  // Of the earliest reading seen: the hull's begin unless a range left some reading out.
  time::CivilMinute begin;
};

// Sorted by ref, each event once. A superset of the answer: range, actors, places and text are looked at (the article,
// too, where it is known by its identity), nothing else.
[[nodiscard]] Result<std::vector<Candidate>> find_candidates(const store::Store& store, const Filter& filter,
                                                             const Keys& keys);

}  // namespace annalen::query
