// model_features.h: what the sequence model looks at: for each word of a sentence a list of hashed features.
// Features: word, affixes, shapes and neighbours up to two words away; known-word flags; names of the gazetteer; what
// the tables say.
//           They are part of the model file's version: a change needs a new model.
// Threads:  FeatureExtractor has buffers of its own: one a thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "actor/dictionary.h"
#include "actor/name_hints.h"
#include "actor/word_form.h"

namespace annalen::actor {

class FeatureExtractor {
 public:
  // The dictionary outlives it.
  explicit FeatureExtractor(const Dictionary& dictionary) : dictionary_(dictionary) {}

  // Reads a sentence; then features_of() tells of its words. `hints`: one a word, or none at all.
  void read(std::span<const std::string_view> words, std::span<const NameHint> hints);
  // Appends; `word` < number of words read.
  void features_of(std::size_t word, std::vector<std::uint64_t>& out) const;

 private:
  struct Word {
    std::uint8_t known = 0;
    std::uint8_t traits = 0;
    NameHint hint = 0;
    std::uint32_t small_before = 0;  // 1 + the nearest word before that is no capitalised one; 0: none
    std::uint32_t small_after = 0;
  };
  [[nodiscard]] const WordForm* at(std::size_t word, int offset) const;
  void spelling(std::size_t word, std::vector<std::uint64_t>& out) const;
  void context(std::size_t word, std::vector<std::uint64_t>& out) const;
  void knowledge(std::size_t word, std::vector<std::uint64_t>& out) const;

  const Dictionary& dictionary_;
  std::vector<WordForm> forms_;  // grows only
  std::size_t count_ = 0;
  std::vector<Word> words_;
  std::vector<NameFlags> names_;
};

}  // namespace annalen::actor
