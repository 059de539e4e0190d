// region_names.h: ICU's names of all ISO 3166-1 regions in a language.
// Threads: pure function.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annalen::actor {

// (alpha-2 code, name), by code. Empty when ICU lacks the language's data.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> region_names(std::string_view language);

}  // namespace annalen::actor
