// source_words.h: words of a document as the source writes them.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "event/phrase.h"
#include "text/document.h"

namespace annalen::event {

// `source`: what the document was cut from.
[[nodiscard]] std::string source_slice(std::string_view source, const text::Span& span);
// From the first token's begin to the last one's end. REQUIRES: not empty.
[[nodiscard]] text::Span span_of(const text::Document& document, const TokenRange& range);
// One blank between.
[[nodiscard]] std::string joined_words(std::string_view source, const text::Document& document,
                                       const std::vector<std::uint32_t>& tokens);
// The same with " … " where other words stand between.
[[nodiscard]] std::string spaced_words(std::string_view source, const text::Document& document,
                                       const std::vector<std::uint32_t>& tokens);

}  // namespace annalen::event
