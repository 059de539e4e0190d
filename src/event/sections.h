// sections.h: the form of this room's word lists: "[section]" lines, lines of words, '#' comments.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace annalen::event {

enum class LineCase : std::uint8_t { kLower, kAsWritten };
// What a line begins with that only the tests read: a sentence that shows what the lines above do.
inline constexpr char kExampleMark = '=';

// Hands each section to `open` and each line in it, in lower case and trimmed, to `add`; examples to nobody. An answer
// of false makes Error{kInput} that names `file` and line, as does a line before the first section.
[[nodiscard]] Result<void> read_sections(std::string_view text, const std::string& file,
                                         const std::function<bool(std::string_view section)>& open,
                                         const std::function<bool(const std::string& line)>& add,
                                         LineCase line_case = LineCase::kLower);

[[nodiscard]] std::vector<std::string_view> blank_separated(std::string_view text);
// "name: rest", the rest trimmed in front; the name is empty where there is none.
[[nodiscard]] std::pair<std::string_view, std::string_view> name_and_rest(std::string_view line);

}  // namespace annalen::event
