#include "actor/model_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace annalen::actor {
namespace {

// splitmix64 (Steele, Lea, Flood 2014): the same everywhere.
std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

// A sentence with its features as numbers.
struct Numbered {
  const TrainingSentence* sentence = nullptr;
  std::vector<std::uint32_t> features;
  std::vector<std::uint32_t> ends;
};

class Trainer {
 public:
  Trainer(std::span<const TrainingSentence* const> sentences, const TrainingOptions& options) : options_(options) {
    number(sentences);
    weights_.resize(features_.size());
    squares_.resize(features_.size());
    averages_.resize(features_.size());
  }

  TrainedWeights run();

 private:
  void number(std::span<const TrainingSentence* const> sentences);
  void learn(const Numbered& numbered);
  void learn_transitions(const TrainingSentence& sentence);
  void step(float& weight, float& square, float gradient) const {
    gradient += options_.penalty * weight;
    square += gradient * gradient;
    weight -= options_.rate * gradient / (std::sqrt(square) + 1e-6F);
  }

  const TrainingOptions& options_;
  std::vector<Numbered> sentences_;
  std::vector<std::uint64_t> features_;
  std::vector<Scores> weights_;
  std::vector<Scores> squares_;
  std::vector<Scores> averages_;
  Transitions transitions_{};
  Transitions transition_squares_{};
  Transitions transition_averages_{};
  Lattice lattice_;
  std::vector<Scores> scores_;
  std::vector<Scores> probabilities_;
};

void Trainer::number(std::span<const TrainingSentence* const> sentences) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const auto* sentence : sentences) {
    for (const auto feature : sentence->features) ++counts[feature];
  }
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (const auto* sentence : sentences) {
    Numbered& out = sentences_.emplace_back();
    out.sentence = sentence;
    std::size_t at = 0;
    for (const auto end : sentence->ends) {
      for (; at < end; ++at) {
        const auto feature = sentence->features[at];
        if (counts[feature] < options_.count_min) continue;
        const auto [found, is_new] = numbers.emplace(feature, static_cast<std::uint32_t>(features_.size()));
        if (is_new) features_.push_back(feature);
        out.features.push_back(found->second);
      }
      out.ends.push_back(static_cast<std::uint32_t>(out.features.size()));
    }
  }
}

void Trainer::learn(const Numbered& numbered) {
  const TrainingSentence& sentence = *numbered.sentence;
  const std::size_t count = sentence.labels.size();
  scores_.assign(count, {});
  std::size_t at = 0;
  for (std::size_t word = 0; word < count; ++word) {
    for (; at < numbered.ends[word]; ++at) {
      const Scores& row = weights_[numbered.features[at]];
      for (std::size_t label = 0; label < kLabels; ++label) scores_[word][label] += row[label];
    }
  }
  lattice_.follow(transitions_);
  lattice_.read(scores_);
  lattice_.probabilities(probabilities_);
  at = 0;
  for (std::size_t word = 0; word < count; ++word) {
    Scores gradient = probabilities_[word];
    gradient[sentence.labels[word]] -= 1;
    float greatest = 0;
    for (auto& one : gradient) {
      one *= sentence.weight;
      greatest = std::max(greatest, std::fabs(one));
    }
    if (greatest < 1e-4F) {
      at = numbered.ends[word];
      continue;
    }
    for (; at < numbered.ends[word]; ++at) {
      Scores& row = weights_[numbered.features[at]];
      Scores& square = squares_[numbered.features[at]];
      for (std::size_t label = 0; label < kLabels; ++label) step(row[label], square[label], gradient[label]);
    }
  }
  learn_transitions(sentence);
}

void Trainer::learn_transitions(const TrainingSentence& sentence) {
  Transitions gradient{};
  for (std::size_t label = 0; label < kLabels; ++label) gradient[kBeforeSentence][label] = probabilities_[0][label];
  gradient[kBeforeSentence][sentence.labels[0]] -= 1;
  for (std::size_t word = 1; word < sentence.labels.size(); ++word) {
    for (std::size_t before = 0; before < kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label)
        gradient[before][label] += lattice_.edge(word, before, label);
    }
    gradient[sentence.labels[word - 1]][sentence.labels[word]] -= 1;
  }
  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      step(transitions_[before][label], transition_squares_[before][label], gradient[before][label] * sentence.weight);
    }
  }
}

TrainedWeights Trainer::run() {
  std::vector<std::uint32_t> order(sentences_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::uint64_t state = options_.seed;
  const unsigned averaged_from = options_.passes / 2;
  for (unsigned pass = 0; pass < options_.passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[next_random(state) % i]);
    for (const auto number : order) {
      if (!sentences_[number].sentence->labels.empty()) learn(sentences_[number]);
    }
    if (pass < averaged_from) continue;
    const auto share = 1.0F / static_cast<float>(options_.passes - averaged_from);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      for (std::size_t label = 0; label < kLabels; ++label) averages_[i][label] += share * weights_[i][label];
    }
    for (std::size_t before = 0; before <= kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        transition_averages_[before][label] += share * transitions_[before][label];
      }
    }
  }
  TrainedWeights out;
  out.transitions = transition_averages_;
  for (auto& row : out.transitions) row[kOutside] -= options_.outside;
  for (std::size_t i = 0; i < features_.size(); ++i) {
    const bool kept = std::any_of(averages_[i].begin(), averages_[i].end(),
                                  [&](float weight) { return std::fabs(weight) >= options_.cut; });
    if (kept) out.rows.push_back({features_[i], averages_[i]});
  }
  return out;
}

}  // namespace

TrainedWeights train(std::span<const TrainingSentence* const> sentences, const TrainingOptions& options) {
  return Trainer(sentences, options).run();
}

}  // namespace annalen::actor
