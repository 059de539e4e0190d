// model_words.h: a document's tokens joined into the words that the sequence model was trained on.
// Word:    what stands between blanks without its punctuation: "US-Präsident", "20.30", "Dr.", "17." (a full stop joins
//          what it touches unless it ends the sentence); every other sign is a word of its own.
// Threads: pure function. Linear time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace annalen::actor {

struct ModelWord {
  std::uint32_t first_token = 0;  // [first_token, end_token)
  std::uint32_t end_token = 0;
  std::string_view text;  // of the document
};

[[nodiscard]] std::vector<ModelWord> model_words(const text::Document& document, const text::Sentence& sentence);

}  // namespace annalen::actor
