#include "actor/lattice.h"

#include <algorithm>
#include <cmath>

namespace annalen::actor {
namespace {

constexpr float kNever = -1e9F;

bool allowed(std::size_t before, std::size_t label) {
  return may_follow(before == kBeforeSentence ? kOutside : static_cast<Label>(before), static_cast<Label>(label));
}

}  // namespace

void Lattice::follow(const Transitions& transitions) {
  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      const bool may = allowed(before, label);
      transitions_[before][label] = may ? transitions[before][label] : kNever;
      edges_[before][label] = may ? std::exp(transitions[before][label]) : 0;
    }
  }
}

void Lattice::best(std::vector<Label>& out) {
  const std::size_t count = scores_.size();
  out.resize(count);
  if (count == 0) return;
  from_.resize(count);
  Scores now{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    now[label] = scores_[0][label] + transitions_[kBeforeSentence][label];
  }
  for (std::size_t word = 1; word < count; ++word) {
    Scores next{};
    next.fill(2 * kNever);
    auto& from = from_[word];
    for (std::size_t before = 0; before < kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        const float score = now[before] + transitions_[before][label];
        const bool better = score > next[label];
        next[label] = better ? score : next[label];
        from[label] = better ? static_cast<std::uint8_t>(before) : from[label];
      }
    }
    for (std::size_t label = 0; label < kLabels; ++label) now[label] = next[label] + scores_[word][label];
  }
  auto label = static_cast<std::size_t>(std::max_element(now.begin(), now.end()) - now.begin());
  for (std::size_t word = count; word-- > 0;) {
    out[word] = static_cast<Label>(label);
    label = from_[word][label];
  }
}

double Lattice::log_sum() const {
  double out = 0;
  for (std::size_t word = 0; word < scores_.size(); ++word) out += highest_[word] + std::log(sums_[word]);
  return out;
}

void Lattice::probabilities(std::vector<Scores>& out) {
  const std::size_t count = scores_.size();
  out.resize(count);
  if (count == 0) return;
  potentials_.resize(count);
  forward_.resize(count);
  backward_.resize(count);
  sums_.resize(count);
  highest_.resize(count);
  for (std::size_t word = 0; word < count; ++word) {
    highest_[word] = *std::max_element(scores_[word].begin(), scores_[word].end());
    for (std::size_t label = 0; label < kLabels; ++label) {
      potentials_[word][label] = std::exp(scores_[word][label] - highest_[word]);
    }
  }
  for (std::size_t word = 0; word < count; ++word) {
    Scores now{};
    if (word == 0) {
      now = edges_[kBeforeSentence];
    } else {
      for (std::size_t before = 0; before < kLabels; ++before) {
        const float weight = forward_[word - 1][before];
        for (std::size_t label = 0; label < kLabels; ++label) now[label] += weight * edges_[before][label];
      }
    }
    float sum = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      now[label] *= potentials_[word][label];
      sum += now[label];
    }
    sums_[word] = sum;
    for (std::size_t label = 0; label < kLabels; ++label) forward_[word][label] = now[label] / sum;
  }
  backward_[count - 1].fill(1);
  for (std::size_t word = count - 1; word > 0; --word) {
    Scores here{};
    for (std::size_t label = 0; label < kLabels; ++label)
      here[label] = potentials_[word][label] * backward_[word][label];
    for (std::size_t before = 0; before < kLabels; ++before) {
      float sum = 0;
      for (std::size_t label = 0; label < kLabels; ++label) sum += edges_[before][label] * here[label];
      backward_[word - 1][before] = sum / sums_[word];
    }
  }
  for (std::size_t word = 0; word < count; ++word) {
    for (std::size_t label = 0; label < kLabels; ++label)
      out[word][label] = forward_[word][label] * backward_[word][label];
  }
}

float Lattice::edge(std::size_t word, std::size_t before, std::size_t label) const {
  return forward_[word - 1][before] * edges_[before][label] * potentials_[word][label] * backward_[word][label] /
         sums_[word];
}

}  // namespace annalen::actor
