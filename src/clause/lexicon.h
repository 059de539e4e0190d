// lexicon.h: the words and verb forms of a language, read from its data files, for the sources of this room.
// Threads: const after load, shareable.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/word_map.h"
#include "clause/word.h"

namespace annalen::clause {

class Lexicon {
 public:
  [[nodiscard]] static Result<Lexicon> load(std::string_view verbs, std::string_view words);

  // Whether clauses are read as a chain (chain.h) instead of as sentence brackets (reading.h).
  [[nodiscard]] bool is_chain() const { return is_chain_; }
  // REQUIRES: `lowered` is lower case.
  [[nodiscard]] Word find(std::string_view lowered) const;
  // Whether the separated particle belongs to the verb: always, unless it is an adverb as well.
  [[nodiscard]] bool separated(const Word& particle, std::uint32_t lemma) const;
  // Whether the verb with the separated particle announces ("findet … statt").
  [[nodiscard]] bool ahead(std::uint32_t particle, std::uint32_t lemma) const;
  // The infinitive of what find() or the sentence made of `lowered`; with a separated particle, its word's number. Of a
  // verb that nobody listed what its ending lets one expect ("twitterte" -> "twittern"); empty when it tells nothing.
  [[nodiscard]] std::string infinitive(const Word& word, std::string_view lowered, std::uint32_t particle = 0) const;
  // Of an inflected participle before its noun: "amtierende", "zurückgewiesenen"; empty where it is none.
  [[nodiscard]] std::string infinitive_of_participle(std::string_view lowered) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
  friend class LexiconReader;

  [[nodiscard]] Word find_listed(std::string_view lowered) const;
  [[nodiscard]] Word find_separable(std::string_view lowered, bool again) const;
  [[nodiscard]] Word find_compound_participle(std::string_view lowered) const;
  [[nodiscard]] Word guess(std::string_view lowered) const;
  [[nodiscard]] Word guess_by_endings(std::string_view lowered) const;
  [[nodiscard]] bool past_by_ending(std::string_view lowered) const;

  void know_words();

  WordMap<Word> known_;  // what find() says of forms and of words of a class
  WordMap<Word> forms_;  // of verbs
  WordMap<std::uint32_t> classes_;
  WordMap<std::uint32_t> particles_;  // number, from 1
  std::vector<std::string> lemmas_;   // by number
  std::vector<std::string> particle_words_;
  std::array<std::vector<std::uint32_t>, 256> particles_by_byte_;  // by first byte, longest first
  std::vector<std::string> inseparable_;
  Set not_past_;
  std::vector<std::string> not_past_endings_;
  bool is_chain_ = false;
  std::vector<std::pair<std::string, std::uint32_t>> endings_;  // of verbs that nobody listed, with their bits
  Set ahead_;                                                   // infinitives
  Set perfect_with_be_;  // participles that are past beside "ist", whatever their verb
  Set adverb_particle_;  // infinitives
};

}  // namespace annalen::clause
