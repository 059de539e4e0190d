#include <cassert>
#include <numeric>
#include <span>
#include <utility>

#include "clause/builder.h"
#include "clause/chain.h"
#include "clause/clause.h"
#include "clause/lexicon.h"
#include "clause/predicate.h"
#include "clause/reading.h"

namespace annalen::clause {

text::EmbeddedFiles embedded_files(std::string_view language);

struct Analyser::Data {
  Lexicon lexicon;
};

Result<Analyser> Analyser::load(std::string_view verbs, std::string_view words) {
  Result<Lexicon> lexicon = Lexicon::load(verbs, words);
  if (!lexicon) return lexicon.error();
  return Analyser(std::make_shared<const Data>(Data{std::move(lexicon).value()}));
}

Analyser Analyser::of(text::Language language) {
  const text::EmbeddedFiles files = embedded_files(text::to_text(language));
  Result<Analyser> made = load(text::file_named(files, "verbs.txt"), text::file_named(files, "words.txt"));
  assert(made.ok());
  return std::move(made).value();
}

std::string Analyser::infinitive_of_participle(std::string_view lowered) const {
  return data_->lexicon.infinitive_of_participle(lowered);
}

Clauses Analyser::analyse(const text::Document& document) const {
  std::vector<std::uint32_t> all(document.sentences().size());
  std::iota(all.begin(), all.end(), 0U);
  return analyse(document, all);
}

Clauses Analyser::analyse(const text::Document& document, std::span<const std::uint32_t> sentences) const {
  Clauses out;
  out.clause_of_token.assign(document.tokens().size(), Clauses::kNotAnalysed);
  Reader reader(document, data_->lexicon);
  Builder builder(reader, out);
  for (const std::uint32_t number : sentences) {
    if (data_->lexicon.is_chain()) {
      add_chain(document, number, data_->lexicon, out);
      continue;
    }
    const text::Sentence& sentence = document.sentences()[number];
    const auto first_clause = static_cast<std::uint32_t>(out.clauses.size());
    reader.read(sentence);
    builder.build(number, sentence.first_token);
    fill_predicates(reader, data_->lexicon, sentence.first_token, first_clause, out);
  }
  return out;
}

}  // namespace annalen::clause
