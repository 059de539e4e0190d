// model.h: the trained sequence model: words of a sentence -> labels and how sure they are.
// Form:    MODEL.md beside the file tells how it was made; the layout stands in model_file.h.
// Threads: Model is const and shareable; a Tagger has buffers: one a thread. Linear time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "actor/dictionary.h"
#include "actor/label.h"
#include "actor/lattice.h"
#include "actor/model_features.h"
#include "base/result.h"

namespace annalen::actor {

class Model {
 public:
  // Keeps the view: `bytes` outlive the model and stand at an address that 8 divides. Error{kInput} tells what is
  // wrong.
  [[nodiscard]] static Result<Model> load(std::span<const std::byte> bytes);

  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  [[nodiscard]] std::size_t feature_count() const { return features_; }
  // The sums of the features' weights, in unit().
  [[nodiscard]] std::array<std::int32_t, kLabels> sum(std::span<const std::uint64_t> features) const;
  [[nodiscard]] float unit() const { return unit_; }

 private:
  Model() = default;
  std::span<const std::uint32_t> keys_;  // fingerprints; 0 free
  std::span<const std::int8_t> weights_;
  std::size_t features_ = 0;
  float unit_ = 0;  // weight = stored * unit
  Transitions transitions_{};
};

struct Tagging {
  std::vector<Label> labels;
  std::vector<float> probability;  // of the label at its word, 0 … 1
};

class Tagger {
 public:
  // Both outlive it.
  Tagger(const Model& model, const Dictionary& dictionary) : model_(model), features_(dictionary) {}
  [[nodiscard]] Tagging tag(std::span<const std::string_view> words, std::span<const NameHint> hints);

 private:
  const Model& model_;
  FeatureExtractor features_;
  Lattice lattice_;
  std::vector<std::uint64_t> of_word_;
  std::vector<Scores> scores_;
  std::vector<Scores> probabilities_;
};

}  // namespace annalen::actor
