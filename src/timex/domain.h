// domain.h: what kind of text a document is, as far as reading its dates depends on it.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "text/document.h"
#include "timex/lexicon.h"
#include "timex/matcher.h"

namespace annalen::timex {

// Classes of the pack that tell, by these names.
struct DomainClasses {
  ClassId year = 0;          // "year": numbers that look like years
  ClassId deictic = 0;       // "deictic": words that point from the day of writing
  ClassId weekday = 0;       // "weekday"
  ClassId weekday_part = 0;  // "weekday_daypart", if there is one
  ClassId reporting = 0;     // "reporting", if there is one: words of who said something
  ClassId daily = 0;         // "daily": words of the day before or after
  ClassId month = 0;         // "month"
  ClassId told = 0;          // "told": words of accounts of the past ("v. Chr.")
};

struct DomainSigns {
  std::size_t words = 0;
  std::size_t years = 0;
  std::size_t deictic = 0;
  std::size_t reporting = 0;
  std::size_t weekdays = 0;
  std::size_t daily = 0;
  std::size_t months = 0;
  std::size_t told = 0;
  bool pointing_lead = false;    // points from the day of writing among the first words
  bool month_first = false;      // the first month stands alone, and no year before it
  std::size_t recent_years = 0;  // of `years`: within a year of the publication
};

[[nodiscard]] DomainSigns domain_signs(const std::vector<TokenFacts>& tokens, const Lexicon& lexicon,
                                       const DomainClasses& classes, std::optional<std::int32_t> publication_year);
// Tells of past events in their own time, rather than of what is new on the day of writing. With a publication: years
// around it speak against.
[[nodiscard]] bool is_narrative(const DomainSigns& signs);
// "heute" means the day of publication.
[[nodiscard]] bool is_daily(const DomainSigns& signs);

}  // namespace annalen::timex
