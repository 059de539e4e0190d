#include "event/lexicon.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <utility>

#include "event/sections.h"
#include "text/language.h"

namespace annalen::event {

text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

constexpr std::size_t kAdjectiveEndBytesMax = 2;  // "-e", "-en"

bool ends_with_one_of(std::string_view word, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return word.ends_with(end); });
}

bool begins_with_one_of(std::string_view word, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return word.starts_with(beginning); });
}

// Where the words of a section go: a set or a list.
struct Target {
  WordSet* set = nullptr;
  std::vector<std::string>* list = nullptr;
  void add(std::string word) const {
    if (list != nullptr) list->push_back(word);
    if (set != nullptr) set->insert(std::move(word));
  }
  [[nodiscard]] bool known() const { return set != nullptr || list != nullptr; }
};

Target target_of(Lexicon& lexicon, std::string_view section) {
  if (section == "prepositions") return {.set = &lexicon.prepositions};
  if (section == "determiners") return {.set = &lexicon.determiners};
  if (section == "coordinators") return {.set = &lexicon.coordinators};
  if (section == "relative pronouns") return {.set = &lexicon.relative_pronouns};
  if (section == "attributing prepositions") return {.set = &lexicon.attributing_prepositions};
  if (section == "displacing prepositions") return {.set = &lexicon.displacing_prepositions};
  if (section == "capital adjective ends") return {.list = &lexicon.capital_adjective_ends};
  if (section == "complementisers") return {.set = &lexicon.complementisers};
  if (section == "representatives") return {.list = &lexicon.representatives};
  if (section == "comparers") return {.set = &lexicon.comparers};
  if (section == "comparisons") return {.set = &lexicon.comparisons};
  if (section == "comparison links") return {.set = &lexicon.comparison_links};
  if (section == "earlier amounts") return {.set = &lexicon.earlier_amounts};
  if (section == "measures") return {.set = &lexicon.measures};
  if (section == "deeds") return {.list = &lexicon.deeds};
  if (section == "singular determiners") return {.set = &lexicon.singular_determiners};
  if (section == "doubtful determiners") return {.set = &lexicon.doubtful_determiners};
  if (section == "plural ends") return {.list = &lexicon.plural_ends};
  if (section == "singular ends") return {.list = &lexicon.singular_ends};
  if (section == "happenings") return {.list = &lexicon.happenings};
  if (section == "not happenings") return {.set = &lexicon.not_happenings};
  if (section == "participle ends") return {.list = &lexicon.participle_ends};
  if (section == "past ends") return {.list = &lexicon.past_ends};
  if (section == "past beginnings") return {.list = &lexicon.past_beginnings};
  if (section == "not participles") return {.set = &lexicon.not_participles};
  if (section == "separable prefixes") return {.list = &lexicon.separable_prefixes};
  return {};
}

}  // namespace

Result<Lexicon> Lexicon::load(std::string_view words) {
  Lexicon lexicon;
  Target target;
  const auto open = [&](std::string_view section) {
    target = target_of(lexicon, section);
    return target.known();
  };
  const auto add = [&](const std::string& line) {
    target.add(line);
    return true;
  };
  if (auto read = read_sections(words, "words.txt", open, add); !read) return read.error();
  return lexicon;
}

Lexicon Lexicon::german(clause::Analyser verbs) {
  const text::EmbeddedFiles files = embedded_files(text::to_text(text::Language::kGerman));
  auto loaded = load(text::file_named(files, "words.txt"));
  auto parts = PartWords::load(text::file_named(files, "parts.txt"));
  auto implied = ImpliedWords::load(text::file_named(files, "implied.txt"));
  auto story = StoryWords::load(text::file_named(files, "story.txt"));
  auto predicates = PredicateWords::load(text::file_named(files, "predicates.txt"));
  auto types = TypeWords::load(text::file_named(files, "types.txt"));
  auto status = StatusWords::load(text::file_named(files, "status.txt"));
  auto speakers = SpeakerWords::load(text::file_named(files, "speakers.txt"));
  assert(loaded.ok() && parts.ok() && implied.ok() && story.ok() && predicates.ok() && types.ok() && speakers.ok() &&
         status.ok());  // the embedded pack is ours
  loaded->parts = std::move(parts).value();
  loaded->implied = std::move(implied).value();
  loaded->story = std::move(story).value();
  loaded->predicates = std::move(predicates).value();
  loaded->status = std::move(status).value();
  loaded->types = std::move(types).value();
  loaded->speakers = std::move(speakers).value();
  loaded->verbs = std::move(verbs);
  return std::move(loaded).value();
}

bool Lexicon::is_participle(std::string_view lower) const {
  if (ends_with_one_of(lower, participle_ends)) return true;
  if (!ends_with_one_of(lower, past_ends)) return false;
  for (std::size_t end = 1; end <= kAdjectiveEndBytesMax && end < lower.size(); ++end) {
    if (not_participles.contains(lower.substr(0, lower.size() - end))) return false;
  }
  if (begins_with_one_of(lower, past_beginnings)) return true;
  return std::any_of(separable_prefixes.begin(), separable_prefixes.end(), [&](const std::string& prefix) {
    return lower.starts_with(prefix) && begins_with_one_of(lower.substr(prefix.size()), past_beginnings);
  });
}

bool Lexicon::is_representative(std::string_view lower) const { return ends_with_one_of(lower, representatives); }

bool Lexicon::is_deed(std::string_view lower) const { return ends_with_one_of(lower, deeds); }

bool Lexicon::is_one_inhabitant(std::string_view determiner, std::string_view noun) const {
  if (singular_determiners.contains(determiner)) return true;
  if (ends_with_one_of(noun, singular_ends)) return true;
  return doubtful_determiners.contains(determiner) && !ends_with_one_of(noun, plural_ends);
}

bool Lexicon::is_capital_adjective(std::string_view lower) const {
  return ends_with_one_of(lower, capital_adjective_ends);
}

bool Lexicon::is_happening(std::string_view lower) const {
  return !not_happenings.contains(lower) && ends_with_one_of(lower, happenings);
}

}  // namespace annalen::event
