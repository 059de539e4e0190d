// narrative_items.h: what the expressions of an account of the past tell about the year it is in, for the narrative
// clock. Threads: pure function; linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "clause/clause.h"
#include "text/document.h"
#include "timex/expression.h"

namespace annalen::timex {

struct NarrativeItem {
  enum class Kind : std::uint8_t {
    kSaid,   // the year itself
    kMonth,  // a month or day of a year that is not said
    kStep,   // so many years on: "im Jahr darauf", "im Mai des folgenden Jahres"
    kLater,  // so much later, less than a year: "drei Wochen später"
  };
  Kind kind = Kind::kSaid;
  std::size_t expression = 0;
  std::int32_t year = 0;          // kSaid
  std::int32_t step = 0;          // kStep: years
  float months = 0;               // kLater
  std::optional<float> position;  // in the year, in months from its begin; kMonth always has one
  float pass_cost = 0;            // of taking what is said as background, in the clock's units
  bool pluperfect = false;        // told back from what is told
  bool in_heading = false;
  bool new_section = false;  // a heading stands before it, or it stands in one
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;  // its first sentence
};

// In text order; expressions that tell nothing have none.
[[nodiscard]] std::vector<NarrativeItem> narrative_items(const text::Document& document, const clause::Clauses& clauses,
                                                         std::span<const Expression> expressions,
                                                         std::span<const Joint> joints);

// A year as far as it is said by itself: completed where two digits stand ("1914/15", "478/77 v. Chr.").
[[nodiscard]] std::optional<std::int32_t> year_said(const YearPart& part);

}  // namespace annalen::timex
