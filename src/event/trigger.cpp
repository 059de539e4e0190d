#include "event/trigger.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kNounDistanceMax = 40;  // tokens on either side of the date

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

}  // namespace

std::vector<std::uint32_t> trigger_tokens(const text::Document& document, const clause::Clauses& clauses,
                                          std::uint32_t clause, const TokenRange& date,
                                          const std::optional<AttributePhrase>& phrase, const Lexicon& lexicon) {
  if (phrase) return {phrase->participle};
  const auto& here = clauses.clauses[clause];
  if (!here.trigger.empty()) return here.trigger;
  if (const auto noun = happening_noun(document, clauses, clause, date, lexicon)) return {*noun};
  if (here.parent) return clauses.clauses[*here.parent].trigger;
  return {};
}

}  // namespace annalen::event
