// org_pattern.h: organisations by the form of their names: "X AG", "Landesgericht Linz", "Bundesministerium für …".
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "actor/reading.h"

namespace annalen::actor {

struct OrgMatch {
  std::uint32_t first_token = 0;  // [first_token, end_token)
  std::uint32_t end_token = 0;
  std::string name;
  std::string key;
  std::string type;      // as in Entry
  bool by_noun = false;  // only the noun before it tells: "der Konzern Nordskog"
};

// "für Arbeit, Soziales und Gesundheit" behind the head of a name: the unit after it, 0 where nothing such follows.
[[nodiscard]] std::uint32_t end_of_purpose(const Reading& reading, std::uint32_t head_unit);

// A name that begins at the unit.
[[nodiscard]] std::optional<OrgMatch> organisation_at(const Reading& reading, std::uint32_t unit);

// An abbreviation in brackets after what it shortens: "Nationaler Rat (NR)".
struct Introduced {
  OrgMatch full;                        // the words before the bracket
  std::uint32_t abbreviation_unit = 0;  // the one in brackets
};
[[nodiscard]] std::optional<Introduced> introduced_at(const Reading& reading, std::uint32_t bracket_unit);

// A word of capitals that may shorten a name.
[[nodiscard]] bool is_abbreviation(const Reading& reading, std::uint32_t unit);

// An unlisted abbreviation that the text treats as an actor: after an article, or first in its sentence before a verb.
[[nodiscard]] bool is_unknown_abbreviation(const Reading& reading, std::uint32_t unit);

}  // namespace annalen::actor
