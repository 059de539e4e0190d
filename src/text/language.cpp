#include "text/language.h"

#include <algorithm>

namespace annalen::text {

std::string_view to_text(Language language) {
  constexpr std::array<std::string_view, kLanguages.size()> tags = {"de", "en"};
  return tags[static_cast<std::size_t>(language)];
}

std::optional<Language> language_from_text(std::string_view tag) {
  const auto found =
      std::find_if(kLanguages.begin(), kLanguages.end(), [&](Language language) { return to_text(language) == tag; });
  return found == kLanguages.end() ? std::nullopt : std::optional(*found);
}

std::string_view file_named(EmbeddedFiles files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == name; });
  return found == files.end() ? std::string_view() : found->second;
}

}  // namespace annalen::text
