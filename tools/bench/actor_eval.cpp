// actor_eval GOLD.conll > OUT.conll: tags the words of a two-column IOB2 file with the shipped finder and writes
// word<TAB>tag, an empty line between sentences, for scoring against GOLD. States and places are LOC, organisations
// ORG, persons PER; adjectives, first parts of compounds, pronouns and the like are O.
// Each sentence is an article of its own, except that sentences of one document (after -DOCSTART-) are found together.
#include <fmt/core.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "actor/finder.h"
#include "clause/clause.h"
#include "text/segmenter.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

struct Word {
  std::string text;
  std::string tag = "O";
  std::uint32_t begin = 0;  // bytes of the sentence's text
};

struct Sentence {
  std::vector<Word> words;  // none: an empty line or -DOCSTART-
  std::string marker;
  std::string text;
};

bool joins_left(std::string_view word) {
  return word == "." || word == "," || word == ";" || word == ":" || word == ")" || word == "!" || word == "?";
}

std::string text_of(std::vector<Word>& words) {
  std::string out;
  bool open = true;
  for (auto& word : words) {
    if (!open && !joins_left(word.text)) out += ' ';
    open = word.text == "(";
    word.begin = static_cast<std::uint32_t>(out.size());
    out += word.text;
  }
  return out;
}

std::vector<Sentence> read(std::istream& in) {
  std::vector<Sentence> out;
  Sentence now;
  const auto finish = [&] {
    if (!now.words.empty()) out.push_back(std::move(now));
    now = {};
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("-DOCSTART-")) {
      finish();
      now.marker = line;
      out.push_back(std::move(now));
      now = {};
    } else if (line.empty()) {
      finish();
    } else {
      now.words.push_back({.text = line.substr(0, line.find('\t'))});
    }
  }
  finish();
  return out;
}

const char* label(actor::Kind kind) {
  switch (kind) {
    case actor::Kind::kPerson:
      return "PER";
    case actor::Kind::kOrganisation:
      return "ORG";
    case actor::Kind::kState:
    case actor::Kind::kPlace:
      return "LOC";
  }
  return "O";
}

void mark(Sentence& sentence, const text::Document& document, const actor::Mention& mention) {
  if (mention.anaphoric) return;
  const auto span = document.source_span(mention.span);
  // In brackets an organisation is attributive and still a name.
  const bool part = mention.attributive && document.text().compare(mention.span.end, 1, ")") != 0;
  if (part) return;
  bool first = true;
  for (auto& word : sentence.words) {
    const auto end = word.begin + word.text.size();
    if (end <= span.begin || word.begin >= span.end) continue;
    word.tag = std::string(first ? "B-" : "I-") + label(mention.kind);
    first = false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "actor_eval: error: expected one file (actor_eval GOLD.conll > OUT.conll)\n");
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) {
    fmt::print(stderr, "actor_eval: error: {}: cannot be read\n", argv[1]);
    return 2;
  }
  auto sentences = read(in);
  const auto finder = actor::Finder::german();
  const auto segmenter = text::Segmenter::of(text::Language::kGerman);
  const auto analyser = clause::Analyser::of(text::Language::kGerman);
  bool documents_marked = false;
  for (std::size_t from = 0; from < sentences.size();) {
    documents_marked = documents_marked || !sentences[from].marker.empty();
    std::size_t end = from + 1;
    while (documents_marked && end < sentences.size() && sentences[end].marker.empty()) ++end;
    std::vector<text::Document> documents;
    std::vector<clause::Clauses> clauses;
    for (std::size_t i = from; i < end; ++i) {
      sentences[i].text = text_of(sentences[i].words);
      documents.push_back(segmenter.segment(sentences[i].text));
      clauses.push_back(analyser.analyse(documents.back()));
    }
    std::vector<actor::Part> parts;
    for (std::size_t i = 0; i < documents.size(); ++i) parts.push_back({&documents[i], &clauses[i]});
    const auto found = finder.find(parts);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      for (const auto& mention : found[i]) mark(sentences[from + i], documents[i], mention);
    }
    from = end;
  }
  for (const auto& sentence : sentences) {
    if (!sentence.marker.empty()) fmt::print("{}\n", sentence.marker);
    for (const auto& word : sentence.words) fmt::print("{}\t{}\n", word.text, word.tag);
    fmt::print("\n");
  }
  return 0;
}
