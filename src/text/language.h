// language.h: the languages that the program has packs of, and the packs' files.
// Packs:   src/<room>/lang/<tag>/*.txt, embedded at build time (tools/cmake/embed.cmake). What a language needs beyond
//          these files, no source knows.
// Threads: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace annalen::text {

enum class Language : std::uint8_t { kGerman, kEnglish };
inline constexpr std::array kLanguages = {Language::kGerman, Language::kEnglish};

[[nodiscard]] std::string_view to_text(Language language);  // "de": the tag, and the packs' folder
[[nodiscard]] std::optional<Language> language_from_text(std::string_view tag);

// Name and text of each file of a pack, by name.
using EmbeddedFiles = std::span<const std::pair<std::string_view, std::string_view>>;
// The file's text; empty when there is none.
[[nodiscard]] std::string_view file_named(EmbeddedFiles files, std::string_view name);

}  // namespace annalen::text
