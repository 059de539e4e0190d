// iso_text.h: writes the parts of ISO 8601 texts. Used inside src/time only.
// Years:   four digits at least, "-0215" before year 0.
#pragma once

#include <cstdint>
#include <string>

#include "time/calendar.h"
#include "time/interval.h"

namespace annalen::time {

// REQUIRES: value < 100.
inline void append_two_digits(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>('0' + value / 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

// REQUIRES: kYearMin <= year <= kYearMax.
inline void append_year(std::string& out, std::int32_t year) {
  if (year < 0) out.push_back('-');
  const auto size = static_cast<std::uint32_t>(year < 0 ? -year : year);
  append_two_digits(out, size / 100);
  append_two_digits(out, size % 100);
}

inline void append_date(std::string& out, const YearMonthDay& date) {
  append_year(out, date.year);
  out.push_back('-');
  append_two_digits(out, date.month);
  out.push_back('-');
  append_two_digits(out, date.day);
}

// "2022-03-10T20:00", at midnight too.
inline void append_minute(std::string& out, CivilMinute minute) {
  const CivilDay day = day_of(minute);
  append_date(out, year_month_day(day));
  const auto of_day = static_cast<std::uint32_t>(minute.count - start_of(day).count);
  out.push_back('T');
  append_two_digits(out, of_day / 60);
  out.push_back(':');
  append_two_digits(out, of_day % 60);
}

}  // namespace annalen::time
