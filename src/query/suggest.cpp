#include "query/suggest.h"

#include <algorithm>
#include <map>

#include "query/actors.h"
#include "query/spelling.h"
#include "text/fold.h"

namespace annalen::query {
namespace {

using Distances = std::map<std::string, unsigned, std::less<>>;

void note(Distances& distances, const std::string& key, unsigned distance) {
  const auto [slot, fresh] = distances.try_emplace(key, distance);
  if (!fresh) slot->second = std::min(slot->second, distance);
}

// Of the keys whose names as written are like the one asked for.
Result<Distances> written_alike(const store::Store& store, const Identities& identities, store::ParticipantRole role,
                                const Spelling& spelling, const Words& asked) {
  Distances out;
  Result<void> scanned = store.scan_written({}, role, [&](const store::WrittenName& name) {
    if (const std::optional<unsigned> distance = likeness(asked, spelling.words(name.mention))) {
      for (const std::string& key : identities.meanings_of(name.key)) note(out, key, *distance);
    }
    return true;
  });
  if (!scanned) return scanned.error();
  return out;
}

}  // namespace

Result<std::vector<Suggestion>> suggest_actors(const store::Store& store, std::string_view name,
                                               store::ParticipantRole role, std::optional<std::uint64_t> as_of) {
  Result<Identities> identities = Identities::of(store, as_of);
  if (!identities) return identities.error();
  Result<std::vector<store::ActorName>> actors = list_actors(store, role, as_of);
  if (!actors) return actors.error();
  const Spelling spelling = Spelling::built_in();
  const Words asked = spelling.words(name);
  Result<Distances> written = written_alike(store, *identities, role, spelling, asked);
  if (!written) return written.error();

  const std::string folded = text::fold(name);
  std::vector<Suggestion> out;
  for (store::ActorName& actor : *actors) {
    const bool holds =
        text::fold(actor.name).find(folded) != std::string::npos || actor.key.find(folded) != std::string::npos;
    std::optional<unsigned> distance = holds ? 0 : likeness(asked, spelling.words(actor.name));
    if (const auto alike = written->find(actor.key); alike != written->end()) {
      distance = std::min(distance.value_or(alike->second), alike->second);
    }
    if (distance) out.push_back({std::move(actor), *distance});
  }
  std::stable_sort(out.begin(), out.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.actor.events > b.actor.events;
  });
  return out;
}

}  // namespace annalen::query
