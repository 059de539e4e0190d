#include "timex/domain.h"

#include <cstdlib>

namespace annalen::timex {

DomainSigns domain_signs(const std::vector<TokenFacts>& tokens, const Lexicon& lexicon, const DomainClasses& classes,
                         std::optional<std::int32_t> publication_year) {
  DomainSigns signs;
  const std::uint32_t year_bit = 1U << lexicon.cls(classes.year).shape;
  std::uint64_t telling = 0;
  for (const ClassId cls : {classes.deictic, classes.weekday, classes.daily, classes.month, classes.told}) {
    telling |= Lexicon::bit_of(cls);
  }
  for (const TokenFacts& token : tokens) {
    if (token.is_word) ++signs.words;
    if ((token.shapes & year_bit) != 0) {
      ++signs.years;
      if (publication_year && std::abs(token.number - *publication_year) <= 1) ++signs.recent_years;
    }
    if ((token.class_bits & telling) == 0) continue;
    for (const Sense& sense : lexicon.senses(token.lexeme)) {
      if (sense.capital ? !token.capital : (token.capital && !token.at_start)) continue;
      if (sense.cls == classes.deictic) ++signs.deictic;
      if (sense.cls == classes.weekday) ++signs.weekdays;
      if (sense.cls == classes.daily) ++signs.daily;
      if (sense.cls == classes.month) ++signs.months;
      if (sense.cls == classes.told) ++signs.told;
    }
  }
  return signs;
}

bool is_narrative(const DomainSigns& signs) {
  constexpr std::size_t dates_min = 12;
  constexpr std::size_t dates_min_alone = 5;  // where nothing points from the day of writing
  constexpr std::size_t words_per_date_max = 100;
  constexpr std::size_t dates_per_deictic = 4;
  const std::size_t dates = signs.years + signs.months + 2 * signs.told;
  constexpr std::size_t years_per_recent = 5;
  if (signs.recent_years > 0 && signs.years < years_per_recent * signs.recent_years) return false;
  const std::size_t pointing = signs.deictic + signs.weekdays + 2 * signs.daily;
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
