#include "event/type.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "event/clause_words.h"
#include "text/fold.h"

namespace annalen::event {

text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

constexpr std::string_view kScore = "%score";  // "2:1" among the words that an entry asks for

class TypeReader {
 public:
  TypeReader(const Occurrence& occurrence, const Predicate& predicate, const Lexicon& lexicon)
      : occurrence_(occurrence), predicate_(predicate), lexicon_(lexicon) {}

  Type read() {
    if (predicate_.noun && try_entries(entries_of_noun(*predicate_.noun), predicate_.tokens)) return std::move(out_);
    if (try_entries(lexicon_.types.of_verb(predicate_.lemma), predicate_.tokens)) return std::move(out_);
    if (lexicon_.types.carriers.contains(predicate_.lemma)) read_carried();
    return std::move(out_);
  }

 private:
  using Entries = std::vector<TypeWords::Entry>;

  const std::vector<ClauseWord>& words() {
    if (!words_) words_ = clause_words(occurrence_, lexicon_);
    return *words_;
  }

  const Entries* entries_of_noun(std::uint32_t token) const {
    const auto written = occurrence_.document.of(occurrence_.document.tokens()[token]);
    return lexicon_.types.of_noun(text::lower(written), lexicon_.predicates.endings);
  }

  // The type of the first noun of the clause that tells one.
  void read_carried() {
    for (const ClauseWord& word : words()) {
      if (!word.capitalised) continue;
      std::vector<std::uint32_t> grounds = predicate_.tokens;
      grounds.push_back(word.token);
      if (try_entries(lexicon_.types.of_noun(word.lower, lexicon_.predicates.endings), grounds)) return;
      const auto name = lexicon_.predicates.of_noun(word.lower);
      if (name && try_entries(lexicon_.types.of_verb(name->lemma), grounds)) return;
    }
  }

  bool try_entries(const Entries* entries, const std::vector<std::uint32_t>& told_by) {
    if (entries == nullptr) return false;
    for (const TypeWords::Entry& entry : *entries) {
      std::optional<std::uint32_t> beside;
      if (!entry.beside.empty()) {
        beside = token_of_one(entry.beside);
        if (!beside) continue;
      }
      if (!entry.without.empty() && token_of_one(entry.without)) continue;
      out_.code = lexicon_.types.types[entry.type].code;
      out_.cameo = entry.cameo;
      out_.grounds = told_by;
      if (beside) out_.grounds.push_back(*beside);
      std::sort(out_.grounds.begin(), out_.grounds.end());
      out_.grounds.erase(std::unique(out_.grounds.begin(), out_.grounds.end()), out_.grounds.end());
      return true;
    }
    return false;
  }

  // The first word of the clause that is one of these.
  std::optional<std::uint32_t> token_of_one(const std::vector<std::string>& asked) {
    for (const ClauseWord& word : words()) {
      for (const std::string& one : asked) {
        const bool same = word.capitalised ? is_noun(word.lower, one, lexicon_.predicates.endings) : word.lower == one;
        if (same || (word.number && one == kScore && is_score(word.token))) return word.token;
      }
    }
    return {};
  }

  // "2:1"
  [[nodiscard]] bool is_score(std::uint32_t token) const {
    const auto& tokens = occurrence_.document.tokens();
    if (occurrence_.document.of(tokens[token]).find(':') != std::string_view::npos) return true;
    return token + 2 < tokens.size() && occurrence_.document.of(tokens[token + 1]) == ":" &&
           tokens[token + 2].kind == text::TokenKind::kNumber && !tokens[token + 2].space_before;
  }

  const Occurrence& occurrence_;
  const Predicate& predicate_;
  const Lexicon& lexicon_;
  std::optional<std::vector<ClauseWord>> words_;
  Type out_;
};

}  // namespace

Type type_of(const Occurrence& occurrence, const Predicate& predicate, const Lexicon& lexicon) {
  return TypeReader(occurrence, predicate, lexicon).read();
}

std::vector<TypeInfo> types(text::Language language) {
  const text::EmbeddedFiles files = embedded_files(text::to_text(language));
  auto words = TypeWords::load(text::file_named(files, "types.txt"));
  assert(words.ok());  // the embedded pack is ours
  return std::move(words->types);
}

}  // namespace annalen::event
