#include "text/fold.h"

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>

#include "text/codepoint.h"
#include "text/normalise.h"
#include "text/tokeniser.h"

namespace annalen::text {
namespace {

bool is_accent(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

// Letters with a stroke and ligatures, which Unicode does not take apart. Lower case only.
std::string_view without_stroke(char32_t c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF0:
    case 0x111:
      return "d";
    case 0xF8:
      return "o";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0x167:
      return "t";
    default:
      return {};
  }
}

void append_folded_by_icu(char32_t c, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text(static_cast<UChar32>(c));
  if (U_SUCCESS(status)) text = nfd->normalize(text, status).foldCase();
  if (U_SUCCESS(status)) text = nfd->normalize(text, status);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(text.char32At(i));
    if (is_accent(part) || classify(part) == Kind::kInvisible) continue;
    const std::string_view plain = without_stroke(part);
    if (plain.empty()) {
      append_codepoint(out, part);
    } else {
      out += plain;
    }
  }
}

constexpr char32_t kTableSize = 0x600;  // Latin, Greek, Cyrillic, Armenian, Hebrew

const std::array<std::string, kTableSize>& fold_table() {
  static const auto table = [] {
    auto made = std::make_unique<std::array<std::string, kTableSize>>();
    for (char32_t c = 0; c < kTableSize; ++c) append_folded_by_icu(c, (*made)[c]);
    return made;
  }();
  return *table;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Lower-cases a leading run of ASCII into `out` and returns its length.
std::size_t take_ascii(std::string_view utf8, std::size_t from, std::string& out) {
  std::size_t at = from;
  while (at < utf8.size() && static_cast<unsigned char>(utf8[at]) < 0x80U) out.push_back(ascii_lower(utf8[at++]));
  return at - from;
}

char32_t lower_codepoint(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Longer "words" are no words; the stemmer's work stays bounded.
constexpr std::size_t kStemBytesMax = 256;

std::string stem_lowered(const std::string& lowered) {
  thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(sb_stemmer_new("german", "UTF_8"));
  if (stemmer == nullptr || lowered.size() > kStemBytesMax) return fold(lowered);
  // Snowball speaks of sb_symbol, an unsigned char: the same bytes.
  const auto* bytes = reinterpret_cast<const sb_symbol*>(lowered.data());
  const sb_symbol* result = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(lowered.size()));
  if (result == nullptr) return fold(lowered);
  return fold({reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))});
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool may_compose = false;
  for (std::size_t at = 0; at < utf8.size();) {
    at += take_ascii(utf8, at, out);
    if (at >= utf8.size()) break;
    const char32_t c = next_codepoint(utf8, at);
    if (c < kTableSize) {
      out += fold_table()[c];
    } else {
      append_folded_by_icu(c, out);
    }
    may_compose = may_compose || c >= 0x370;
  }
  if (!may_compose || is_nfc(out)) return out;
  std::string composed;
  append_nfc(out, composed, nullptr);
  return composed;
}

std::string lower(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    at += take_ascii(utf8, at, out);
    if (at < utf8.size()) append_codepoint(out, lower_codepoint(next_codepoint(utf8, at)));
  }
  return out;
}

std::string stem(std::string_view word) { return stem_lowered(lower(word)); }

std::vector<std::string> stems(std::string_view utf8) {
  std::string normalised;
  if (!is_nfc(utf8)) {
    append_nfc(utf8, normalised, nullptr);
    utf8 = normalised;
  }
  std::unordered_set<std::string> words;
  Tokeniser tokeniser(utf8);
  for (Token token; tokeniser.next(token);) {
    if (token.kind != TokenKind::kPunctuation) words.insert(lower(utf8.substr(token.span.begin, token.span.size())));
  }
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const std::string& word : words) out.push_back(stem_lowered(word));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace annalen::text
