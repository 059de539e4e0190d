// word_facts.h: what the sequence model needs to know of a word wherever it stands.
// Threads: value type and a pure function.
#pragma once

#include <cstdint>

#include "actor/dictionary.h"
#include "actor/word_form.h"

namespace annalen::actor {

struct WordFacts {
  std::uint64_t exact = 0;  // hashes
  std::uint64_t folded = 0;
  std::uint64_t short_shape = 0;
  std::uint64_t tail = 0;  // of the last three characters; 0: it has no more
  NameWord name;
  std::uint8_t known = 0;   // KnownWords::Flag
  std::uint8_t traits = 0;  // capital 1, all capitals 2, digit 4
  bool first = false;       // of its sentence
  bool capital = false;
  bool digit = false;

  // A small word is rarely a name: what stands around it tells.
  [[nodiscard]] bool small() const { return !capital && !digit; }
  [[nodiscard]] std::uint64_t knowledge() const { return known * 8U + traits; }
};

[[nodiscard]] WordFacts facts_of(const WordForm& form, bool first, const Dictionary& dictionary);

}  // namespace annalen::actor
