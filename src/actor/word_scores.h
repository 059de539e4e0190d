// word_scores.h: what a model says of a word wherever it stands, added up once and kept.
// Sums are of whole numbers: what is kept changes no result.
// Threads: changes with every word: one a thread. Memory is bounded by kWordsKept and the words of one sentence.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>

#include "actor/model.h"
#include "actor/model_features.h"
#include "base/word_map.h"

namespace annalen::actor {

inline constexpr std::size_t kWordsKept = std::size_t{1} << 14U;

struct WordScores {
  WordFacts facts;
  // In units of the model: of the word for the label of the word `offset` away from it; 0 for its own. By offset + 2.
  std::array<std::array<std::int16_t, kLabels>, 2 * kReach + 1> sums{};
};

class WordScoreCache {
 public:
  // Both outlive it.
  WordScoreCache(const Model& model, const Dictionary& dictionary) : model_(model), dictionary_(dictionary) {}

  // Stays until forget_if_many().
  [[nodiscard]] const WordScores& of(std::string_view word, bool first);
  void forget_if_many();

 private:
  void fill(std::string_view word, bool first, WordScores& out);

  const Model& model_;
  const Dictionary& dictionary_;
  std::array<WordMap<const WordScores*>, 2> words_;  // by `first`
  std::deque<WordScores> scores_;
  WordForm form_;
  Features features_;
};

}  // namespace annalen::actor
