#include "text/language_finder.h"

#include <algorithm>

#include "text/fold.h"
#include "text/tokeniser.h"

namespace annalen::text {

EmbeddedFiles embedded_files(std::string_view language);

namespace {

constexpr std::size_t kBytesMax = 4096;  // some 600 words

// Its first bytes, cut where a word ends.
std::string_view beginning_of(std::string_view utf8) {
  if (utf8.size() <= kBytesMax) return utf8;
  const std::size_t blank = utf8.find_last_of(" \t\r\n", kBytesMax);
  return utf8.substr(0, blank == std::string_view::npos ? 0 : blank);
}

}  // namespace

LanguageFinder::LanguageFinder() {
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    std::string_view text = file_named(embedded_files(to_text(kLanguages[i])), "function_words.txt");
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.starts_with('#')) continue;
      Tokeniser tokeniser(line);
      for (Token token; tokeniser.next(token);) {
        words_[i].emplace(line.substr(token.span.begin, token.span.size()));
      }
    }
  }
}

std::optional<Language> LanguageFinder::find(std::string_view utf8) const {
  const std::string_view text = beginning_of(utf8);
  std::array<std::size_t, kLanguages.size()> known{};
  std::size_t all = 0;
  Tokeniser tokeniser(text);
  for (Token token; tokeniser.next(token);) {
    if (token.kind != TokenKind::kWord) continue;
    ++all;
    const std::string word = lower(text.substr(token.span.begin, token.span.size()));
    for (std::size_t i = 0; i < kLanguages.size(); ++i) known[i] += words_[i].contains(word) ? 1U : 0U;
  }
  const auto best = std::max_element(known.begin(), known.end());
  const std::size_t most = *best;
  const auto language = kLanguages[static_cast<std::size_t>(best - known.begin())];
  *best = 0;
  const std::size_t second = *std::max_element(known.begin(), known.end());
  // Every third word or so of a text in the language is known; of a related one some, of the other known one the words
  // that both have.
  constexpr std::size_t words_min = 2;
  constexpr std::size_t words_per_known_max = 5;
  const bool clear = 4 * most >= 5 * second && most > second;
  if (most < words_min || most * words_per_known_max < all || !clear) return std::nullopt;
  return language;
}

}  // namespace annalen::text
