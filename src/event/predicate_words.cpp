#include "event/predicate_words.h"

#include <algorithm>
#include <functional>

#include "event/sections.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::string_view kAny = "*";
constexpr std::string_view kNothing = "-";

bool is_capital(std::string_view word) { return !word.empty() && text::lower(word) != word; }

// "verb [preposition] noun"
std::optional<PredicateWords::Light> light_of_words(const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 3) return {};
  PredicateWords::Light out;
  if (words.size() == 3) out.preposition = words[1];
  if (words.back() != kAny) out.noun = words.back();
  return out;
}

}  // namespace

Result<PredicateWords> PredicateWords::load(std::string_view text) {
  PredicateWords out;
  std::function<bool(const std::string&)> add;
  const auto open = [&](std::string_view section) {
    if (section == "auxiliaries") {
      add = [&out](const std::string& line) {
        const auto [lemma, rest] = name_and_rest(line);
        for (const auto form : blank_separated(rest)) out.auxiliaries[form] = lemma;
        return !lemma.empty();
      };
    } else if (section == "noun endings") {
      add = [&out](const std::string& line) {
        for (const auto ending : blank_separated(line)) out.endings.emplace_back(ending);
        return true;
      };
    } else if (section == "planning") {
      add = [&out](const std::string& line) {
        for (const auto verb : blank_separated(line)) out.planning[verb] = true;
        return true;
      };
    } else if (section == "light") {
      add = [&out](const std::string& line) { return out.add_light(line); };
    } else if (section == "nouns") {
      add = [&out](const std::string& line) { return out.add_noun(line); };
    } else {
      return false;
    }
    return true;
  };
  const auto add_line = [&](const std::string& line) { return add(line); };
  if (auto read = read_sections(text, "predicates.txt", open, add_line, LineCase::kAsWritten); !read) {
    return read.error();
  }
  return out;
}

// "erklären: abgeben erklärung; abgeben stellungnahme"
bool PredicateWords::add_light(const std::string& line) {
  auto [lemma, rest] = name_and_rest(line);
  if (lemma.empty()) return false;
  if (lemma == kAny) lemma = {};
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto words = blank_separated(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    auto light = light_of_words(words);
    if (!light) return false;
    light->lemma = lemma;
    std::uint32_t& number = light_by_verb_[words.front()];
    if (number == 0) {
      light_.emplace_back();
      number = static_cast<std::uint32_t>(light_.size());
    }
    light_[number - 1].push_back(std::move(*light));
  }
  return true;
}

// "zurücktreten: rücktritt demission", "-: auswahl"
bool PredicateWords::add_noun(const std::string& line) {
  const auto [lemma, rest] = name_and_rest(line);
  if (lemma.empty()) return false;
  lemmas_.emplace_back(lemma == kNothing ? std::string_view{} : lemma);
  for (const auto noun : blank_separated(rest)) {
    nouns_.add(noun, static_cast<std::uint32_t>(lemmas_.size() - 1));
  }
  return true;
}

std::optional<PredicateWords::NounName> PredicateWords::of_noun(std::string_view lower) const {
  const auto found = nouns_.find(lower, endings);
  if (!found || lemmas_[found->value].empty()) return {};
  const std::string& lemma = lemmas_[found->value];
  return NounName{lemma, is_capital(lemma) ? found->begin : 0};
}

const std::vector<PredicateWords::Light>* PredicateWords::light_of(std::string_view verb) const {
  const auto* number = light_by_verb_.find(verb);
  return number == nullptr ? nullptr : &light_[*number - 1];
}

}  // namespace annalen::event
