#include "actor/abbreviations.h"

#include <algorithm>

#include "actor/key.h"
#include "actor/org_pattern.h"

namespace annalen::actor {
namespace {

constexpr std::string_view kShortened = "club";  // the type whose names are shortened
constexpr std::size_t kShortNameMin = 4;         // bytes

Draft organisation_draft(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  Draft out;
  out.mention.kind = Kind::kOrganisation;
  out.mention.first_token = first;
  out.mention.end_token = end;
  out.mention.span = reading.span(first, end);
  return out;
}

// The drafts that begin in [first, end): as indices.
std::pair<std::size_t, std::size_t> within(const std::vector<Draft>& drafts, std::uint32_t first, std::uint32_t end) {
  const auto begins_before = [](const Draft& draft, std::uint32_t token) { return draft.mention.first_token < token; };
  const auto from = std::lower_bound(drafts.begin(), drafts.end(), first, begins_before);
  const auto to = std::lower_bound(from, drafts.end(), end, begins_before);
  return {from - drafts.begin(), to - drafts.begin()};
}

}  // namespace

std::vector<Draft> merged(std::vector<Draft> drafts, std::vector<Draft> more) {
  if (more.empty()) return drafts;
  const auto middle = static_cast<std::ptrdiff_t>(drafts.size());
  for (auto& draft : more) drafts.push_back(std::move(draft));
  std::inplace_merge(drafts.begin(), drafts.begin() + middle, drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.mention.first_token < b.mention.first_token; });
  return drafts;
}

// "Sturm Graz" is "Sturm" from then on: what stands before the town.
void Abbreviations::learn_short_names(const Reading& reading, const std::vector<Draft>& drafts) {
  for (const auto& draft : drafts) {
    const Mention& mention = draft.mention;
    if (draft.type != kShortened || mention.attributive || mention.end_token != mention.first_token + 2) continue;
    const auto town = reading.name_at(mention.first_token + 1);
    const bool before_town = town && reading.lexicon().entry(*town->sense).kind == Kind::kPlace;
    const std::string_view first = reading.text(mention.first_token);
    if (!before_town || first.size() < kShortNameMin) continue;
    known_.emplace(std::string(first), Organisation{mention.key, mention.name, draft.type});
  }
}

void Abbreviations::learn(const Reading& reading, std::vector<Draft>& drafts) {
  learn_short_names(reading, drafts);
  std::vector<Draft> fulls;
  std::vector<bool> covered(drafts.size(), false);
  for (std::uint32_t unit = 0; unit < reading.units().size(); ++unit) {
    auto found = introduced_at(reading, unit);
    if (!found) continue;
    const auto [from, to] = within(drafts, found->full.first_token, found->full.end_token);
    const std::uint32_t letters = reading.unit(found->abbreviation_unit).first;
    Organisation organisation{found->full.key, found->full.name, found->full.type};
    const auto listed = reading.name_at(letters);
    if (listed && !reading.lexicon().entry(*listed->sense).ignored) {
      const Entry& entry = reading.lexicon().entry(*listed->sense);
      // "(SPÖ)" after a name that only happens to fit: a person, a state or a listed name stays what it is.
      if (entry.kind != Kind::kOrganisation) continue;
      organisation = {entry.key, entry.name, entry.type};
    }
    bool taken = false;
    for (std::size_t i = from; i < to; ++i) {
      Mention& mention = drafts[i].mention;
      if (mention.kind == Kind::kPerson) taken = true;
      if (mention.kind == Kind::kOrganisation && mention.first_token == found->full.first_token &&
          mention.end_token == found->full.end_token) {
        taken = true;
        if (!listed) {
          organisation = {mention.key, mention.name, drafts[i].type};
        } else if (drafts[i].entry == nullptr) {
          mention.key = organisation.key;
          mention.name = organisation.name;
        }
      }
      if (mention.end_token > found->full.end_token) taken = true;
    }
    known_.emplace(std::string(reading.text(letters)), organisation);
    bool overlapped = from > 0 && drafts[from - 1].mention.end_token > found->full.first_token;
    if (overlapped && drafts[from - 1].entry != nullptr && drafts[from - 1].entry->anaphor) {
      covered[from - 1] = true;  // "Der Verein" of "Der Verein für Neue Wege"
      overlapped = false;
    }
    if (taken || overlapped) continue;
    for (std::size_t i = from; i < to; ++i) covered[i] = true;
    Draft full = organisation_draft(reading, found->full.first_token, found->full.end_token);
    full.mention.key = organisation.key;
    full.mention.name = organisation.name;
    full.type = organisation.type;
    fulls.push_back(std::move(full));
  }
  if (fulls.empty()) return;
  std::vector<Draft> kept;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!covered[i]) kept.push_back(std::move(drafts[i]));
  }
  drafts = merged(std::move(kept), std::move(fulls));
}

std::vector<Draft> Abbreviations::bare(const Reading& reading, const std::vector<Draft>& drafts) const {
  std::vector<Draft> out;
  std::size_t next_draft = 0;
  for (std::uint32_t unit = 0; unit < reading.units().size(); ++unit) {
    const Unit& here = reading.unit(unit);
    while (next_draft < drafts.size() && drafts[next_draft].mention.end_token <= here.first) ++next_draft;
    if (next_draft < drafts.size() && drafts[next_draft].mention.first_token <= here.first) continue;
    if (!here.word || !here.capitalised) continue;
    std::string_view text = reading.text(here.first);
    auto known = known_.find(std::string(text));
    if (known == known_.end()) {
      const auto shorter = reading.without_genitive(text);
      if (!shorter.empty()) known = known_.find(std::string(shorter));
    }
    if (known != known_.end()) {
      Draft draft = organisation_draft(reading, here.first, here.first + 1);
      draft.mention.key = known->second.key;
      draft.mention.name = known->second.name;
      draft.mention.attributive = !here.single();
      draft.type = known->second.type;
      out.push_back(std::move(draft));
    } else if (is_unknown_abbreviation(reading, unit) && !reading.name_at(here.first)) {
      Draft draft = organisation_draft(reading, here.first, here.end);
      draft.mention.name = reading.text(here);
      draft.mention.key = make_key(Kind::kOrganisation, draft.mention.name);
      draft.type = "body";
      out.push_back(std::move(draft));
    }
  }
  return out;
}

}  // namespace annalen::actor
