#include "hints.h"

namespace annalen::train {
namespace {

// Calls with the sentences of each document.
template <class Visit>
void each_document(std::span<const Sentence> sentences, const Visit& visit) {
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t end = first + 1;
    while (end < sentences.size() && sentences[end].document == sentences[first].document) ++end;
    visit(sentences.subspan(first, end - first));
    first = end;
  }
}

}  // namespace

struct Hinter::Read {
  std::vector<text::Document> documents;
  std::vector<clause::Clauses> clauses;
  [[nodiscard]] std::vector<actor::Part> parts() const {
    std::vector<actor::Part> out;
    for (std::size_t i = 0; i < documents.size(); ++i) out.push_back({&documents[i], &clauses[i]});
    return out;
  }
};

Hinter::Read Hinter::read(std::span<const Sentence> sentences) const {
  Read out;
  for (const auto& sentence : sentences) {
    out.documents.push_back(segmenter_.segment(sentence.text));
    out.clauses.push_back(analyser_.analyse(out.documents.back()));
  }
  return out;
}

Hints Hinter::hints_of(std::span<const Sentence> sentences) const {
  Hints out;
  each_document(sentences, [&](std::span<const Sentence> document) {
    const Read all = read(document);
    std::vector<std::vector<text::Span>> words;
    for (const auto& sentence : document) words.push_back(sentence.spans);
    for (auto& one : finder_.hints(all.parts(), words)) out.push_back(std::move(one));
  });
  return out;
}

std::vector<FoundIn> Hinter::mentions_of(std::span<const Sentence> sentences) const {
  std::vector<FoundIn> out;
  each_document(sentences, [&](std::span<const Sentence> document) {
    Read all = read(document);
    auto found = finder_.find(all.parts());
    for (std::size_t i = 0; i < found.size(); ++i) {
      out.push_back({std::move(all.documents[i]), std::move(found[i])});
    }
  });
  return out;
}

}  // namespace annalen::train
