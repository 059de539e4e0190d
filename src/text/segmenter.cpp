#include "text/segmenter.h"

#include <cassert>
#include <span>
#include <utility>

#include "text/codepoint.h"
#include "text/normalise.h"
#include "text/splitter.h"
#include "text/stop_words.h"
#include "text/tokeniser.h"

namespace annalen::text {

EmbeddedFiles embedded_files(std::string_view language);

namespace {

// The next invisible character at or after `from`: [begin, end); begin == size when there is none.
Span next_invisible(std::string_view text, std::size_t from) {
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::size_t at = skip_ascii(text, from); at < text.size(); at = skip_ascii(text, at)) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xC2U && lead != 0xE2U && lead != 0xEFU) {
      ++at;
      continue;
    }
    std::size_t end = at;
    if (classify(next_codepoint(text, end)) == Kind::kInvisible) {
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    at = end;
  }
  return {size, size};
}

// NFC of `source` without invisible characters, and what became what; no pieces when nothing changed.
std::string prepare(std::string_view source, std::vector<Piece>& pieces) {
  if (next_invisible(source, 0).begin == source.size() && is_nfc(source)) return std::string(source);
  std::string text;
  text.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    const Span invisible = next_invisible(source, at);
    append_nfc(source.substr(at, invisible.begin - at), text, &pieces);
    if (invisible.size() > 0) pieces.push_back({invisible.size(), 0, true});
    at = invisible.end;
  }
  return text;
}

}  // namespace

Result<Segmenter> Segmenter::load(std::string_view abbreviations, std::string_view ordinals) {
  Result<StopWords> words = StopWords::load(abbreviations, ordinals);
  if (!words) return words.error();
  return Segmenter(std::make_shared<const StopWords>(std::move(words).value()));
}

Segmenter Segmenter::of(Language language) {
  const EmbeddedFiles files = embedded_files(to_text(language));
  Result<Segmenter> made = load(file_named(files, "abbreviations.txt"), file_named(files, "ordinal_followers.txt"));
  assert(made.ok());
  return std::move(made).value();
}

Document Segmenter::segment(std::string_view source) const {
  Document document;
  std::vector<Piece> pieces;
  document.text_ = prepare(source, pieces);
  Document::Shift at;
  for (const Piece& piece : pieces) {
    const Document::Shift end{at.at + piece.length, at.source + piece.source_length};
    if (piece.changed) {
      const bool known = !document.shifts_.empty() && document.shifts_.back().at == at.at &&
                         document.shifts_.back().source == at.source;
      if (!known) document.shifts_.push_back(at);
      document.shifts_.push_back(end);
    }
    at = end;
  }
  constexpr std::size_t bytes_per_token = 6;  // of German text, about
  std::vector<Gap> gaps;
  gaps.reserve(document.text_.size() / bytes_per_token + 1);
  document.tokens_.reserve(document.text_.size() / bytes_per_token + 1);
  Tokeniser tokeniser(document.text_);
  for (Token token; tokeniser.next(token);) {
    document.tokens_.push_back(token);
    gaps.push_back(tokeniser.gap());
  }
  document.sentences_ = Splitter(document.text_, document.tokens_, gaps, *data_).split();
  return document;
}

}  // namespace annalen::text
