#include "event/speaker_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "event/sections.h"

namespace annalen::event {

namespace {

constexpr std::size_t kEndBytesMin = 5;
constexpr char kExample = '=';

bool ends_with_one_of(std::string_view word, const WordSet& ends) {
  if (ends.contains(word)) return true;
  for (std::size_t from = 1; from + kEndBytesMin <= word.size(); ++from) {
    if (ends.contains(word.substr(from))) return true;
  }
  return false;
}

WordSet* set_of(SpeakerWords& words, std::string_view section) {
  const std::array<std::pair<std::string_view, WordSet*>, 18> sets = {{
      {"sources of it", &words.sources_of_it},
      {"doers", &words.doers},
      {"complementisers", &words.complementisers},
      {"not said infinitives", &words.not_said_infinitives},
      {"aside openers", &words.aside_openers},
      {"fronted openers", &words.fronted_openers},
      {"so", &words.so},
      {"persons", &words.persons},
      {"these", &words.these},
      {"before speakers", &words.before_speakers},
      {"behind speakers", &words.behind_speakers},
      {"before telling nouns", &words.before_telling},
      {"before views", &words.before_views},
      {"links", &words.links},
      {"telling nouns", &words.telling_nouns},
      {"views", &words.views},
      {"no speakers", &words.no_speakers},
      {"saying nouns", &words.saying_nouns},
  }};
  const auto* const found =
      std::find_if(sets.begin(), sets.end(), [&](const auto& entry) { return entry.first == section; });
  return found == sets.end() ? nullptr : found->second;
}

std::uint32_t bit_of(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 8> kinds = {{
      {"that", SpeakerWords::kThat},
      {"main", SpeakerWords::kMain},
      {"infinitive", SpeakerWords::kInfinitive},
      {"inserted", SpeakerWords::kInserted},
      {"this", SpeakerWords::kThis},
      {"noun", SpeakerWords::kNoun},
      {"of-it", SpeakerWords::kSaidByIt},
      {"only-telling", SpeakerWords::kOnlyTelling},
  }};
  for (const auto& [name, bit] : kinds) {
    if (name == kind) return bit;
  }
  return 0;
}

// "verbs: that main inserted" -> bits; 0 when it is no such section.
std::uint32_t takes_of_section(std::string_view section) {
  constexpr std::string_view head = "verbs:";
  if (!section.starts_with(head)) return 0;
  section.remove_prefix(head.size());
  std::uint32_t out = 0;
  while (!section.empty()) {
    const auto end = std::min(section.find(' '), section.size());
    if (end > 0) {
      const std::uint32_t bit = bit_of(section.substr(0, end));
      if (bit == 0) return 0;
      out |= bit;
    }
    section.remove_prefix(std::min(end + 1, section.size()));
  }
  return out;
}

}  // namespace

Result<SpeakerWords> SpeakerWords::load(std::string_view words) {
  SpeakerWords out;
  std::function<bool(const std::string&)> add;
  const auto open = [&](std::string_view section) {
    if (const std::uint32_t takes = takes_of_section(section); takes != 0) {
      add = [&out, takes](const std::string& line) {
        std::uint32_t& bits = out.verbs[line];
        const bool is_new = (bits & takes) != takes;
        bits |= takes;
        return is_new;
      };
    } else if (WordSet* set = set_of(out, section); set != nullptr) {
      add = [set](const std::string& line) { return set->insert(line).second; };
    } else {
      return false;
    }
    return true;
  };
  const auto line = [&](const std::string& text) { return text.front() == kExample || add(text); };
  if (auto read = read_sections(words, "speakers.txt", open, line); !read) return read.error();
  return out;
}

std::uint32_t SpeakerWords::takes(std::string_view verb) const {
  const auto found = verbs.find(verb);
  return found == verbs.end() ? 0 : found->second;
}

bool SpeakerWords::is_telling(std::string_view lower_noun) const { return ends_with_one_of(lower_noun, telling_nouns); }
bool SpeakerWords::is_view(std::string_view lower_noun) const { return ends_with_one_of(lower_noun, views); }
bool SpeakerWords::is_no_speaker(std::string_view lower_noun) const {
  return ends_with_one_of(lower_noun, no_speakers);
}

}  // namespace annalen::event
