#include "text/codepoint.h"

#include <doctest/doctest.h>

#include <string>

namespace annalen::text {

TEST_CASE("text/codepoint: the first byte that is not ASCII is found wherever it stands") {
  constexpr std::size_t bytes_max = 40;
  for (std::size_t size = 0; size <= bytes_max; ++size) {
    for (std::size_t from = 0; from <= size; ++from) {
      const std::string plain(size, 'a');
      CHECK(skip_ascii(plain, from) == size);
      for (std::size_t at = 0; at < size; ++at) {
        std::string text = plain;
        text[at] = '\xC3';
        CAPTURE(size);
        CAPTURE(from);
        CAPTURE(at);
        CHECK(skip_ascii(text, from) == (at < from ? size : at));
      }
    }
  }
}

TEST_CASE("text/codepoint: the table of short code points says what classify() says") {
  for (char32_t c = 0; c < short_kinds().size(); ++c) {
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK(short_kinds()[c] == classify(c));
  }
}

}  // namespace annalen::text
