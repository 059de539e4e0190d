#include "timex/history.h"

namespace annalen::timex {

namespace {

bool says_year(const Unvalued& unvalued) {
  if (const auto* date = std::get_if<DateOf>(&unvalued.kind)) return date->year.explicit_year();
  if (const auto* season = std::get_if<SeasonOf>(&unvalued.kind)) return season->year.explicit_year();
  if (const auto* part = std::get_if<PartOfYear>(&unvalued.kind)) return part->year.explicit_year();
  if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) return holiday->year.explicit_year();
  return false;
}

}  // namespace

bool History::remember(std::size_t index, const Expression& expression, const CalendarValue& value,
                       std::uint32_t sentence, bool joined, bool narrative) {
  if (value.day_unknown || expression.type == Type::kSet) return false;
  if (value.unit > Unit::kYear) return false;  // decades and longer are background
  if (narrative && expression.in_parentheses && year) return false;
  last = value;
  last_at = {Reference::Kind::kTimex, static_cast<std::uint32_t>(index)};
  last_sentence = sentence;
  last_has_year = says_year(expression.unvalued);
  if (last_has_year && narrative) said_years[value.year] = last_at;
  last_token = expression.begin;
  last_is_participial = expression.is_attribute;
  last_is_attribute = expression.opens_range && !joined && expression.relation == time::Relation::kDuring;
  // A time of day lengthens no day: each names it anew, or the publication's holds.
  const bool bare_time = std::holds_alternative<DaytimeOf>(expression.unvalued.kind);
  if (value.unit != Unit::kDay || (bare_time && !narrative)) return false;
  last_day = time::civil_day({value.year, value.part, value.day});
  last_day_at = last_at;
  last_day_sentence = sentence;
  last_day_end = expression.end;
  last_is_eve = expression.unvalued.offset_days < 0;
  last_is_bound = expression.relation == time::Relation::kUntil || expression.relation == time::Relation::kBefore ||
                  expression.relation == time::Relation::kAfter;
  return true;
}

}  // namespace annalen::timex
