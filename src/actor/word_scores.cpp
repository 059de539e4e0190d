#include "actor/word_scores.h"

namespace annalen::actor {

void WordScoreCache::fill(std::string_view word, bool first, WordScores& out) {
  form_.assign(word);
  out.facts = facts_of(form_, first, dictionary_);
  for (int offset = -kReach; offset <= kReach; ++offset) {
    features_.clear();
    if (offset == 0) {
      own_features(form_, out.facts, features_);
    } else {
      features_beside(form_, out.facts, -offset, features_);
    }
    LabelSums sums{};
    model_.add(features_, sums);
    auto& row = out.sums[static_cast<std::size_t>(std::int64_t{offset} + kReach)];
    for (std::size_t label = 0; label < kLabels; ++label) row[label] = static_cast<std::int16_t>(sums[label]);
  }
}

const WordScores& WordScoreCache::of(std::string_view word, bool first) {
  auto& words = words_[first ? 1 : 0];
  if (const WordScores* const* known = words.find(word)) return **known;
  WordScores& made = scores_.emplace_back();
  fill(word, first, made);
  words[word] = &made;
  return made;
}

void WordScoreCache::forget_if_many() {
  if (scores_.size() < kWordsKept) return;
  words_ = {};
  scores_.clear();
}

}  // namespace annalen::actor
