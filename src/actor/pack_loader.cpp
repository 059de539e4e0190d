#include "actor/pack_loader.h"

#include <algorithm>
#include <array>
#include <set>

#include "actor/key.h"
#include "actor/pack_lines.h"
#include "actor/region_names.h"
#include "text/fold.h"

namespace annalen::actor {
namespace {

struct WordLine {
  std::string_view name;
  WordClass word_class;
  bool with_capital;  // also known with a capital first letter
};

constexpr std::array kWordLines = {
    WordLine{"male", WordClass::kMale, false},
    WordLine{"female", WordClass::kFemale, false},
    WordLine{"either", WordClass::kEither, false},
    WordLine{"guarded", WordClass::kGuardedName, false},
    WordLine{"family_first", WordClass::kFamilyFirst, false},
    WordLine{"particle", WordClass::kParticle, false},
    WordLine{"particle_weak", WordClass::kWeakParticle, false},
    WordLine{"particle_inner", WordClass::kInnerParticle, false},
    WordLine{"noble_title", WordClass::kNobleTitle, false},
    WordLine{"genitive_article", WordClass::kGenitiveArticle, false},
    WordLine{"against", WordClass::kAgainst, false},
    WordLine{"name_tail", WordClass::kNameTail, false},
    WordLine{"foreign_tail", WordClass::kForeignTail, false},
    WordLine{"hyphen_head", WordClass::kHyphenHead, false},
    WordLine{"english_head", WordClass::kEnglishHead, false},
    WordLine{"english_link", WordClass::kEnglishLink, false},
    WordLine{"subordinator", WordClass::kSubordinator, true},
    WordLine{"whole", WordClass::kWhole, false},
    WordLine{"authority_noun", WordClass::kAuthorityNoun, false},
    WordLine{"nominative", WordClass::kNominative, false},
    WordLine{"focus", WordClass::kFocus, false},
    WordLine{"family_noun", WordClass::kFamilyNoun, false},
    WordLine{"role", WordClass::kRole, false},
    WordLine{"role_f", WordClass::kRoleFemale, false},
    WordLine{"weak_role", WordClass::kWeakRole, false},
    WordLine{"not_role", WordClass::kNotRole, false},
    WordLine{"honorific", WordClass::kHonorific, false},
    WordLine{"ruler", WordClass::kRuler, false},
    WordLine{"ruler_f", WordClass::kRuler, false},
    WordLine{"determiner", WordClass::kDeterminer, true},
    WordLine{"definite", WordClass::kDefinite, true},
    WordLine{"conjunction", WordClass::kConjunction, true},
    WordLine{"place_preposition", WordClass::kPlacePreposition, true},
    WordLine{"city_preposition", WordClass::kCityPreposition, true},
    WordLine{"island_preposition", WordClass::kIslandPreposition, true},
    WordLine{"actor_preposition", WordClass::kActorPreposition, true},
    WordLine{"from", WordClass::kFrom, true},
    WordLine{"towards", WordClass::kTowards, true},
    WordLine{"function", WordClass::kFunction, true},
    WordLine{"noun", WordClass::kNoun, false},
    WordLine{"hard_noun", WordClass::kHardNoun, false},
    WordLine{"place_noun", WordClass::kPlaceNoun, false},
    WordLine{"state_noun", WordClass::kStateNoun, false},
    WordLine{"not_acronym", WordClass::kNotAcronym, false},
    WordLine{"guarded_surname", WordClass::kGuardedSurname, false},
    WordLine{"adverb_start", WordClass::kAdverbStart, false},
    WordLine{"legal_form", WordClass::kLegalForm, false},
    WordLine{"legal_link", WordClass::kLegalLink, false},
    WordLine{"club_prefix", WordClass::kClubPrefix, false},
    WordLine{"org_head", WordClass::kOrgHead, false},
    WordLine{"for_head", WordClass::kForHead, false},
    WordLine{"for_word", WordClass::kForWord, false},
    WordLine{"opening", WordClass::kOpening, false},
    WordLine{"say_verb", WordClass::kSayVerb, false},
    WordLine{"speech_before", WordClass::kSpeechBefore, false},
    WordLine{"settlement_noun", WordClass::kSettlementNoun, false},
    WordLine{"inside_preposition", WordClass::kInside, true},
    WordLine{"scene_determiner", WordClass::kSceneDeterminer, false},
    WordLine{"place_tail", WordClass::kPlaceTail, false},
    WordLine{"town_thing", WordClass::kTownThing, false},
    WordLine{"body_word", WordClass::kBodyWord, false},
    WordLine{"not_body", WordClass::kNotBody, false},
};

constexpr std::array<std::string_view, 15> kOrganisations = {
    "body",   "party",  "company", "club",  "agency", "court",    "ministry",  "army",
    "medium", "school", "group",   "union", "church", "district", "orchestra",
};

constexpr std::array<std::string_view, 30> kOtherLines = {
    "region_head",
    "role_suffix",
    "role_suffix_f",
    "noun_ending",
    "noun_head",
    "famous",
    "ignore",
    "ministry_ending",
    "body_ending",
    "shared_name",
    "suffixes",
    "anaphor",
    "pronoun",
    "language",
    "plural_verb_ending",
    "state",
    "island",
    "capital",
    "seat",
    "land",
    "city",
    "geo",
    "place_adjective",
    "thing_ending",
    "place_ending",
    "place_adjective_stem",
    "name_adjective",
    "name_head",
    "member_head",
    "org_noun",
};

// First letter upper case, for words that begin in ASCII or with a two-byte letter.
std::string capital(std::string_view word) {
  std::string out(word);
  if (out.empty()) return out;
  auto& first = out[0];
  if (first >= 'a' && first <= 'z') {
    first = static_cast<char>(first - ('a' - 'A'));
  } else if (out.size() > 1 && static_cast<unsigned char>(first) == 0xC3 &&
             static_cast<unsigned char>(out[1]) >= 0xA0 && static_cast<unsigned char>(out[1]) < 0xBE) {
    out[1] = static_cast<char>(static_cast<unsigned char>(out[1]) - 0x20);
  }
  return out;
}

class Loader {
 public:
  explicit Loader(const PackLines& lines) : lines_(lines) {}

  Result<Lexicon> load();

 private:
  using Step = Result<void> (Loader::*)();

  [[nodiscard]] std::span<const PackLine> of(std::string_view name) const {
    const auto found = lines_.find(name);
    return found == lines_.end() ? std::span<const PackLine>{} : std::span<const PackLine>(found->second);
  }
  Result<void> check_classes();
  Result<void> suffixes();
  Result<void> words();
  Result<void> endings();
  Result<void> tails();
  Result<void> states();
  Result<void> regions();
  Result<void> organisations();
  Result<void> shared_names();
  Result<void> ignored();
  Result<void> places();
  Result<void> metonyms();
  Result<void> place_adjectives();
  Result<void> famous();
  Result<void> anaphors();

  [[nodiscard]] const std::vector<std::string>& endings_of(std::string_view name) const;
  // "Vereinigt~ Staaten" -> one name for each ending of the adjective.
  [[nodiscard]] std::vector<std::string> spelled_out(std::string_view name) const;
  void add_names(std::string_view names, std::uint32_t entry);
  void add_guarded(std::string_view name, std::uint32_t entry);
  void add_adjective(std::string_view stem, std::uint32_t entry);
  void add_inhabitant(std::string_view word, std::uint32_t entry);
  void add_place(std::string_view text, std::string_view kind);
  [[nodiscard]] const Entry* by_key(std::string_view key) const;

  const PackLines& lines_;
  Lexicon out_;
  std::map<std::string, std::vector<std::string>, std::less<>> suffixes_;
  std::map<std::string, std::uint32_t, std::less<>> by_key_;
  std::map<std::string, std::uint32_t, std::less<>> state_of_code_;
};

Result<Lexicon> Loader::load() {
  constexpr std::array<Step, 15> steps = {
      &Loader::check_classes, &Loader::suffixes,         &Loader::words,         &Loader::endings,
      &Loader::tails,         &Loader::states,           &Loader::organisations, &Loader::ignored,
      &Loader::metonyms,      &Loader::places,           &Loader::regions,       &Loader::famous,
      &Loader::anaphors,      &Loader::place_adjectives, &Loader::shared_names,
  };
  for (const auto step : steps) {
    if (auto done = (this->*step)(); !done.ok()) return done.error();
  }
  return std::move(out_);
}

Result<void> Loader::check_classes() {
  std::set<std::string_view> known(kOtherLines.begin(), kOtherLines.end());
  known.insert(kOrganisations.begin(), kOrganisations.end());
  for (const auto& line : kWordLines) known.insert(line.name);
  for (const auto& [name, lines] : lines_) {
    if (!known.contains(name)) return lines.front().error("unknown class '" + std::string(name) + "'");
  }
  return {};
}

Result<void> Loader::suffixes() {
  for (const auto& line : of("suffixes")) {
    if (line.fields.size() != 2) return line.error("expected suffixes<TAB>name<TAB>endings");
    auto& endings = suffixes_[std::string(line.fields[0])];
    for (const auto ending : parts_of(line.fields[1], ' ')) endings.emplace_back(ending == "-" ? "" : ending);
  }
  out_.genitive_endings = endings_of("genitive");
  out_.adjective_endings = endings_of("adjective");
  out_.head_genitive_endings = endings_of("head_genitive");
  return {};
}

const std::vector<std::string>& Loader::endings_of(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = suffixes_.find(name);
  return found == suffixes_.end() ? none : found->second;
}

Result<void> Loader::words() {
  for (const auto& kind : kWordLines) {
    for (const auto& line : of(kind.name)) {
      for (const auto word : parts_of(line.field(0), ' ')) {
        const bool female_ruler = kind.name == "ruler_f";
        WordClasses classes{kind.word_class};
        if (female_ruler) classes.add(WordClass::kRoleFemale);
        if (kind.word_class == WordClass::kMale || kind.word_class == WordClass::kFemale ||
            kind.word_class == WordClass::kEither) {
          for (const auto part : parts_of(word, '-')) out_.add_word(part, classes);
          continue;
        }
        out_.add_word(word, classes);
        if (kind.with_capital) out_.add_word(capital(word), classes);
      }
    }
  }
  for (const auto& line : of("pronoun")) {
    const bool male = line.field(0) == "male";
    if (line.fields.size() != 2 || (!male && line.field(0) != "female")) {
      return line.error("expected pronoun<TAB>male|female<TAB>words");
    }
    for (const auto word : parts_of(line.field(1), ' ')) {
      const WordClasses classes{male ? WordClass::kMalePronoun : WordClass::kFemalePronoun, WordClass::kFunction};
      out_.add_word(word, classes);
      out_.add_word(capital(word), classes);
    }
  }
  return {};
}

Result<void> Loader::endings() {
  for (const auto& line : of("role_suffix")) {
    for (const auto ending : parts_of(line.field(0), ' ')) {
      out_.role_endings.add(ending);
      out_.add_word(capital(ending), {WordClass::kRole});
    }
  }
  for (const auto& line : of("role_suffix_f")) {
    for (const auto ending : parts_of(line.field(0), ' ')) {
      out_.female_role_endings.add(ending);
      out_.add_word(capital(ending), {WordClass::kRoleFemale});
    }
  }
  for (const auto& line : of("noun_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) {
      out_.hard_noun_endings.add(ending);
      out_.add_word(capital(ending), {WordClass::kHardNoun});
    }
  }
  for (const auto& line : of("noun_head")) {
    for (const auto ending : parts_of(line.field(0), ' ')) {
      out_.noun_heads.add(ending);
      out_.add_word(capital(ending), {WordClass::kNoun});
    }
  }
  for (const auto& line : of("place_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) out_.place_endings.add(ending);
  }
  for (const auto& line : of("ministry_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) out_.ministry_endings.add(ending);
  }
  for (const auto& line : of("body_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) out_.body_endings.add(ending);
  }
  for (const auto& line : of("thing_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) {
      out_.thing_endings.add(ending);
      out_.thing_endings.add(capital(ending));
    }
  }
  for (const auto& line : of("plural_verb_ending")) {
    for (const auto ending : parts_of(line.field(0), ' ')) out_.plural_verb_endings.add(ending);
  }
  return {};
}

// "*verband" is an ending, "rat" a whole word.
template <class Value>
void add_tails(std::string_view words, const Value& value, Tails<Value>& tails) {
  for (const auto word : parts_of(words, ' ')) {
    if (word.starts_with('*')) {
      tails.add(word.substr(1), value);
    } else {
      tails.add("-" + std::string(word), value);
    }
  }
}

Result<void> Loader::tails() {
  for (const auto& line : of("name_adjective")) add_tails(line.field(0), true, out_.name_adjectives);
  for (const auto& line : of("member_head")) add_tails(line.field(0), true, out_.member_heads);
  for (const auto& line : of("region_head")) add_tails(line.field(0), true, out_.region_heads);
  for (const auto& line : of("name_head")) {
    if (line.fields.size() != 2) return line.error("expected name_head<TAB>ending<TAB>words");
    add_tails(line.fields[1], std::string(line.fields[0]), out_.name_heads);
  }
  for (const auto& line : of("org_noun")) {
    const bool known = std::find(kOrganisations.begin(), kOrganisations.end(), line.field(0)) != kOrganisations.end();
    if (line.fields.size() != 3 || !known)
      return line.error("expected org_noun<TAB>class<TAB>-|person|town|league<TAB>words");
    const std::string_view who = line.fields[1];
    OrgNoun noun;
    noun.type = line.fields[0];
    noun.of_person = who == "person" || who == "town";
    noun.of_town = who == "town" || who == "league";
    noun.town_only = who == "town";
    add_tails(line.fields[2], noun, out_.org_nouns);
  }
  return {};
}

std::vector<std::string> Loader::spelled_out(std::string_view name) const {
  std::vector<std::string> out{""};
  const auto& endings = endings_of("adjective");
  for (const char c : name) {
    if (c != '~') {
      for (auto& one : out) one += c;
      continue;
    }
    // The adjectives of one name agree: each ending once for all of them.
    if (out.size() == 1) {
      const std::string start = out[0];
      out.clear();
      for (const auto& ending : endings) out.push_back(start + ending);
    } else {
      for (std::size_t i = 0; i < out.size() && i < endings.size(); ++i) out[i] += endings[i];
    }
  }
  return out;
}

void Loader::add_names(std::string_view names, std::uint32_t entry) {
  for (auto name : parts_of(names, '|')) {
    Sense sense{.entry = entry};
    if (name.starts_with('?')) {
      sense.guarded = true;
      name.remove_prefix(1);
    }
    for (const auto& one : spelled_out(name)) out_.add_name(one, sense);
  }
}

void Loader::add_adjective(std::string_view stem, std::uint32_t entry) {
  for (const auto& ending : endings_of("adjective")) {
    const std::string form = std::string(stem) + ending;
    out_.add_name(form, {.entry = entry, .attributive = true});
    out_.add_name(capital(form), {.entry = entry, .attributive = true});
  }
  out_.add_name(stem, {.entry = entry, .attributive = true, .stem = true});
  out_.add_name(capital(stem), {.entry = entry, .attributive = true, .stem = true});
}

void Loader::add_inhabitant(std::string_view word, std::uint32_t entry) {
  std::string_view kind = "person_isch";
  if (word.ends_with("er")) kind = "person_er";
  if (word.ends_with("e")) kind = "person_e";
  for (const auto& ending : endings_of(kind)) {
    std::string form(word);
    if (kind == "person_e" && ending.starts_with("in")) form.pop_back();
    out_.add_name(form + ending, {.entry = entry, .attributive = true});
  }
}

Result<void> Loader::states() {
  std::set<std::string_view> islands;
  for (const auto& line : of("island")) {
    for (const auto code : parts_of(line.field(0), ' ')) islands.insert(code);
  }
  for (const auto& line : of("state")) {
    if (line.fields.size() != 5)
      return line.error("expected state<TAB>code<TAB>name<TAB>names<TAB>adjectives<TAB>inhabitants");
    const std::string_view code = line.fields[0];
    const bool iso = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    Entry entry{.kind = Kind::kState, .name = std::string(line.fields[1])};
    entry.key = "state/" + (iso ? std::string(code) : slug(code));
    entry.island = islands.contains(code);
    const std::string key = entry.key;
    const auto number = out_.add_entry(std::move(entry));
    if (!by_key_.emplace(key, number).second) return line.error("code told twice");
    state_of_code_.emplace(code, number);
    add_names(line.fields[1], number);
    add_names(line.fields[2], number);
  }
  // After all names: "Polen" is the state before it is its inhabitants.
  for (const auto& line : of("state")) {
    const auto number = state_of_code_.find(line.fields[0])->second;
    for (const auto stem : parts_of(line.fields[3], ' ')) add_adjective(stem, number);
    for (const auto word : parts_of(line.fields[4], ' ')) add_inhabitant(word, number);
  }
  return {};
}

Result<void> Loader::regions() {
  for (const auto& line : of("language")) {
    for (const auto& [code, name] : region_names(line.field(0))) {
      const auto known = state_of_code_.find(code);
      std::uint32_t entry = 0;
      if (known != state_of_code_.end()) {
        entry = known->second;
      } else {
        // A dependent territory: a place that may act.
        entry =
            out_.add_entry({.kind = Kind::kPlace, .key = make_key(Kind::kPlace, name), .name = name, .may_act = true});
      }
      out_.add_name(name, {.entry = entry});
    }
  }
  return {};
}

Result<void> Loader::organisations() {
  for (const auto type : kOrganisations) {
    for (const auto& line : of(type)) {
      if (line.fields.size() > 2) return line.error("expected class<TAB>name<TAB>other names");
      std::string_view name = line.field(0);
      const bool guarded = name.starts_with('?');
      if (guarded) name.remove_prefix(1);
      if (name.empty()) return line.error("an organisation without a name");
      const std::string key = make_key(Kind::kOrganisation, name);
      const auto number = out_.add_entry(
          {.kind = Kind::kOrganisation, .key = key, .name = std::string(name), .type = std::string(type)});
      if (!by_key_.emplace(key, number).second) return line.error("organisation told twice");
      if (!out_.add_name(name, {.entry = number, .guarded = guarded})) return line.error("name is taken");
      add_names(line.field(1), number);
    }
  }
  return {};
}

Result<void> Loader::shared_names() {
  for (const auto& line : of("shared_name")) {
    SharedName shared;
    shared.name = line.field(0);
    const auto number_of = [&](std::string_view name) -> std::optional<std::uint32_t> {
      const auto found = by_key_.find(make_key(Kind::kOrganisation, name));
      return found == by_key_.end() ? std::nullopt : std::optional<std::uint32_t>(found->second);
    };
    const auto usual = number_of(line.field(1));
    const auto other = number_of(line.field(2));
    if (!usual || !other) return line.error("expected shared_name<TAB>name<TAB>organisation<TAB>organisation<TAB>kin");
    shared.usual = *usual;
    shared.other = *other;
    shared.kin.insert(out_.entry(*usual).key);
    for (const auto kin : parts_of(line.field(3), '|')) shared.kin.insert(make_key(Kind::kOrganisation, kin));
    out_.shared_names.push_back(std::move(shared));
  }
  return {};
}

Result<void> Loader::ignored() {
  const auto number = out_.add_entry({.ignored = true});
  for (const auto& line : of("ignore")) add_names(line.field(0), number);
  return {};
}

const Entry* Loader::by_key(std::string_view key) const {
  const auto slash = key.find('/');
  std::string wanted(key);
  if (key.substr(0, slash) == "org") wanted = make_key(Kind::kOrganisation, key.substr(slash + 1));
  const auto found = by_key_.find(wanted);
  return found == by_key_.end() ? nullptr : &out_.entry(found->second);
}

Result<void> Loader::metonyms() {
  for (const std::string_view kind : {"seat", "capital"}) {
    for (const auto& line : of(kind)) {
      if (line.fields.size() < 2)
        return line.error("expected " + std::string(kind) + "<TAB>name<TAB>key<TAB>other names");
      const Entry* actor = by_key(line.fields[1]);
      if (actor == nullptr) return line.error("no actor has the key '" + std::string(line.fields[1]) + "'");
      Entry entry{
          .kind = Kind::kPlace, .key = make_key(Kind::kPlace, line.fields[0]), .name = std::string(line.fields[0])};
      entry.stands_for_key = actor->key;
      entry.stands_for_name = actor->name;
      entry.seat = kind == "seat";
      entry.may_act = true;
      const std::string key = entry.key;
      const auto number = out_.add_entry(std::move(entry));
      by_key_.emplace(key, number);
      out_.add_name(line.fields[0], {.entry = number});
      add_names(line.field(2), number);
      if (kind == "capital") add_guarded(std::string(line.fields[0]) + "er", number);
    }
  }
  return {};
}

// The form in -er of a town: "Grazer", "Hamburger"; only before a noun.
void Loader::add_guarded(std::string_view name, std::uint32_t entry) {
  out_.add_name(name, {.entry = entry, .attributive = true, .guarded = true});
}

void Loader::add_place(std::string_view text, std::string_view kind) {
  const bool may_act = kind != "geo";
  auto names = parts_of(text, '|');
  if (names.empty()) return;
  std::string_view name = names.front();
  const bool guarded = name.starts_with('?');
  if (guarded) name.remove_prefix(1);
  const std::string shown = spelled_out(name).front();
  const std::string key = make_key(Kind::kPlace, shown);
  if (by_key_.contains(key)) return;
  const auto number =
      out_.add_entry({.kind = Kind::kPlace, .key = key, .name = shown, .may_act = may_act, .land = kind == "land"});
  by_key_.emplace(key, number);
  add_names(text, number);
  if (may_act && !guarded) add_guarded(shown + (shown.ends_with('e') ? "r" : "er"), number);
}

Result<void> Loader::places() {
  for (const std::string_view kind : {"land", "city", "geo"}) {
    for (const auto& line : of(kind)) {
      for (const auto place : parts_of(line.field(0), ';')) add_place(place, kind);
    }
  }
  return {};
}

Result<void> Loader::place_adjectives() {
  for (const std::string_view kind : {"place_adjective", "place_adjective_stem"}) {
    for (const auto& line : of(kind)) {
      for (const auto pair : parts_of(line.field(0), ';')) {
        // The place is what follows the last blank that leaves a known one.
        const Entry* place = nullptr;
        std::size_t cut = pair.find(' ');
        for (; cut != std::string_view::npos; cut = pair.find(' ', cut + 1)) {
          place = by_key(make_key(Kind::kPlace, pair.substr(cut + 1)));
          if (place != nullptr) break;
        }
        if (place == nullptr) return line.error("no place is known for '" + std::string(pair) + "'");
        const auto number = by_key_.find(place->key)->second;
        if (kind == "place_adjective") {
          add_guarded(pair.substr(0, cut), number);
        } else {
          add_adjective(pair.substr(0, cut), number);
        }
      }
    }
  }
  return {};
}

Result<void> Loader::famous() {
  for (const auto& line : of("famous")) {
    for (const auto person : parts_of(line.field(0), ';')) {
      const auto names = parts_of(person, '|');
      if (names.empty()) return line.error("a person without a name");
      const std::string_view name = names.front();
      const auto number =
          out_.add_entry({.kind = Kind::kPerson, .key = make_key(Kind::kPerson, name), .name = std::string(name)});
      out_.add_name(name, {.entry = number});
      for (const auto one : std::span(names).subspan(1)) {
        // A surname is one that the full name ends with, or a single word.
        const bool surname = one.find(' ') == std::string_view::npos || name.ends_with(one);
        out_.add_name(one, {.entry = number, .surname = surname});
      }
    }
  }
  return {};
}

Result<void> Loader::anaphors() {
  for (const auto& line : of("anaphor")) {
    if (line.fields.size() != 2) return line.error("expected anaphor<TAB>type<TAB>phrases");
    const auto number = out_.add_entry({.type = std::string(line.fields[0]), .anaphor = true});
    for (const auto phrase : parts_of(line.fields[1], '|')) {
      out_.add_name(phrase, {.entry = number});
      out_.add_name(capital(phrase), {.entry = number});
    }
  }
  return {};
}

}  // namespace

Result<Lexicon> load_lexicon(std::span<const PackFile> pack) {
  auto lines = read_lines(pack);
  if (!lines.ok()) return lines.error();
  return Loader(lines.value()).load();
}

}  // namespace annalen::actor
