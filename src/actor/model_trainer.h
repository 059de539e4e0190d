// model_trainer.h: trains a conditional random field from labelled sentences.
// Source:  AdaGrad (Duchi, Hazan, Singer 2011) on the likelihood, sentence by sentence, with a quadratic penalty; the
//          weights of the last passes are averaged.
// Same sentences, options and seed: same weights. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "actor/label.h"
#include "actor/model_file.h"

namespace annalen::actor {

struct TrainingSentence {
  std::vector<std::uint64_t> features;  // of all words
  std::vector<std::uint32_t> ends;      // of each word's features
  std::vector<Label> labels;
  float weight = 1;
};

struct TrainingOptions {
  unsigned passes = 10;
  float rate = 0.05F;
  float penalty = 1e-6F;
  std::uint32_t count_min = 1;  // of a feature, in all sentences
  float cut = 0.07F;            // rows whose weights are all smaller are left out
  float outside = 0;            // taken from the score of kOutside after training: more names are found, less surely
  std::uint64_t seed = 1;
};

struct TrainedWeights {
  std::vector<WeightRow> rows;
  Transitions transitions{};
};

[[nodiscard]] TrainedWeights train(std::span<const TrainingSentence* const> sentences, const TrainingOptions& options);

}  // namespace annalen::actor
