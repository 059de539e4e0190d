#include "event/clause_words.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

std::vector<ClauseWord> clause_words(const Occurrence& occurrence) {
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
  for (auto token = first; token < end && out.size() < 4 * kClauseReach; ++token) {
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
