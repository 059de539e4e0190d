// utf8.h: UTF-8 checked, decoded, and made from older encodings.
// Threads: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annalen::text {

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or npos when all is well.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view bytes);

// UTF-8 as it is (a byte order mark dropped), else UTF-16 with a byte order mark, else Windows-1252, which
// agrees with Latin-1 in every letter. Empty when the bytes are none of them: NUL bytes, or the five codes that
// Windows-1252 leaves undefined.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes);

}  // namespace annalen::text
