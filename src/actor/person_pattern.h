// person_pattern.h: a person's name by its form: given name and surname, initials, a role before unknown words.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "actor/reading.h"

namespace annalen::actor {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// "Außenminister Dr." before a name.
struct Title {
  std::uint32_t first_unit = 0;  // [first_unit, the name)
  bool strong = false;           // makes a person of an unknown word
  bool ruler = false;            // bearers go by first name
  Gender gender = Gender::kUnknown;
};

struct PersonMatch {
  std::uint32_t first_unit = 0;  // [first_unit, end_unit)
  std::uint32_t end_unit = 0;
  std::uint32_t surname_unit = 0;  // with its particles; == end_unit without one
  std::uint32_t core_unit = 0;     // after the particles
  bool given = false;              // has a given name or initials
  bool family_first = false;       // the first unit is the family name
  Gender gender = Gender::kUnknown;
  std::optional<Title> title;
};

// What a given name tells.
[[nodiscard]] Gender gender_of(WordClasses given_name);
[[nodiscard]] std::optional<Title> title_before(const Reading& reading, std::uint32_t unit);
[[nodiscard]] std::optional<PersonMatch> person_at(const Reading& reading, std::uint32_t unit);

}  // namespace annalen::actor
