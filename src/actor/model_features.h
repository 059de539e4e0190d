// model_features.h: what the sequence model looks at: for each word of a sentence a list of hashed features.
// Features: word, affixes, shapes and neighbours up to two words away; known-word flags; names of the gazetteer; what
//           the tables say. Those of one word alone are told apart from those of several, so that a tagger need add up
//           the first only once a word.
//           They are part of the model file's version: a change needs a new model.
// Threads:  pure functions; the classes have buffers of their own: one a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "actor/dictionary.h"
#include "actor/name_hints.h"
#include "actor/word_facts.h"
#include "actor/word_form.h"

namespace annalen::actor {

using Features = std::vector<std::uint64_t>;

inline constexpr int kReach = 2;           // how far a word is looked at
inline constexpr int kReachOfSmall = 1;    // from a small word
inline constexpr std::size_t kBeside = 3;  // the word before, the word itself, the one after
inline constexpr std::size_t kNameBits = 2 * kNameKinds;

// All append. Of a word by itself.
void own_features(const WordForm& form, const WordFacts& facts, Features& out);
// Of the word `offset` away, not 0, |offset| <= kReach.
void features_beside(const WordForm& form, const WordFacts& facts, int offset, Features& out);
// Where no word stands there.
void features_of_none(int offset, Features& out);
// What the tables take a word for; `side` < kBeside.
[[nodiscard]] std::uint64_t hint_feature(std::size_t side, NameHint hint);
// A bit of what the gazetteer says of a word.
[[nodiscard]] std::uint64_t name_feature(std::size_t side, std::size_t bit);

// What several words of a sentence say together.
class JointFeatures {
 public:
  // The dictionary outlives it.
  explicit JointFeatures(const Gazetteer& names) : gazetteer_(names) {}

  // Words live until the next read(). `hints`: one a word, or none at all.
  void read(std::span<const WordFacts* const> words, std::span<const NameHint> hints);
  void append(std::size_t word, Features& out) const;
  [[nodiscard]] NameHint hint(std::size_t word) const { return around_[word].hint; }
  [[nodiscard]] NameFlags names(std::size_t word) const { return names_[word]; }

 private:
  struct Around {
    NameHint hint = 0;
    std::uint32_t small_before = 0;  // 1 + the nearest word before that is no capitalised one; 0: none
    std::uint32_t small_after = 0;
  };
  [[nodiscard]] const WordFacts* at(std::size_t word, int offset) const;
  void pairs(std::size_t word, Features& out) const;
  void knowledge(std::size_t word, Features& out) const;

  const Gazetteer& gazetteer_;
  std::span<const WordFacts* const> words_;
  std::vector<Around> around_;
  std::vector<NameWord> name_words_;
  std::vector<NameFlags> names_;
};

// All features of the words of a sentence, for training.
class FeatureExtractor {
 public:
  // The dictionary outlives it.
  explicit FeatureExtractor(const Dictionary& dictionary) : dictionary_(dictionary), joint_(dictionary.names) {}

  // Reads a sentence; then features_of() tells of its words. `hints`: one a word, or none at all.
  void read(std::span<const std::string_view> words, std::span<const NameHint> hints);
  // Appends; `word` < number of words read.
  void features_of(std::size_t word, Features& out) const;

 private:
  const Dictionary& dictionary_;
  std::vector<WordForm> forms_;
  std::vector<WordFacts> facts_;
  std::vector<const WordFacts*> pointers_;
  JointFeatures joint_;
};

}  // namespace annalen::actor
