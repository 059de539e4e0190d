// rule_reader.h: rules.txt of a language pack -> rules.
// Format:  src/timex/lang/FORMAT.md.
// Errors:  Error{kInput} names file and line; a rule without an example is one.
#pragma once

#include <string_view>

#include "base/result.h"
#include "timex/lexicon.h"
#include "timex/rule.h"

namespace annalen::timex {

inline constexpr std::size_t kRulesMax = 4000;

[[nodiscard]] Result<void> read_rules(std::string_view file_name, std::string_view text, Lexicon& lexicon,
                                      Rules& rules);

}  // namespace annalen::timex
