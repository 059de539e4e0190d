#include "time/publication_text.h"

#include <array>
#include <utility>

#include "time/cursor.h"
#include "time/iso_text.h"

namespace annalen::time {
namespace {

using Precision = Publication::Precision;

constexpr std::size_t kTextMax = 128;  // no form is nearly as long
constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::pair<std::string_view, std::int32_t>, 12> kNamedOffsets{{{"GMT", 0},
                                                                                   {"UTC", 0},
                                                                                   {"UT", 0},
                                                                                   {"Z", 0},
                                                                                   {"EST", -300},
                                                                                   {"EDT", -240},
                                                                                   {"CST", -360},
                                                                                   {"CDT", -300},
                                                                                   {"MST", -420},
                                                                                   {"MDT", -360},
                                                                                   {"PST", -480},
                                                                                   {"PDT", -420}}};

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// One to `count_max` digits and no more behind them.
std::optional<std::int32_t> number(Cursor& cursor, std::size_t count_max) {
  const std::size_t run = cursor.digit_run();
  return run >= 1 && run <= count_max ? cursor.digits(run) : std::nullopt;
}

// "10:00", "10:00:00", "10:00:00.123"; the text as it stood goes to `out.text`.
bool read_clock(Cursor& cursor, PublicationText& out) {
  const std::string_view before = cursor.rest();
  const std::size_t begin = cursor.at();
  const auto hour = cursor.digits(2);
  if (!hour || *hour > 23 || !cursor.eat(':')) return false;
  const auto minute = cursor.digits(2);
  if (!minute || *minute > 59) return false;
  std::int32_t second = 0;
  if (cursor.eat(':')) {
    second = cursor.digits(2).value_or(61);
    if (second > 60) return false;  // 60: a leap second
    if (cursor.eat('.') || cursor.eat(',')) {
      const std::size_t run = cursor.digit_run();
      if (run < 1 || run > 9) return false;
      static_cast<void>(cursor.digits(run));
    }
  }
  out.second_of_day = *hour * 3600 + *minute * 60 + second;
  out.text.append(before.substr(0, cursor.at() - begin));
  return true;
}

// "+01:00", "+0100", "+01" -> "+01:00"; false when something else stands here.
bool read_numeric_offset(Cursor& cursor, PublicationText& out) {
  const char sign = cursor.peek();
  if (sign != '+' && sign != '-') return false;
  cursor.eat(sign);
  const auto hours = cursor.digits(2);
  if (!hours || *hours > 23) return false;
  std::int32_t minutes = 0;
  if (cursor.eat(':') || cursor.digit_run() > 0) {
    minutes = cursor.digits(2).value_or(60);
    if (minutes > 59) return false;
  }
  out.offset_minutes = (*hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  out.text.push_back(sign);
  append_two_digits(out.text, static_cast<std::uint32_t>(*hours));
  out.text.push_back(':');
  append_two_digits(out.text, static_cast<std::uint32_t>(minutes));
  return true;
}

// A date without its time, in the ISO text.
bool set_day(PublicationText& out, std::int32_t year, std::int32_t month, std::int32_t day) {
  out.precision = Precision::kDay;
  out.date = {year, static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(day)};
  if (!civil_day(out.date)) return false;
  append_date(out.text, out.date);
  return true;
}

std::optional<PublicationText> read_iso(std::string_view text) {
  Cursor cursor{text};
  PublicationText out;
  if (cursor.digit_run() != 4) return std::nullopt;
  const std::int32_t year = cursor.digits(4).value_or(0);
  out.precision = Precision::kYear;
  out.date.year = year;
  out.text = text;
  if (cursor.done()) return out;
  if (!cursor.eat('-')) return std::nullopt;
  const auto month = cursor.digits(2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  out.precision = Precision::kMonth;
  out.date.month = static_cast<std::uint32_t>(*month);
  if (cursor.done()) return out;
  if (!cursor.eat('-')) return std::nullopt;
  const auto day = cursor.digits(2);
  out.text.clear();
  if (!day || !set_day(out, year, *month, *day)) return std::nullopt;
  if (cursor.done()) return out;
  if (!cursor.eat('T') && !cursor.eat('t') && !cursor.eat(' ')) return std::nullopt;
  out.precision = Precision::kInstant;
  out.text.push_back('T');
  if (!read_clock(cursor, out)) return std::nullopt;
  cursor.skip_spaces();  // "2025-02-27 10:00 +0100"
  if (cursor.eat('Z') || cursor.eat('z')) {
    out.offset_minutes = 0;
    out.text.push_back('Z');
  } else if (!cursor.done() && !read_numeric_offset(cursor, out)) {
    return std::nullopt;
  }
  if (!cursor.done()) return std::nullopt;
  return out;
}

// "27.02.2025", "27. 2. 2025".
std::optional<PublicationText> read_day_first(std::string_view text) {
  Cursor cursor{text};
  const auto day = number(cursor, 2);
  if (!day || !cursor.eat('.')) return std::nullopt;
  cursor.skip_spaces();
  const auto month = number(cursor, 2);
  if (!month || !cursor.eat('.')) return std::nullopt;
  cursor.skip_spaces();
  const auto year = cursor.digits(4);
  PublicationText out;
  if (!year || !cursor.done() || !set_day(out, *year, *month, *day)) return std::nullopt;
  return out;
}

// The place in `names` of the three letters that stand here, in any case.
template <std::size_t kCount>
std::optional<std::int32_t> eat_name(Cursor& cursor, const std::array<std::string_view, kCount>& names) {
  std::array<char, 3> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = cursor.peek(i);
    letters[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] != std::string_view{letters.data(), letters.size()}) continue;
    for (std::size_t k = 0; k < letters.size(); ++k) cursor.eat(cursor.peek());
    return static_cast<std::int32_t>(i);
  }
  return std::nullopt;
}

bool read_mail_zone(Cursor& cursor, PublicationText& out) {
  if (read_numeric_offset(cursor, out)) return true;
  for (const auto& [name, minutes] : kNamedOffsets) {
    if (!cursor.eat(name)) continue;
    std::string offset{minutes < 0 ? "-" : "+"};
    append_two_digits(offset, static_cast<std::uint32_t>(minutes < 0 ? -minutes : minutes) / 60);
    out.offset_minutes = minutes;
    out.text.append(minutes == 0 ? "Z" : offset + ":00");
    return true;
  }
  return false;
}

// "Thu, 27 Feb 2025 10:00:00 +0100"; weekday and seconds may be absent, a comment in brackets may follow.
std::optional<PublicationText> read_mail(std::string_view text) {
  Cursor cursor{text};
  PublicationText out;
  if (eat_name(cursor, kWeekdays) && !cursor.eat(',')) return std::nullopt;
  cursor.skip_spaces();
  const auto day = number(cursor, 2);
  cursor.skip_spaces();
  const auto month = eat_name(cursor, kMonths);
  cursor.skip_spaces();
  if (!day || !month || cursor.digit_run() != 4) return std::nullopt;
  const std::int32_t year = cursor.digits(4).value_or(0);
  if (!set_day(out, year, *month + 1, *day)) return std::nullopt;
  out.precision = Precision::kInstant;
  out.text.push_back('T');
  cursor.skip_spaces();
  if (!read_clock(cursor, out)) return std::nullopt;
  cursor.skip_spaces();
  if (!read_mail_zone(cursor, out)) return std::nullopt;
  cursor.skip_spaces();
  const bool comment = cursor.peek() == '(' && text.back() == ')';
  if (!cursor.done() && !comment) return std::nullopt;
  return out;
}

}  // namespace

std::optional<PublicationText> read_publication(std::string_view text) {
  const std::string_view known = trimmed(text);
  if (known.empty() || known.size() > kTextMax) return std::nullopt;
  if (auto iso = read_iso(known)) return iso;
  if (auto german = read_day_first(known)) return german;
  return read_mail(known);
}

}  // namespace annalen::time
