// fold.h: words made comparable: case, accents, inflection.
// Threads: pure functions; stem() uses a stemmer per thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalen::text {

// Case-folded (ß = ss), accents and umlaut dots removed, NFC: "Jänner" -> "janner", "STRASSE" = "Straße" -> "strasse".
[[nodiscard]] std::string fold(std::string_view utf8);
// Lower case only, umlauts kept: "Jänner" -> "jänner".
[[nodiscard]] std::string lower(std::string_view utf8);
// Snowball's German stem of the lower-cased word, folded. What --text compares.
[[nodiscard]] std::string stem(std::string_view word);
// The sorted, distinct stems of all words and numbers of a text.
[[nodiscard]] std::vector<std::string> stems(std::string_view utf8);

}  // namespace annalen::text
