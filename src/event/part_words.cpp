#include "event/part_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "event/sections.h"

namespace annalen::event {

namespace {

constexpr std::size_t kEndBytesMin = 3;

bool add_forms(std::string_view line, std::map<std::string, Forms, std::less<>>& out) {
  const auto words = blank_separated(line);
  std::uint16_t bits = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto grammatical_case = std::string_view("ngda").find(words[i].front());
    const auto gender = std::string_view("mfnp").find(words[i].back());
    if (words[i].size() != 2 || grammatical_case > 3 || gender > 3) return false;
    bits = static_cast<std::uint16_t>(bits | (1U << (4 * grammatical_case + gender)));
  }
  return bits != 0 && out.emplace(words.front(), Forms(bits)).second;
}

// "spoken-to mit sprechen reden", "acted-upon gegen * !spielen"
bool add_rule(std::string_view line, PartWords::Rules& out) {
  const auto words = blank_separated(line);
  if (words.size() < 3) return false;
  PartWords::Rule rule;
  if (words[0] == "acts") {
    rule.part = Part::kActs;
  } else if (words[0] == "acted-upon") {
    rule.part = Part::kActedUpon;
  } else if (words[0] == "spoken-to") {
    rule.part = Part::kSpokenTo;
  } else if (words[0] == "companion") {
    rule.part = Part::kCompanion;
  } else {
    return false;
  }
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "*") {
      rule.any = true;
    } else if (words[i].front() == '!') {
      rule.excepted.emplace_back(words[i].substr(1));
    } else {
      rule.words.emplace_back(words[i]);
    }
  }
  out.emplace(words[1], std::move(rule));
  return true;
}

WordSet* set_of(PartWords& words, std::string_view section) {
  const std::array<std::pair<std::string_view, WordSet*>, 18> sets = {{
      {"linkers", &words.linkers},
      {"together", &words.together},
      {"adverbs", &words.adverbs},
      {"reflexives", &words.reflexives},
      {"infinitive markers", &words.infinitive_markers},
      {"masculine", &words.masculine},
      {"feminine", &words.feminine},
      {"neuter", &words.neuter},
      {"plural", &words.plural},
      {"being", &words.being},
      {"moving", &words.moving},
      {"light", &words.light},
      {"giving", &words.giving},
      {"giving alone", &words.giving_alone},
      {"addressing", &words.addressing},
      {"other dative", &words.other_dative},
      {"genitive acts", &words.genitive_acts},
      {"genitive acted-upon", &words.genitive_acted_upon},
  }};
  const auto* const found =
      std::find_if(sets.begin(), sets.end(), [&](const auto& entry) { return entry.first == section; });
  return found == sets.end() ? nullptr : found->second;
}

PartWords::Rules* rules_of(PartWords& words, std::string_view section) {
  if (section == "with verb") return &words.with_verb;
  if (section == "with passive") return &words.with_passive;
  if (section == "with noun") return &words.with_noun;
  return nullptr;
}

bool ends_with_one_of(std::string_view word, const WordSet& ends) {
  if (ends.contains(word)) return true;
  for (std::size_t from = 1; from + kEndBytesMin <= word.size(); ++from) {
    if (ends.contains(word.substr(from))) return true;
  }
  return false;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Result<PartWords> PartWords::load(std::string_view words) {
  PartWords out;
  std::function<bool(const std::string&)> add;
  const auto open = [&](std::string_view section) {
    if (section == "forms" || section == "pronouns") {
      auto& forms_of = section == "forms" ? out.forms : out.pronouns;
      add = [&forms_of](const std::string& line) { return add_forms(line, forms_of); };
    } else if (section == "moved") {
      add = [&out](const std::string& line) {
        out.moved.push_back(line);
        return true;
      };
    } else if (WordSet* set = set_of(out, section)) {
      add = [set](const std::string& line) { return line.find(' ') == std::string::npos && set->insert(line).second; };
    } else if (Rules* rules = rules_of(out, section)) {
      add = [rules](const std::string& line) { return add_rule(line, *rules); };
    } else {
      return false;
    }
    return true;
  };
  const auto add_line = [&](const std::string& line) { return add(line); };
  if (auto read = read_sections(words, "parts.txt", open, add_line); !read) return read.error();
  return out;
}

std::uint16_t PartWords::genders_of(std::string_view lower) const {
  if (ends_with_one_of(lower, plural)) return Forms::kPlural;
  if (ends_with_one_of(lower, feminine)) return Forms::kFeminine;
  if (ends_with_one_of(lower, masculine)) return Forms::kMasculine;
  if (ends_with_one_of(lower, neuter)) return Forms::kNeuter;
  return Forms::kAll;
}

std::optional<Part> PartWords::beside_verb(const Rules& rules, std::string_view preposition, std::string_view verb,
                                           bool explicitly) const {
  const auto [first, end] = rules.equal_range(preposition);
  for (auto at = first; at != end; ++at) {
    const Rule& rule = at->second;
    if (has(rule.words, verb)) return rule.part;
    if (rule.any && !explicitly && !has(rule.excepted, verb)) return rule.part;
  }
  return {};
}

std::optional<Part> PartWords::beside_noun(std::string_view preposition, std::string_view lower_noun) const {
  const auto [first, end] = with_noun.equal_range(preposition);
  for (auto at = first; at != end; ++at) {
    const Rule& rule = at->second;
    const bool listed = std::any_of(rule.words.begin(), rule.words.end(),
                                    [&](const std::string& word) { return lower_noun.ends_with(word); });
    if (rule.any || listed) return rule.part;
  }
  return {};
}

std::optional<Part> PartWords::by_genitive(std::string_view lower_noun) const {
  if (ends_with_one_of(lower_noun, genitive_acted_upon)) return Part::kActedUpon;
  if (ends_with_one_of(lower_noun, genitive_acts)) return Part::kActs;
  return {};
}

bool PartWords::is_moving(std::string_view verb) const { return ends_with_one_of(verb, moving); }

}  // namespace annalen::event
