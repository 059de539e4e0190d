// document.h: a text cut into tokens and sentences, with the way back to the bytes as given.
// Text:     NFC-normalised UTF-8 (ICU), without what nobody sees: soft hyphens, zero width spaces, word joiners,
//           direction marks. Spans are byte offsets into text(); source_span() maps them to the bytes given.
// Tokens:   atoms: a run of letters (and marks), a run of decimal digits, or one other character; white space only
//           separates. "NATO-Land" is three tokens, "20.30" three, "1940er" two; space_before tells whether they touch.
// Limits:   REQUIRES at most kBodyBytesMax bytes of well-formed UTF-8 (text/utf8.h checks both).
//           A sentence has at most kSentenceTokensMax tokens; a longer one is cut.
// Order:    tokens and sentences in text order; sentences tile the tokens. Linear time.
// Threads:  a Document is immutable once made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::text {

inline constexpr std::size_t kBodyBytesMax = std::size_t{1} << 28U;  // 256 MiB: spans are 32 bit
inline constexpr std::uint32_t kSentenceTokensMax = 8192;            // no sentence of a human being is as long

struct Span {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;    // bytes, excluded
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(const Span& inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation };

struct Token {
  Span span;
  TokenKind kind = TokenKind::kPunctuation;
  bool space_before = false;   // white space (or the text's start) stands before it
  bool capitalised = false;    // a word whose first letter is upper case
  std::uint32_t sentence = 0;  // index into sentences()
};

struct Sentence {
  Span span;                      // from the first token's begin to the last one's end
  std::uint32_t first_token = 0;  // [first_token, end_token)
  std::uint32_t end_token = 0;
  bool starts_paragraph = false;  // an empty line (or the text's start) stands before it
};

class Segmenter;

class Document {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  [[nodiscard]] std::string_view of(const Span& span) const {
    return std::string_view{text_}.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view of(const Token& token) const { return of(token.span); }
  // The bytes as given that the span stands for.
  [[nodiscard]] Span source_span(const Span& span) const;

 private:
  friend class Segmenter;
  // Where NFC changed lengths: at text offset `at` (and after) the source offset is `source` + distance.
  struct Shift {
    std::uint32_t at = 0;
    std::uint32_t source = 0;
  };
  std::string text_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Shift> shifts_;  // empty when the source was NFC
};

}  // namespace annalen::text
