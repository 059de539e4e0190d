#include "text/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "text/codepoint.h"

namespace annalen::text {
namespace {

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? instance : nullptr;
}

// Code points below U+0300 are NFC and stay so; so do general punctuation's dashes, quotes and ellipsis.
bool plainly_nfc(std::string_view utf8) {
  for (std::size_t at = skip_ascii(utf8, 0); at < utf8.size(); at = skip_ascii(utf8, at)) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0xCCU) {
      ++at;
    } else if (lead == 0xE2U && at + 2 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) == 0x80U &&
               static_cast<unsigned char>(utf8[at + 2]) >= 0x82U) {
      at += 3;
    } else {
      return false;
    }
  }
  return true;
}

void copy_unchanged(std::string_view utf8, std::string& out, std::vector<Piece>* pieces) {
  if (utf8.empty()) return;
  out.append(utf8);
  const auto size = static_cast<std::uint32_t>(utf8.size());
  if (pieces != nullptr) pieces->push_back({size, size, false});
}

void append_by_icu(std::string_view utf8, std::string& out, std::vector<Piece>* pieces) {
  const icu::Normalizer2* normalizer = nfc();
  const std::size_t before = out.size();
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits edits;
  if (normalizer != nullptr) {
    icu::StringByteSink<std::string> sink(&out);
    const icu::StringPiece piece(utf8.data(), static_cast<std::int32_t>(utf8.size()));
    normalizer->normalizeUTF8(0, piece, sink, pieces == nullptr ? nullptr : &edits, status);
  }
  if (normalizer == nullptr || U_FAILURE(status)) {
    out.resize(before);
    copy_unchanged(utf8, out, pieces);
    return;
  }
  if (pieces == nullptr) return;
  icu::Edits::Iterator it = edits.getFineIterator();
  while (it.next(status)) {
    pieces->push_back({static_cast<std::uint32_t>(it.oldLength()), static_cast<std::uint32_t>(it.newLength()),
                       static_cast<bool>(it.hasChange())});
  }
}

// The next run of too many marks at or after `from`: [begin, end); begin == size when there is none.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Run next_long_run(std::string_view utf8, std::size_t from) {
  std::size_t begin = from;
  std::size_t count = 0;
  for (std::size_t at = from; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    std::size_t end = at;
    const char32_t c = next_codepoint(utf8, end);
    if (lead >= 0xCCU && classify(c) == Kind::kMark) {
      if (count++ == 0) begin = at;
    } else {
      if (count > kMarksMax) return {begin, at};
      count = 0;
    }
    at = end;
  }
  return count > kMarksMax ? Run{begin, utf8.size()} : Run{utf8.size(), utf8.size()};
}

}  // namespace

bool is_nfc(std::string_view utf8) {
  if (plainly_nfc(utf8)) return true;
  if (next_long_run(utf8, 0).begin < utf8.size()) return false;
  const icu::Normalizer2* normalizer = nfc();
  UErrorCode status = U_ZERO_ERROR;
  return normalizer != nullptr &&
         normalizer->isNormalizedUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), status) &&
         U_SUCCESS(status);
}

void append_nfc(std::string_view utf8, std::string& out, std::vector<Piece>* pieces) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Run run = next_long_run(utf8, at);
    if (run.begin > at) append_by_icu(utf8.substr(at, run.begin - at), out, pieces);
    if (run.end > run.begin) copy_unchanged(utf8.substr(run.begin, run.end - run.begin), out, pieces);
    at = run.end;
  }
}

}  // namespace annalen::text
