#include "clause/predicate.h"

#include "text/fold.h"

namespace annalen::clause {
namespace {

constexpr std::uint32_t kNone = Predicate::kNone;

void collect(const Reader& reader, std::uint32_t at, bool next_cancels, Predicate& predicate) {
  const Word& word = reader.words()[at];
  if (word.is(kNegation) && !next_cancels) predicate.negations.push_back(at);
  if (word.is(kFirstPerson)) predicate.first_person = true;
  if (at == predicate.finite) return;
  if (reader.marked_infinitive(at)) {
    predicate.marked = at;
    return;
  }
  if (word.is_verb(kAuxiliary)) {
    if (!word.is_verb(kInfinitive | kParticiple)) return;
    predicate.auxiliaries |= word.verb & kAuxiliary;
    if (!word.is_verb(kInfinitive)) return;
    predicate.auxiliary_infinitive = at;
    predicate.auxiliary_infinitives = true;
    return;
  }
  if (word.is_verb(kParticiple)) predicate.participle = at;
  if (word.is_verb(kInfinitive)) predicate.infinitive = at;
}

// The last word of a piece: a separated particle, or an infinitive that nobody listed.
void collect_end(const Reader& reader, const Piece& piece, Predicate& predicate) {
  std::uint32_t at = piece.end;
  while (at > piece.begin && reader.words()[at - 1].verb == 0 && reader.words()[at - 1].classes == 0 &&
         !reader.of(at - 1).ends_with('n')) {
    const std::string_view sign = reader.of(at - 1);
    const bool punctuation =
        sign.size() <= 3 && (sign.size() == 1 ? sign.find_first_of(",;:.!?\"')(-") == 0 : sign[0] == '\xE2');
    if (!punctuation) return;
    --at;
  }
  if (at == piece.begin) return;
  --at;
  const Word& word = reader.words()[at];
  if (word.is(kParticle) && predicate.finite != kNone && at > predicate.finite) predicate.particle = at;
  const std::string_view written = reader.of(at);
  const bool lower_case = !written.empty() && written[0] >= 'a';
  if (word.verb == 0 && word.classes == 0 && lower_case && written.size() > 4 && written.ends_with('n')) {
    predicate.by_ending = at;
  }
}

Tense tense_with_participle(const Word& finite, const Word& participle, const Predicate& predicate) {
  if (finite.is_verb(kHave)) return Tense::kPast;
  if (finite.is_verb(kBe))
    return participle.is_verb(kAhead) && finite.is_verb(kPresent) && (predicate.auxiliaries & kBecome) == 0
               ? Tense::kPresent
               : Tense::kPast;
  return Tense::kNone;
}

Tense tense_of(const Reader& reader, const Predicate& predicate, bool has_infinitive) {
  const Word& finite = reader.words()[predicate.finite];
  const bool participle = predicate.participle != kNone;
  if (finite.is_verb(kPast)) return Tense::kPast;
  if (finite.is_verb(kHave | kBe)) {
    if (participle) return tense_with_participle(finite, reader.words()[predicate.participle], predicate);
    if ((predicate.auxiliaries & (kBe | kBecome | kModal | kHave)) != 0 && !predicate.auxiliary_infinitives)
      return Tense::kPast;
    return Tense::kPresent;
  }
  if (finite.is_verb(kBecome) && finite.is_verb(kPresent | kSubjunctive1)) {
    return has_infinitive || predicate.auxiliary_infinitives ? Tense::kFuture : Tense::kPresent;
  }
  const std::uint32_t infinitive = predicate.auxiliary_infinitive;
  const bool perfect = participle && infinitive != kNone && reader.words()[infinitive].is_verb(kHave | kBe);
  if (finite.is_verb(kModal) && perfect) return Tense::kPast;
  return Tense::kPresent;
}

Mood mood_of(const Word& finite, const Predicate& predicate) {
  if (finite.is_verb(kPresent | kPast)) return Mood::kIndicative;
  if (finite.is_verb(kSubjunctive2)) return Mood::kSubjunctive2;
  if (finite.is_verb(kSubjunctive1) && !predicate.first_person) return Mood::kSubjunctive1;
  return Mood::kIndicative;
}

// The token that carries the event beside an auxiliary, the auxiliary itself when there is none.
std::uint32_t carried_by(const Word& finite, const Predicate& predicate, std::uint32_t infinitive) {
  if (finite.is_verb(kModal)) {
    if (infinitive != kNone) return infinitive;
    if (predicate.participle != kNone) return predicate.participle;
    return predicate.auxiliary_infinitive != kNone ? predicate.auxiliary_infinitive : predicate.finite;
  }
  const bool infinitive_last =
      infinitive != kNone && (predicate.participle == kNone || infinitive > predicate.participle);
  if (infinitive_last) return infinitive;  // "wird wie geplant stattfinden"
  if (predicate.participle != kNone) return predicate.participle;
  if (predicate.marked != kNone && finite.is_verb(kHave | kBe)) return predicate.marked;
  return predicate.auxiliary_infinitive != kNone ? predicate.auxiliary_infinitive : predicate.finite;
}

Voice voice_of(const Word& finite, const Predicate& predicate, std::uint32_t carrier, bool either) {
  if (carrier == predicate.marked && finite.is_verb(kBe)) return Voice::kUnclear;  // "ist zu sehen"
  if (carrier != predicate.participle) return Voice::kActive;
  if (either) return Voice::kUnclear;
  const bool become = finite.is_verb(kBecome) || (predicate.auxiliaries & kBecome) != 0;
  if (become && (predicate.auxiliaries & kHave) == 0) return Voice::kPassive;
  return finite.is_verb(kBe) || (predicate.auxiliaries & kBe) != 0 ? Voice::kUnclear : Voice::kActive;
}

std::string infinitive_of(const Reader& reader, const Lexicon& lexicon, std::uint32_t at, std::uint32_t particle = 0) {
  const Word& word = reader.words()[at];
  if (word.is_verb(kAuxiliary)) return {};
  return lexicon.infinitive(word, text::lower(reader.of(at)), particle);
}

void fill_without_finite(const Reader& reader, const Lexicon& lexicon, const Predicate& predicate,
                         std::uint32_t first_token, Clause& clause) {
  std::uint32_t carrier = predicate.marked;
  // "annektiert zu haben", "verhaftet zu werden", "zustimmen zu können": the auxiliary carries no event.
  if (carrier != kNone && reader.words()[carrier].is_verb(kAuxiliary)) {
    if (predicate.participle != kNone) {
      carrier = predicate.participle;
    } else if (predicate.infinitive != kNone) {
      carrier = predicate.infinitive;
    }
    clause.voice = voice_of(reader.words()[predicate.marked], predicate, carrier, false);
  }
  if (carrier == kNone && predicate.participle != kNone) {
    carrier = predicate.participle;
    // A headline: "Mann in Linz verhaftet". "Bis Freitag geschlossen" announces.
    clause.points_ahead = reader.words()[carrier].is_verb(kAhead);
    if (!clause.points_ahead) clause.tense = Tense::kPast;
  }
  if (carrier == kNone) carrier = predicate.infinitive;
  if (carrier == kNone) return;
  clause.trigger.push_back(first_token + carrier);
  clause.verb = infinitive_of(reader, lexicon, carrier);
  if (predicate.participle != kNone && predicate.marked == kNone) clause.voice = Voice::kUnclear;
}

void fill(const Reader& reader, const Lexicon& lexicon, std::uint32_t first_token, const Predicate& predicate,
          Clause& clause) {
  for (const std::uint32_t at : predicate.negations) clause.negations.push_back(first_token + at);
  if (predicate.finite == kNone) return fill_without_finite(reader, lexicon, predicate, first_token, clause);
  const Word& finite = reader.words()[predicate.finite];
  clause.mood = mood_of(finite, predicate);
  if (!finite.is_verb(kAuxiliary)) {
    clause.tense = finite.is_verb(kPast) ? Tense::kPast : Tense::kPresent;
    clause.trigger.push_back(first_token + predicate.finite);
    clause.verb = infinitive_of(reader, lexicon, predicate.finite);
    bool ahead = finite.is_verb(kAhead);
    const bool separated =
        predicate.particle != kNone && lexicon.separated(reader.words()[predicate.particle], finite.lemma);
    if (separated) {
      clause.trigger.push_back(first_token + predicate.particle);
      const std::uint32_t particle = reader.words()[predicate.particle].particle;
      clause.verb = infinitive_of(reader, lexicon, predicate.finite, particle);
      ahead = lexicon.ahead(particle, finite.lemma);
    }
    clause.points_ahead = ahead && clause.tense == Tense::kPresent;
    return;
  }
  std::uint32_t infinitive = predicate.infinitive;
  const bool governs = finite.is_verb(kModal) || finite.is_verb(kBecome);
  if (!governs) infinitive = kNone;
  if (governs && infinitive == kNone && predicate.participle == kNone) infinitive = predicate.by_ending;
  const std::uint32_t carrier = carried_by(finite, predicate, infinitive);
  clause.trigger.push_back(first_token + carrier);
  clause.verb = infinitive_of(reader, lexicon, carrier);
  const bool either = infinitive != kNone && infinitive == predicate.participle;  // "wird … erhalten"
  clause.voice = voice_of(finite, predicate, carrier, either);
  clause.tense = tense_of(reader, predicate, (infinitive != kNone && carrier == infinitive) || either);
  clause.pluperfect = finite.is_verb(kPast) && finite.is_verb(kHave | kBe) && predicate.participle != kNone;
  const bool modal_ahead = finite.is_verb(kModal) && finite.is_verb(kAhead);
  const bool carrier_ahead = reader.words()[carrier].is_verb(kAhead) && !finite.is_verb(kModal);
  clause.points_ahead =
      clause.tense == Tense::kFuture || (clause.tense == Tense::kPresent && (modal_ahead || carrier_ahead));
}

}  // namespace

void fill_predicates(const Reader& reader, const Lexicon& lexicon, std::uint32_t first_token,
                     std::uint32_t first_clause, Clauses& out) {
  std::vector<Predicate> predicates(out.clauses.size() - first_clause);
  for (std::size_t i = 0; i < predicates.size(); ++i) {
    const auto finite = out.clauses[first_clause + i].finite_verb;
    if (finite) predicates[i].finite = *finite - first_token;
  }
  const std::vector<Word>& words = reader.words();
  for (const Piece& piece : reader.pieces()) {
    Predicate& predicate = predicates[out.clause_of_token[first_token + piece.begin] - first_clause];
    for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
      const bool next_cancels = at + 1 < words.size() && words[at + 1].is(kNegationNotBefore);
      collect(reader, at, next_cancels, predicate);
      const bool without = words[at].is(kWithout) && predicate.finite == kNone && piece.kind == PieceKind::kInfinitive;
      if (without && !words[at].is(kNegation)) predicate.negations.push_back(at);
    }
    collect_end(reader, piece, predicate);
  }
  for (std::size_t i = 0; i < predicates.size(); ++i) {
    fill(reader, lexicon, first_token, predicates[i], out.clauses[first_clause + i]);
  }
}

}  // namespace annalen::clause
