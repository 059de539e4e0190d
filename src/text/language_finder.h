// language_finder.h: which of the known languages a text is in, by its closed-class words (lang/<tag>/
// function_words.txt).
// Threads: const after construction, shareable. Looks at the text's beginning only.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/language.h"

namespace annalen::text {

class LanguageFinder {
 public:
  // The words that are embedded in the program.
  LanguageFinder();

  // Empty when the text is too short to tell, or in another language. REQUIRES: well-formed UTF-8.
  [[nodiscard]] std::optional<Language> find(std::string_view utf8) const;

 private:
  std::array<std::unordered_set<std::string>, kLanguages.size()> words_;
};

}  // namespace annalen::text
