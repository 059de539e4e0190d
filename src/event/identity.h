// identity.h: the id of an event: what corrections and retractions bind to.
// Source:  DESIGN.md, Event id: 16 base32 characters of SHA-256 over (article identity, sentence, timex text, ordinal).
// Fields:  length-prefixed (Sha256::update_field); the ordinal is 8 bytes big-endian. Sentence and timex are hashed in
//          NFC with runs of white space as one blank, so that a new line break does not change the id.
// Threads: EventIds belongs to one article, one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace annalen::event {

// Runs of blanks, tabs, line ends and no-break spaces become one blank.
[[nodiscard]] std::string collapse_white_space(std::string_view utf8);

[[nodiscard]] std::string event_id(std::string_view article_identity, std::string_view sentence, std::string_view timex,
                                   std::uint64_t ordinal);

// Counts equals within one article, in the order in which the events are asked for.
class EventIds {
 public:
  explicit EventIds(std::string article_identity) : article_identity_(std::move(article_identity)) {}
  // `sentence` and `timex` in NFC.
  [[nodiscard]] std::string next(std::string_view sentence, std::string_view timex);

 private:
  std::string article_identity_;
  std::map<std::string, std::uint64_t> seen_;  // id of ordinal 0 -> how many so far
};

}  // namespace annalen::event
