// known_words.h: is a word one of the language's dictionary, as written, in lower case, with a capital, as a compound?
// Source:  a list of all inflected words, one a line (Debian: wngerman), read at run time; its text is not kept.
// Threads: const after construction, shareable. Building is linear; a look-up of a compound is bounded by the word's
//          length.
#pragma once

#include <cstdint>
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
  explicit KnownWords(std::string_view list);

  [[nodiscard]] bool empty() const { return slots_.empty(); }
  [[nodiscard]] std::uint8_t flags(const WordForm& word) const;

 private:
  [[nodiscard]] bool has(std::uint64_t hash) const;
  [[nodiscard]] bool has(std::string_view word) const { return has(hash_of(word)); }
  [[nodiscard]] bool is_compound(const WordForm& word) const;

  std::vector<std::uint32_t> slots_;  // fingerprints, 0 free; a power of two
};

}  // namespace annalen::actor
