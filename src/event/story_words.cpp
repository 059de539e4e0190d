#include "event/story_words.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "event/sections.h"

namespace annalen::event {

namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(std::move(word));
  return out;
}

std::optional<StoryTie> tie_of(std::string_view section) {
  if (section == "before") return StoryTie::kBefore;
  if (section == "after") return StoryTie::kAfter;
  if (section == "meanwhile") return StoryTie::kMeanwhile;
  return {};
}

WordSet* set_of(StoryWords& words, std::string_view section) {
  if (section == "opening only") return &words.opening_only;
  if (section == "main clause only") return &words.main_only;
  if (section == "not in reports") return &words.not_in_reports;
  if (section == "not behind") return &words.not_behind;
  return nullptr;
}

StoryWords::Company* company_of(StoryWords& words, std::string_view section) {
  if (section == "governed") return &words.governed;
  if (section == "not before") return &words.not_before;
  return nullptr;
}

}  // namespace

Result<StoryWords> StoryWords::load(std::string_view words) {
  StoryWords out;
  std::function<bool(const std::string&)> add;
  const auto open = [&](std::string_view section) {
    if (const auto tie = tie_of(section)) {
      add = [&out, tie = *tie](const std::string& line) {
        auto phrase = words_of(line);
        const std::string first = phrase.front();
        out.first_bytes_max = std::max(out.first_bytes_max, first.size());
        out.phrases.emplace(first, Phrase{tie, std::move(phrase)});
        return true;
      };
    } else if (WordSet* set = set_of(out, section)) {
      add = [set](const std::string& line) { return line.find(' ') == std::string::npos && set->insert(line).second; };
    } else if (StoryWords::Company* company = company_of(out, section)) {
      add = [company](const std::string& line) {
        const auto in_line = words_of(line);
        const WordSet others(in_line.begin() + 1, in_line.end());
        return !others.empty() && company->emplace(in_line.front(), others).second;
      };
    } else {
      return false;
    }
    return true;
  };
  const auto add_line = [&](const std::string& line) { return add(line); };
  if (auto read = read_sections(words, "story.txt", open, add_line); !read) return read.error();
  return out;
}

}  // namespace annalen::event
