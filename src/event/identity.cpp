#include "event/identity.h"

#include "base/byte_order.h"
#include "base/digest.h"

namespace annalen::event {

namespace {

constexpr std::size_t kIdCharacters = 16;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

std::string collapse_white_space(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    std::size_t blank = 0;
    if (utf8.substr(i, kNoBreakSpace.size()) == kNoBreakSpace) {
      blank = kNoBreakSpace.size();
    } else if (std::string_view(" \t\r\n\f\v").find(utf8[i]) != std::string_view::npos) {
      blank = 1;
    }
    if (blank == 0) {
      out.push_back(utf8[i++]);
      continue;
    }
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
    i += blank;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string event_id(std::string_view article_identity, std::string_view sentence, std::string_view timex,
                     std::uint64_t ordinal) {
  std::string ordinal_bytes;
  put_big_endian(ordinal_bytes, ordinal);
  Sha256 hash;
  hash.update_field(article_identity)
      .update_field(collapse_white_space(sentence))
      .update_field(collapse_white_space(timex))
      .update_field(ordinal_bytes);
  const Hash digest = hash.finish();
  return to_base32(as_bytes(digest)).substr(0, kIdCharacters);
}

std::string EventIds::next(std::string_view sentence, std::string_view timex) {
  std::string first = event_id(article_identity_, sentence, timex, 0);
  const std::uint64_t ordinal = seen_[first]++;
  return ordinal == 0 ? first : event_id(article_identity_, sentence, timex, ordinal);
}

}  // namespace annalen::event
