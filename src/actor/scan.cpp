#include "actor/scan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "actor/key.h"
#include "text/fold.h"

namespace annalen::actor {
namespace {

// May the listed name, also a common word, stand here?
bool guard_lets_pass(const Reading& reading, std::uint32_t token, const NameMatch& match, const Entry& entry) {
  const std::uint32_t unit = reading.unit_of(token);
  const Unit& here = reading.unit(unit);
  if (token != here.first) return false;
  const std::uint32_t last = reading.unit_of(match.end_token - 1);
  const auto next = reading.after(last);
  const bool noun_follows = next && reading.unit(*next).word && reading.unit(*next).capitalised;
  const bool compound = match.end_token < reading.unit(last).end;
  if (match.sense->attributive) return noun_follows && !compound;  // "Grazer Polizei"
  const auto before = reading.before(unit);
  if (entry.kind == Kind::kPlace) {
    if (!entry.may_act) return !here.opens;                                                // a river
    if (before && reading.has(reading.unit(*before), WordClass::kDefinite)) return false;  // "im Hof"
    return before && reading.has(reading.unit(*before), WordClass::kPlacePreposition) && !noun_follows;
  }
  if (compound) return true;  // "Grünen-Chef"
  if (noun_follows) return false;
  return !here.opens || (next && reading.unit(*next).word);
}

// „Colombo Express“: a ship, a work, a show that has a place in its name; but not „Moskau“ alone.
bool in_quoted_name(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t words_max = 4;
  const auto& tokens = reading.document().tokens();
  const auto is_quote = [&](std::uint32_t token) { return is_quotation_mark(reading.text(token)); };
  std::uint32_t left = first;
  while (left > 0 && first - left < words_max && tokens[left - 1].kind != text::TokenKind::kPunctuation &&
         tokens[left - 1].capitalised) {
    --left;
  }
  std::uint32_t right = end;
  while (right < tokens.size() && right - end < words_max && tokens[right].kind != text::TokenKind::kPunctuation &&
         tokens[right].capitalised) {
    ++right;
  }
  const bool quoted = left > 0 && right < tokens.size() && is_quote(left - 1) && is_quote(right);
  return quoted && (left < first || right > end);
}

// An unlisted place: "in Gosenbach", "die Gemeinde Gosau".
bool is_unlisted_place(const Reading& reading, std::uint32_t unit) {
  const auto before = reading.before(unit);
  if (!before || !reading.name_like(unit)) return false;
  const Unit& here = reading.unit(unit);
  const Unit& left = reading.unit(*before);
  if (!here.single() || here.first_word != Lexicon::kNoWord) return false;
  const auto next = reading.after(unit);
  if (next && reading.unit(*next).word && reading.unit(*next).capitalised) return false;
  if (left.single() && reading.has(left, WordClass::kSettlementNoun)) return true;
  return reading.has(left, WordClass::kPlacePreposition) && !reading.has(left, WordClass::kDefinite) &&
         reading.lexicon().place_endings.end(reading.text(here.first));
}

// "die Österreichische Nationalbibliothek", "der Deutsche Bund": within a sentence an adjective is capitalised only as
// part of a name, which is no word about the state. Inhabitants ("der Serbe") have no small form.
bool in_proper_name(const Reading& reading, std::uint32_t token, const NameMatch& match) {
  const Unit& here = reading.unit(reading.unit_of(token));
  if (!match.sense->attributive || !here.single() || !here.capitalised || here.opens) return false;
  const auto next = reading.after(reading.unit_of(token));
  if (!next || !reading.unit(*next).word || !reading.unit(*next).capitalised) return false;
  const Lexicon& lexicon = reading.lexicon();
  const Sense* small = lexicon.sense(lexicon.first(lexicon.word(text::lower(reading.text(token)))));
  return small != nullptr && small->attributive;
}

class Scanner {
 public:
  explicit Scanner(const Reading& reading) : reading_(reading) {}

  std::vector<Draft> run();

 private:
  bool take(std::uint32_t token);
  [[nodiscard]] std::optional<NameMatch> listed(std::uint32_t token) const;
  void take_listed(std::uint32_t token, const NameMatch& match);
  void take_person(const PersonMatch& match);
  void take_organisation(const OrgMatch& match);
  void take_unlisted_place(std::uint32_t unit);

  const Reading& reading_;
  std::vector<Draft> out_;
  std::uint32_t next_ = 0;  // token
};

std::optional<NameMatch> Scanner::listed(std::uint32_t token) const {
  auto match = reading_.name_at(token);
  if (!match) return {};
  const Entry& entry = reading_.lexicon().entry(*match->sense);
  const bool place = entry.kind == Kind::kPlace || entry.kind == Kind::kState;
  if (place && in_quoted_name(reading_, token, match->end_token)) return {};
  if (match->sense->guarded && !guard_lets_pass(reading_, token, *match, entry)) return {};
  return match;
}

void Scanner::take_listed(std::uint32_t token, const NameMatch& match) {
  const Entry& entry = reading_.lexicon().entry(*match.sense);
  if (entry.anaphor && organisation_at(reading_, reading_.unit_of(match.end_token - 1))) {
    next_ = token;  // "der Verein gegen Tierfabriken"
    return;
  }
  next_ = match.end_token;
  if (entry.ignored || in_proper_name(reading_, token, match)) return;
  Draft draft = listed_draft(reading_, entry, token, match.end_token);
  draft.genitive = match.genitive;
  const Unit& last = reading_.unit(reading_.unit_of(match.end_token - 1));
  const bool compound = match.end_token < last.end;
  draft.mention.attributive = match.sense->attributive || compound;
  if (entry.kind == Kind::kPerson) {
    // By surname alone the article decides.
    if (match.sense->surname) {
      next_ = token;
      return;
    }
    PersonMatch person;
    person.first_unit = reading_.unit_of(token);
    person.end_unit = reading_.unit_of(match.end_token - 1) + 1;
    person.given = true;
    person.surname_unit = person.core_unit = person.end_unit - 1;
    person.family_first = reading_.token_has(token, WordClass::kFamilyFirst);
    person.title = title_before(reading_, person.first_unit);
    person.gender = gender_of(reading_.lexicon().classes(reading_.word(token)));
    if (person.gender == Gender::kUnknown && person.title) person.gender = person.title->gender;
    draft.person = person;
  }
  out_.push_back(std::move(draft));
}

void Scanner::take_person(const PersonMatch& match) {
  Draft draft;
  draft.mention.kind = Kind::kPerson;
  draft.mention.first_token = reading_.unit(match.first_unit).first;
  draft.mention.end_token = reading_.unit(match.end_unit - 1).end;
  draft.mention.span = reading_.span(draft.mention.first_token, draft.mention.end_token);
  draft.person = match;
  next_ = draft.mention.end_token;
  out_.push_back(std::move(draft));
}

void Scanner::take_organisation(const OrgMatch& match) {
  Draft draft;
  draft.mention.kind = Kind::kOrganisation;
  draft.mention.first_token = match.first_token;
  draft.mention.end_token = match.end_token;
  draft.mention.span = reading_.span(match.first_token, match.end_token);
  draft.mention.key = match.key;
  draft.mention.name = match.name;
  draft.type = match.type;
  draft.unsure = match.by_noun;
  next_ = match.end_token;
  out_.push_back(std::move(draft));
}

bool Scanner::take(std::uint32_t token) {
  const std::uint32_t unit = reading_.unit_of(token);
  const bool at_start = token == reading_.unit(unit).first;
  const auto name = listed(token);
  if (!at_start) {
    if (name) take_listed(token, *name);
    return name.has_value() && next_ > token;
  }
  const auto person = person_at(reading_, unit);
  const auto organisation = organisation_at(reading_, unit);
  const std::uint32_t person_end = person ? reading_.unit(person->end_unit - 1).end : 0;
  const std::uint32_t name_end = name ? name->end_token : 0;
  const std::uint32_t organisation_end = organisation ? organisation->end_token : 0;
  const bool long_name = name && name_end > token + 1 && reading_.lexicon().entry(*name->sense).kind != Kind::kPlace;
  if (long_name && name_end >= person_end && name_end >= organisation_end) {
    take_listed(token, *name);
    return next_ > token;
  }
  // "Tabellenführer Hartberg": the club of the town.
  const bool of_town = organisation && name && organisation_end == name_end &&
                       reading_.lexicon().entry(*name->sense).kind == Kind::kPlace;
  if (organisation && (organisation_end > name_end || of_town) && organisation_end >= person_end) {
    take_organisation(*organisation);
  } else if (person && (person_end > name_end || (name && name->sense->surname))) {
    take_person(*person);
  } else if (name) {
    take_listed(token, *name);
    return next_ > token;
  } else if (is_unlisted_place(reading_, unit)) {
    take_unlisted_place(unit);
  } else {
    return false;
  }
  return true;
}

void Scanner::take_unlisted_place(std::uint32_t unit) {
  const Unit& here = reading_.unit(unit);
  Draft draft;
  draft.mention.kind = Kind::kPlace;
  draft.mention.first_token = here.first;
  draft.mention.end_token = here.end;
  draft.mention.span = reading_.span(here.first, here.end);
  draft.mention.name = reading_.text(here);
  draft.mention.key = make_key(Kind::kPlace, draft.mention.name);
  draft.mention.as_place = true;
  next_ = here.end;
  out_.push_back(std::move(draft));
}

std::vector<Draft> Scanner::run() {
  const auto count = static_cast<std::uint32_t>(reading_.document().tokens().size());
  while (next_ < count) {
    const std::uint32_t token = next_;
    if (reading_.document().tokens()[token].kind == text::TokenKind::kPunctuation || !take(token)) next_ = token + 1;
  }
  return std::move(out_);
}

}  // namespace

bool is_quotation_mark(std::string_view sign) {
  constexpr std::array<std::string_view, 6> marks = {"\u201E", "\u201C", "\u201D", "\u00BB", "\u00AB", "\""};
  return std::find(marks.begin(), marks.end(), sign) != marks.end();
}

Draft listed_draft(const Reading& reading, const Entry& entry, std::uint32_t first, std::uint32_t end) {
  Draft out;
  out.entry = &entry;
  out.type = entry.type;
  Mention& mention = out.mention;
  mention.kind = entry.kind;
  mention.first_token = first;
  mention.end_token = end;
  mention.span = reading.span(first, end);
  mention.key = entry.key;
  mention.name = entry.name;
  mention.stands_for_key = entry.stands_for_key;
  mention.stands_for_name = entry.stands_for_name;
  return out;
}

std::vector<Draft> scan(const Reading& reading) { return Scanner(reading).run(); }

}  // namespace annalen::actor
