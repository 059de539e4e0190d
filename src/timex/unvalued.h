// unvalued.h: what a rule captured, as a typed value that still waits for its anchor.
// Threads: value types; make_unvalued() is a pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "timex/rule.h"
#include "timex/slot.h"
#include "timex/value.h"

namespace annalen::timex {

// A year as far as it was said.
struct YearPart {
  std::optional<std::int32_t> year;        // astronomical
  bool era_said = false;                   // "v. Chr.", "n. Chr."
  std::optional<std::int32_t> two_digits;  // with `year`: completed from it ("1914/15")
  std::optional<std::int32_t> shift;       // "des Vorjahres": -1
  Anchor anchor = Anchor::kContext;
  [[nodiscard]] bool said() const { return year || two_digits || shift; }
  [[nodiscard]] bool explicit_year() const { return year || two_digits; }
};

struct Removed {};
struct DateOf {  // a year, a month, a day, as far as said
  YearPart year;
  std::optional<std::uint32_t> month;
  std::optional<std::int32_t> month_shift;
  std::optional<std::uint32_t> day;
  std::optional<std::uint32_t> weekday;
  std::optional<std::int32_t> ordinal;  // "am zweiten Sonntag im Mai": 2; the last one: -1
};
struct WeekdayOf {
  std::uint32_t weekday = 1;
  std::optional<std::int32_t> direction;   // "vergangenen": -1, "kommenden": 1
  std::optional<std::int32_t> week_shift;  // "Mittwoch vergangener Woche"
  bool weekend = false;                    // the weekend that begins with it
};
struct Shifted {
  Unit unit = Unit::kDay;
  std::int32_t count = 0;
  Anchor anchor = Anchor::kContext;
  std::int32_t years_back = 0;  // "gestern vor fünf Jahren": 5
  bool nth = false;             // "in der dritten Woche", from the day last mentioned
};
struct SeasonOf {
  YearPart year;
  std::uint32_t season = 0;
};
struct PartOfYear {
  YearPart year;
  Unit unit = Unit::kQuarter;
  std::uint32_t number = 1;
};
struct EraOf {
  Unit unit = Unit::kCentury;
  std::int32_t number = 0;  // TIMEX3's; a century BC negated
  bool two_digits = false;  // decade of a century that was not said
};
struct HolidayOf {
  YearPart year;
  std::int32_t code = 0;
  std::optional<Unit> unit;  // "drei Tage vor Weihnachten": day, -3
  std::int32_t count = 0;    // of `unit`
};
struct DaytimeOf {  // only a time; the day is looked for
  bool may_stand_alone = true;
};
struct AmountOf {
  std::optional<std::int32_t> centi;
  Unit unit = Unit::kDay;
  std::optional<std::int32_t> direction;  // "den vergangenen drei Jahren": -1
  std::optional<std::int32_t> shift;      // "in drei Tagen": 1
};
struct TextOf {
  std::string value;
};

struct Unvalued {
  std::variant<Removed, DateOf, WeekdayOf, Shifted, SeasonOf, PartOfYear, EraOf, HolidayOf, DaytimeOf, AmountOf, TextOf>
      kind;
  std::optional<time::Daypart> daypart;
  std::optional<ClockTime> clock;
  std::int32_t offset_days = 0;  // "Nacht auf Montag": -1
  // Of what comes once a year, said by the words: -1 back ("im vergangenen Mai"), 1 ahead, 0 the nearest whatever the
  // tense ("zu Silvester ist … verboten").
  std::optional<std::int32_t> aim;
};

// Removed when the captures make no value (31 February stays: the calendar refuses it later).
[[nodiscard]] Unvalued make_unvalued(const EmitSpec& spec, const Slots& captures);

}  // namespace annalen::timex
