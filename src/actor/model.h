// model.h: the trained sequence model: features -> sums of weights, and the weights between labels.
// Form:    MODEL.md beside the file tells how it was made; the layout stands in model_file.h.
// Threads: const, shareable.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "actor/label.h"
#include "actor/lattice.h"
#include "base/result.h"

namespace annalen::actor {

using LabelSums = std::array<std::int32_t, kLabels>;

class Model {
 public:
  // Keeps the view: `bytes` outlive the model and stand at an address that 8 divides. Error{kInput} tells what is
  // wrong.
  [[nodiscard]] static Result<Model> load(std::span<const std::byte> bytes);

  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  [[nodiscard]] std::size_t feature_count() const { return features_; }
  // Adds the features' weights, in unit().
  void add(std::span<const std::uint64_t> features, LabelSums& sums) const;
  [[nodiscard]] float unit() const { return unit_; }

 private:
  Model() = default;
  [[nodiscard]] bool may_have(std::uint32_t print) const;

  std::span<const std::uint32_t> keys_;  // fingerprints; 0 free
  std::vector<std::uint64_t> sieve_;     // of fingerprints: small enough to stay near; most features are not there
  std::span<const std::int8_t> weights_;
  std::size_t features_ = 0;
  float unit_ = 0;  // weight = stored * unit
  Transitions transitions_{};
};

}  // namespace annalen::actor
