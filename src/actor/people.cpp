#include "actor/people.h"

#include <algorithm>

#include "actor/abbreviations.h"
#include "actor/key.h"

namespace annalen::actor {
namespace {

constexpr std::size_t kPersonsOfAFormMax = 16;
constexpr std::size_t kGivenBytesMax = 11;    // longer unknown words before a surname are compounds: "Firmengründer"
constexpr std::size_t kFormsOfAWordMax = 64;  // that begin with it; keeps the search for bare surnames linear

std::string units_text(const Reading& reading, std::uint32_t first_unit, std::uint32_t end_unit) {
  const auto span = reading.span(reading.unit(first_unit).first, reading.unit(end_unit - 1).end);
  std::string out;
  // Line breaks inside a name are blanks.
  for (const char c : reading.document().of(span)) out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  return out;
}

// "III" of a ruler whose sentence ends with the name: the full stop belongs to it.
bool ends_in_numeral(std::string_view name) {
  const auto blank = name.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const auto last = name.substr(blank + 1);
  return !last.empty() && last.find_first_not_of("IVXL") == std::string_view::npos;
}

std::string title_text(const Reading& reading, const PersonMatch& match) {
  if (!match.title) return {};
  return units_text(reading, match.title->first_unit, match.first_unit);
}

}  // namespace

void People::learn_words(const Reading& reading) {
  for (std::uint32_t token = 0; token < reading.document().tokens().size(); ++token) {
    if (reading.document().tokens()[token].capitalised) words_.emplace(reading.text(token));
  }
}

// "Joe Bidens Regierung": the form without -s occurs, or a noun follows.
bool People::is_genitive(const Reading& reading, const PersonMatch& match, std::string_view last) const {
  const std::string_view bare = reading.without_genitive(last);
  if (bare.empty()) return false;
  if (words_.contains(std::string(bare))) return true;
  const Sense* sense = lexicon_.sense(lexicon_.first(lexicon_.word(bare)));
  if (sense != nullptr && sense->surname) return true;
  const auto next = match.end_unit < reading.units().size() && reading.same_sentence(match.first_unit, match.end_unit);
  // "Kyriakos", "Waalkes" have an s of their own; "Edgar Allan Poes Grab" has none.
  const std::string_view foreign = bare.substr(bare.size() - 1);
  if (foreign == "s" || foreign == "u" || foreign == "i") return false;
  if ((foreign == "o" || foreign == "e" || foreign == "a") && !(next && reading.unit(match.end_unit).noun))
    return false;
  return next && reading.unit(match.end_unit).word && reading.unit(match.end_unit).capitalised;
}

People::Spelled People::spelled(const Reading& reading, const Draft& draft) const {
  const PersonMatch& match = *draft.person;
  Spelled out;
  out.name = units_text(reading, match.first_unit, match.end_unit);
  if (ends_in_numeral(out.name)) out.name += '.';
  const std::string last(reading.text(reading.unit(match.end_unit - 1)));
  out.given = reading.text(reading.unit(match.first_unit));
  out.surname = match.family_first ? out.given : std::string(reading.text(reading.unit(match.core_unit)));
  if (is_genitive(reading, match, last)) {
    const auto cut = last.size() - reading.without_genitive(last).size();
    out.genitive = true;
    out.name.resize(out.name.size() - cut);
    if (match.core_unit + 1 == match.end_unit && !match.family_first) out.surname.resize(out.surname.size() - cut);
  }
  return out;
}

People::PersonId People::person_for(const Spelled& spelled, const Draft& draft) {
  if (draft.entry != nullptr) {
    const auto known = by_listed_key_.find(draft.entry->key);
    if (known != by_listed_key_.end()) return known->second;
  }
  const std::string full = spelled.given + '\n' + spelled.surname;
  const auto [at, added] = by_full_.emplace(full, static_cast<PersonId>(persons_.size()));
  if (added) persons_.push_back({});
  Person& person = persons_[at->second];
  if (draft.entry != nullptr) {
    person.listed = true;
    person.name = draft.entry->name;
    person.key = draft.entry->key;
    by_listed_key_.emplace(person.key, at->second);
  } else if (!person.listed && spelled.name.size() > person.name.size()) {
    person.name = spelled.name;
  }
  return at->second;
}

void People::add_form(std::string_view text, PersonId person) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    // "bin Salman" at the start of a sentence
    std::string capital(text);
    capital.front() = static_cast<char>(capital.front() - ('a' - 'A'));
    add_form(capital, person);
  }
  std::vector<std::string> tokens;
  for (const auto token : split_name(text)) tokens.emplace_back(token);
  if (tokens.empty()) return;
  auto& forms = forms_[tokens.front()];
  auto at = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.tokens == tokens; });
  if (at == forms.end() && forms.size() >= kFormsOfAWordMax) return;
  if (at == forms.end()) at = forms.insert(forms.end(), Form{std::move(tokens), {}});
  const bool known = std::find(at->persons.begin(), at->persons.end(), person) != at->persons.end();
  if (!known && at->persons.size() < kPersonsOfAFormMax) at->persons.push_back(person);
}

void People::add_forms(const Reading& reading, const PersonMatch& match, bool genitive, PersonId person) {
  const auto trimmed = [&](std::uint32_t first, std::uint32_t end) {
    std::string text = units_text(reading, first, end);
    if (genitive && end == match.end_unit) {
      const std::string_view last = reading.text(reading.unit(end - 1));
      text.resize(text.size() - (last.size() - reading.without_genitive(last).size()));
    }
    return text;
  };
  if (match.family_first) add_form(trimmed(match.first_unit, match.first_unit + 1), person);
  if (match.surname_unit >= match.end_unit || reading.is_initial(match.core_unit)) return;
  add_form(trimmed(match.surname_unit, match.end_unit), person);
  add_form(trimmed(match.core_unit, match.end_unit), person);
  if (match.end_unit - match.core_unit > 1) add_form(trimmed(match.core_unit, match.core_unit + 1), person);
}

void People::collect(const Reading& reading, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (!draft.person || (!draft.person->given && draft.entry == nullptr)) continue;
    const Spelled as = spelled(reading, draft);
    const PersonId id = person_for(as, draft);
    Person& person = persons_[id];
    if (person.gender == Gender::kUnknown) person.gender = draft.person->gender;
    const std::string title = title_text(reading, *draft.person);
    if (!title.empty()) person.titles.insert(title);
    add_forms(reading, *draft.person, as.genitive, id);
    draft.person_id = id;
  }
}

// A short capitalised word that is no noun, no role and no name of anything: after an article or an adjective it is
// what the person is ("der Tycoon Barzani").
bool People::is_unknown_given(const Reading& reading, std::uint32_t number) const {
  const Unit& unit = reading.unit(number);
  if (!unit.single() || !reading.name_like(number) || reading.entry_at(unit) != nullptr) return false;
  if (reading.text(unit).size() > kGivenBytesMax) return false;
  if (reading.lexicon()
          .classes(unit.first_word)
          .any({WordClass::kFamilyNoun, WordClass::kParticle, WordClass::kNotRole})) {
    return false;
  }
  const auto before = reading.before(number);
  if (!before || !reading.unit(*before).word) return true;
  if (reading.has(reading.unit(*before), WordClass::kDeterminer)) return false;
  return reading.unit(*before).capitalised || reading.has(reading.unit(*before), WordClass::kFunction);
}

// An unknown given name before a known surname.
std::optional<Draft> People::namesake_at(const Reading& reading, std::uint32_t unit) const {
  const auto next = reading.after(unit);
  if (!next || !is_unknown_given(reading, unit)) return {};
  const Unit& surname = reading.unit(*next);
  if (!surname.word || !surname.capitalised) return {};
  const std::string_view name = reading.text(surname);
  const std::string_view bare = reading.without_genitive(name);
  if (form_of(split_name(name)) == nullptr && (bare.empty() || form_of(split_name(bare)) == nullptr)) return {};
  PersonMatch match;
  match.first_unit = unit;
  match.end_unit = *next + 1;
  match.surname_unit = match.core_unit = *next;
  match.given = true;
  Draft out;
  out.mention.kind = Kind::kPerson;
  out.mention.first_token = reading.unit(unit).first;
  out.mention.end_token = surname.end;
  out.mention.span = reading.span(out.mention.first_token, out.mention.end_token);
  out.person = match;
  return out;
}

// "Emir und Damir Hadžić": two of one surname. The given name may stand alone from then on, unless it is a word for a
// ruler as well; before the surname such a word is found as a title ("Emir Hadžić").
void People::share_surname(const Reading& reading, const Draft& draft) {
  const PersonMatch& match = *draft.person;
  if (!draft.person_id || draft.entry != nullptr || match.surname_unit <= match.first_unit || match.title) return;
  const auto link = reading.before(match.first_unit);
  const auto other = link ? reading.before(*link) : std::nullopt;
  if (!other || !reading.has(reading.unit(*link), WordClass::kConjunction)) return;
  const Unit& given = reading.unit(*other);
  const auto before = reading.before(*other);
  const bool named = before && reading.has(reading.unit(*before), WordClass::kDeterminer);
  constexpr WordClass given_classes[] = {WordClass::kMale, WordClass::kFemale, WordClass::kEither, WordClass::kRuler};
  const bool is_given = std::any_of(std::begin(given_classes), std::end(given_classes),
                                    [&](WordClass one) { return reading.has(given, one); });
  if (named || !is_given) return;
  const Spelled as = spelled(reading, draft);
  const std::string first(reading.text(given));
  const std::string surname = as.name.substr(std::min(as.name.find(' ') + 1, as.name.size()));
  const Spelled shared{.name = first + " " + surname, .given = first, .surname = as.surname, .genitive = false};
  const PersonId id = person_for(shared, Draft{});
  persons_[id].titles.insert(first);
  if (!reading.has(given, WordClass::kRuler)) add_form(first, id);
  add_forms(reading, match, as.genitive, id);
}

void People::meet_namesakes(const Reading& reading, std::vector<Draft>& drafts) {
  for (const auto& draft : drafts) {
    if (draft.person && draft.person->given) share_surname(reading, draft);
  }
  if (forms_.empty()) return;
  std::vector<Draft> met;
  std::size_t next_draft = 0;
  for (std::uint32_t unit = 0; unit < reading.units().size(); ++unit) {
    const std::uint32_t token = reading.unit(unit).first;
    while (next_draft < drafts.size() && drafts[next_draft].mention.end_token <= token) ++next_draft;
    if (next_draft < drafts.size() && drafts[next_draft].mention.first_token <= token) continue;
    auto found = namesake_at(reading, unit);
    const bool free =
        found && (next_draft >= drafts.size() || found->mention.end_token <= drafts[next_draft].mention.first_token);
    if (free) met.push_back(std::move(*found));
  }
  if (met.empty()) return;
  collect(reading, met);
  drafts = merged(std::move(drafts), std::move(met));
}

const People::Form* People::form_of(const std::vector<std::string_view>& tokens) const {
  if (tokens.empty()) return nullptr;
  const auto found = forms_.find(std::string(tokens.front()));
  if (found == forms_.end()) return nullptr;
  for (const auto& form : found->second) {
    if (std::equal(form.tokens.begin(), form.tokens.end(), tokens.begin(), tokens.end())) return &form;
  }
  return nullptr;
}

std::optional<People::PersonId> People::chosen(const Form& form, std::string_view title) const {
  if (form.persons.size() == 1) return form.persons.front();
  std::optional<PersonId> out;
  for (const auto id : form.persons) {
    if (title.empty() || !persons_[id].titles.contains(title)) continue;
    if (out) return {};
    out = id;
  }
  return out;
}

// A role and a surname: the full name of the article, else the person that the pack knows, else a person of that
// surname.
void People::resolve_surname(const Reading& reading, Draft& draft, std::string_view title) {
  const PersonMatch& match = *draft.person;
  std::string name = units_text(reading, match.first_unit, match.end_unit);
  if (ends_in_numeral(name)) name += '.';
  const Form* form = form_of(split_name(name));
  if (form == nullptr) {
    const std::string_view bare = reading.without_genitive(name);
    const bool shorter = !bare.empty() && (form_of(split_name(bare)) != nullptr ||
                                           is_genitive(reading, match, reading.text(reading.unit(match.end_unit - 1))));
    if (shorter) name.resize(bare.size());
    form = form_of(split_name(name));
  }
  if (form != nullptr) {
    if (const auto id = chosen(*form, title)) {
      draft.person_id = id;
      return;
    }
    draft.mention.name = name;
    draft.mention.key = make_key(Kind::kPerson, name);
    return;
  }
  Spelled spelled{.name = name, .given = "", .surname = name, .genitive = false};
  Draft listed = draft;
  const Sense* sense = lexicon_.sense(lexicon_.first(lexicon_.word(name)));
  if (sense != nullptr && sense->surname) listed.entry = &lexicon_.entry(*sense);
  const PersonId id = person_for(spelled, listed);
  if (persons_[id].gender == Gender::kUnknown) persons_[id].gender = match.gender;
  if (!title.empty()) persons_[id].titles.insert(std::string(title));
  add_form(name, id);
  draft.person_id = id;
}

void People::resolve(const Reading& reading, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (!draft.person) continue;
    const std::string title = title_text(reading, *draft.person);
    draft.mention.title = title;
    if (!draft.person_id) resolve_surname(reading, draft, title);
  }
}

void People::finish(std::vector<std::vector<Draft>>& drafts) {
  for (auto& person : persons_) {
    if (person.key.empty()) person.key = make_key(Kind::kPerson, person.name);
    by_key_.emplace(person.key, person.gender);
  }
  for (auto& part : drafts) {
    for (auto& draft : part) {
      if (!draft.person_id) continue;
      draft.mention.name = persons_[*draft.person_id].name;
      draft.mention.key = persons_[*draft.person_id].key;
    }
  }
}

bool People::surname_stands(const Reading& reading, const clause::Clauses* clauses, std::uint32_t token,
                            std::uint32_t end) const {
  const std::uint32_t unit = reading.unit_of(token);
  const Unit& here = reading.unit(unit);
  if (token != here.first || !here.capitalised) {
    if (!reading.token_has(token, WordClass::kParticle) || token != here.first) return false;
  }
  const auto before = reading.before(unit);
  if (before && reading.has(reading.unit(*before), WordClass::kFamilyNoun)) return false;
  const WordClasses classes = reading.lexicon().classes(reading.word(token));
  const bool common = classes.any({WordClass::kGuardedSurname, WordClass::kAdverbStart, WordClass::kFunction,
                                   WordClass::kNoun, WordClass::kHardNoun}) ||
                      (here.single() && (here.role || here.noun));
  if (!common) return true;
  if (before && reading.has(reading.unit(*before), WordClass::kDeterminer)) return false;
  if (!here.opens) return true;
  if (clauses == nullptr || token >= clauses->clause_of_token.size()) return false;
  const auto& clause = clauses->of_token(token);
  return clause.finite_verb && *clause.finite_verb == end;
}

std::optional<Draft> People::bare_at(const Reading& reading, const clause::Clauses* clauses,
                                     std::uint32_t token) const {
  const auto& tokens = reading.document().tokens();
  const std::string_view text = reading.text(token);
  const Form* best = nullptr;
  std::uint32_t end = token;
  const auto consider = [&](std::string_view first) {
    const auto found = forms_.find(std::string(first));
    if (found == forms_.end()) return;
    for (const auto& form : found->second) {
      const auto length = static_cast<std::uint32_t>(form.tokens.size());
      if (token + length > tokens.size() || token + length <= end) continue;
      bool same = tokens[token + length - 1].sentence == tokens[token].sentence;
      for (std::uint32_t i = 1; same && i < length; ++i) {
        const std::string_view word = reading.text(token + i);
        same = word == form.tokens[i] || (i + 1 == length && reading.without_genitive(word) == form.tokens[i]);
      }
      if (!same) continue;
      best = &form;
      end = token + length;
    }
  };
  consider(text);
  if (best == nullptr && !reading.without_genitive(text).empty()) consider(reading.without_genitive(text));
  const Entry* listed = nullptr;
  if (best == nullptr) {
    const auto match = reading.name_at(token);
    if (!match || !match->sense->surname) return {};
    listed = &reading.lexicon().entry(*match->sense);
    end = match->end_token;
  }
  if (!surname_stands(reading, clauses, token, end)) return {};
  Draft out;
  out.mention.kind = Kind::kPerson;
  out.mention.first_token = token;
  out.mention.end_token = end;
  out.mention.span = reading.span(token, end);
  out.mention.attributive = end < reading.unit(reading.unit_of(end - 1)).end;
  if (listed != nullptr) {
    out.mention.key = listed->key;
    out.mention.name = listed->name;
    return out;
  }
  if (const auto id = chosen(*best, {})) {
    out.mention.key = persons_[*id].key;
    out.mention.name = persons_[*id].name;
    return out;
  }
  for (const auto& word : best->tokens) {
    if (!out.mention.name.empty()) out.mention.name += ' ';
    out.mention.name += word;
  }
  out.mention.key = make_key(Kind::kPerson, out.mention.name);
  return out;
}

std::vector<Draft> People::bare_surnames(const Reading& reading, const clause::Clauses* clauses,
                                         const std::vector<Draft>& drafts) const {
  std::vector<Draft> out;
  const auto& tokens = reading.document().tokens();
  std::size_t next_draft = 0;
  for (std::uint32_t token = 0; token < tokens.size();) {
    while (next_draft < drafts.size() && drafts[next_draft].mention.end_token <= token) ++next_draft;
    if (next_draft < drafts.size() && drafts[next_draft].mention.first_token <= token) {
      token = drafts[next_draft].mention.end_token;
      continue;
    }
    auto found = tokens[token].kind == text::TokenKind::kWord ? bare_at(reading, clauses, token) : std::nullopt;
    const bool free =
        found && (next_draft >= drafts.size() || found->mention.end_token <= drafts[next_draft].mention.first_token);
    if (free) {
      token = found->mention.end_token;
      out.push_back(std::move(*found));
    } else {
      ++token;
    }
  }
  return out;
}

Gender People::gender(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? Gender::kUnknown : found->second;
}

}  // namespace annalen::actor
