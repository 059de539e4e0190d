// actor_eval GOLD.conll > OUT.conll: tags the words of a two-column IOB2 file as given, with the shipped model and
// tables, and writes word<TAB>tag, an empty line between sentences, for scoring against GOLD.
// --mentions writes what the finder makes of them instead, which is more careful: an actor too many costs more than one
// too few.
// Sentences of one document (after -DOCSTART-) are read together; without such marks each is an article of its own.
#include <fmt/core.h>

#include <optional>

#include "actor/resources.h"
#include "actor/tagger.h"
#include "files.h"
#include "hints.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

actor::Label label_of(actor::Kind kind, bool first) {
  const auto of = kind == actor::Kind::kPerson         ? actor::NameClass::kPerson
                  : kind == actor::Kind::kOrganisation ? actor::NameClass::kOrganisation
                                                       : actor::NameClass::kPlace;
  return first ? actor::begin_of(of) : actor::inside_of(of);
}

// The finder's mentions as labels; adjectives, first parts of compounds, pronouns and the like are outside.
actor::Tagging labels_of(const train::Sentence& sentence, const text::Document& document,
                         const std::vector<actor::Mention>& mentions) {
  actor::Tagging out;
  out.labels.resize(sentence.words.size());
  for (const auto& mention : mentions) {
    // In brackets an organisation is attributive and still a name.
    const bool part = mention.attributive && document.text().compare(mention.span.end, 1, ")") != 0;
    if (mention.anaphoric || part) continue;
    const auto span = document.source_span(mention.span);
    bool first = true;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (!sentence.spans[i].overlaps(span)) continue;
      out.labels[i] = label_of(mention.kind, first);
      first = false;
    }
  }
  return out;
}

void print(const train::Sentence& sentence, const actor::Tagging& tagging) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    fmt::print("{}\t{}\n", sentence.words[i], actor::to_tag(tagging.labels[i]));
  }
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const bool mentions = argc == 3 && std::string_view(argv[2]) == "--mentions";
  const auto text = argc == 2 || mentions ? train::content_of(argv[1]) : std::nullopt;
  if (!text) {
    fmt::print(stderr, "actor_eval: error: expected one file (actor_eval GOLD.conll [--mentions] > OUT.conll)\n");
    return 2;
  }
  const auto sentences = train::read_columns(*text);
  const train::Hinter hinter(actor::Finder::german());
  if (mentions) {
    const auto found = hinter.mentions_of(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      print(sentences[i], labels_of(sentences[i], found[i].document, found[i].mentions));
    }
    return 0;
  }
  const auto resources = actor::embedded_resources("de");
  const auto model = actor::Model::load(resources.model);
  const auto dictionary = actor::Dictionary::load(resources.dictionary);
  if (!model.ok() || !dictionary.ok()) {
    fmt::print(stderr, "actor_eval: error: {}\n", (model.ok() ? dictionary.error() : model.error()).message());
    return 3;
  }
  const auto hints = hinter.hints_of(sentences);
  actor::Tagger tagger(*model, *dictionary);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::vector<std::string_view> words(sentences[i].words.begin(), sentences[i].words.end());
    print(sentences[i], tagger.tag(words, hints[i]));
  }
  return 0;
}
