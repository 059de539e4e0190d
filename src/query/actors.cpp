#include "query/actors.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace annalen::query {
namespace {

using store::ActorName;
using store::ParticipantRole;

// How often each key and each of its names is met; an event counts once.
class Tally {
 public:
  void add(const store::StoredEvent& event, const Identities& identities, ParticipantRole role) {
    std::set<std::string> seen;
    for (const store::StoredParticipant& participant : event.participants) {
      if (participant.role != role) continue;
      std::string key = identities.key_of(event, participant);
      if (!seen.insert(key).second) continue;
      Row& row = rows_[std::move(key)];
      ++row.events;
      ++row.names[participant.name];
    }
  }
  [[nodiscard]] std::vector<ActorName> actors(const Identities& identities) const {
    std::vector<ActorName> out;
    for (const auto& [key, row] : rows_) {
      std::string name = identities.given_name(key);
      if (name.empty()) {
        name = std::max_element(row.names.begin(), row.names.end(), [](const auto& a, const auto& b) {
                 return a.second < b.second;
               })->first;
      }
      out.push_back({key, std::move(name), row.events});
    }
    return out;
  }

 private:
  struct Row {
    std::uint64_t events = 0;
    std::map<std::string, std::uint64_t> names;
  };
  std::map<std::string, Row> rows_;
};

Result<std::vector<ActorName>> actors_as_of(const store::Store& store, const Identities& identities,
                                            ParticipantRole role, std::uint64_t as_of) {
  std::set<store::EventRef> refs;
  Result<void> scanned = store.scan_range({std::nullopt, as_of}, [&](const store::EventEntry& entry) {
    refs.insert(entry.ref);
    return true;
  });
  if (!scanned) return scanned.error();
  Tally tally;
  for (const store::EventRef& ref : refs) {
    Result<store::StoredEvent> event = store.event(ref);
    if (!event) return event.error();
    tally.add(*event, identities, role);
  }
  return tally.actors(identities);
}

}  // namespace

Result<void> scan_meaning(const store::Store& store, const Identities& identities, const Identities::Source& source,
                          const std::string& key, ParticipantRole role, const store::Store::Scan& scan,
                          const store::EntrySink& sink) {
  if (source.always) return store.scan_actor(source.key, role, scan, sink);
  std::optional<Error> error;
  const auto means_key = [&](const store::StoredEvent& event) {
    return std::any_of(event.participants.begin(), event.participants.end(), [&](const auto& participant) {
      return participant.role == role && participant.key == source.key && identities.key_of(event, participant) == key;
    });
  };
  Result<void> scanned = store.scan_actor(source.key, role, scan, [&](const store::EventEntry& entry) {
    Result<store::StoredEvent> event = store.event(entry.ref);
    if (!event) error = event.error();
    return event && (!means_key(*event) || sink(entry));
  });
  if (error) return *error;
  return scanned;
}

Result<std::string> name_of_key(const store::Store& store, const Identities& identities, const std::string& key,
                                ParticipantRole role) {
  std::string name = identities.given_name(key);
  if (!name.empty()) return name;
  std::uint64_t best = 0;
  for (const Identities::Source& source : identities.sources_of(key)) {
    Result<std::optional<ActorName>> extracted = store.actor(source.key, role);
    if (!extracted) return extracted.error();
    if (!*extracted || (source.key != key && (*extracted)->events <= best)) continue;
    name = (*extracted)->name;
    if (source.key == key) break;
    best = (*extracted)->events;
  }
  return name.empty() ? key : name;
}

Result<ActorName> actor_named(const store::Store& store, const Identities& identities, const std::string& key,
                              ParticipantRole role, std::optional<std::uint64_t> as_of) {
  Result<std::string> name = name_of_key(store, identities, key, role);
  if (!name) return name.error();
  std::set<store::EventRef> refs;
  for (const Identities::Source& source : identities.sources_of(key)) {
    Result<void> scanned =
        scan_meaning(store, identities, source, key, role, {std::nullopt, as_of}, [&](const store::EventEntry& entry) {
          refs.insert(entry.ref);
          return true;
        });
    if (!scanned) return scanned.error();
  }
  return ActorName{key, *std::move(name), refs.size()};
}

Result<std::vector<ActorName>> list_actors(const store::Store& store, ParticipantRole role,
                                           std::optional<std::uint64_t> as_of) {
  Result<Identities> identities = Identities::of(store, as_of);
  if (!identities) return identities.error();
  if (as_of) return actors_as_of(store, *identities, role, *as_of);
  Result<std::vector<ActorName>> actors = store.actors(role);
  if (!actors || identities->empty()) return actors;
  std::erase_if(*actors, [&](const ActorName& actor) { return identities->knows(actor.key); });
  for (const auto& [key, sources] : identities->sources()) {
    Result<ActorName> actor = actor_named(store, *identities, key, role, std::nullopt);
    if (!actor) return actor.error();
    if (actor->events > 0) actors->push_back(*std::move(actor));
  }
  std::sort(actors->begin(), actors->end(), [](const ActorName& a, const ActorName& b) { return a.key < b.key; });
  return actors;
}

Result<std::vector<store::WrittenName>> written_names(const store::Store& store, const Identities& identities,
                                                      const std::string& key, ParticipantRole role) {
  std::map<std::string, std::uint64_t> events;
  for (const Identities::Source& source : identities.sources_of(key)) {
    Result<void> scanned = store.scan_written(source.key, role, [&](const store::WrittenName& name) {
      events[name.mention] += name.events;
      return true;
    });
    if (!scanned) return scanned.error();
  }
  std::vector<store::WrittenName> out;
  out.reserve(events.size());
  for (const auto& [mention, count] : events) out.push_back({key, mention, count});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.events > b.events; });
  return out;
}

}  // namespace annalen::query
