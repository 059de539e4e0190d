// words_reader.h: words.txt of a language pack -> lexicon.
// Format:  src/timex/lang/FORMAT.md.
// Errors:  Error{kInput} names file and line.
#pragma once

#include <string_view>

#include "base/result.h"
#include "timex/lexicon.h"

namespace annalen::timex {

[[nodiscard]] Result<void> read_words(std::string_view file_name, std::string_view text, Lexicon& lexicon);

}  // namespace annalen::timex
