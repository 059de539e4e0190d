#include "event/predicate.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "event/clause_words.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kAdjectivesMax = 5;  // between participle and noun
constexpr std::size_t kBeforeNounMax = 3;    // words between a preposition and its noun

std::string lower(const Occurrence& occurrence, std::uint32_t token) {
  return text::lower(occurrence.document.of(occurrence.document.tokens()[token]));
}

// A verb, or a noun without its ending where it is known, else as written.
std::string lemma_of_noun(const Occurrence& occurrence, std::uint32_t token, const PredicateWords& words) {
  const std::string_view written = occurrence.document.of(occurrence.document.tokens()[token]);
  const auto name = words.of_noun(text::lower(written));
  if (!name) return std::string(written);
  if (name->kept == 0) return std::string(name->lemma);
  return std::string(written.substr(0, name->kept)) + text::lower(name->lemma);
}

// Whether the preposition stands before the noun words[at], at most determiners and adjectives between.
bool stands_behind(const std::vector<ClauseWord>& words, std::size_t at, const std::string& preposition,
                   const Lexicon& lexicon) {
  for (std::size_t back = 1; back <= kBeforeNounMax && back <= at; ++back) {
    const ClauseWord& word = words[at - back];
    if (word.lower == preposition) return true;
    if (word.capitalised || lexicon.prepositions.contains(word.lower)) return false;
  }
  return false;
}

// The noun beside a light verb, as the index of its word.
std::optional<std::size_t> noun_beside(const std::vector<ClauseWord>& words, const PredicateWords::Light& light,
                                       const Lexicon& lexicon) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ClauseWord& word = words[i];
    if (!word.capitalised) continue;
    const bool fits = light.noun.empty() ? lexicon.predicates.of_noun(word.lower).has_value()
                                         : is_noun(word.lower, light.noun, lexicon.predicates.endings);
    if (!fits) continue;
    if (light.preposition.empty() || stands_behind(words, i, light.preposition, lexicon)) return i;
  }
  return {};
}

void tell_by_light_verb(const Occurrence& occurrence, const Lexicon& lexicon, Predicate& out) {
  const auto* uses = lexicon.predicates.light_of(out.lemma);
  if (uses == nullptr) return;
  const auto words = clause_words(occurrence, lexicon);
  for (const PredicateWords::Light& light : *uses) {
    const auto noun = noun_beside(words, light, lexicon);
    if (!noun) continue;
    out.tokens.push_back(words[*noun].token);
    out.lemma = light.lemma.empty() ? lemma_of_noun(occurrence, words[*noun].token, lexicon.predicates) : light.lemma;
    out.noun = words[*noun].token;
    return;
  }
}

// "Die Neuwahl ist für den 23. Februar vorgesehen": the first noun of the clause that names a happening.
void tell_by_planned_noun(const Occurrence& occurrence, const Lexicon& lexicon, Predicate& out) {
  const auto words = clause_words(occurrence, lexicon);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && lexicon.prepositions.contains(words[i - 1].lower)) continue;
    if (!words[i].capitalised || !lexicon.predicates.of_noun(words[i].lower)) continue;
    out.tokens.push_back(words[i].token);
    out.noun = words[i].token;
    out.lemma = lemma_of_noun(occurrence, words[i].token, lexicon.predicates);
    return;
  }
}

void tell_by_verb(const Occurrence& occurrence, const Lexicon& lexicon, Predicate& out) {
  const clause::Clause& here = occurrence.clause();
  const std::string* auxiliary = lexicon.predicates.auxiliaries.find(lower(occurrence, occurrence.trigger.front()));
  out.lemma = auxiliary != nullptr ? *auxiliary : here.verb;
  if (here.voice != clause::Voice::kActive && lexicon.predicates.planning.contains(out.lemma)) {
    return tell_by_planned_noun(occurrence, lexicon, out);
  }
  tell_by_light_verb(occurrence, lexicon, out);
}

// "amtierende", "die für Freitag geplante Abstimmung".
void tell_by_participle(const Occurrence& occurrence, const Lexicon& lexicon, Predicate& out) {
  const auto participle = out.tokens.front();
  if (!lexicon.verbs) return;
  out.lemma = lexicon.verbs->infinitive_of_participle(lower(occurrence, participle));
  if (!lexicon.predicates.planning.contains(out.lemma)) return;
  const auto& tokens = occurrence.document.tokens();
  const auto end = std::min<std::size_t>(tokens.size(), participle + kAdjectivesMax + 1);
  for (std::uint32_t at = participle + 1; at < end && tokens[at].kind == text::TokenKind::kWord; ++at) {
    if (!tokens[at].capitalised) continue;
    if (!lexicon.predicates.of_noun(lower(occurrence, at))) return;
    out.lemma = lemma_of_noun(occurrence, at, lexicon.predicates);
    out.noun = at;
    out.tokens.push_back(at);
    return;
  }
}

}  // namespace

Predicate predicate_of(const Occurrence& occurrence, const Lexicon& lexicon) {
  Predicate out{.lemma = {}, .tokens = occurrence.trigger, .noun = {}};
  if (out.tokens.empty()) return out;
  if (occurrence.told_by_verb()) {
    tell_by_verb(occurrence, lexicon, out);
  } else if (occurrence.document.tokens()[out.tokens.front()].capitalised) {
    out.noun = out.tokens.front();
    out.lemma = lemma_of_noun(occurrence, *out.noun, lexicon.predicates);
  } else {
    tell_by_participle(occurrence, lexicon, out);
  }
  std::sort(out.tokens.begin(), out.tokens.end());
  return out;
}

}  // namespace annalen::event
