#include "query/name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/fold.h"

namespace annalen::query {
namespace {

constexpr std::array<std::string_view, 4> kKeyKinds = {"per/", "org/", "state/", "place/"};
constexpr std::string_view kPerson = "per/";
constexpr std::size_t kCandidatesShown = 12;

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

std::string note_of(const std::vector<store::ActorName>& bare, const store::ActorName& chosen) {
  std::string note;
  for (const store::ActorName& actor : bare) {
    if (!note.empty()) note += "; ";
    note += candidate_text(actor) + " is not counted as " + chosen.name;
  }
  return note;
}

}  // namespace

Result<std::optional<Resolved>> resolve_name(const store::Store& store, std::string_view name,
                                             store::ParticipantRole role) {
  const std::string clean = with_single_blanks(name);
  if (clean.empty()) return Error{ErrorKind::kUsage, "a name is empty", "", ""};
  if (is_key(clean)) return std::optional<Resolved>(Resolved{clean, {}});

  const std::string folded = text::fold(clean);
  Result<std::vector<store::ActorName>> found = store.actors_of_name(folded, role);
  if (!found) return found.error();
  if (found->empty()) return std::optional<Resolved>();

  std::vector<store::ActorName> bare;
  const std::vector<store::ActorName> full = without_bare_surnames(*found, bare);
  if (full.size() == 1) return std::optional<Resolved>(Resolved{full[0].key, note_of(bare, full[0])});

  std::vector<store::ActorName> exact;
  for (const store::ActorName& actor : full) {
    if (text::fold(actor.name) == folded) exact.push_back(actor);
  }
  if (exact.size() == 1) return std::optional<Resolved>(Resolved{exact[0].key, {}});
  return ambiguous(clean, full);
}

}  // namespace annalen::query
