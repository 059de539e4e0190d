#include "timex/domain.h"

#include <algorithm>
#include <cstdlib>

namespace annalen::timex {

DomainSigns domain_signs(const std::vector<TokenFacts>& tokens, const Lexicon& lexicon, const DomainClasses& classes,
                         std::optional<std::int32_t> publication_year) {
  DomainSigns signs;
  const std::uint32_t year_bit = 1U << lexicon.cls(classes.year).shape;
  std::uint64_t telling = 0;
  for (const ClassId cls : {classes.deictic, classes.weekday, classes.daily, classes.month, classes.told,
                            classes.weekday_part, classes.reporting}) {
    telling |= Lexicon::bit_of(cls);
  }
  constexpr std::size_t lead_words = 40;
  const auto year_near = [&](std::size_t at) {
    constexpr std::size_t behind = 4;
    for (std::size_t i = at; i < std::min(tokens.size(), at + behind); ++i) {
      if ((tokens[i].shapes & year_bit) != 0) return true;
    }
    return false;
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const TokenFacts& token = tokens[at];
    if (token.is_word) ++signs.words;
    if ((token.shapes & year_bit) != 0) {
      ++signs.years;
      if (publication_year && std::abs(token.number - *publication_year) <= 1) ++signs.recent_years;
    }
    if ((token.class_bits & telling) == 0) continue;
    for (const Sense& sense : lexicon.senses(token.lexeme)) {
      if (sense.capital ? !token.capital : (token.capital && !token.at_start)) continue;
      const bool weekday = sense.cls == classes.weekday || sense.cls == classes.weekday_part;
      if (sense.cls == classes.deictic) ++signs.deictic;
      if (weekday) ++signs.weekdays;
      if (sense.cls == classes.reporting && sense.cls != classes.deictic) ++signs.reporting;
      if ((weekday || sense.cls == classes.deictic) && signs.words <= lead_words) signs.pointing_lead = true;
      if (sense.cls == classes.daily) ++signs.daily;
      if (sense.cls == classes.month) {
        if (signs.months == 0 && signs.years == 0) signs.month_first = !year_near(at);
        ++signs.months;
      }
      if (sense.cls == classes.told) ++signs.told;
    }
  }
  return signs;
}

bool is_narrative(const DomainSigns& signs) {
  constexpr std::size_t dates_min = 12;
  constexpr std::size_t dates_min_alone = 8;  // where nothing points from the day of writing
  constexpr std::size_t words_per_date_max = 100;
  constexpr std::size_t dates_per_deictic = 6;
  const std::size_t dates = signs.years + signs.months + 2 * signs.told;
  constexpr std::size_t years_per_recent = 5;
  if (signs.recent_years > 0 && signs.years < years_per_recent * signs.recent_years) return false;
  constexpr std::size_t begin_weight = 3;
  const bool begins_as_news = signs.pointing_lead || (signs.month_first && signs.told == 0);
  const std::size_t pointing =
      signs.deictic + signs.weekdays + 2 * signs.daily + signs.reporting + (begins_as_news ? begin_weight : 0);
  return dates >= (pointing == 0 ? dates_min_alone : dates_min) && signs.years + signs.told > 0 &&
         dates * words_per_date_max >= signs.words && dates >= dates_per_deictic * pointing;
}

bool is_daily(const DomainSigns& signs) {
  constexpr std::size_t report_words_max = 400;  // a short text is a report of the day
  constexpr std::size_t words_per_sign_max = 300;
  if (signs.words <= report_words_max) return true;
  return (2 * signs.daily + signs.weekdays) * words_per_sign_max >= signs.words;
}

}  // namespace annalen::timex
