// lattice.h: a linear chain over the labels of one sentence: the best way through and how probable each label is.
// Source:  Lafferty, McCallum, Pereira (2001); forward and backward scaled word by word.
// Threads: has buffers of its own: one a thread. Linear in the number of words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "actor/label.h"

namespace annalen::actor {

using Scores = std::array<float, kLabels>;
// [before][label]; the last row stands before the sentence. What may not follow counts for nothing.
using Transitions = std::array<Scores, kLabels + 1>;
inline constexpr std::size_t kBeforeSentence = kLabels;

class Lattice {
 public:
  void follow(const Transitions& transitions);
  // The scores of each word outlive it until the next read().
  void read(std::span<const Scores> scores) { scores_ = scores; }

  void best(std::vector<Label>& out);
  // Probability of each label at each word.
  void probabilities(std::vector<Scores>& out);
  // After probabilities(): the logarithm of the sum over all ways.
  [[nodiscard]] double log_sum() const;
  // After probabilities(): of `before` at the word ahead and `label` here; word >= 1.
  [[nodiscard]] float edge(std::size_t word, std::size_t before, std::size_t label) const;

 private:
  std::span<const Scores> scores_;
  Transitions transitions_{};                                    // kNever where none may be
  std::array<std::array<float, kLabels>, kLabels + 1> edges_{};  // exp of the transitions, 0 where none may be
  std::vector<Scores> potentials_;                               // exp of scores, scaled by the word's highest
  std::vector<Scores> forward_;
  std::vector<Scores> backward_;
  std::vector<float> sums_;
  std::vector<float> highest_;                           // score of each word
  std::vector<std::array<std::uint8_t, kLabels>> from_;  // the label before on the best way to each
};

}  // namespace annalen::actor
