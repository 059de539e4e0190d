// resource_note.h: what the program was built with beside its rules, told to people.
// Threads: pure functions.
#pragma once

#include <string>

namespace annalen::tools {

// A line for each resource with its size and digest, and the digest of all that stands in extraction records.
[[nodiscard]] std::string resource_table();
// What the program was built without and what that means, as a line; empty when nothing is missing.
[[nodiscard]] std::string missing_note();

}  // namespace annalen::tools
