// history.h: what a text said before, as far as later expressions count from it, for the sources of this room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "time/calendar.h"
#include "timex/expression.h"
#include "timex/timex.h"
#include "timex/value.h"

namespace annalen::timex {

struct History {
  std::optional<CalendarValue> last;
  std::optional<time::CivilDay> last_day;
  std::uint32_t last_day_sentence = 0;
  std::uint32_t last_day_end = 0;            // the token behind it
  Reference last_at;                         // the expression that said `last`
  Reference last_day_at;                     // the one that said `last_day`
  std::optional<CalendarValue> range_begin;  // value of the expression before
  std::uint32_t last_sentence = 0;
  std::uint32_t last_token = 0;
  bool last_has_year = false;                    // it said its year itself
  bool last_is_attribute = false;                // "vom 30. Dezember"
  bool last_is_participial = false;              // "des im Juli 2012 getöteten Jägers"
  bool last_is_eve = false;                      // the last day was said as the night to the next
  bool last_is_bound = false;                    // the last day ends something: "bis Montag", "vor Montag"
  std::optional<std::int32_t> year;              // of the events told (narrative)
  std::map<std::int32_t, Reference> said_years;  // the last expression that said the year itself

  // The expression that said `year`, where one did so far.
  [[nodiscard]] Reference year_at() const {
    const auto said = year ? said_years.find(*year) : said_years.end();
    return said == said_years.end() ? Reference{} : said->second;
  }

  // `index`: of the expression. `joined`: the expression begins a range whose end is an expression as well. True when
  // it took the place of all that was said before, but for `range_begin`, `year` and `said_years`.
  bool remember(std::size_t index, const Expression& expression, const CalendarValue& value, std::uint32_t sentence,
                bool joined, bool narrative);
};

}  // namespace annalen::timex
