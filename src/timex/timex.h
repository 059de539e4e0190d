// timex.h: a temporal expression found in a text, and what it means.
// Threads: value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/document.h"
#include "time/granularity.h"
#include "time/readings.h"

namespace annalen::timex {

enum class Type : std::uint8_t { kDate, kTime, kDuration, kSet };
[[nodiscard]] std::string_view to_text(Type type);  // "DATE", …

// How a value came about; `annalen show` prints it (DESIGN.md, Time 7).
struct Derivation {
  std::string rule;                                        // name in the language pack
  std::vector<std::pair<std::string, std::string>> parts;  // captured name -> value, in rule order
  std::string anchor;                                      // value counted from: a day, an earlier timex; may be empty
  std::string result;                                      // value with its readings, readable
};

// The date that the expression gives an event. Absent for SETs, bare durations and vague references.
struct Dating {
  time::Readings readings;
  time::Granularity granularity = time::Granularity::kDay;
  time::Relation relation = time::Relation::kAt;
  bool ongoing = false;  // "seit X"
  std::string edtf;      // may be empty
};

// What a timex is counted from.
struct Reference {
  enum class Kind : std::uint8_t { kNone, kPublication, kTimex };
  Kind kind = Kind::kNone;
  std::uint32_t index = 0;  // kTimex: into the vector that the timex stands in
  bool operator==(const Reference&) const = default;
};

// Where a DURATION counted from the publication leads: "seit drei Jahren" in 2025 back to 2022.
struct Reach {
  std::string value;  // TIMEX3
  bool ahead = false;
};

struct Timex {
  text::Span span;  // bytes of Document::text(); the TIMEX3 extent, prepositions outside
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t sentence = 0;
  Type type = Type::kDate;
  std::string value;  // TIMEX3 value for the publication's last possible day
  std::string mod;    // "", START, MID, END, APPROX, MORE_THAN, LESS_THAN, …
  std::string quant;  // SET
  std::string freq;   // SET
  Reference anchor;   // of `value`; Derivation::anchor says it readably, also where no timex says it
  std::optional<Reach> reach;
  Derivation derivation;
  std::optional<Dating> dating;
  // A range ("von 1914 bis 1918") is two timexes and one dating: the first carries it, and names here the last
  // timex that it spans. The others of the range have no dating.
  std::optional<std::uint32_t> range_last;  // index into the same vector
  std::string range_length;                 // both ends included ("P5D"); empty where the ends are of two units
};

}  // namespace annalen::timex
