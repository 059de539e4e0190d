#include "query/name.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "query/actors.h"
#include "text/fold.h"

namespace annalen::query {
namespace {

constexpr std::array<std::string_view, 4> kKeyKinds = {"per/", "org/", "state/", "place/"};
constexpr std::string_view kPerson = "per/";
constexpr std::size_t kCandidatesShown = 12;
// Of each candidate: index entries, events, articles.
constexpr std::size_t kEventsLookedAt = 200;
constexpr std::size_t kEventsRead = 8;
constexpr std::size_t kArticlesShown = 2;
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kUmlauts = {{{"ae", "ä"},
                                                                                    {"oe", "ö"},
                                                                                    {"ue", "ü"},
                                                                                    {"Ae", "Ä"},
                                                                                    {"Oe", "Ö"},
                                                                                    {"Ue", "Ü"},
                                                                                    {"AE", "Ä"},
                                                                                    {"OE", "Ö"},
                                                                                    {"UE", "Ü"}}};

bool is_key(std::string_view name) {
  return std::any_of(kKeyKinds.begin(), kKeyKinds.end(),
                     [&](std::string_view kind) { return name.starts_with(kind) && name.size() > kind.size(); });
}

// One blank between words, none around them.
std::string with_single_blanks(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// "per/peskow" is the bare surname of "per/dmitri-peskow".
bool is_surname_of(std::string_view bare, std::string_view full) {
  if (!bare.starts_with(kPerson) || !full.starts_with(kPerson) || bare.size() >= full.size()) return false;
  const std::string_view surname = bare.substr(kPerson.size());
  return full.ends_with(surname) && full[full.size() - surname.size() - 1] == '-';
}

std::string counted(const store::ActorName& actor) {
  return actor.name + " (" + actor.key + ", " + std::to_string(actor.events) +
         (actor.events == 1 ? " event" : " events");
}

// Some articles that name the actor, the last ones recorded, and a title that they give: what tells namesakes apart.
Result<std::string> where_seen(const NameScope& scope, const std::string& key) {
  std::set<store::EventRef> refs;
  for (const Identities::Source& source : scope.identities.sources_of(key)) {
    std::size_t looked_at = 0;
    Result<void> scanned =
        scan_meaning(scope.store, scope.identities, source, key, scope.role, {std::nullopt, scope.as_of, scope.implied},
                     [&](const store::EventEntry& entry) {
                       refs.insert(entry.ref);
                       return ++looked_at < kEventsLookedAt;
                     });
    if (!scanned) return scanned.error();
  }
  std::vector<std::string> articles;
  std::string title;
  std::size_t read = 0;
  for (auto ref = refs.rbegin(); ref != refs.rend() && read < kEventsRead && articles.size() < kArticlesShown; ++ref) {
    Result<store::StoredEvent> event = scope.store.event(*ref);
    if (!event) return event.error();
    ++read;
    if (std::find(articles.begin(), articles.end(), event->article_identity) == articles.end()) {
      articles.push_back(event->article_identity);
    }
    for (const store::StoredParticipant& participant : event->participants) {
      if (title.empty() && scope.identities.key_of(*event, participant) == key) title = participant.title;
    }
  }
  std::string out = title.empty() ? "" : ", " + title;
  for (const std::string& article : articles) out += (&article == &articles.front() ? ", in " : " and ") + article;
  return out;
}

// That error, or the one that its making met.
Error ambiguous(const NameScope& scope, std::string_view name, const std::vector<store::ActorName>& candidates) {
  std::string hint = "say which one by its key, for example " + candidates.front().key + ": ";
  for (std::size_t i = 0; i < std::min(candidates.size(), kCandidatesShown); ++i) {
    Result<std::string> seen = where_seen(scope, candidates[i].key);
    if (!seen) return seen.error();
    hint += (i > 0 ? ", " : "") + counted(candidates[i]) + *seen + ")";
  }
  if (candidates.size() > kCandidatesShown) {
    hint.append(" and ").append(std::to_string(candidates.size() - kCandidatesShown)).append(" more");
  }
  return Error{ErrorKind::kUsage, std::string("\"").append(name).append("\" may mean several"), "", hint};
}

// The candidates without those that are the bare surname of another; these are told in a note when one is left.
std::vector<store::ActorName> without_bare_surnames(const std::vector<store::ActorName>& all,
                                                    std::vector<store::ActorName>& bare) {
  std::vector<store::ActorName> full;
  for (const store::ActorName& actor : all) {
    const bool is_bare = std::any_of(
        all.begin(), all.end(), [&](const store::ActorName& other) { return is_surname_of(actor.key, other.key); });
    (is_bare ? bare : full).push_back(actor);
  }
  return full;
}

// The one key that is meant with its bare surnames.
Resolved with_bare_surnames(const store::ActorName& chosen, const std::vector<store::ActorName>& bare) {
  Resolved out{{chosen.key}, {}};
  for (const store::ActorName& actor : bare) {
    out.keys.push_back(actor.key);
    if (!out.note.empty()) out.note += "; ";
    out.note += counted(actor) + ") is counted as " + chosen.name + ", too";
  }
  return out;
}

// Of these keys as extracted, what they mean: each once, most events first.
Result<std::vector<store::ActorName>> meanings(const NameScope& scope, std::vector<store::ActorName> extracted) {
  std::vector<store::ActorName> out;
  std::set<std::string> decided;
  for (store::ActorName& actor : extracted) {
    if (!scope.identities.knows(actor.key)) {
      out.push_back(std::move(actor));
      continue;
    }
    for (std::string& key : scope.identities.meanings_of(actor.key)) decided.insert(std::move(key));
  }
  for (const std::string& key : decided) {
    Result<store::ActorName> actor = actor_named(scope.store, scope.identities, key, scope.role, scope.as_of);
    if (!actor) return actor.error();
    if (actor->events > 0) out.push_back(*std::move(actor));
  }
  if (decided.empty()) return out;
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.events > b.events; });
  return out;
}

// Who goes by the name: as the events have it, or as a split has named its parts.
Result<std::vector<store::ActorName>> bearers(const NameScope& scope, const std::string& folded) {
  Result<std::vector<store::ActorName>> found = scope.store.actors_of_name(folded, scope.role);
  if (!found) return found;
  for (const auto& [key, given] : scope.identities.given_names()) {
    if (text::fold(given) == folded) found->push_back({key, given, 0});
  }
  return meanings(scope, *std::move(found));
}

std::vector<store::ActorName> named_exactly(const std::vector<store::ActorName>& actors, const std::string& folded) {
  std::vector<store::ActorName> out;
  for (const store::ActorName& actor : actors) {
    if (text::fold(actor.name) == folded) out.push_back(actor);
  }
  return out;
}

// Without keys where the store has not seen the name.
Result<Resolved> seen_name(const NameScope& scope, const std::string& name) {
  const std::string folded = text::fold(name);
  Result<std::vector<store::ActorName>> found = bearers(scope, folded);
  if (!found) return found.error();
  if (found->empty()) return Resolved{};

  std::vector<store::ActorName> bare;
  const std::vector<store::ActorName> full = without_bare_surnames(*found, bare);
  if (full.size() == 1) return with_bare_surnames(full[0], bare);
  const std::vector<store::ActorName> exact = named_exactly(full, folded);
  if (exact.size() == 1) return Resolved{{exact[0].key}, {}};
  return ambiguous(scope, name, full);
}

// What the key means, if an event has it. A key that means itself is no ambiguous one, even if it has been split.
Result<Resolved> seen_key(const NameScope& scope, const std::string& key) {
  std::vector<store::ActorName> found;
  std::vector<std::string> keys = scope.identities.meanings_of(key);
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) keys = {key};
  for (const std::string& meaning : keys) {
    bool seen = false;
    for (const Identities::Source& source : scope.identities.sources_of(meaning)) {
      Result<void> state = scan_meaning(scope.store, scope.identities, source, meaning, scope.role,
                                        {std::nullopt, scope.as_of, scope.implied}, [&seen](const store::EventEntry&) {
                                          seen = true;
                                          return false;
                                        });
      if (!state) return state.error();
      if (seen) break;
    }
    if (seen) found.push_back({meaning, meaning, 0});
  }
  if (found.empty()) return Resolved{};
  if (found.size() == 1) return Resolved{{found[0].key}, {}};
  for (store::ActorName& actor : found) {
    Result<store::ActorName> known = actor_named(scope.store, scope.identities, actor.key, scope.role, scope.as_of);
    if (!known) return known.error();
    actor = *std::move(known);
  }
  return ambiguous(scope, key, found);
}

Result<Resolved> seen_or_known(const NameScope& scope, const std::string& name, const KeysOfName& keys_of_name) {
  Result<Resolved> seen = seen_name(scope, name);
  if (!seen || !seen->keys.empty() || !keys_of_name) return seen;
  const std::vector<std::string> keys = keys_of_name(name);
  if (keys.empty()) return Resolved{};
  return seen_key(scope, scope.role == store::ParticipantRole::kActor ? keys.front() : keys.back());
}

// "Tuerkei" -> "Türkei", "OEVP" -> "ÖVP"; "Bauer" and "Quelle" stay: no umlaut follows a vowel or "q".
std::string with_umlauts(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const bool bars = i > 0 && std::string_view("aeiouqAEIOUQ").find(name[i - 1]) != std::string_view::npos;
    const auto* spelling =
        std::find_if(kUmlauts.begin(), kUmlauts.end(), [&](const auto& one) { return name.substr(i, 2) == one.first; });
    if (bars || spelling == kUmlauts.end()) {
      out.push_back(name[i++]);
    } else {
      out += spelling->second;
      i += 2;
    }
  }
  return out;
}

std::string unknown_note(const std::string& name, store::ParticipantRole role) {
  const std::string verb = role == store::ParticipantRole::kActor ? "actors --like" : "actors --places --like";
  return "no event names \"" + name + "\" (try annalen " + verb + " \"" + name + "\")";
}

}  // namespace

Result<Resolved> resolve_name(const NameScope& scope, std::string_view name, const KeysOfName& keys_of_name) {
  const std::string clean = with_single_blanks(name);
  if (clean.empty()) return Error{ErrorKind::kUsage, "a name is empty", "", ""};
  Result<Resolved> found = is_key(clean) ? seen_key(scope, clean) : seen_or_known(scope, clean, keys_of_name);
  if (const std::string spelled = with_umlauts(clean); found && found->keys.empty() && spelled != clean) {
    found = seen_or_known(scope, spelled, keys_of_name);
  }
  if (found && found->keys.empty()) found->note = unknown_note(clean, scope.role);
  return found;
}

Result<std::string> key_of_argument(const store::Store& store, std::string_view argument, store::ParticipantRole role) {
  Result<Identities> identities = Identities::of(store, std::nullopt);
  if (!identities) return identities.error();
  const NameScope scope{store, *identities, role, std::nullopt, true};
  const std::string clean = with_single_blanks(argument);
  if (clean.empty()) return Error{ErrorKind::kUsage, "a name is empty", "", ""};
  if (is_key(clean)) {
    Result<Resolved> found = seen_key(scope, clean);
    if (!found) return found.error();
    return found->keys.empty() ? clean : found->keys.front();
  }
  const std::string folded = text::fold(clean);
  Result<std::vector<store::ActorName>> found = bearers(scope, folded);
  if (!found) return found.error();
  const std::vector<store::ActorName> exact = named_exactly(*found, folded);
  if (exact.size() == 1) return exact.front().key;
  if (found->size() == 1) return found->front().key;
  if (found->empty()) return Error{ErrorKind::kNotFound, unknown_note(clean, role), "", ""};
  return ambiguous(scope, clean, *found);
}

}  // namespace annalen::query
