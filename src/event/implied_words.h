// implied_words.h: the words that keep a sentence without a date from taking that of its paragraph's event. Lower case.
// Threads: const after load.
#pragma once

#include <string_view>

#include "base/result.h"
#include "event/part_words.h"

namespace annalen::event {

struct ImpliedWords {
  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<ImpliedWords> load(std::string_view words);

  WordSet elsewhen;      // the sentence speaks of another time, or of none
  WordSet not_told;      // finite verbs of what is only wished for
  WordSet first_person;  // somebody speaks
  WordSet states;        // infinitives of what lasts
  WordSet no_base;       // infinitives of what opens a life rather than a day
};

}  // namespace annalen::event
