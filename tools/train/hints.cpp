#include "hints.h"

namespace annalen::train {

void Hinter::append_document(std::span<const Sentence> sentences, Hints& out) const {
  std::vector<text::Document> documents;
  std::vector<clause::Clauses> clauses;
  std::vector<std::vector<text::Span>> words;
  for (const auto& sentence : sentences) {
    documents.push_back(segmenter_.segment(sentence.text));
    clauses.push_back(analyser_.analyse(documents.back()));
    words.push_back(sentence.spans);
  }
  std::vector<actor::Part> parts;
  for (std::size_t i = 0; i < documents.size(); ++i) parts.push_back({&documents[i], &clauses[i]});
  for (auto& one : finder_.hints(parts, words)) out.push_back(std::move(one));
}

Hints Hinter::hints_of(std::span<const Sentence> sentences) const {
  Hints out;
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t end = first + 1;
    while (end < sentences.size() && sentences[end].document == sentences[first].document) ++end;
    append_document(sentences.subspan(first, end - first), out);
    first = end;
  }
  return out;
}

}  // namespace annalen::train
