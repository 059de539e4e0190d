#include "event/clause_words.h"

#include <algorithm>
#include <optional>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::size_t kClauseWordsMax = 240;
constexpr std::uint32_t kRelativeMax = 3;  // "," and a preposition before the pronoun

// The noun that a relative clause is about: right before its comma.
std::optional<std::uint32_t> antecedent(const Occurrence& occurrence, const WordSet& relative_pronouns) {
  const auto& tokens = occurrence.document.tokens();
  const clause::Clause& here = occurrence.clause();
  if (!here.parent || here.first_token < 2) return {};
  const auto end = std::min(here.end_token, here.first_token + kRelativeMax);
  bool relative = false;
  for (auto token = here.first_token; token < end && !relative; ++token) {
    relative = relative_pronouns.contains(text::lower(occurrence.document.of(tokens[token])));
  }
  if (!relative) return {};
  // The comma is the clause's own or its parent's.
  auto comma = here.first_token;
  if (occurrence.document.of(tokens[comma]) != ",") --comma;
  if (occurrence.document.of(tokens[comma]) != "," || !tokens[comma - 1].capitalised) return {};
  return comma - 1;
}

}  // namespace

std::vector<ClauseWord> clause_words(const Occurrence& occurrence, const Lexicon& lexicon) {
  const text::Document& document = occurrence.document;
  const Occasion& occasion = occurrence.occasion;
  const auto index = occurrence.clause_index();
  const clause::Clause& here = occurrence.clause();
  std::uint32_t first = index == occasion.clause ? occasion.first_token : here.end_token;
  std::uint32_t end = index == occasion.clause ? occasion.end_token : here.first_token;
  for (const auto token : occurrence.trigger) {
    first = std::min(first, token);
    end = std::max(end, token + 1);
  }
  first = std::max(here.first_token, first > kClauseReach ? first - kClauseReach : 0);
  end = std::min(here.end_token, end + kClauseReach);
  std::vector<ClauseWord> out;
  if (const auto noun = antecedent(occurrence, lexicon.relative_pronouns)) {
    out.push_back({*noun, text::lower(document.of(document.tokens()[*noun])), true, false});
  }
  for (auto token = first; token < end && out.size() < kClauseWordsMax; ++token) {
    if (occurrence.clauses.clause_of_token[token] != index) continue;
    if (occasion.first_token <= token && token < occasion.end_token) continue;
    const text::Token& word = document.tokens()[token];
    const bool number = word.kind == text::TokenKind::kNumber;
    if (word.kind != text::TokenKind::kWord && !number) continue;
    out.push_back({token, text::lower(document.of(word)), word.capitalised, number});
  }
  return out;
}

}  // namespace annalen::event
