#include "actor/scene.h"

#include <utility>

namespace annalen::actor {
namespace {

constexpr std::uint32_t kBackMax = 7;  // units between preposition and name
constexpr std::size_t kRowMax = 8;     // names on one side of another in a row

// What the words before a name make of it.
// kBody: with the noun of an authority, "mit der Gemeinde Zermatt".
enum class Governed : std::uint8_t { kNot, kScene, kInside, kIslandScene, kFrom, kActing, kApposition, kBody };

bool is_scenic(Governed governed) { return governed == Governed::kScene || governed == Governed::kInside; }

class Scenes {
 public:
  Scenes(const Reading& reading, const clause::Clauses* clauses, std::vector<Draft>& drafts)
      : reading_(reading), clauses_(clauses), drafts_(drafts), governed_(drafts.size(), Governed::kNot) {}

  void run();

 private:
  [[nodiscard]] Governed governed(std::size_t draft) const;
  [[nodiscard]] std::optional<Governed> by_preposition(const Unit& unit) const;
  [[nodiscard]] bool after_place_noun(std::uint32_t unit) const;
  [[nodiscard]] bool is_adjective(std::uint32_t unit) const;
  [[nodiscard]] bool is_authority(std::size_t draft) const;
  [[nodiscard]] Governed as_body(const Unit& preposition, Governed by) const;
  [[nodiscard]] bool is_scene(std::size_t draft) const;
  [[nodiscard]] bool is_attributive_scene(std::size_t draft) const;
  void share_scene(std::size_t left, std::size_t right);
  [[nodiscard]] bool is_dateline(const Draft& draft) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> row_of(std::size_t number) const;
  [[nodiscard]] bool opens_with(std::size_t number) const;
  [[nodiscard]] std::uint32_t begin_of_body(std::size_t number) const;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool at_its_verb(std::size_t number) const;
  [[nodiscard]] bool on_the_way(const Draft& draft) const;
  [[nodiscard]] bool is_bare(const Draft& draft) const;

  const Reading& reading_;
  const clause::Clauses* clauses_;
  std::vector<Draft>& drafts_;
  std::vector<Governed> governed_;
};

std::optional<Governed> Scenes::by_preposition(const Unit& unit) const {
  if (!unit.single()) return {};
  const auto classes = reading_.lexicon().classes(unit.first_word);
  if (classes.has(WordClass::kPlacePreposition)) return Governed::kScene;
  if (classes.has(WordClass::kIslandPreposition)) return Governed::kIslandScene;
  if (classes.has(WordClass::kFrom)) return Governed::kFrom;
  if (classes.any({WordClass::kActorPreposition, WordClass::kCityPreposition})) return Governed::kActing;
  return {};
}

bool Scenes::is_adjective(std::uint32_t number) const {
  const Unit& unit = reading_.unit(number);
  if (!unit.word || unit.capitalised) return false;
  const std::string_view text = reading_.text(unit);
  const auto classes = reading_.lexicon().classes(unit.last_word);
  if (unit.single() && classes.any({WordClass::kFunction, WordClass::kConjunction})) return false;
  if (clauses_ != nullptr && unit.first < clauses_->clause_of_token.size()) {
    if (clauses_->of_token(unit.first).finite_verb == unit.first) return false;
  }
  const char last = text.back();
  return text.size() > 3 && (last == 'e' || last == 'n' || last == 'r' || last == 's' || last == 'm');
}

// "die Innenstadt von Tunis", "nördlich von Moskau"
bool Scenes::after_place_noun(std::uint32_t number) const {
  const auto before = reading_.before(number);
  if (!before) return false;
  const auto classes = reading_.lexicon().classes(reading_.unit(*before).last_word);
  return classes.any({WordClass::kPlaceNoun, WordClass::kPlacePreposition});
}

// "die Gemeinde Zermatt", "der Stadt Wien"
bool Scenes::is_authority(std::size_t number) const {
  if (drafts_[number].mention.kind != Kind::kPlace || drafts_[number].mention.attributive) return false;
  const auto before = reading_.before(reading_.unit_of(drafts_[number].mention.first_token));
  return before && reading_.has(reading_.unit(*before), WordClass::kAuthorityNoun);
}

// "mit dem Kanton Wallis" and "von der Stadt Graz" act; "auf die Stadt Graz" and "in der Stadt Graz" do not.
Governed Scenes::as_body(const Unit& preposition, Governed by) const {
  const auto classes = reading_.lexicon().classes(preposition.first_word);
  const bool acting = by == Governed::kActing && !classes.has(WordClass::kCityPreposition);
  return acting || by == Governed::kFrom ? Governed::kBody : Governed::kApposition;
}

Governed Scenes::governed(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const bool authority = is_authority(number);
  bool whole = false;
  std::uint32_t at = reading_.unit_of(draft.mention.first_token);
  for (std::uint32_t step = 0; step < kBackMax; ++step) {
    const auto before = reading_.before(at);
    if (!before) return Governed::kNot;
    at = *before;
    const Unit& unit = reading_.unit(at);
    const bool comma = unit.single() && reading_.text(unit.first) == ",";
    if (comma || reading_.has(unit, WordClass::kConjunction)) {
      const bool listed = number > 0 && drafts_[number - 1].mention.end_token == unit.first &&
                          drafts_[number - 1].mention.kind != Kind::kPerson;
      return listed ? governed_[number - 1] : Governed::kNot;
    }
    const bool determiner = reading_.has(unit, WordClass::kDeterminer);
    if (const auto by = by_preposition(unit); by && !determiner) {
      const bool inside =
          reading_.has(unit, WordClass::kInside) && (reading_.has(unit, WordClass::kDefinite) ||
                                                     reading_.has(reading_.unit(at + 1), WordClass::kSceneDeterminer));
      if (inside) return Governed::kInside;
      if (authority) return as_body(unit, *by);
      if (whole && *by == Governed::kActing) return Governed::kScene;  // "für ganz Österreich"
      return *by == Governed::kFrom && after_place_noun(at) ? Governed::kApposition : *by;
    }
    whole = whole || reading_.has(unit, WordClass::kWhole);
    if (determiner || whole || is_adjective(at)) continue;
    if (!unit.word || !unit.capitalised) return Governed::kNot;
    const auto noun = reading_.lexicon().classes(unit.last_word);
    if (authority && step == 0) continue;
    if (noun.has(WordClass::kPlaceNoun) && draft.mention.kind == Kind::kPlace) return Governed::kApposition;
    if (noun.any({WordClass::kPlaceNoun, WordClass::kStateNoun})) continue;
    const bool mention_before = number > 0 && drafts_[number - 1].mention.end_token > unit.first;
    if (mention_before && drafts_[number - 1].mention.attributive) {
      if (step > 0) return Governed::kNot;
      continue;
    }
    const bool noun_before = step == 0 && !mention_before && !unit.opens && !unit.role && !draft.genitive;
    return noun_before && !noun.has(WordClass::kHardNoun) ? Governed::kApposition : Governed::kNot;
  }
  return Governed::kNot;
}

// "Wien/Moskau – …", "Wien (APA)", "1010 Wien"
bool Scenes::is_dateline(const Draft& draft) const {
  const auto& tokens = reading_.document().tokens();
  const auto first = draft.mention.first_token;
  const auto end = draft.mention.end_token;
  if (first > 0 && tokens[first - 1].kind == text::TokenKind::kNumber && tokens[first - 1].span.size() >= 4 &&
      reading_.unit_of(first) != reading_.unit_of(first - 1)) {
    return true;
  }
  if (reading_.document().sentences()[tokens[first].sentence].first_token + 6 < first) return false;
  if (end >= tokens.size()) return false;
  const std::string_view next = reading_.text(end);
  const std::string_view last = first > 0 ? reading_.text(first - 1) : "";
  const bool opens = reading_.unit(reading_.unit_of(first)).opens;
  return (opens && (next == "/" || next == "(")) || (last == "/" && (next == "/" || next == "–" || next == "("));
}

// The drafts [first, last] that stand in one row with this one: "Tirol, Salzburg und Kärnten".
std::pair<std::size_t, std::size_t> Scenes::row_of(std::size_t number) const {
  const auto linked = [&](std::size_t left) {
    const std::uint32_t between = drafts_[left].mention.end_token;
    const Mention& right = drafts_[left + 1].mention;
    if (between + 1 != right.first_token || right.kind != Kind::kPlace || drafts_[left].mention.kind != Kind::kPlace) {
      return false;
    }
    return reading_.token_has(between, WordClass::kConjunction) || reading_.text(between) == ",";
  };
  std::pair<std::size_t, std::size_t> out(number, number);
  while (out.first > 0 && number - out.first < kRowMax && linked(out.first - 1)) --out.first;
  while (out.second + 1 < drafts_.size() && out.second - number < kRowMax && linked(out.second)) ++out.second;
  return out;
}

// What may stand before a subject that opens its clause: "das Burgenland", "das Land Tirol", "auch Tirol".
bool Scenes::opens_clause(std::uint32_t token) const {
  auto before = reading_.before(reading_.unit_of(token));
  if (before && (reading_.has(reading_.unit(*before), WordClass::kStateNoun) ||
                 reading_.has(reading_.unit(*before), WordClass::kAuthorityNoun))) {
    before = reading_.before(*before);
  }
  for (const WordClass one : {WordClass::kNominative, WordClass::kFocus}) {
    if (before && reading_.has(reading_.unit(*before), one)) before = reading_.before(*before);
  }
  return !before || !reading_.unit(*before).word;
}

// "…, dass die Stadt Graz ihren Beitrag senkt"
bool Scenes::opens_with(std::size_t number) const {
  if (clauses_ == nullptr) return false;
  const std::uint32_t noun = reading_.unit_of(drafts_[number].mention.first_token) - 1;
  const auto article = reading_.before(noun);
  if (!article || !reading_.has(reading_.unit(*article), WordClass::kNominative)) return false;
  const auto before = reading_.before(*article);
  if (!before || !reading_.unit(*before).word) return false;
  const auto first = clauses_->of_token(reading_.unit(*article).first).first_token;
  return reading_.unit(*before).first == first && reading_.has(reading_.unit(*before), WordClass::kSubordinator);
}

// Where "die Gemeinde Zermatt" begins.
std::uint32_t Scenes::begin_of_body(std::size_t number) const {
  const std::uint32_t first = drafts_[number].mention.first_token;
  if (!is_authority(number) || clauses_ == nullptr) return first;
  // "Das Erdbeben traf die Stadt": rather its object.
  const auto opening = reading_.lexicon().classes(reading_.word(clauses_->of_token(first).first_token));
  if (!opening.has(WordClass::kFunction) || opening.has(WordClass::kDeterminer)) return first;
  const std::uint32_t noun = reading_.unit_of(first) - 1;
  const auto article = reading_.before(noun);
  const bool nominative = article && reading_.has(reading_.unit(*article), WordClass::kNominative);
  return reading_.unit(nominative ? *article : noun).first;
}

bool Scenes::at_its_verb(std::size_t number) const {
  const auto [first, last] = row_of(number);
  const Mention& begin = drafts_[first].mention;
  if (clauses_ == nullptr || begin.first_token >= clauses_->clause_of_token.size()) return false;
  const auto& clause = clauses_->of_token(drafts_[last].mention.first_token);
  if (!clause.finite_verb) return false;
  // "Am Montag beschloss Kärnten ein Gesetz", but "Die KPÖ regiert Graz"
  const bool named = first > 0 && drafts_[first - 1].mention.first_token >= clause.first_token;
  if (*clause.finite_verb + 1 == begin_of_body(first)) return !named || drafts_[first - 1].mention.as_place;
  return *clause.finite_verb == drafts_[last].mention.end_token && opens_clause(begin.first_token);
}

// "von Wien nach Graz"
bool Scenes::on_the_way(const Draft& draft) const {
  const auto next = reading_.after(reading_.unit_of(draft.mention.end_token - 1));
  if (!next || !reading_.has(reading_.unit(*next), WordClass::kTowards)) return false;
  return reading_.after(*next) && reading_.unit(*next + 1).capitalised;
}

bool Scenes::is_bare(const Draft& draft) const {
  const auto before = reading_.before(reading_.unit_of(draft.mention.first_token));
  return !before || !reading_.has(reading_.unit(*before), WordClass::kDeterminer);
}

bool Scenes::is_scene(std::size_t number) const {
  const Draft& draft = drafts_[number];
  if (governed_[number] == Governed::kBody) return false;
  if (draft.entry == nullptr) {
    // No table knows it: a mountain, a street or a town. Towns have no article.
    const bool may_act = is_authority(number) || is_bare(draft);
    return governed_[number] != Governed::kNot || !may_act || !at_its_verb(number);
  }
  const Entry& entry = *draft.entry;
  if (entry.seat) return governed_[number] == Governed::kInside;
  const bool plain = entry.kind == Kind::kPlace && entry.stands_for_key.empty();
  switch (governed_[number]) {
    case Governed::kScene:
    case Governed::kInside:
      // "in Moskaus Interesse": the owner, not the scene.
      return plain || !draft.genitive;
    case Governed::kIslandScene:
      return plain || entry.island;
    case Governed::kFrom:
      return plain || on_the_way(draft);
    case Governed::kApposition:
      return entry.kind == Kind::kPlace;
    case Governed::kActing:
      return plain;
    case Governed::kNot:
    case Governed::kBody:
      break;
  }
  if (plain) return !entry.may_act || !at_its_verb(number);
  return entry.kind == Kind::kPlace && is_dateline(draft);
}

// "Wiener", "Berlin-Kreuzberg", "Peking-Schanghai", "in Wien-Favoriten"; but "Moskau-treu" names the actor.
bool Scenes::is_attributive_scene(std::size_t number) const {
  const Draft& draft = drafts_[number];
  if (draft.entry->kind != Kind::kPlace || draft.entry->seat) return false;
  const Unit& last = reading_.unit(reading_.unit_of(draft.mention.end_token - 1));
  if (draft.entry->stands_for_key.empty() || draft.mention.end_token == last.end) return true;
  // "Wien-Marathon": of the town, not of its state.
  if (reading_.token_has(last.end - 1, WordClass::kTownThing)) return true;
  const auto tail = reading_.name_at(last.end - 1);
  return (tail && reading_.lexicon().entry(*tail->sense).kind == Kind::kPlace) || is_scenic(governed_[number]);
}

// "zwischen Wien und St. Pölten": beside a town that cannot act the capital is a town as well.
void Scenes::share_scene(std::size_t left, std::size_t right) {
  const std::uint32_t between = drafts_[left].mention.end_token;
  if (between + 1 != drafts_[right].mention.first_token || !reading_.token_has(between, WordClass::kConjunction))
    return;
  if (governed_[left] != Governed::kActing || governed_[right] != Governed::kActing) return;
  const auto is_town = [&](std::size_t number) {
    const Draft& draft = drafts_[number];
    return draft.mention.kind == Kind::kPlace && !draft.mention.attributive;
  };
  if (!is_town(left) || !is_town(right)) return;
  const bool plain = drafts_[left].mention.stands_for_key.empty() || drafts_[right].mention.stands_for_key.empty();
  if (plain) drafts_[left].mention.as_place = drafts_[right].mention.as_place = true;
}

void Scenes::run() {
  for (std::size_t number = 0; number < drafts_.size(); ++number) {
    Draft& draft = drafts_[number];
    const bool listed = draft.entry != nullptr;
    const bool body = draft.mention.kind == Kind::kOrganisation && !draft.mention.attributive;
    const bool scenic =
        listed ? draft.entry->kind == Kind::kState || draft.entry->kind == Kind::kPlace
               : draft.mention.kind == Kind::kPlace && !draft.mention.attributive && draft.mention.as_place;
    if (!scenic && draft.mention.kind != Kind::kOrganisation) continue;
    governed_[number] = governed(number);
    if (body && !(listed && draft.entry->anaphor)) {
      // "im Nationalrat", "in der EU", but "in die EU"
      draft.mention.as_place = governed_[number] == Governed::kInside && !draft.genitive;
    }
    if (!scenic) continue;
    if (draft.mention.attributive) {
      draft.mention.as_place = is_attributive_scene(number);
      continue;
    }
    // "in diesem Land"
    const bool anaphor = listed && draft.entry->anaphor;
    if (is_authority(number) && listed && !draft.entry->seat) {
      // "die Stadt Wien": the town, not the state that it is the capital of.
      draft.mention.stands_for_key.clear();
      draft.mention.stands_for_name.clear();
      draft.mention.as_place = governed_[number] != Governed::kBody && !at_its_verb(number) && !opens_with(number);
      continue;
    }
    draft.mention.as_place = anaphor ? is_scenic(governed_[number]) : is_scene(number);
  }
  for (std::size_t number = 1; number < drafts_.size(); ++number) share_scene(number - 1, number);
}

}  // namespace

void set_scenes(const Reading& reading, const clause::Clauses* clauses, std::vector<Draft>& drafts) {
  Scenes(reading, clauses, drafts).run();
}

}  // namespace annalen::actor
