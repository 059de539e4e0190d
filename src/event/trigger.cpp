#include "event/trigger.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kNounDistanceMax = 40;  // tokens on either side of the date
constexpr std::uint32_t kBeforeNounMax = 5;     // determiner and adjectives between preposition and noun

std::optional<std::uint32_t> happening_noun(const text::Document& document, const clause::Clauses& clauses,
                                            std::uint32_t clause, const TokenRange& date, const Lexicon& lexicon) {
  const auto& here = clauses.clauses[clause];
  const auto names_happening = [&](std::uint32_t token) {
    const auto& atom = document.tokens()[token];
    if (date.contains(token) || clauses.clause_of_token[token] != clause) return false;
    if (atom.kind != text::TokenKind::kWord || !atom.capitalised) return false;
    return lexicon.is_happening(text::lower(document.of(atom)));
  };
  for (std::uint32_t distance = 1; distance <= kNounDistanceMax; ++distance) {
    if (distance <= date.first) {
      const auto before = date.first - distance;
      if (before >= here.first_token && names_happening(before)) return before;
    }
    const auto after = date.end - 1 + distance;
    if (after < here.end_token && names_happening(after)) return after;
  }
  return {};
}

// The noun right before the date's preposition, when the date is the noun's own: tied by "vom" (a span "vom 3. bis
// 5. Mai" is not), or a happening that another preposition sets apart from the verb.
std::optional<std::uint32_t> noun_with_date(const text::Document& document, const clause::Clauses& clauses,
                                            const Occasion& occasion, const Lexicon& lexicon) {
  if (occasion.first_token < 2) return {};
  const auto& tokens = document.tokens();
  const auto noun = occasion.first_token - 2;
  const auto in_clause = [&](std::uint32_t token) { return clauses.clause_of_token[token] == occasion.clause; };
  if (!in_clause(noun) || !tokens[noun].capitalised || noun == clauses.clauses[occasion.clause].finite_verb) return {};
  const std::string tie = text::lower(document.of(tokens[noun + 1]));
  if (lexicon.attributing_prepositions.contains(tie)) {
    return occasion.dating.relation == time::Relation::kAt ? std::optional(noun) : std::nullopt;
  }
  if (!lexicon.prepositions.contains(tie) || !lexicon.is_happening(text::lower(document.of(tokens[noun])))) return {};
  for (std::uint32_t back = 1; back <= kBeforeNounMax && back <= noun && in_clause(noun - back); ++back) {
    const auto& token = tokens[noun - back];
    if (token.kind != text::TokenKind::kWord) return {};
    const std::string lower = text::lower(document.of(token));
    if (lexicon.displacing_prepositions.contains(lower)) return noun;
    const bool first = noun - back == clauses.clauses[occasion.clause].first_token;
    if (lexicon.prepositions.contains(lower) || (token.capitalised && !first)) return {};
  }
  return {};
}

}  // namespace

std::vector<std::uint32_t> trigger_tokens(const text::Document& document, const clause::Clauses& clauses,
                                          const Occasion& occasion, const std::optional<AttributePhrase>& phrase,
                                          const std::optional<Aside>& aside, const Lexicon& lexicon) {
  if (phrase) return {phrase->participle};
  if (aside) return aside->noun ? std::vector{*aside->noun} : std::vector<std::uint32_t>{};
  if (const auto noun = noun_with_date(document, clauses, occasion, lexicon)) return {*noun};
  const auto& here = clauses.clauses[occasion.clause];
  if (!here.trigger.empty()) return here.trigger;
  const TokenRange date{occasion.first_token, occasion.end_token};
  if (const auto noun = happening_noun(document, clauses, occasion.clause, date, lexicon)) return {*noun};
  if (here.parent) return clauses.clauses[*here.parent].trigger;
  return {};
}

}  // namespace annalen::event
