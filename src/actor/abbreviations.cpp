#include "actor/abbreviations.h"

#include <algorithm>

#include "actor/key.h"
#include "actor/org_pattern.h"
#include "actor/org_phrase.h"
#include "text/fold.h"

namespace annalen::actor {
namespace {

constexpr std::string_view kShortened = "club";  // the type whose names are shortened
constexpr std::size_t kShortNameMin = 4;         // bytes
constexpr std::size_t kFirstWordMin = 3;
constexpr std::size_t kFormsOfAWordMax = 16;

Draft organisation_draft(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  Draft out;
  out.mention.kind = Kind::kOrganisation;
  out.mention.first_token = first;
  out.mention.end_token = end;
  out.mention.span = reading.span(first, end);
  return out;
}

// A word that may name its organisation alone: none that the pack knows, no adjective.
bool may_stand_alone(const Reading& reading, std::uint32_t token) {
  const Unit& unit = reading.unit(reading.unit_of(token));
  if (unit.first != token || !unit.word || !unit.capitalised || unit.role || unit.noun) return false;
  if (reading.text(unit).size() < kFirstWordMin || is_name_adjective(reading, unit)) return false;
  return unit.first_word == Lexicon::kNoWord || (!unit.single() && !reading.name_at(token));
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
    add(first, {mention.key, mention.name, draft.type}, false);
  }
}

void Abbreviations::add(std::string_view name, const Organisation& organisation, bool whole) {
  std::vector<std::string> tokens;
  for (const auto token : split_name(name)) tokens.emplace_back(token);
  if (tokens.empty()) return;
  auto& forms = known_[tokens.front()];
  const auto same = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.tokens == tokens; });
  if (same != forms.end()) {
    if (same->organisation.key != organisation.key && renamed_.contains(organisation.key)) {
      return;
    }
    if (same->organisation.key != organisation.key) {
      // The whole name of one is stronger than a part of another's.
      if (whole && !same->whole)
        *same = {std::move(tokens), organisation, true};
      else if (whole == same->whole)
        same->organisation.several = true;
    }
    same->whole = same->whole || whole;
    return;
  }
  if (forms.size() < kFormsOfAWordMax) forms.push_back({std::move(tokens), organisation, whole});
}

// "Lindgrün Capital", "Hattinger AG": later "Lindgrün", "Hattinger".
void Abbreviations::learn_names(const Reading& reading, const std::vector<Draft>& drafts) {
  for (const auto& draft : drafts) {
    const Mention& mention = draft.mention;
    if (mention.kind != Kind::kOrganisation || mention.attributive || mention.anaphoric) continue;
    const std::uint32_t last = reading.unit_of(mention.end_token - 1);
    const std::uint32_t first = reading.unit_of(mention.first_token);
    const Organisation organisation{mention.key, mention.name, draft.type};
    const bool found = draft.entry == nullptr;
    if (found && mention.name == reading.document().of(mention.span)) {
      if (last > first || may_stand_alone(reading, mention.first_token)) add(mention.name, organisation, true);
    }
    if (last == first || !found || !may_stand_alone(reading, mention.first_token)) continue;
    // "Hattinger AG" is "Hattinger".
    const bool form_only = last == first + 1 && reading.has(reading.unit(last), WordClass::kLegalForm);
    const std::string_view short_name = reading.text(reading.unit(first));
    if (form_only) renamed_.emplace(make_key(Kind::kOrganisation, short_name), organisation);
    add(short_name, organisation, form_only);
  }
}

// "Deutsches Zentrum für Luft- und Raumfahrt (DLR)": behind a name that is known for one the letters need not fit all.
void Abbreviations::learn_beside_brackets(const Reading& reading, const std::vector<Draft>& drafts) {
  for (const auto& draft : drafts) {
    const Mention& mention = draft.mention;
    if (mention.kind != Kind::kOrganisation || mention.attributive || draft.entry != nullptr) continue;
    const std::uint32_t open = reading.unit_of(mention.end_token - 1) + 1;
    if (open + 2 >= reading.units().size() || reading.text(reading.unit(open)) != "(" ||
        reading.text(reading.unit(open + 2)) != ")") {
      continue;
    }
    const Unit& inside = reading.unit(open + 1);
    const std::string_view letters = reading.text(inside);
    if (!inside.word || !inside.capitalised || letters.size() < 2 || !is_abbreviation(reading, open + 1)) continue;
    if (reading.name_at(inside.first)) continue;
    const std::string name = text::fold(mention.name);
    std::size_t at = 0;
    const std::string wanted = text::fold(letters);
    for (const char c : name) {
      if (at < wanted.size() && wanted[at] == c) ++at;
    }
    if (at == wanted.size()) add(letters, {mention.key, mention.name, draft.type}, true);
  }
}

void Abbreviations::settle(const std::function<bool(std::string_view)>& is_surname) {
  for (auto& [first, forms] : known_) {
    for (const Form& form : forms) {
      std::string name;
      for (const auto& token : form.tokens) name += token;
      if (form.whole && is_surname(name)) unclear_.insert(name);
    }
    forms.erase(std::remove_if(forms.begin(), forms.end(),
                               [&](const Form& form) {
                                 std::string name;
                                 for (const auto& token : form.tokens) name += token;
                                 return form.organisation.several || is_surname(name);
                               }),
                forms.end());
  }
}

Abbreviations::Match Abbreviations::match_at(const Reading& reading, std::uint32_t token) const {
  Match out;
  const auto& tokens = reading.document().tokens();
  const auto consider = [&](std::string_view first) {
    const auto found = known_.find(std::string(first));
    if (found == known_.end()) return;
    for (const Form& form : found->second) {
      const auto length = static_cast<std::uint32_t>(form.tokens.size());
      if (token + length > tokens.size() || token + length <= out.end_token) continue;
      bool same = tokens[token + length - 1].sentence == tokens[token].sentence;
      for (std::uint32_t i = 1; same && i < length; ++i) {
        const std::string_view word = reading.text(token + i);
        same = word == form.tokens[i] || (i + 1 == length && reading.without_genitive(word) == form.tokens[i]);
      }
      if (same) out = {&form, token + length};
    }
  };
  consider(reading.text(token));
  if (out.form == nullptr && !reading.without_genitive(reading.text(token)).empty()) {
    consider(reading.without_genitive(reading.text(token)));
    // "Lindgrüns": only a form of one token ends so.
    if (out.form != nullptr && out.form->tokens.size() > 1) out = {};
  }
  return out;
}

Draft Abbreviations::draft_of(const Reading& reading, std::uint32_t first, const Match& match) const {
  Draft out = organisation_draft(reading, first, match.end_token);
  out.mention.key = match.form->organisation.key;
  out.mention.name = match.form->organisation.name;
  out.mention.attributive = match.end_token < reading.unit(reading.unit_of(match.end_token - 1)).end;
  out.type = match.form->organisation.type;
  return out;
}

void Abbreviations::retype(const Reading& reading, std::vector<Draft>& drafts) const {
  for (auto& draft : drafts) {
    if (const auto renamed = renamed_.find(draft.mention.key); renamed != renamed_.end() && draft.entry == nullptr) {
      draft.mention.key = renamed->second.key;
      draft.mention.name = renamed->second.name;
      continue;
    }
    const bool plain = draft.person && !draft.person->given && !draft.person->title && draft.entry == nullptr;
    if (!plain && draft.mention.kind != Kind::kPlace) continue;
    if (draft.mention.kind == Kind::kPlace && draft.entry != nullptr) continue;
    const Match match = match_at(reading, draft.mention.first_token);
    if (match.form != nullptr && match.end_token == draft.mention.end_token) {
      draft = draft_of(reading, draft.mention.first_token, match);
    }
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
    add(reading.text(letters), organisation, true);
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
  if (!fulls.empty()) {
    std::vector<Draft> kept;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (!covered[i]) kept.push_back(std::move(drafts[i]));
    }
    drafts = merged(std::move(kept), std::move(fulls));
  }
  learn_beside_brackets(reading, drafts);
  learn_names(reading, drafts);
}

std::vector<Draft> Abbreviations::bare(const Reading& reading, const std::vector<Draft>& drafts) const {
  std::vector<Draft> out;
  std::size_t next_draft = 0;
  for (std::uint32_t unit = 0; unit < reading.units().size(); ++unit) {
    const Unit& here = reading.unit(unit);
    while (next_draft < drafts.size() && drafts[next_draft].mention.end_token <= here.first) ++next_draft;
    if (next_draft < drafts.size() && drafts[next_draft].mention.first_token <= here.first) continue;
    if (!here.word || !here.capitalised) continue;
    const Match match = match_at(reading, here.first);
    const bool free = match.form != nullptr &&
                      (next_draft >= drafts.size() || match.end_token <= drafts[next_draft].mention.first_token);
    if (free) {
      out.push_back(draft_of(reading, here.first, match));
      while (unit + 1 < reading.units().size() && reading.unit(unit + 1).first < match.end_token) ++unit;
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
