// story_words.h: the words that tie what a clause tells to what was told before ("zuvor", "kurz darauf").
// Words in lower case. Threads: const after load.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/part_words.h"

namespace annalen::event {

enum class StoryTie : std::uint8_t { kBefore, kAfter, kMeanwhile };

struct StoryWords {
  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<StoryWords> load(std::string_view words);

  struct Phrase {
    StoryTie tie = StoryTie::kBefore;
    std::vector<std::string> words;
  };
  std::multimap<std::string, Phrase, std::less<>> phrases;  // by first word
  std::size_t first_bytes_max = 0;                          // of a first word
  // By a phrase's last word.
  WordSet opening_only;    // a time only where they open their clause
  WordSet main_only;       // a time only in a main clause
  WordSet not_in_reports;  // no time in the Konjunktiv
  using Company = std::map<std::string, WordSet, std::less<>>;
  Company governed;    // infinitives that take the word to themselves
  Company not_before;  // words right behind that make it no time
  WordSet not_behind;  // words right before a phrase that do
};

}  // namespace annalen::event
