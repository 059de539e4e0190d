#include "event/sayer.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/fold.h"

namespace annalen::event {

namespace {

using clause::Voice;

constexpr std::uint32_t kHullTokensMax = 512;  // of a clause that is looked at
constexpr std::uint32_t kSharedMax = 4;        // "kam und sah und sagte"
constexpr std::uint32_t kGenitivesMax = 3;     // "Sprecher des Ministeriums des Landes"
constexpr std::uint32_t kAsideTokensMax = 14;
constexpr std::uint32_t kBehindMax = 2;  // quotes and brackets between "laut" and its phrase

}  // namespace

SayerFinder::SayerFinder(const text::Document& document, const clause::Clauses& clauses,
                         std::span<const actor::Mention> mentions, std::span<const timex::Timex> timexes,
                         const Lexicon& lexicon)
    : document_(document),
      clauses_(clauses),
      mentions_(mentions),
      lexicon_(lexicon),
      words_(lexicon.speakers),
      dated_(dated_tokens(document, timexes)) {}

std::string SayerFinder::lower(std::uint32_t token) const {
  return text::lower(document_.of(document_.tokens()[token]));
}

const SayerFinder::Phrases& SayerFinder::phrases_of(std::uint32_t clause) {
  if (last_ == clause) return phrases_;
  last_ = clause;
  const clause::Clause& here = clauses_.clauses[clause];
  if (here.end_token - here.first_token > kHullTokensMax) {
    phrases_.clear();
  } else {
    phrases_ = noun_phrases({document_, clauses_, mentions_, lexicon_, dated_}, clause);
  }
  return phrases_;
}

std::optional<std::uint32_t> SayerFinder::mention_in(const TokenRange& range, bool attributive) const {
  auto at = std::partition_point(mentions_.begin(), mentions_.end(),
                                 [&](const actor::Mention& one) { return one.first_token < range.first; });
  for (; at != mentions_.end() && at->first_token < range.end; ++at) {
    if (at->attributive == attributive && !at->anaphoric) return static_cast<std::uint32_t>(at - mentions_.begin());
  }
  return {};
}

// A name is itself; else the words from the first noun to the last genitive that hangs on it.
Sayer SayerFinder::sayer_of(const Phrases& phrases, std::size_t number) const {
  const NounPhrase& phrase = phrases[number];
  if (phrase.mention) {
    const actor::Mention& mention = mentions_[*phrase.mention];
    const bool with_noun = mention.attributive && phrase.end > mention.end_token;
    return {{mention.first_token, with_noun ? phrase.end : mention.end_token}, phrase.mention};
  }
  std::uint32_t first = phrase.first;
  const auto& tokens = document_.tokens();
  const auto opens = std::max(phrase.preposition.value_or(phrase.first), phrase.determiner.value_or(phrase.first));
  if (phrase.preposition || phrase.determiner) first = opens + 1;
  const auto is_noun = [&](std::uint32_t token) {
    const bool compound = token + 1 < phrase.end && !tokens[token + 1].space_before &&
                          tokens[token + 1].kind == text::TokenKind::kPunctuation;
    return tokens[token].capitalised || (compound && tokens[token].kind != text::TokenKind::kPunctuation);
  };
  while (first + 1 < phrase.end && !is_noun(first)) ++first;
  std::uint32_t end = std::max(phrase.end, first + 1);
  for (std::size_t next = number + 1; next < phrases.size() && next <= number + kGenitivesMax; ++next) {
    if (!phrases[next].genitive || phrases[next].first != end) break;
    end = phrases[next].end;
  }
  return {{first, end}, {}};
}

bool SayerFinder::is_telling(const NounPhrase& phrase) const {
  return phrase.noun && (!phrase.mention || mentions_[*phrase.mention].attributive) &&
         words_.is_telling(lower(*phrase.noun));
}

// "Angaben der Polizei", "Angaben von Peskow", "israelische Angaben"; nobody when the noun stands alone.
std::optional<Sayer> SayerFinder::of_teller(const Phrases& phrases, std::size_t number) const {
  const NounPhrase& phrase = phrases[number];
  if (const auto adjective = mention_in({phrase.first, phrase.end}, true)) {
    return Sayer{{mentions_[*adjective].first_token, phrase.end}, adjective};
  }
  // "nach Putins Angaben"
  if (number > 0 && phrases[number - 1].genitive && phrases[number - 1].first >= phrase.first) {
    return sayer_of(phrases, number - 1);
  }
  std::size_t next = number + 1;
  if (next >= phrases.size()) return {};
  const NounPhrase& teller = phrases[next];
  if (teller.first < phrase.end || teller.first > phrase.end + kBehindMax || teller.pronoun) return {};
  const bool parted = teller.first > phrase.end && document_.tokens()[phrase.end].kind == text::TokenKind::kWord;
  if (parted) return {};
  const bool linked = teller.preposition && words_.links.contains(lower(*teller.preposition));
  const bool owner = !teller.preposition && (teller.genitive || teller.mention);
  if (!linked && !owner) return {};
  return sayer_of(phrases, next);
}

std::optional<Sayer> SayerFinder::behind(std::uint32_t token, bool only_telling) {
  const Phrases& phrases = phrases_of(clauses_.clause_of_token[token]);
  const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const NounPhrase& one) {
    return one.preposition == token || (one.first > token && !one.genitive);
  });
  if (found == phrases.end() || (found->preposition != token && found->first > token + kBehindMax)) return {};
  if (found->preposition && found->preposition != token) return {};
  const auto number = static_cast<std::size_t>(found - phrases.begin());
  if (!found->mention && found->noun && words_.is_no_speaker(lower(*found->noun))) return {};
  if (found->pronoun && !found->mention) return {};
  if (!is_telling(*found)) {
    if (only_telling) return {};
    return sayer_of(phrases, number);
  }
  if (auto teller = of_teller(phrases, number)) return teller;
  // "laut einer Studie", "nach Polizeiangaben"; "nach Angaben" alone is nobody.
  const bool alone = words_.telling_nouns.contains(lower(*found->noun));
  if (alone && only_telling) return {};
  return sayer_of(phrases, number);
}

std::optional<Sayer> SayerFinder::before(std::uint32_t token) {
  const Phrases& phrases = phrases_of(clauses_.clause_of_token[token]);
  const auto found =
      std::find_if(phrases.begin(), phrases.end(), [&](const NounPhrase& one) { return one.end == token; });
  if (found == phrases.end()) {
    // A sentence's first word alone is no phrase.
    const bool noun = token > 0 && document_.tokens()[token - 1].capitalised && !dated_[token - 1];
    return noun ? std::optional<Sayer>({{token - 1, token}, {}}) : std::nullopt;
  }
  const auto number = static_cast<std::size_t>(found - phrases.begin());
  if (found->genitive && number > 0 && !is_telling(phrases[number - 1]) && !found->mention) {
    return sayer_of(phrases, number - 1);
  }
  if (is_telling(*found)) {
    if (const auto adjective = mention_in({found->first, found->end}, true)) {
      return Sayer{{mentions_[*adjective].first_token, found->end}, adjective};
    }
  }
  return sayer_of(phrases, number);
}

std::optional<Sayer> SayerFinder::aside(std::uint32_t token) {
  const auto clause = clauses_.clause_of_token[token];
  const auto sentence_end = document_.sentences()[document_.tokens()[token].sentence].end_token;
  // Up to the comma or the end there is no verb.
  for (auto at = token + 1; at < sentence_end; ++at) {
    if (at - token > kAsideTokensMax) return {};
    const auto sign = document_.of(document_.tokens()[at]);
    if (sign == "," || sign == ":" || at + 1 == sentence_end) break;
    if (clauses_.clauses[clauses_.clause_of_token[at]].finite_verb == at) return {};
  }
  const Phrases& phrases = phrases_of(clause);
  const auto found = std::find_if(phrases.begin(), phrases.end(),
                                  [&](const NounPhrase& one) { return one.first > token && !one.genitive; });
  if (found == phrases.end() || found->first != token + 1 || found->preposition || found->pronoun) return {};
  const auto number = static_cast<std::size_t>(found - phrases.begin());
  if (!found->mention && found->noun && words_.saying_nouns.contains(lower(*found->noun))) {
    return of_teller(phrases, number);
  }
  return sayer_of(phrases, number);
}

std::optional<Sayer> SayerFinder::behind_one_of(const WordSet& prepositions, std::uint32_t clause) {
  const Phrases& phrases = phrases_of(clause);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (!phrases[i].preposition || !prepositions.contains(lower(*phrases[i].preposition))) continue;
    if (is_telling(phrases[i])) {
      if (auto teller = of_teller(phrases, i)) return teller;
    }
    if (phrases[i].noun || phrases[i].mention) return sayer_of(phrases, i);
  }
  return {};
}

std::optional<Sayer> SayerFinder::antecedent(std::uint32_t clause) {
  const auto first = clauses_.clauses[clause].first_token;
  if (first < 2 || document_.of(document_.tokens()[first - 1]) != ",") return {};
  return before(first - 1);
}

// "… und sagte": the verb follows the coordinator.
bool SayerFinder::shares_subject(std::uint32_t clause) const {
  const clause::Clause& here = clauses_.clauses[clause];
  if (!here.finite_verb || !here.parent || *here.finite_verb == 0) return false;
  return lexicon_.coordinators.contains(lower(*here.finite_verb - 1));
}

// "…, sagte der Niederländer": one inhabitant is no name and no phrase.
std::optional<Sayer> SayerFinder::noun_behind_verb(const clause::Clause& here) const {
  if (!here.finite_verb) return {};
  auto at = *here.finite_verb + 1;
  if (at < here.end_token && lexicon_.determiners.contains(lower(at))) ++at;
  if (at >= here.end_token || dated_[at] || !document_.tokens()[at].capitalised) return {};
  return Sayer{{at, at + 1}, {}};
}

// "Die Bürgermeisterin von Bludenz, Martina Ganahl, …"
std::optional<Sayer> SayerFinder::apposition(const Phrases& phrases, std::size_t number) const {
  if (phrases[number].mention) return {};
  for (auto next = number + 1; next < phrases.size() && next <= number + 2; ++next) {
    const auto& name = phrases[next];
    const bool apart = name.mention && name.first > 0 && document_.of(document_.tokens()[name.first - 1]) == "," &&
                       name.end < document_.tokens().size() && document_.of(document_.tokens()[name.end]) == ",";
    if (apart && mentions_[*name.mention].kind == actor::Kind::kPerson) return sayer_of(phrases, next);
  }
  return {};
}

SayerFinder::Subject SayerFinder::subject(std::uint32_t clause, std::uint32_t takes) {
  for (std::uint32_t step = 0; step < kSharedMax && shares_subject(clause); ++step) {
    clause = *clauses_.clauses[clause].parent;
  }
  const clause::Clause& here = clauses_.clauses[clause];
  if ((takes & SpeakerWords::kSaidByIt) != 0) return {behind_one_of(words_.sources_of_it, clause), false};
  const bool passive = here.voice == Voice::kPassive || (here.voice == Voice::kUnclear && here.finite_verb);
  if (passive) return {behind_one_of(words_.doers, clause), false};
  const Phrases& phrases = phrases_of(clause);
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& one = phrases[i];
    if (one.preposition || one.genitive || one.joined_to || !one.forms.may_be(Forms::kNominative)) continue;
    if (!one.mention && one.end == one.first + 1 && words_.these.contains(lower(one.first))) continue;
    if (one.forms.only(Forms::kNominative)) {
      best = i;
      break;
    }
    if (!best) best = i;
  }
  if (!best) return {noun_behind_verb(here), false};
  const NounPhrase& found = phrases[*best];
  if ((takes & SpeakerWords::kOnlyTelling) != 0 && !is_telling(found)) return {};
  if (found.relative) return {antecedent(clause), false};
  if (!found.pronoun || found.mention) {
    if (const auto name = apposition(phrases, *best)) return {name, false};
    return {sayer_of(phrases, *best), false};
  }
  return {std::nullopt, words_.persons.contains(lower(found.first))};
}

}  // namespace annalen::event
