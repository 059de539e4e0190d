// tagger.h: words of a sentence -> labels and how sure the model is of them.
// Threads: a Tagger keeps what it has seen: one a thread; a pool lends them. Linear time. What was tagged before
// changes
//          no result.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "actor/lattice.h"
#include "actor/model.h"
#include "actor/word_scores.h"

namespace annalen::actor {

struct Tagging {
  std::vector<Label> labels;
  std::vector<float> probability;  // of the label at its word, 0 … 1
};

class Tagger {
 public:
  // Both outlive it.
  Tagger(const Model& model, const Dictionary& dictionary);
  // `hints`: one a word, or none at all. The result stays until the next call.
  [[nodiscard]] const Tagging& tag(std::span<const std::string_view> words, std::span<const NameHint> hints);

 private:
  void read(std::span<const std::string_view> words, std::span<const NameHint> hints);
  [[nodiscard]] LabelSums sums_of(std::size_t word);

  const Model& model_;
  WordScoreCache cache_;
  JointFeatures joint_;
  Lattice lattice_;
  // Sums of features that are few.
  std::array<LabelSums, 2 * kReach + 1> none_{};  // by offset + 2
  std::array<std::array<LabelSums, 256>, kBeside> hints_{};
  std::array<std::array<LabelSums, kNameBits>, kBeside> names_{};
  // Of the sentence.
  std::vector<const WordScores*> words_;
  std::vector<const WordFacts*> facts_;
  Features features_;
  std::vector<Scores> scores_;
  std::vector<Scores> probabilities_;
  Tagging tagging_;
};

// Threads: any number.
class TaggerPool {
 public:
  // Both outlive it.
  TaggerPool(const Model& model, const Dictionary& dictionary) : model_(model), dictionary_(dictionary) {}

  class Lease {
   public:
    Lease(TaggerPool& pool, std::unique_ptr<Tagger> tagger) : pool_(pool), tagger_(std::move(tagger)) {}
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    [[nodiscard]] Tagger& operator*() { return *tagger_; }

   private:
    TaggerPool& pool_;
    std::unique_ptr<Tagger> tagger_;
  };
  [[nodiscard]] Lease take();

 private:
  const Model& model_;
  const Dictionary& dictionary_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Tagger>> free_;
};

}  // namespace annalen::actor
