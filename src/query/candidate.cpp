#include "query/candidate.h"

#include <algorithm>
#include <functional>

#include "query/actors.h"
#include "query/name.h"
#include "text/fold.h"

namespace annalen::query {
namespace {

using Candidates = std::vector<Candidate>;
using Scan = std::function<Result<void>(const store::EntrySink&)>;

bool by_ref(const Candidate& a, const Candidate& b) { return a.ref < b.ref; }

// Sorted, each event once with its earliest begin.
void make_set(Candidates& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.ref != b.ref ? a.ref < b.ref : a.begin < b.begin; });
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [](const Candidate& a, const Candidate& b) { return a.ref == b.ref; }),
                   candidates.end());
}

Result<Candidates> collect(const Scan& scan) {
  Candidates out;
  Result<void> state = scan([&](const store::EventEntry& entry) {
    out.push_back({entry.ref, entry.reading.begin()});
    return true;
  });
  if (!state) return state.error();
  make_set(out);
  return out;
}

Candidates intersection(const Candidates& a, const Candidates& b) {
  Candidates out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out), by_ref);
  return out;
}

// Every scan must give the event; the smallest so far leads.
Result<Candidates> collect_all(const std::vector<Scan>& scans) {
  Candidates common;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    Result<Candidates> found = collect(scans[i]);
    if (!found) return found.error();
    common = i == 0 ? *std::move(found) : intersection(common, *found);
    if (common.empty()) break;
  }
  return common;
}

Result<Candidates> collect_any(const std::vector<Scan>& scans) {
  Candidates out;
  for (const Scan& scan : scans) {
    Result<Candidates> found = collect(scan);
    if (!found) return found.error();
    out.insert(out.end(), found->begin(), found->end());
  }
  make_set(out);
  return out;
}

// The current events of one article, without an index. Empty optional: no article has that identity.
Result<std::optional<Candidates>> of_article(const store::Store& store, const Filter& filter) {
  Result<std::optional<store::ArticleState>> state = store.article_state(filter.article, filter.as_of);
  if (!state) return state.error();
  if (!state->has_value()) return std::optional<Candidates>();
  Candidates out;
  if (!(*state)->extraction) return std::optional<Candidates>(std::move(out));
  for (std::uint32_t ordinal = 0;; ++ordinal) {
    Result<store::StoredEvent> event = store.event({*(*state)->extraction, ordinal});
    if (!event && event.error().kind == ErrorKind::kNotFound) break;
    if (!event) return event.error();
    if (filter.range && !event->readings.any_overlaps(*filter.range)) continue;
    if (event->basis == store::Basis::kImplied && !filter.implied) continue;
    out.push_back({event->ref, event->readings.hull().begin()});
  }
  return std::optional<Candidates>(std::move(out));
}

// With the part of a place the names asked for are places'.
store::ParticipantRole role_of_actors(const Filter& filter) {
  return filter.part == store::Part::kPlace ? store::ParticipantRole::kPlace : store::ParticipantRole::kActor;
}

Result<void> resolve_each(const NameScope& scope, const std::vector<std::string>& names, const KeysOfName& keys_of_name,
                          bool any, Keys& keys, std::vector<std::vector<Wanted>>& out) {
  for (const std::string& name : names) {
    Result<Resolved> resolved = resolve_name(scope, name, keys_of_name);
    if (!resolved) return resolved.error();
    if (!resolved->note.empty()) keys.notes.push_back(resolved->note);
    if (!resolved->keys.empty()) {
      std::vector<Wanted>& wanted = out.emplace_back();
      for (const std::string& key : resolved->keys) {
        for (Identities::Source& source : scope.identities.sources_of(key)) wanted.push_back({std::move(source), key});
      }
    } else if (!any) {
      keys.impossible = true;
    }
  }
  if (any && !names.empty() && out.empty()) keys.impossible = true;
  return {};
}

// Somebody who only speaks is in no event as an actor: then the key that the name may stand for counts, else the name.
Result<void> resolve_speaker(const NameScope& scope, const Filter& filter, Keys& keys) {
  Result<Resolved> resolved = resolve_name(scope, filter.said_by, filter.keys_of_name);
  if (!resolved) return resolved.error();
  keys.speakers = resolved->keys;
  if (keys.speakers.empty() && filter.keys_of_name) {
    const std::vector<std::string> known = filter.keys_of_name(filter.said_by);
    if (!known.empty()) keys.speakers.push_back(known.front());
  }
  if (!resolved->keys.empty() && !resolved->note.empty()) keys.notes.push_back(resolved->note);
  return {};
}

}  // namespace

Result<Keys> resolve_keys(const store::Store& store, const Filter& filter) {
  Keys keys;
  Result<Identities> identities = Identities::of(store, filter.as_of);
  if (!identities) return identities.error();
  keys.identities = *std::move(identities);
  const NameScope actors{store, keys.identities, role_of_actors(filter), filter.as_of, filter.implied};
  Result<void> state = resolve_each(actors, filter.actors, filter.keys_of_name, filter.any_actor, keys, keys.actors);
  if (!state) return state.error();
  if (!filter.said_by.empty()) {
    state = resolve_speaker(actors, filter, keys);
    if (!state) return state.error();
  }
  const NameScope places{store, keys.identities, store::ParticipantRole::kPlace, filter.as_of, filter.implied};
  state = resolve_each(places, filter.places, filter.keys_of_name, false, keys, keys.places);
  if (!state) return state.error();
  return keys;
}

Result<Candidates> find_candidates(const store::Store& store, const Filter& filter, const Keys& keys) {
  const store::Store::Scan scan{filter.range, filter.as_of, filter.implied};
  std::optional<Candidates> of_one_article;
  if (!filter.article.empty()) {
    Result<std::optional<Candidates>> found = of_article(store, filter);
    if (!found) return found.error();
    of_one_article = *std::move(found);
  }

  const auto actor_scan = [&](const std::vector<Wanted>& of_name, store::ParticipantRole role) -> Scan {
    return [&store, &keys, &scan, &of_name, role](const store::EntrySink& sink) -> Result<void> {
      for (const auto& [source, key] : of_name) {
        Result<void> state = scan_meaning(store, keys.identities, source, key, role, scan, sink);
        if (!state) return state;
      }
      return {};
    };
  };
  std::vector<Scan> all;
  std::vector<Scan> any;
  for (const std::string& stem : text::stems(filter.text)) {
    all.emplace_back([&store, &scan, stem](const store::EntrySink& sink) { return store.scan_stem(stem, scan, sink); });
  }
  for (const auto& of_name : keys.places) all.push_back(actor_scan(of_name, store::ParticipantRole::kPlace));
  for (const auto& of_name : keys.actors) {
    (filter.any_actor ? any : all).push_back(actor_scan(of_name, role_of_actors(filter)));
  }
  // A range alone, or nothing at all, is the time index's question.
  if (all.empty() && any.empty() && !of_one_article) {
    all.emplace_back([&store, &scan](const store::EntrySink& sink) { return store.scan_range(scan, sink); });
  }

  std::optional<Candidates> out = std::move(of_one_article);
  const auto narrow = [&out](Candidates found) { out = out ? intersection(*out, found) : std::move(found); };
  if (!all.empty()) {
    Result<Candidates> found = collect_all(all);
    if (!found) return found.error();
    narrow(*std::move(found));
  }
  if (!any.empty() && (!out || !out->empty())) {
    Result<Candidates> found = collect_any(any);
    if (!found) return found.error();
    narrow(*std::move(found));
  }
  return std::move(out).value_or(Candidates{});
}

}  // namespace annalen::query
