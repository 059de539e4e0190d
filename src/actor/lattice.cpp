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

void Lattice::read(std::span<const Scores> scores, const Transitions& transitions) {
  scores_ = scores;
  transitions_ = &transitions;
}

std::vector<Label> Lattice::best() const {
  const std::size_t count = scores_.size();
  std::vector<Label> out(count);
  if (count == 0) return out;
  std::vector<std::array<std::uint8_t, kLabels>> from(count);
  Scores now{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    now[label] = allowed(kBeforeSentence, label) ? scores_[0][label] + (*transitions_)[kBeforeSentence][label] : kNever;
  }
  for (std::size_t word = 1; word < count; ++word) {
    Scores next{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      float best = 2 * kNever;
      for (std::size_t before = 0; before < kLabels; ++before) {
        const float score = allowed(before, label) ? now[before] + (*transitions_)[before][label] : 2 * kNever;
        if (score <= best) continue;
        best = score;
        from[word][label] = static_cast<std::uint8_t>(before);
      }
      next[label] = best + scores_[word][label];
    }
    now = next;
  }
  auto label = static_cast<std::size_t>(std::max_element(now.begin(), now.end()) - now.begin());
  for (std::size_t word = count; word-- > 0;) {
    out[word] = static_cast<Label>(label);
    label = from[word][label];
  }
  return out;
}

double Lattice::probabilities(std::vector<Scores>& out) {
  const std::size_t count = scores_.size();
  out.resize(count);
  if (count == 0) return 0;
  potentials_.resize(count);
  forward_.resize(count);
  backward_.resize(count);
  sums_.resize(count);
  double log_sum = 0;
  for (std::size_t word = 0; word < count; ++word) {
    const float highest = *std::max_element(scores_[word].begin(), scores_[word].end());
    log_sum += highest;
    for (std::size_t label = 0; label < kLabels; ++label) {
      potentials_[word][label] = std::exp(scores_[word][label] - highest);
    }
  }
  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      edges_[before][label] = allowed(before, label) ? std::exp((*transitions_)[before][label]) : 0;
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
    log_sum += std::log(sum);
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
  return log_sum;
}

float Lattice::edge(std::size_t word, std::size_t before, std::size_t label) const {
  return forward_[word - 1][before] * edges_[before][label] * potentials_[word][label] * backward_[word][label] /
         sums_[word];
}

}  // namespace annalen::actor
