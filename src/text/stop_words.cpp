#include "text/stop_words.h"

#include <optional>

#include "text/fold.h"

namespace annalen::text {
namespace {

// A data line: a name, a tab, the rest. Comments (#) and empty lines are passed over.
struct Line {
  std::string_view name;
  std::string_view rest;
  std::size_t number = 0;
};

// Calls use(line), which says whether the line is right; the first wrong one becomes the error.
template <class Use>
Result<void> read_lines(std::string_view text, std::string_view file, const Use& use) {
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    const bool split = tab != std::string_view::npos && tab > 0 && tab + 1 < line.size();
    if (!split || !use(Line{line.substr(0, tab), line.substr(tab + 1), number})) {
      return Error{ErrorKind::kInput, "not a name, a tab and a known value",
                   std::string(file) + ":" + std::to_string(number)};
    }
  }
  return {};
}

std::optional<StopRule> rule_named(std::string_view name) {
  if (name == "never") return StopRule::kNever;
  if (name == "may") return StopRule::kMay;
  if (name == "often") return StopRule::kOften;
  if (name == "number") return StopRule::kNumber;
  return std::nullopt;
}

template <class Use>
void each_word(std::string_view list, const Use& use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// "sieht" -> "Sieht".
std::string capitalised(std::string_view word) {
  std::string out(word);
  const std::string upper_umlauts[][2] = {{"\xC3\xA4", "\xC3\x84"}, {"\xC3\xB6", "\xC3\x96"}, {"\xC3\xBC", "\xC3\x9C"}};
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  for (const auto& [small, large] : upper_umlauts) {
    if (out.starts_with(small)) out.replace(0, small.size(), large);
  }
  return out;
}

}  // namespace

Result<StopWords> StopWords::load(std::string_view abbreviations, std::string_view ordinals) {
  StopWords words;
  const auto add_rule = [&](const Line& line) {
    const std::optional<StopRule> rule = rule_named(line.name);
    if (!rule) return false;
    each_word(line.rest, [&](std::string_view word) {
      if (word.ends_with('.')) word.remove_suffix(1);
      words.rules_[word] = *rule;
    });
    return true;
  };
  if (auto read = read_lines(abbreviations, "abbreviations.txt", add_rule); !read) return read.error();
  const auto add_word = [&](const Line& line) {
    if (line.name == "starter") {
      each_word(line.rest, [&](std::string_view word) { words.starters_.insert(capitalised(word)); });
    } else if (line.name == "lead") {
      each_word(line.rest, [&](std::string_view word) {
        words.leads_.insert(word);
        words.leads_.insert(capitalised(word));
      });
    } else if (line.name == "follower") {
      each_word(line.rest, [&](std::string_view word) {
        if (word.starts_with('-')) {
          words.follower_endings_.push_back(lower(word.substr(1)));
        } else {
          words.followers_.insert(word);
        }
      });
    } else {
      return false;
    }
    return true;
  };
  if (auto read = read_lines(ordinals, "ordinal_followers.txt", add_word); !read) return read.error();
  return words;
}

StopRule StopWords::rule(std::string_view word, bool first) const {
  constexpr std::size_t abbreviation_bytes_max = 24;
  if (word.size() > abbreviation_bytes_max) return StopRule::kUnknown;
  const StopRule* found = rules_.find(word);
  if (found == nullptr && first) found = rules_.find(lower(word));
  return found == nullptr ? StopRule::kUnknown : *found;
}

bool StopWords::follows_ordinal(std::string_view word) const {
  constexpr std::size_t word_bytes_max = 128;
  if (word.size() > word_bytes_max) return false;
  if (followers_.contains(word)) return true;
  const std::string lowered = lower(word);
  for (const std::string& ending : follower_endings_) {
    if (lowered.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace annalen::text
