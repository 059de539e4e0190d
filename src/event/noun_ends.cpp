#include "event/noun_ends.h"

#include <algorithm>

namespace annalen::event {

namespace {

constexpr std::size_t kNounBytesMax = 80;  // a longer word is looked up from its end

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_end(std::string_view word, std::string_view noun) {
  return word == noun || (noun.size() >= kNounEndBytesMin && word.ends_with(noun));
}

}  // namespace

bool is_noun(std::string_view lower, std::string_view noun, const NounEndings& endings) {
  if (lower.size() < noun.size()) return false;
  if (is_end(lower, noun)) return true;
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return lower.ends_with(ending) && is_end(lower.substr(0, lower.size() - ending.size()), noun);
  });
}

std::optional<NounEnds::Found> NounEnds::find(std::string_view lower, const NounEndings& endings) const {
  const std::size_t first = lower.size() > kNounBytesMax ? lower.size() - kNounBytesMax : 0;
  for (std::size_t begin = first; begin < lower.size(); ++begin) {
    if (continues_letter(lower[begin])) continue;
    const std::string_view rest = lower.substr(begin);
    if (begin > 0 && rest.size() < kNounEndBytesMin) return {};
    if (const auto* found = values_.find(rest)) return Found{*found, begin};
    for (const std::string& ending : endings) {
      if (!rest.ends_with(ending) || rest.size() == ending.size()) continue;
      const std::string_view bare = rest.substr(0, rest.size() - ending.size());
      if (begin > 0 && bare.size() < kNounEndBytesMin) continue;
      if (const auto* found = values_.find(bare)) return Found{*found, begin};
    }
  }
  return {};
}

}  // namespace annalen::event
