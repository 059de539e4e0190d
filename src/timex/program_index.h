// program_index.h: which of many programs can match at a token, by what its first two tokens can be.
// Threads: const after construction, shareable.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timex/lexicon.h"
#include "timex/pattern.h"
#include "timex/token_facts.h"

namespace annalen::timex {

class ProgramIndex {
 public:
  using Set = std::vector<std::uint64_t>;  // bits, one a program

  // REQUIRES: the lexicon is frozen.
  ProgramIndex(const Lexicon& lexicon, std::span<const Program* const> programs);

  [[nodiscard]] Set none() const { return Set(words_, 0); }
  static void insert(Set& set, std::size_t program) { set[program / 64] |= std::uint64_t{1} << (program % 64); }

  // False where no program begins with the token.
  [[nodiscard]] bool begins(const TokenFacts& token) const {
    return token.is_number || first_.set_of_lexeme[token.lexeme] != 0;
  }
  // Those of `among` that can match from `token` on; `next` is null where the match must end behind it.
  void find(const TokenFacts& token, const TokenFacts* next, const Set& among, Set& out) const;

 private:
  // What can stand in one place. Thousands of words have few different sets.
  struct Place {
    std::vector<std::uint32_t> set_of_lexeme;  // begins at sets[set_of_lexeme * words_]; 0: the empty one
    std::vector<std::uint64_t> sets;
    std::vector<Set> by_shape;
    Set by_builtin;  // any token may be it
  };
  [[nodiscard]] Place place_of(const Lexicon& lexicon, const std::vector<Set>& by_class) const;
  // The programs that have a token in a place, asked for word by word of the set.
  struct Fitting {
    const Place& place;
    const std::uint64_t* by_lexeme;
    std::uint32_t shapes;
    [[nodiscard]] std::uint64_t word(std::size_t w) const;
  };
  [[nodiscard]] Fitting fitting(const Place& place, const TokenFacts& token) const {
    return {place, place.sets.data() + place.set_of_lexeme[token.lexeme] * words_, token.shapes};
  }

  std::size_t words_ = 0;  // of a set
  Place first_;
  Place second_;
  Place single_;  // the only token
};

}  // namespace annalen::timex
