// known_words.h: is a word one of the language's dictionary, as written, in lower case, with a capital, as a compound?
// Form:    fingerprints of 16 bits of all inflected words; some 3 in 100,000 unknown words are taken for known.
// Threads: const, shareable. A look-up of a compound is bounded by the word's length.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "actor/word_form.h"

namespace annalen::actor {

class KnownWords {
 public:
  enum Flag : std::uint8_t {
    kAsWritten = 1,
    kLower = 2,
    kCapital = 4,
    kCompound = 8,
    kNoList = 16,  // nothing is known
  };

  KnownWords() = default;
  // Keeps the view. REQUIRES: one slot is free (0), or there is none at all.
  explicit KnownWords(std::span<const std::uint16_t> slots) : slots_(slots) {}

  [[nodiscard]] bool empty() const { return slots_.empty(); }
  [[nodiscard]] std::uint8_t flags(const WordForm& word) const;

 private:
  [[nodiscard]] bool has(std::uint64_t hash) const;
  [[nodiscard]] bool has(std::string_view word) const { return has(hash_of(word)); }
  [[nodiscard]] bool is_compound(const WordForm& word) const;

  std::span<const std::uint16_t> slots_;
};

class KnownWordsBuilder {
 public:
  // A word a line.
  void add(std::string_view list);
  // Counts a word twice that was added twice.
  [[nodiscard]] std::size_t size() const { return hashes_.size(); }
  [[nodiscard]] std::vector<std::uint16_t> build() const;

 private:
  std::vector<std::uint64_t> hashes_;
};

}  // namespace annalen::actor
