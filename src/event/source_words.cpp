#include "event/source_words.h"

namespace annalen::event {

std::string source_slice(std::string_view source, const text::Span& span) {
  return std::string(source.substr(span.begin, span.size()));
}

text::Span span_of(const text::Document& document, const TokenRange& range) {
  return {document.tokens()[range.first].span.begin, document.tokens()[range.end - 1].span.end};
}

std::string joined_words(std::string_view source, const text::Document& document,
                         const std::vector<std::uint32_t>& tokens) {
  std::string out;
  for (const auto token : tokens) {
    if (!out.empty()) out += ' ';
    out += source_slice(source, document.source_span(document.tokens()[token].span));
  }
  return out;
}

std::string spaced_words(std::string_view source, const text::Document& document,
                         const std::vector<std::uint32_t>& tokens) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) out += tokens[i] == tokens[i - 1] + 1 ? " " : " … ";
    out += source_slice(source, document.source_span(document.tokens()[tokens[i]].span));
  }
  return out;
}

}  // namespace annalen::event
