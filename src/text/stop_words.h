// stop_words.h: a language's words around full stops, read from its data files, for the sources of this room.
// Threads: const after load, shareable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/word_map.h"

namespace annalen::text {

// What a full stop behind an abbreviation says about the end of the sentence.
enum class StopRule : std::uint8_t {
  kUnknown,  // no abbreviation
  kNever,    // it does not end one ("Dr.")
  kMay,      // it ends one before a word that is capitalised only at a sentence's start ("Mio.")
  kOften,    // it ends one before every capitalised word ("usw.")
  kNumber,   // an abbreviation before a number only ("Art. 5"), else a word
};

class StopWords {
 public:
  [[nodiscard]] static Result<StopWords> load(std::string_view abbreviations, std::string_view ordinals);

  // `word` without its full stop; of abbreviations in two parts both with the stop between ("z.B").
  // `first`: a sentence starts with it, so it may be capitalised ("Ca.").
  [[nodiscard]] StopRule rule(std::string_view word, bool first) const;
  // A word that is capitalised only because a sentence starts with it.
  [[nodiscard]] bool starts_sentence(std::string_view word) const { return starters_.contains(word); }
  // A word behind which a number with a stop is an ordinal ("am", "der").
  [[nodiscard]] bool leads_ordinal(std::string_view word) const { return leads_.contains(word); }
  // A word before which a number with a stop is an ordinal ("Februar", "Jahrhundert").
  [[nodiscard]] bool follows_ordinal(std::string_view word) const;

 private:
  WordMap<StopRule> rules_;
  WordSet starters_;
  WordSet leads_;
  WordSet followers_;
  std::vector<std::string> follower_endings_;  // lower case
};

}  // namespace annalen::text
