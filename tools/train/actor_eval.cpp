// actor_eval GOLD.conll > OUT.conll: tags the words of a two-column IOB2 file as given, with the shipped model and
// tables, and writes word<TAB>tag, an empty line between sentences, for scoring against GOLD.
// Sentences of one document (after -DOCSTART-) are read together; without such marks each is an article of its own.
#include <fmt/core.h>

#include <optional>

#include "actor/model.h"
#include "actor/model_data.h"
#include "files.h"
#include "hints.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

void print(const train::Sentence& sentence, const actor::Tagging& tagging) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    fmt::print("{}\t{}\n", sentence.words[i], actor::to_tag(tagging.labels[i]));
  }
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  const auto text = argc == 2 ? train::content_of(argv[1]) : std::nullopt;
  if (!text) {
    fmt::print(stderr, "actor_eval: error: expected one file (actor_eval GOLD.conll > OUT.conll)\n");
    return 2;
  }
  const auto model = actor::Model::load(actor::embedded_model("de"));
  if (!model.ok()) {
    fmt::print(stderr, "actor_eval: error: {}\n", model.error().message());
    return 3;
  }
  const auto list = train::content_of(train::kWordListPath);
  if (!list) fmt::print(stderr, "actor_eval: {} is not there (package wngerman)\n", train::kWordListPath);
  const actor::KnownWords known(list.value_or(""));
  const auto sentences = train::read_columns(*text);
  const auto hints = train::Hinter().hints_of(sentences);
  actor::Tagger tagger(*model, known);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::vector<std::string_view> words(sentences[i].words.begin(), sentences[i].words.end());
    print(sentences[i], tagger.tag(words, hints[i]));
  }
  return 0;
}
