// sections.h: the form of this room's word lists: "[section]" lines, lines of words, '#' comments.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace annalen::event {

// Hands each section to `open` and each line in it, in lower case and trimmed, to `add`. An answer of false makes
// Error{kInput} that names `file` and line, as does a line before the first section.
[[nodiscard]] Result<void> read_sections(std::string_view text, const std::string& file,
                                         const std::function<bool(std::string_view section)>& open,
                                         const std::function<bool(const std::string& line)>& add);

}  // namespace annalen::event
