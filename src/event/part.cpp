#include "event/part.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace annalen::event {

namespace {

using clause::Voice;

// Determiners and adjectives between a noun and the date or preposition behind it.
constexpr std::uint32_t kBeforeNounMax = 1;

bool is_sure_subject(const NounPhrase& phrase) { return phrase.forms.only(Forms::kNominative); }

}  // namespace

PartReader::PartReader(const text::Document& document, const clause::Clauses& clauses,
                       std::span<const actor::Mention> mentions, std::span<const timex::Timex> timexes,
                       const Lexicon& lexicon)
    : document_(document),
      clauses_(clauses),
      mentions_(mentions),
      lexicon_(lexicon),
      words_(lexicon.parts),
      dated_(dated_tokens(document, timexes)) {}

std::string PartReader::lower(std::uint32_t token) const {
  return text::lower(document_.of(document_.tokens()[token]));
}

const PartReader::Reading& PartReader::read(std::uint32_t clause) {
  if (!any_read_ || last_.clause != clause) last_ = reading_of(clause);
  any_read_ = true;
  return last_;
}

PartReader::Reading PartReader::reading_of(std::uint32_t clause) const {
  const clause::Clause& here = clauses_.clauses[clause];
  Reading out;
  out.clause = clause;
  out.phrases = noun_phrases({document_, clauses_, mentions_, lexicon_, dated_}, clause);
  out.finite = here.finite_verb.has_value();
  out.voice = here.voice;
  out.verb = here.verb;
  if (out.verb.empty() && !here.trigger.empty()) out.verb = lower(here.trigger.front());
  if (out.finite) out.plural = lower(*here.finite_verb).ends_with('n') || lower(*here.finite_verb) == "sind";
  out.infinitive = !out.finite && is_infinitive(here);
  if (out.voice == Voice::kUnclear && out.finite && words_.is_moving(out.verb)) out.voice = Voice::kActive;
  if (out.voice == Voice::kActive && looks_like_participle(here)) out.voice = Voice::kUnclear;
  for (auto token = here.first_token; token < here.end_token; ++token) {
    if (clauses_.clause_of_token[token] == clause && words_.reflexives.contains(lower(token))) out.reflexive = true;
  }
  if (out.voice == Voice::kPassive) {
    for (NounPhrase& phrase : out.phrases) {
      if (!phrase.preposition && !phrase.forms.only(Forms::kAccusative)) phrase.forms.drop(Forms::kAccusative);
    }
  }
  if (out.finite) find_subject(out);
  return out;
}

bool PartReader::is_infinitive(const clause::Clause& here) const {
  if (here.trigger.empty() || here.voice != Voice::kActive) return false;
  const auto verb = here.trigger.front();
  if (verb > here.first_token && words_.infinitive_markers.contains(lower(verb - 1))) return true;
  const std::string written = lower(verb);
  return !here.verb.empty() && written != here.verb && written.size() > here.verb.size() && written.ends_with('n');
}

// "Strache verurteilt" at the end of a main clause may well be a headline's participle.
bool PartReader::looks_like_participle(const clause::Clause& here) const {
  if (here.parent || !here.finite_verb || here.trigger.size() != 1 || here.trigger.front() != *here.finite_verb) {
    return false;
  }
  auto end = here.end_token;
  while (end > here.first_token && document_.tokens()[end - 1].kind != text::TokenKind::kWord) --end;
  if (*here.finite_verb + 1 != end) return false;
  return lexicon_.is_participle(lower(*here.finite_verb) + "e");
}

bool PartReader::may_be_subject(const Reading& reading, const NounPhrase& phrase) const {
  if (phrase.preposition || phrase.genitive || phrase.joined_to) return false;
  if (!phrase.forms.may_be(Forms::kNominative)) return false;
  const auto nominative = static_cast<std::uint16_t>(phrase.forms.bits() & Forms::kNominative);
  if (!reading.plural) return !phrase.list && (nominative & ~Forms::kPlural) != 0;
  if (phrase.list || (nominative & Forms::kPlural) != 0) return true;
  return phrase.pronoun && phrase.relative && phrase.forms.may_be(Forms::kPlural);
}

void PartReader::find_subject(Reading& reading) const {
  bool more = false;
  for (std::uint32_t i = 0; i < reading.phrases.size(); ++i) {
    if (!may_be_subject(reading, reading.phrases[i])) continue;
    if (is_sure_subject(reading.phrases[i])) {
      reading.subject = i;
      return;
    }
    more = reading.subject.has_value();
    if (!reading.subject) reading.subject = i;
  }
  if (!more) return;
  // "Gespräche führte Katar": a bare noun may as well be the object.
  const NounPhrase& first = reading.phrases[*reading.subject];
  if (!first.determiner && !first.mention && !first.pronoun) reading.subject.reset();
}

PartReader::Told PartReader::told(const Reading& reading, Part part, std::vector<std::uint32_t> words) const {
  const clause::Clause& here = clause_of(reading);
  if (here.finite_verb) words.push_back(*here.finite_verb);
  words.insert(words.end(), here.trigger.begin(), here.trigger.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return {part, std::move(words)};
}

PartReader::Told PartReader::of_subject(const Reading& reading, std::optional<std::uint32_t> phrase) const {
  if (words_.being.contains(reading.verb)) return {};
  std::vector<std::uint32_t> words;
  if (phrase) {
    const NounPhrase& subject = reading.phrases[*phrase];
    const bool shows = subject.determiner && (is_sure_subject(subject) || subject.relative);
    if (shows) words.push_back(*subject.determiner);
  }
  if (reading.voice == Voice::kActive) return told(reading, Part::kActs, std::move(words));
  if (reading.voice == Voice::kPassive) return told(reading, Part::kActedUpon, std::move(words));
  return {};
}

bool PartReader::has_other_object(const Reading& reading, const NounPhrase& phrase, std::uint16_t forms) const {
  const auto number = static_cast<std::uint32_t>(&phrase - reading.phrases.data());
  for (std::uint32_t i = 0; i < reading.phrases.size(); ++i) {
    const NounPhrase& other = reading.phrases[i];
    const bool same = i == number || other.joined_to == number || i == reading.subject;
    if (same || other.preposition || other.genitive || (reading.subject && other.joined_to == reading.subject))
      continue;
    if (other.forms.may_be(forms)) return true;
  }
  return false;
}

// A name without a determiner after the subject: accusative or dative.
Part PartReader::of_silent(const Reading& reading, const NounPhrase& phrase) const {
  // A pronoun that is the subject keeps to its verb ("Trump traf er"); elsewhere it may be another clause's.
  const auto number = static_cast<std::uint32_t>(&phrase - reading.phrases.data());
  const auto verb = clause_of(reading).finite_verb;
  const bool turned = reading.subject && *reading.subject > number;
  if (turned && verb && reading.phrases[*reading.subject].pronoun &&
      reading.phrases[*reading.subject].first != *verb + 1)
    return Part::kTakesPart;
  if (words_.giving_alone.contains(reading.verb)) return Part::kSpokenTo;
  if (words_.giving.contains(reading.verb)) {
    return has_other_object(reading, phrase, Forms::kAccusative) ? Part::kSpokenTo : Part::kTakesPart;
  }
  if (words_.other_dative.contains(reading.verb) || reading.reflexive) return Part::kTakesPart;
  if (has_other_object(reading, phrase, Forms::kAccusative)) return Part::kTakesPart;
  return words_.addressing.contains(reading.verb) ? Part::kSpokenTo : Part::kActedUpon;
}

PartReader::Told PartReader::of_object(const Reading& reading, const NounPhrase& phrase, bool subject_known) const {
  if (words_.being.contains(reading.verb)) return {};
  Forms forms = phrase.forms;
  if (subject_known) forms.drop(Forms::kNominative);
  std::vector<std::uint32_t> words;
  if (phrase.determiner) words.push_back(*phrase.determiner);
  if (forms.bits() == 0 || forms.may_be(Forms::kNominative | Forms::kGenitive)) {
    // "der Ukraine" alone before the verb is no genitive.
    forms.drop(Forms::kGenitive);
    if (forms.bits() == 0 || forms.may_be(Forms::kNominative)) return {};
  }
  if (forms.only(Forms::kDative)) {
    const bool given = words_.giving.contains(reading.verb) && reading.voice != Voice::kUnclear;
    return given ? told(reading, Part::kSpokenTo, std::move(words)) : Told{};
  }
  if (reading.voice != Voice::kActive) return {};
  if (forms.only(Forms::kAccusative)) {
    const Part part = words_.addressing.contains(reading.verb) ? Part::kSpokenTo : Part::kActedUpon;
    return told(reading, part, std::move(words));
  }
  const Part part = of_silent(reading, phrase);
  return part == Part::kTakesPart ? Told{} : told(reading, part, std::move(words));
}

std::optional<std::uint32_t> PartReader::noun_before(const Reading& reading, const NounPhrase& phrase) const {
  for (std::uint32_t i = 1; i < reading.phrases.size(); ++i) {
    if (&reading.phrases[i] != &phrase) continue;
    const NounPhrase& before = reading.phrases[i - 1];
    // "der Angriff Russlands auf die Ukraine"
    const bool behind_genitive = i >= 2 && before.forms.only(Forms::kGenitive) && before.end == phrase.first &&
                                 reading.phrases[i - 2].end == before.first;
    if (behind_genitive) return reading.phrases[i - 2].noun;
    const bool named = before.mention && !mentions_[*before.mention].attributive;
    if (before.end == phrase.first && before.noun && !named) return before.noun;
  }
  return {};
}

PartReader::Told PartReader::by_preposition(const Reading& reading, const NounPhrase& phrase, bool noun_happens) const {
  const std::string preposition = lower(*phrase.preposition);
  const auto noun = noun_before(reading, phrase);
  if (noun) {
    const std::string written = lower(*noun);
    if (const auto part = words_.beside_noun(preposition, written); part && noun_happens) {
      return {*part, {*noun, *phrase.preposition}};
    }
    const bool own = lexicon_.is_happening(written) || words_.beside_noun(preposition, written);
    if (own && !words_.with_passive.contains(preposition)) return {};
  }
  if (const auto token = *phrase.preposition; token > 0 && words_.together.contains(lower(token - 1))) {
    return {Part::kCompanion, {token - 1, token}};
  }
  if (reading.voice == Voice::kUnclear || (!reading.finite && !reading.infinitive)) return {};
  if (reading.voice == Voice::kPassive) {
    const auto part = words_.beside_verb(words_.with_passive, preposition, reading.verb, noun.has_value());
    if (part) return told(reading, *part, {*phrase.preposition});
  }
  const auto part = words_.beside_verb(words_.with_verb, preposition, reading.verb, noun.has_value());
  return part ? told(reading, *part, {*phrase.preposition}) : Told{};
}

// "die Verhaftung Nawalnys", where the verhaftung is what happens.
PartReader::Told PartReader::by_noun(const Reading& reading, std::uint32_t phrase, bool noun_happens) const {
  const NounPhrase& own = reading.phrases[phrase];
  if (!noun_happens || phrase == 0 || !own.mention) return {};
  const NounPhrase& before = reading.phrases[phrase - 1];
  if (before.end > own.first || own.first - before.end >= kBeforeNounMax || !before.noun) return {};
  const auto part = words_.by_genitive(lower(*before.noun));
  if (!part) return {};
  std::vector<std::uint32_t> words{*before.noun};
  if (own.determiner) words.push_back(*own.determiner);
  return {*part, std::move(words)};
}

PartReader::Told PartReader::in_clause(const Reading& reading, std::uint32_t number, bool shared,
                                       const std::vector<std::uint32_t>& trigger) const {
  const NounPhrase& own = reading.phrases[number];
  const NounPhrase& phrase = own.joined_to ? reading.phrases[*own.joined_to] : own;
  const clause::Clause& here = clause_of(reading);
  const bool noun_trigger = trigger != here.trigger;
  const bool noun_happens = noun_trigger || words_.light.contains(reading.verb);
  if (phrase.preposition) {
    Told out = by_preposition(reading, phrase, noun_happens);
    const bool of_verb = std::any_of(out.grounds.begin(), out.grounds.end(), [&](std::uint32_t token) {
      return std::find(here.trigger.begin(), here.trigger.end(), token) != here.trigger.end();
    });
    return noun_trigger && of_verb ? Told{} : out;
  }
  if (phrase.genitive || phrase.forms.only(Forms::kGenitive)) return by_noun(reading, number, noun_happens);
  if (noun_trigger || own.unsure || reading.voice == Voice::kUnclear) return {};
  if (!reading.finite && !reading.infinitive) return {};
  if (!shared && reading.subject && &phrase == &reading.phrases[*reading.subject]) {
    return of_subject(reading, reading.subject);
  }
  return of_object(reading, phrase, shared || reading.infinitive || reading.subject);
}

// "der am Montag verhaftete Nawalny", "der seit Jänner amtierende Präsident Donald Trump"
PartReader::Told PartReader::of_attribute(const AttributePhrase& phrase, const actor::Mention& mention) const {
  if (mention.attributive || mention.end_token != phrase.tokens.end) return {};
  const bool noun_between = mention.kind != actor::Kind::kPerson && mention.first_token > phrase.participle + 1;
  if (noun_between) return {};  // "die angesetzte Begegnung Energie Cottbus"
  const std::string participle = lower(phrase.participle);
  const auto ends = [&](const std::vector<std::string>& some) {
    return std::any_of(some.begin(), some.end(), [&](const std::string& end) { return participle.ends_with(end); });
  };
  if (ends(lexicon_.participle_ends)) return {Part::kActs, {phrase.participle}};
  for (const std::string& moved : words_.moved) {
    if (participle.find(moved) != std::string::npos) return {Part::kActs, {phrase.participle}};
  }
  return {Part::kActedUpon, {phrase.participle}};
}

PartReader::Told PartReader::of(const Member& member, const Occasion& occasion,
                                const std::optional<AttributePhrase>& phrase,
                                const std::vector<std::uint32_t>& trigger) {
  const actor::Mention& mention = mentions_[member.mention];
  const bool is_place = member.participant.role == Role::kPlace;
  if (phrase && phrase->tokens.contains(mention.first_token)) {
    return is_place ? Told{Part::kPlace, {}} : of_attribute(*phrase, mention);
  }
  const Reading& reading = read(occasion.clause);
  const auto found = std::find_if(reading.phrases.begin(), reading.phrases.end(), [&](const NounPhrase& one) {
    return member.tie == Tie::kAntecedent ? one.relative : one.mention == member.mention;
  });
  const bool here = found != reading.phrases.end();
  if (is_place) {
    const auto preposition = here ? found->preposition : std::nullopt;
    return {Part::kPlace, preposition ? std::vector{*preposition} : std::vector<std::uint32_t>{}};
  }
  if (phrase || member.tie == Tie::kElsewhere) return {};
  // "ein Urteil des Gerichts, das …"
  if (member.tie == Tie::kAntecedent && document_.of(mention.span) == mention.name + "s") return {};
  if (member.tie == Tie::kShared) return trigger == clause_of(reading).trigger ? of_subject(reading, {}) : Told{};
  if (!here) return {};
  return in_clause(reading, static_cast<std::uint32_t>(found - reading.phrases.begin()), member.subject_shared,
                   trigger);
}

}  // namespace annalen::event
