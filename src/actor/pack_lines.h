// pack_lines.h: the lines of a language pack, cut into fields.
// Form:    CLASS<TAB>field<TAB>…; lines of '#' and empty lines are skipped.
// Errors:  Error{kInput} names file and line.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor/finder.h"
#include "base/result.h"

namespace annalen::actor {

struct PackLine {
  std::string_view file;
  std::uint32_t number = 0;              // from 1
  std::vector<std::string_view> fields;  // without the class; the pack's text must outlive it

  [[nodiscard]] Error error(std::string what) const;
  // Empty where the line has fewer fields.
  [[nodiscard]] std::string_view field(std::size_t at) const { return at < fields.size() ? fields[at] : ""; }
};

// By class, then in order of the files.
using PackLines = std::map<std::string_view, std::vector<PackLine>>;

[[nodiscard]] Result<PackLines> read_lines(std::span<const PackFile> pack);

// The non-empty parts between `separator`, without blanks around.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view field, char separator);

}  // namespace annalen::actor
