#include "query/name.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/fold.h"

namespace annalen::query {
namespace {

constexpr std::array<std::string_view, 4> kKeyKinds = {"per/", "org/", "state/", "place/"};
constexpr std::string_view kPerson = "per/";
constexpr std::size_t kCandidatesShown = 12;
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

std::string candidate_text(const store::ActorName& actor) {
  return actor.name + " (" + actor.key + ", " + std::to_string(actor.events) +
         (actor.events == 1 ? " event)" : " events)");
}

Error ambiguous(std::string_view name, const std::vector<store::ActorName>& candidates) {
  std::string hint = "name one of them, or its key: ";
  for (std::size_t i = 0; i < std::min(candidates.size(), kCandidatesShown); ++i) {
    if (i > 0) hint += ", ";
    hint += candidate_text(candidates[i]);
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
    out.note += candidate_text(actor) + " is counted as " + chosen.name + ", too";
  }
  return out;
}

// Without keys where the store has not seen the name.
Result<Resolved> seen_name(const store::Store& store, const std::string& name, store::ParticipantRole role) {
  const std::string folded = text::fold(name);
  Result<std::vector<store::ActorName>> found = store.actors_of_name(folded, role);
  if (!found) return found.error();
  if (found->empty()) return Resolved{};

  std::vector<store::ActorName> bare;
  const std::vector<store::ActorName> full = without_bare_surnames(*found, bare);
  if (full.size() == 1) return with_bare_surnames(full[0], bare);

  std::vector<store::ActorName> exact;
  for (const store::ActorName& actor : full) {
    if (text::fold(actor.name) == folded) exact.push_back(actor);
  }
  if (exact.size() == 1) return Resolved{{exact[0].key}, {}};
  return ambiguous(name, full);
}

// The key, if an event has it.
Result<Resolved> seen_key(const store::Store& store, const std::string& key, store::ParticipantRole role) {
  bool seen = false;
  Result<void> state = store.scan_actor(key, role, {}, [&seen](const store::EventEntry&) {
    seen = true;
    return false;
  });
  if (!state) return state.error();
  return seen ? Resolved{{key}, {}} : Resolved{};
}

Result<Resolved> seen_or_known(const store::Store& store, const std::string& name, store::ParticipantRole role,
                               const KeysOfName& keys_of_name) {
  Result<Resolved> seen = seen_name(store, name, role);
  if (!seen || !seen->keys.empty() || !keys_of_name) return seen;
  const std::vector<std::string> keys = keys_of_name(name);
  if (keys.empty()) return Resolved{};
  return seen_key(store, role == store::ParticipantRole::kActor ? keys.front() : keys.back(), role);
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

Result<Resolved> resolve_name(const store::Store& store, std::string_view name, store::ParticipantRole role,
                              const KeysOfName& keys_of_name) {
  const std::string clean = with_single_blanks(name);
  if (clean.empty()) return Error{ErrorKind::kUsage, "a name is empty", "", ""};
  Result<Resolved> found =
      is_key(clean) ? seen_key(store, clean, role) : seen_or_known(store, clean, role, keys_of_name);
  if (const std::string spelled = with_umlauts(clean); found && found->keys.empty() && spelled != clean) {
    found = seen_or_known(store, spelled, role, keys_of_name);
  }
  if (found && found->keys.empty()) found->note = unknown_note(clean, role);
  return found;
}

}  // namespace annalen::query
