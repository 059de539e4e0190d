#include "time/edtf.h"

#include <algorithm>
#include <array>
#include <utility>

#include "time/calendar.h"
#include "time/cursor.h"

namespace annalen::time {
namespace {

constexpr std::size_t kTextMax = 8192;

// Digits of which some are unknown ('X').
template <std::size_t kCount>
struct Mask {
  std::array<char, kCount> digits{};

  [[nodiscard]] bool known() const { return std::find(digits.begin(), digits.end(), 'X') == digits.end(); }
  [[nodiscard]] bool matches(std::int32_t value) const {
    for (std::size_t i = kCount; i-- > 0; value /= 10) {
      if (digits[i] != 'X' && digits[i] != '0' + value % 10) return false;
    }
    return value == 0;
  }
  // The smallest and the largest number that it may be.
  [[nodiscard]] std::int32_t least() const { return filled('0'); }
  [[nodiscard]] std::int32_t most() const { return filled('9'); }

 private:
  [[nodiscard]] std::int32_t filled(char unknown) const {
    std::int32_t value = 0;
    for (const char digit : digits) value = value * 10 + ((digit == 'X' ? unknown : digit) - '0');
    return value;
  }
};

// A date as it is being read.
struct Date {
  bool before_year_zero = false;
  Mask<4> year;
  std::optional<Mask<2>> month;
  std::optional<Mask<2>> day;
};

// First (or last) day of `year` that month and day allow, when there is one.
std::optional<CivilDay> day_in_year(const Date& date, std::int32_t year, bool last) {
  for (std::uint32_t i = 1; i <= 12; ++i) {
    const std::uint32_t month = last ? 13 - i : i;
    if (date.month && !date.month->matches(static_cast<std::int32_t>(month))) continue;
    const std::uint32_t days = days_in_month(year, month);
    for (std::uint32_t k = 1; k <= days; ++k) {
      const std::uint32_t day = last ? days + 1 - k : k;
      if (!date.day || date.day->matches(static_cast<std::int32_t>(day))) return civil_day({year, month, day});
    }
  }
  return std::nullopt;
}

// First (or last) day that the whole mask allows. At most 9999 years are tried: 29 February may be long in coming.
std::optional<CivilDay> day_in_mask(const Date& date, bool last) {
  const std::int32_t least = date.year.least();
  const std::int32_t most = date.year.most();
  const bool downwards = last != date.before_year_zero;
  for (std::int32_t i = 0; i <= most - least; ++i) {
    const std::int32_t size = downwards ? most - i : least + i;
    if (!date.year.matches(size)) continue;
    const auto found = day_in_year(date, date.before_year_zero ? -size : size, last);
    if (found) return found;
  }
  return std::nullopt;
}

// ISO 8601-2, 4.8: what codes 21 to 41 in the place of a month stand for.
std::optional<Interval> coded_interval(std::int32_t year, std::int32_t code) {
  const auto months_from = [year](std::uint32_t month, std::int32_t count) -> std::optional<Interval> {
    const auto first = month_interval(year, month);
    const auto after = add_months({year, month, 1}, count - 1);
    const auto last = after ? month_interval(after->year, after->month) : std::nullopt;
    if (!first || !last) return std::nullopt;
    return first->hull(*last);
  };
  if (code >= 21 && code <= 28) return season_interval(year, static_cast<Season>((code - 21) % 4));
  // South of the equator spring begins in September, summer in December.
  if (code == 29 || code == 30) return season_interval(year, static_cast<Season>(code - 27));
  if (code == 31 || code == 32) return season_interval(year, static_cast<Season>(code - 31));
  if (code >= 33 && code <= 36) return quarter_interval(year, static_cast<std::uint32_t>(code - 32));
  if (code >= 37 && code <= 39) return months_from(static_cast<std::uint32_t>(code - 37) * 4 + 1, 4);
  if (code == 40 || code == 41) return halfyear_interval(year, static_cast<std::uint32_t>(code - 39));
  return std::nullopt;
}

enum class Precision : std::uint8_t { kYear, kMonth, kDay, kTime };

class Reader {
 public:
  explicit Reader(std::string_view text) : cursor_(text) {}

  Result<Interval> read() {
    auto found = cursor_.peek() == '[' || cursor_.peek() == '{' ? read_set() : read_interval();
    if (found && !cursor_.done()) found = fail("text after the end of the date");
    if (found) return *found;
    return Error{ErrorKind::kInput, std::string{what_}, "byte " + std::to_string(at_),
                 "write a date like 2022, 2022-03 or 2022-03-10, or an EDTF text"};
  }

 private:
  // The first failure is kept: it is the one nearest to the cause.
  std::optional<Interval> fail(std::string_view what) {
    if (what_.empty()) {
      what_ = what;
      at_ = cursor_.at();
    }
    return std::nullopt;
  }

  std::optional<Interval> spanning(CivilMinute begin, CivilMinute end) {
    const auto interval = Interval::make(begin, end);
    return interval ? interval : fail("the end lies before the beginning");
  }

  // A date, or two with a slash; ".." or nothing is an open or unknown end.
  std::optional<Interval> read_interval() {
    std::optional<Interval> first;
    if (!cursor_.eat("..") && cursor_.peek() != '/') {
      first = read_date();
      if (!first) return std::nullopt;
      if (cursor_.done()) return first;
    }
    if (!cursor_.eat('/')) return fail(first ? "text after the end of the date" : "an open end needs a slash");
    std::optional<Interval> last;
    if (!cursor_.eat("..") && !cursor_.done()) {
      last = read_date();
      if (!last) return std::nullopt;
    }
    if (!first && !last) return fail("both ends are open");
    return spanning(first ? first->begin() : kCivilMin, last ? last->end() : kCivilEnd);
  }

  // "[a,b..c,d]" (one of them) or "{…}" (all of them): the hull of its members. No spaces; open is only the first
  // member at its beginning and the last at its end.
  std::optional<Interval> read_set() {
    const char closing = cursor_.peek() == '[' ? ']' : '}';
    cursor_.eat(cursor_.peek());
    std::optional<Interval> hull;
    do {
      const auto member = read_member(!hull, closing);
      if (!member) return std::nullopt;
      hull = hull ? hull->hull(*member) : *member;
    } while (cursor_.eat(','));
    if (!cursor_.eat(closing)) return fail("the set is not closed");
    return hull;
  }

  std::optional<Interval> read_member(bool is_first, char closing) {
    std::optional<Interval> first;
    if (cursor_.peek() != '.') {
      first = read_date();
      if (!first || cursor_.peek() != '.') return first;
    } else if (!is_first) {
      return fail("only the first of a set may begin with two dots");
    }
    const Precision precision = precision_;
    if (!cursor_.eat("..")) return fail("a range in a set is written with two dots");
    if (cursor_.peek() == ',') return fail("only the last of a set may end with two dots");
    if (cursor_.peek() == closing) {
      if (!first) return fail("both ends are open");
      return spanning(first->begin(), kCivilEnd);
    }
    const auto last = read_date();
    if (!last) return std::nullopt;
    if (first && precision != precision_) return fail("both ends of a range in a set are of one precision");
    return spanning(first ? first->begin() : kCivilMin, last->end());
  }

  // "?", "~", "%" before or after a part: they say how sure the text is, not what it means.
  void skip_qualifier() {
    if (cursor_.peek() == '?' || cursor_.peek() == '~' || cursor_.peek() == '%') cursor_.eat(cursor_.peek());
  }

  std::optional<Interval> read_date() {
    precision_ = Precision::kYear;
    skip_qualifier();
    if (cursor_.eat('Y')) return read_long_year();
    Date date;
    date.before_year_zero = cursor_.eat('-');
    if (!read_mask(date.year)) return fail("a year of four digits is missing");
    if (date.before_year_zero && date.year.most() == 0) return fail("year 0 has no sign");
    if (cursor_.peek() == 'S' && date.year.known()) {
      return significant(date.year.least(), 4, date.before_year_zero);
    }
    skip_qualifier();
    if (!cursor_.eat('-')) return whole(date);
    skip_qualifier();
    precision_ = Precision::kMonth;
    if (!read_mask(date.month.emplace())) return fail("a month of two digits is missing");
    if (date.month->known() && date.month->least() > 12) return read_code(date);
    skip_qualifier();
    if (!cursor_.eat('-')) return whole(date);
    skip_qualifier();
    precision_ = Precision::kDay;
    if (!read_mask(date.day.emplace())) return fail("a day of two digits is missing");
    skip_qualifier();
    if (cursor_.eat('T')) return read_time(date);
    return whole(date);
  }

  template <std::size_t kCount>
  bool read_mask(Mask<kCount>& mask) {
    for (char& digit : mask.digits) {
      digit = cursor_.peek();
      if (digit != 'X' && !Cursor::is_digit(digit)) return false;
      cursor_.eat(digit);
    }
    return true;
  }

  std::optional<Interval> whole(const Date& date) {
    const auto first = day_in_mask(date, false);
    const auto last = day_in_mask(date, true);
    if (!first || !last) return fail("there is no such date");
    return days_interval(*first, *last);
  }

  std::optional<Interval> read_code(const Date& date) {
    if (!date.year.known()) return fail("a season needs a year that is known");
    const std::int32_t year = date.before_year_zero ? -date.year.least() : date.year.least();
    const auto interval = coded_interval(year, date.month->least());
    if (!interval) return fail("there is no such month or season");
    skip_qualifier();
    return interval;
  }

  // "20", "20:00" or "20:00:30", then "Z" or an offset, which is dropped.
  std::optional<Interval> read_time(const Date& date) {
    precision_ = Precision::kTime;
    const auto span = whole(date);
    if (!span) return std::nullopt;
    if (span->length_minutes() != kMinutesPerDay) return fail("a time needs a day that is known");
    const CivilDay day = day_of(span->begin());
    const auto hour = cursor_.digits(2);
    if (!hour) return fail("an hour of two digits is missing");
    std::optional<Interval> found;
    if (cursor_.eat(':')) {
      const auto minute = cursor_.digits(2);
      if (!minute) return fail("a minute of two digits is missing");
      found = minute_interval(day, static_cast<std::uint32_t>(*hour), static_cast<std::uint32_t>(*minute));
      if (cursor_.eat(':')) {
        const auto second = cursor_.digits(2);
        if (!second || *second > 60) return fail("a second of two digits is missing");
      }
    } else {
      found = hour_interval(day, static_cast<std::uint32_t>(*hour));
    }
    if (!found) return fail("there is no such time of day");
    if (!read_offset()) return fail("the offset is not like +01:00");
    skip_qualifier();
    return found;
  }

  bool read_offset() {
    if (cursor_.eat('Z')) return true;
    if (!cursor_.eat('+') && !cursor_.eat('-')) return true;
    const auto hours = cursor_.digits(2);
    if (!hours || *hours > 23) return false;
    if (!cursor_.eat(':')) return true;
    const auto minutes = cursor_.digits(2);
    return minutes && *minutes <= 59;
  }

  // "Y-17E2", "Y170000002", "Y3388E2S3": a year of any length, of which ours are a small part.
  std::optional<Interval> read_long_year() {
    const bool before_year_zero = cursor_.eat('-');
    const std::size_t run = cursor_.digit_run();
    if (run == 0) return fail("the year's digits are missing");
    if (cursor_.peek() == '0') return fail("a year after Y begins with no 0");
    if (run < 5 && cursor_.peek(run) != 'E') return fail("a year of up to four digits takes no Y");
    if (run > 9) return fail("the year lies outside -9999 to 9999");
    std::int64_t year = cursor_.digits(run).value_or(0);
    auto digits = static_cast<std::int32_t>(run);
    if (cursor_.eat('E')) {
      const std::size_t exponent_run = cursor_.digit_run();
      if (exponent_run == 0) return fail("the exponent's digits are missing");
      const auto exponent = exponent_run > 3 ? 1000 : cursor_.digits(exponent_run).value_or(0);
      for (std::int32_t i = 0; i < exponent && year != 0 && year <= kYearMax; ++i) year *= 10;
      digits += exponent;
    }
    if (year > kYearMax) return fail("the year lies outside -9999 to 9999");
    return significant(static_cast<std::int32_t>(year), digits, before_year_zero);
  }

  // "S2" after a year of `digits` digits: only its first two are certain.
  std::optional<Interval> significant(std::int32_t year, std::int32_t digits, bool before_year_zero) {
    std::int32_t unit = 1;
    if (cursor_.eat('S')) {
      const std::size_t run = cursor_.digit_run();
      if (run == 0 || run > 3) return fail("the number of significant digits is missing");
      const std::int32_t count = cursor_.digits(run).value_or(0);
      if (count == 0) return fail("no digit is significant");
      for (std::int32_t i = count; i < digits && unit <= kYearMax; ++i) unit *= 10;
    }
    skip_qualifier();
    const std::int32_t least = year / unit * unit;
    const std::int32_t most = std::min(least + unit - 1, kYearMax);
    const auto first = year_interval(before_year_zero ? -most : least);
    const auto last = year_interval(before_year_zero ? -least : most);
    if (!first || !last) return fail("the year lies outside -9999 to 9999");
    return first->hull(*last);
  }

  Cursor cursor_;
  Precision precision_ = Precision::kYear;  // of the date read last
  std::string_view what_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Interval> interval_of_edtf(std::string_view text) {
  if (text.size() > kTextMax)
    return Error{ErrorKind::kInput, "the date is too long", "byte " + std::to_string(kTextMax)};
  return Reader{text}.read();
}

}  // namespace annalen::time
