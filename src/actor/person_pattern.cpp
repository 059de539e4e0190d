#include "actor/person_pattern.h"

namespace annalen::actor {
namespace {

constexpr std::uint32_t kTitleUnitsMax = 8;
constexpr std::uint32_t kGivenMax = 4;
constexpr std::uint32_t kParticlesMax = 4;

bool touches_before(const Reading& reading, std::uint32_t unit) {
  return !reading.document().tokens()[reading.unit(unit).first].space_before;
}

bool is_sign(const Reading& reading, std::uint32_t unit, std::string_view sign) {
  const Unit& here = reading.unit(unit);
  return here.single() && reading.text(here.first) == sign;
}

}  // namespace

Gender gender_of(WordClasses classes) {
  const bool male = classes.has(WordClass::kMale);
  const bool female = classes.has(WordClass::kFemale);
  if (male == female || classes.has(WordClass::kEither)) return Gender::kUnknown;
  return male ? Gender::kMale : Gender::kFemale;
}

namespace {

constexpr WordClass kGivenClasses[] = {WordClass::kMale, WordClass::kFemale, WordClass::kEither};

bool is_plain_given(WordClasses classes) {
  for (const auto one : kGivenClasses) {
    if (classes.has(one)) return !classes.has(WordClass::kGuardedName);
  }
  return false;
}

// The walk over one name, unit by unit, within a sentence.
class Walk {
 public:
  Walk(const Reading& reading, std::uint32_t start) : reading_(reading), start_(start), at_(start) {}

  std::optional<PersonMatch> run();

 private:
  [[nodiscard]] bool more() const { return at_ < reading_.units().size() && reading_.same_sentence(start_, at_); }
  [[nodiscard]] const Unit& here() const { return reading_.unit(at_); }
  [[nodiscard]] WordClasses classes(std::uint32_t unit) const {
    return reading_.lexicon().classes(reading_.unit(unit).first_word);
  }
  [[nodiscard]] bool is_given(std::uint32_t unit) const;
  [[nodiscard]] bool guarded_given_stands() const;
  [[nodiscard]] bool name_follows(std::uint32_t unit) const;
  void givens();
  bool initial();
  [[nodiscard]] bool noble_title_stands(std::uint32_t unit) const;
  [[nodiscard]] std::uint32_t particles_from(std::uint32_t unit, bool weak_too) const;
  [[nodiscard]] bool surname_like(std::uint32_t unit) const;
  [[nodiscard]] bool may_be_genitive(std::uint32_t unit) const;
  [[nodiscard]] bool further_surname(std::uint32_t unit) const;
  bool surname();
  bool by_role();
  bool family_first();
  bool by_speech();
  bool by_age();
  void roman_numeral();
  bool given_alone(std::uint32_t givens);

  const Reading& reading_;
  std::uint32_t start_;
  std::uint32_t at_;
  std::uint32_t last_given_ = 0;
  bool strict_ = false;  // begun by a guarded name
  PersonMatch out_;
};

bool Walk::is_given(std::uint32_t number) const {
  const Unit& unit = reading_.unit(number);
  if (!unit.word || !unit.capitalised) return false;
  const auto first = classes(number);
  const bool listed = first.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither, WordClass::kGuardedName});
  if (unit.single() || !listed) return listed && unit.single();
  // "Hans-Peter": the second part a name as well, no "Merkel-Besuch".
  const auto last = reading_.lexicon().classes(unit.last_word);
  return last.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither}) && !unit.role;
}

// "am 3. August Montag", "die Mark", "in Jordan": no given name.
bool Walk::guarded_given_stands() const {
  if (reading_.unit(start_).opens && reading_.has(reading_.unit(start_), WordClass::kFunction)) return false;
  const auto before = reading_.before(start_);
  if (!before) return true;
  const Unit& unit = reading_.unit(*before);
  if (unit.role) return true;
  if (!unit.word) return !is_sign(reading_, *before, ".") || (*before > 0 && reading_.unit(*before - 1).word);
  return !reading_.lexicon()
              .classes(unit.first_word)
              .any({WordClass::kDeterminer, WordClass::kPlacePreposition, WordClass::kHardNoun, WordClass::kDefinite});
}

bool Walk::initial() {
  if (!more() || !reading_.is_initial(at_)) return false;
  at_ += 2;
  return true;
}

// After "George W." a name goes on; after "Josef F." it does not.
bool Walk::name_follows(std::uint32_t unit) const {
  if (unit >= reading_.units().size() || !reading_.same_sentence(start_, unit)) return false;
  return surname_like(unit) || reading_.is_initial(unit) || reading_.has(reading_.unit(unit), WordClass::kParticle);
}

void Walk::givens() {
  for (std::uint32_t count = 0; count < kGivenMax && more(); ++count) {
    if (is_given(at_)) {
      const auto gender = gender_of(classes(at_));
      if (out_.gender == Gender::kUnknown) out_.gender = gender;
      last_given_ = at_++;
    } else if (at_ > start_ && reading_.is_initial(at_) && name_follows(at_ + 2)) {
      at_ += 2;
    } else {
      break;
    }
  }
}

// "Maximilian Freiherr von Tattenbach"; but "Ferdinand Graf" is a surname.
bool Walk::noble_title_stands(std::uint32_t unit) const {
  if (!reading_.has(reading_.unit(unit), WordClass::kNobleTitle)) return false;
  const auto next = reading_.after(unit);
  return next && reading_.has(reading_.unit(*next), WordClass::kWeakParticle);
}

std::uint32_t Walk::particles_from(std::uint32_t unit, bool weak_too) const {
  const std::uint32_t limit = unit + kParticlesMax;
  while (unit < limit && unit < reading_.units().size() && reading_.same_sentence(start_, unit)) {
    const Unit& here = reading_.unit(unit);
    const bool particle = reading_.has(here, WordClass::kParticle) ||
                          (weak_too && reading_.has(here, WordClass::kWeakParticle)) ||
                          (weak_too && noble_title_stands(unit)) ||
                          (is_sign(reading_, unit, ".") && touches_before(reading_, unit) && unit > start_ &&
                           reading_.text(reading_.unit(unit - 1).first) == "St");
    if (!particle) break;
    ++unit;
  }
  return unit;
}

bool Walk::surname_like(std::uint32_t number) const {
  const Unit& unit = reading_.unit(number);
  if (unit.end > unit.first && reading_.document().tokens()[unit.end - 1].kind != text::TokenKind::kWord) {
    return false;  // "MD-80"
  }
  if (strict_) return reading_.name_like(number);
  if (!unit.word || !unit.capitalised) return false;
  const auto classes_here = classes(number);
  // "Insolvenzverwalter Stefan Denkhaus": behind a title the ending alone makes no noun.
  const bool by_ending = unit.single() && unit.first_word == Lexicon::kNoWord && out_.title && number > start_;
  if (unit.hard_noun && !by_ending) return false;
  const bool excused = reading_.has(unit, WordClass::kGuardedSurname);
  if (unit.role && !excused) return false;
  if (unit.single() && !excused &&
      classes_here.any({WordClass::kFunction, WordClass::kDeterminer, WordClass::kLegalForm, WordClass::kOrgHead,
                        WordClass::kForHead, WordClass::kPlaceNoun, WordClass::kStateNoun})) {
    return false;
  }
  if (reading_.text(unit).size() < 2) return false;
  if (unit.noun && !excused && !unit.single()) return false;
  const Entry* known = reading_.entry_at(unit);
  if (known != nullptr && known->kind == Kind::kState) return false;
  return known == nullptr || !known->anaphor;
}

// A second word of the surname ("Pedro Sánchez Castejón"): only what can hardly be anything else.
bool Walk::further_surname(std::uint32_t number) const {
  if (number >= reading_.units().size() || !reading_.same_sentence(start_, number)) return false;
  if (!reading_.name_like(number)) return false;
  return reading_.entry_at(reading_.unit(number)) == nullptr;
}

// "Uli Stielikes Fehlschuss": a second word after what may be a genitive is a noun.
bool Walk::may_be_genitive(std::uint32_t number) const {
  return !reading_.without_genitive(reading_.text(reading_.unit(number))).empty();
}

bool Walk::surname() {
  if (!more()) return false;
  const std::uint32_t core = particles_from(at_, !strict_);
  if (core >= reading_.units().size() || !reading_.same_sentence(start_, core)) return false;
  if (reading_.is_initial(core)) {
    // "Josef F.", as courts are reported
    if (core != at_ || strict_) return false;
    out_.surname_unit = out_.core_unit = at_;
    at_ += 2;
    return true;
  }
  if (!surname_like(core)) return false;
  // "Mehmet Yildirim von der Liste": the name is whole without it.
  if (core > at_ && at_ - start_ > 1 && reading_.unit(core).noun) return false;
  out_.surname_unit = at_;
  out_.core_unit = core;
  at_ = core + 1;
  const bool inner = more() && reading_.has(here(), WordClass::kInnerParticle) && further_surname(at_ + 1);
  if (!inner && !may_be_genitive(core) && further_surname(at_)) ++at_;
  // "Lula da Silva", "Abu Bakr al-Baghdadi", "bin Abdulrahman Al Thani"
  if (more() && reading_.has(here(), WordClass::kInnerParticle)) {
    const auto next = particles_from(at_, false);
    if (further_surname(next)) {
      out_.core_unit = next;
      at_ = next + 1;
    }
  }
  return true;
}

void Walk::roman_numeral() {
  if (!more() || !here().word || !here().single()) return;
  const std::string_view text = reading_.text(here().first);
  if (text.size() > 6 || text.find_first_not_of("IVXL") != std::string_view::npos) return;
  const auto dot = reading_.after(at_);
  if (!dot || !is_sign(reading_, *dot, ".") || !touches_before(reading_, *dot)) return;
  at_ = *dot + (reading_.after(*dot) ? 1 : 0);
}

// "Papst Franziskus", "König Charles III.", "Peter Alexander"
bool Walk::given_alone(std::uint32_t givens) {
  const bool ruler = out_.title && out_.title->ruler;
  if (givens >= 2 || ruler) {
    out_.surname_unit = out_.core_unit = last_given_;
    at_ = last_given_ + 1;
    if (ruler) roman_numeral();
    return ruler || !strict_;
  }
  return false;
}

bool Walk::by_role() {
  if (!out_.title || !out_.title->strong) return false;
  const std::uint32_t core = particles_from(at_, false);
  if (core >= reading_.units().size() || !reading_.same_sentence(start_, core) || !reading_.name_like(core)) {
    return false;
  }
  out_.surname_unit = at_;
  out_.core_unit = core;
  at_ = core + 1;
  if (further_surname(at_)) {
    // "Außenministeriumssprecher Georgiy Tychy": the first word was the given name.
    out_.given = true;
    out_.surname_unit = out_.core_unit = at_++;
    if (further_surname(at_)) out_.surname_unit = out_.core_unit = at_++;
    return true;
  }
  if (reading_.has(reading_.unit(core), WordClass::kGuardedName)) return out_.title->ruler;
  if (out_.title->ruler) {
    roman_numeral();
    return true;
  }
  const Entry* known = reading_.entry_at(reading_.unit(core));
  return known == nullptr || known->kind == Kind::kPerson;
}

bool Walk::family_first() {
  if (!reading_.has(here(), WordClass::kFamilyFirst)) return false;
  if (here().opens && reading_.has(here(), WordClass::kFunction)) return false;
  const auto next = at_ + 1;
  if (!further_surname(next)) return false;
  std::uint32_t end = next + 1;
  const bool two = further_surname(end);
  if (two) ++end;
  if (!two && reading_.unit(next).single() && !out_.title) {
    // "Xi Jinping" without a role: only where the second word is unknown altogether.
    if (reading_.unit(next).first_word != Lexicon::kNoWord) return false;
  }
  out_.family_first = out_.given = true;
  out_.surname_unit = out_.core_unit = next;
  at_ = end;
  return true;
}

// ", sagte Kovac", ", so Volkbert Keßler"
bool Walk::by_speech() {
  if (start_ < 2 || !reading_.same_sentence(start_ - 2, start_) || here().opens || !further_surname(start_))
    return false;
  if (!reading_.has(reading_.unit(start_ - 1), WordClass::kSayVerb)) return false;
  if (!reading_.has(reading_.unit(start_ - 2), WordClass::kSpeechBefore)) return false;
  out_.surname_unit = out_.core_unit = start_;
  at_ = start_ + 1;
  if (further_surname(at_)) {
    out_.given = true;
    out_.surname_unit = out_.core_unit = at_++;
  } else if (more() && reading_.has(here(), WordClass::kParticle)) {
    // "Martijn van Hout"
    const auto core = particles_from(at_, false);
    if (further_surname(core)) {
      out_.given = true;
      out_.surname_unit = at_;
      out_.core_unit = core;
      at_ = core + 1;
    }
  }
  // A third noun: the words before it were no name.
  return !more() || !here().word || !here().capitalised;
}

// "Unbekannt Jemand (34)"
bool Walk::by_age() {
  if (!further_surname(start_) || !further_surname(start_ + 1) || here().opens) return false;
  const auto& units = reading_.units();
  const auto number = start_ + 3;
  if (number + 1 >= units.size() || !reading_.same_sentence(start_, number + 1)) return false;
  const bool age = is_sign(reading_, start_ + 2, "(") && is_sign(reading_, number + 1, ")") && units[number].single() &&
                   reading_.text(units[number].first).size() == 2 &&
                   reading_.document().tokens()[units[number].first].kind == text::TokenKind::kNumber;
  if (!age) return false;
  out_.given = true;
  out_.surname_unit = out_.core_unit = start_ + 1;
  at_ = start_ + 2;
  return true;
}

std::optional<PersonMatch> Walk::run() {
  out_.first_unit = start_;
  out_.title = title_before(reading_, start_);
  const auto finish = [&]() -> std::optional<PersonMatch> {
    out_.end_unit = at_;
    if (out_.gender == Gender::kUnknown && out_.title) out_.gender = out_.title->gender;
    return out_;
  };
  if (reading_.is_initial(start_)) {
    std::uint32_t initials = 0;
    while (initial()) ++initials;
    out_.given = true;
    strict_ = true;
    if (!more()) return {};
    if ((initials < 2 && (here().opens || reading_.unit(start_).opens || !out_.title)) || !surname()) return {};
    return finish();
  }
  if (family_first()) return finish();
  if (is_given(start_)) {
    const bool small_word = here().opens && reading_.has(here(), WordClass::kFunction);
    strict_ = (!is_plain_given(classes(start_)) || small_word) && !out_.title;
    givens();
    const std::uint32_t count = at_ - start_;
    const bool stands = !strict_ || guarded_given_stands();
    out_.given = true;
    if (stands && surname()) return finish();
    if (stands && given_alone(count)) return finish();
    at_ = start_;
    out_.given = false;
    out_.gender = Gender::kUnknown;
    strict_ = false;
  }
  if (by_role() || by_speech() || by_age()) return finish();
  return {};
}

}  // namespace

std::optional<Title> title_before(const Reading& reading, std::uint32_t unit) {
  Title out;
  bool any = false;
  std::uint32_t at = unit;
  for (std::uint32_t step = 0; step < kTitleUnitsMax; ++step) {
    auto before = reading.before(at);
    if (!before) break;
    std::uint32_t candidate = *before;
    const bool dot = is_sign(reading, candidate, ".") && touches_before(reading, candidate);
    if (dot) {
      before = reading.before(candidate);
      if (!before) break;
      candidate = *before;
    }
    const Unit& here = reading.unit(candidate);
    const auto classes = reading.lexicon().classes(here.last_word);
    const bool honorific = here.single() && classes.has(WordClass::kHonorific);
    if (!honorific && (dot || !here.role)) break;
    any = true;
    at = candidate;
    out.first_unit = at;
    if (honorific || !classes.has(WordClass::kWeakRole)) out.strong = true;
    if (here.single() && classes.has(WordClass::kRuler)) out.ruler = out.strong = true;
    if (here.role && out.gender == Gender::kUnknown) {
      const bool both = classes.has(WordClass::kRole) && classes.has(WordClass::kRoleFemale);
      if (!both) out.gender = here.female_role ? Gender::kFemale : Gender::kMale;
    }
  }
  if (!any) return {};
  return out;
}

std::optional<PersonMatch> person_at(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !(here.capitalised || reading.has(here, WordClass::kParticle))) return {};
  if (here.role) return {};
  return Walk(reading, unit).run();
}

}  // namespace annalen::actor
