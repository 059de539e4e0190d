// name_hints.h: what the tables and patterns take each word of a sentence for, told to the sequence model.
// Hint:    0 nothing; else a number that stands in model files: kind of mention, first or further word, listed or by
//          form, part of a compound or adjective.
// Threads: pure function. Linear time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/document.h"

namespace annalen::actor {

struct Draft;  // scan.h

using NameHint = std::uint8_t;

// One hint for each of `words`, byte spans of the document's text in text order; `drafts` as scan() gives them.
[[nodiscard]] std::vector<NameHint> name_hints(const std::vector<Draft>& drafts, std::span<const text::Span> words);

}  // namespace annalen::actor
