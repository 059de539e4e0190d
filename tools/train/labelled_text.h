// labelled_text.h: sentences with the names in them, from files.
// Forms:   two columns, word<TAB>tag (IOB2), an empty line between sentences; the four columns of GermEval 2014
//          (number, word, outer tag, inner tag); our own text, a sentence a line: "[PER Karl Kraus] lebte in [LOC
//          Wien]."
// Errors:  Error{kInput} names file and line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actor/label.h"
#include "base/result.h"
#include "text/segmenter.h"

namespace annalen::train {

struct Sentence {
  std::vector<std::string> words;
  std::vector<actor::Label> labels;
  std::string text;               // with blanks, as far as they are known
  std::vector<text::Span> spans;  // of the words in `text`
  std::uint32_t document = 0;     // sentences of one document share it
};

// Sets text and spans from the words.
void join_words(Sentence& sentence);

[[nodiscard]] std::vector<Sentence> read_columns(std::string_view text);
// Lines of '#' and empty lines are skipped; the words are those that the model sees in a document.
[[nodiscard]] Result<std::vector<Sentence>> read_inline(std::string_view text, std::string_view file,
                                                        const text::Segmenter& segmenter);

}  // namespace annalen::train
