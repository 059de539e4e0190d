#include "time/timex_value.h"

#include <array>
#include <utility>

#include "time/calendar.h"
#include "time/cursor.h"
#include "time/edtf.h"
#include "time/iso_text.h"

namespace annalen::time {
namespace {

// What a value names. Which fields count depends on the form.
enum class Form : std::uint8_t {
  kMillennium,
  kCentury,
  kCenturyBc,
  kDecade,
  kYear,
  kHalfyear,
  kQuarter,
  kSeason,
  kMonth,
  kWeek,
  kWeekend,
  kDay,
  kDaypart,
  kHour,
  kMinute,
};

struct Named {
  Form form = Form::kYear;
  std::int32_t year = 0;     // astronomical; millennium, century, decade: their number
  std::uint32_t number = 0;  // half, quarter, month, week
  CivilDay day;              // day and finer
  Season season = Season::kSpring;
  Daypart part = Daypart::kMorning;
  std::uint32_t hour = 0;
  std::uint32_t minute = 0;
};

constexpr std::array<std::pair<std::string_view, Season>, 4> kSeasons{
    {{"SP", Season::kSpring}, {"SU", Season::kSummer}, {"FA", Season::kAutumn}, {"WI", Season::kWinter}}};
constexpr std::array<std::pair<std::string_view, Daypart>, 5> kDayparts{{{"MO", Daypart::kMorning},
                                                                         {"MI", Daypart::kMidday},
                                                                         {"AF", Daypart::kAfternoon},
                                                                         {"EV", Daypart::kEvening},
                                                                         {"NI", Daypart::kNight}}};

// "20", "20:00", "20:00:30" or a daypart, after the T.
bool read_time(Cursor& cursor, Named& named) {
  for (const auto& [name, part] : kDayparts) {
    if (!cursor.eat(name)) continue;
    named.form = Form::kDaypart;
    named.part = part;
    return true;
  }
  const auto hour = cursor.digits(2);
  if (!hour) return false;
  named.hour = static_cast<std::uint32_t>(*hour);
  named.form = Form::kHour;
  if (!cursor.eat(':')) return true;
  const auto minute = cursor.digits(2);
  if (!minute) return false;
  named.minute = static_cast<std::uint32_t>(*minute);
  named.form = Form::kMinute;
  if (!cursor.eat(':')) return true;
  const auto second = cursor.digits(2);  // finer than the grid of minutes
  return second && *second <= 59;
}

// "W08", "W08-WE", "W08-4".
bool read_week(Cursor& cursor, Named& named) {
  const auto week = cursor.digits(2);
  if (!week) return false;
  named.number = static_cast<std::uint32_t>(*week);
  named.form = Form::kWeek;
  if (!cursor.eat('-')) return true;
  if (cursor.eat("WE")) {
    named.form = Form::kWeekend;
    return true;
  }
  const auto weekday = cursor.digits(1);
  const auto span = week_interval({named.year, named.number});
  if (!weekday || *weekday < 1 || *weekday > 7 || !span) return false;
  named.day = CivilDay{day_of(span->begin()).count + *weekday - 1};
  named.form = Form::kDay;
  return true;
}

// "03" or "03-10", after the year's hyphen.
bool read_month_or_day(Cursor& cursor, Named& named) {
  const auto month = cursor.digits(2);
  if (!month) return false;
  named.number = static_cast<std::uint32_t>(*month);
  named.form = Form::kMonth;
  if (!cursor.eat('-')) return true;
  const auto day_of_month = cursor.digits(2);
  if (!day_of_month) return false;
  const auto day = civil_day({named.year, named.number, static_cast<std::uint32_t>(*day_of_month)});
  if (!day) return false;
  named.day = *day;
  named.form = Form::kDay;
  return true;
}

// What stands between the year's hyphen and a T.
bool read_part_of_year(Cursor& cursor, Named& named) {
  for (const auto& [name, season] : kSeasons) {
    if (!cursor.eat(name)) continue;
    named.form = Form::kSeason;
    named.season = season;
    return true;
  }
  if (cursor.eat('W')) return read_week(cursor, named);
  const bool quarter = cursor.peek() == 'Q';
  if (!quarter && cursor.peek() != 'H') return read_month_or_day(cursor, named);
  cursor.eat(cursor.peek());
  const auto number = cursor.digits(1);
  if (!number) return false;
  named.number = static_cast<std::uint32_t>(*number);
  named.form = quarter ? Form::kQuarter : Form::kHalfyear;
  return true;
}

std::optional<Named> read_value(std::string_view value) {
  Cursor cursor{value};
  const bool before_christ = cursor.eat("BC");
  const std::size_t run = cursor.digit_run();
  if (run < 1 || run > 4) return std::nullopt;
  Named named;
  named.year = cursor.digits(run).value_or(0);
  if (run == 4) {
    if (before_christ) {
      if (named.year == 0) return std::nullopt;  // the year before 1 AD is BC0001
      named.year = 1 - named.year;
    }
    if (cursor.eat('-') && !read_part_of_year(cursor, named)) return std::nullopt;
    if (named.form == Form::kDay && cursor.eat('T') && !read_time(cursor, named)) return std::nullopt;
  } else if (before_christ) {
    if (run != 2) return std::nullopt;
    named.form = Form::kCenturyBc;
  } else {
    named.form = run == 3 ? Form::kDecade : run == 2 ? Form::kCentury : Form::kMillennium;
  }
  if (!cursor.done()) return std::nullopt;
  return named;
}

std::optional<Interval> interval_of(const Named& named) {
  switch (named.form) {
    case Form::kMillennium:
      return millennium_interval(named.year);
    case Form::kCentury:
      return century_interval(named.year);
    case Form::kCenturyBc:
      return century_bc_interval(named.year);
    case Form::kDecade:
      return decade_interval(named.year);
    case Form::kYear:
      return year_interval(named.year);
    case Form::kHalfyear:
      return halfyear_interval(named.year, named.number);
    case Form::kQuarter:
      return quarter_interval(named.year, named.number);
    case Form::kSeason:
      return season_interval(named.year, named.season);
    case Form::kMonth:
      return month_interval(named.year, named.number);
    case Form::kWeek:
      return week_interval({named.year, named.number});
    case Form::kWeekend:
      return weekend_interval({named.year, named.number});
    case Form::kDay:
      return day_interval(named.day);
    case Form::kDaypart:
      return daypart_interval(named.day, named.part);
    case Form::kHour:
      return hour_interval(named.day, named.hour);
    case Form::kMinute:
      return minute_interval(named.day, named.hour, named.minute);
  }
  return std::nullopt;
}

constexpr std::array kGranularities{
    Granularity::kMillennium, Granularity::kCentury, Granularity::kCentury, Granularity::kDecade, Granularity::kYear,
    Granularity::kHalfyear,   Granularity::kQuarter, Granularity::kSeason,  Granularity::kMonth,  Granularity::kWeek,
    Granularity::kWeekend,    Granularity::kDay,     Granularity::kDaypart, Granularity::kHour,   Granularity::kMinute};
static_assert(kGranularities.size() == static_cast<std::size_t>(Form::kMinute) + 1);

Granularity granularity_of(Form form) { return kGranularities[static_cast<std::size_t>(form)]; }

std::optional<Third> third_named(std::string_view mod) {
  if (mod == "START") return Third::kStart;
  if (mod == "MID") return Third::kMid;
  if (mod == "END") return Third::kEnd;
  return std::nullopt;
}

constexpr std::array<std::int32_t, 4> kPowersOfTen{1, 10, 100, 1000};

// "199X", "19XX", "-02XX": the digits that are known, then an X for each that is not.
std::string masked_text(std::int32_t number, std::uint32_t digits, bool before_year_zero) {
  std::string out = before_year_zero ? "-" : "";
  for (std::uint32_t i = digits; i > 0; --i) out.push_back(static_cast<char>('0' + number / kPowersOfTen[i - 1] % 10));
  return out.append(4 - digits, 'X');
}

// "2022-03" and the codes of ISO 8601-2, 4.8 that stand in the month's place.
std::string coded_text(std::int32_t year, std::uint32_t code) {
  std::string out;
  append_year(out, year);
  out.push_back('-');
  append_two_digits(out, code);
  return out;
}

// EDTF of the whole unit; empty where only its interval has one.
std::string own_edtf(const Named& named) {
  std::string out;
  switch (named.form) {
    case Form::kMillennium:  // "0XXX" would begin in year 0
      return named.year == 0 ? "" : masked_text(named.year, 1, false);
    case Form::kCentury:
      return named.year == 0 ? "" : masked_text(named.year, 2, false);
    case Form::kCenturyBc:  // the first ends with year 0, which takes no sign
      return named.year == 1 ? "" : masked_text(named.year - 1, 2, true);
    case Form::kDecade:
      return masked_text(named.year, 3, false);
    case Form::kHalfyear:
      return coded_text(named.year, 39 + named.number);
    case Form::kQuarter:
      return coded_text(named.year, 32 + named.number);
    case Form::kSeason:
      return coded_text(named.year, 21 + static_cast<std::uint32_t>(named.season));
    case Form::kMinute: {
      const auto interval = interval_of(named);
      if (interval) append_minute(out, interval->begin());
      return out.append(":00");
    }
    case Form::kYear:
    case Form::kMonth:
    case Form::kWeek:
    case Form::kWeekend:
    case Form::kDay:
    case Form::kDaypart:
    case Form::kHour:
      return out;
  }
  return out;
}

}  // namespace

std::optional<ValuedInterval> interval_of_value(std::string_view value, std::string_view mod) {
  const auto named = read_value(value);
  if (!named) return std::nullopt;
  const auto whole = interval_of(*named);
  if (!whole) return std::nullopt;
  const Granularity granularity = granularity_of(named->form);
  const auto third = third_named(mod);
  return ValuedInterval{third ? third_of(*whole, granularity, *third) : *whole, granularity};
}

Sharpness sharpness_of(std::string_view mod) {
  const bool about = mod == "APPROX";
  return {!about && mod != "MID" && mod != "END", !about && mod != "MID" && mod != "START"};
}

std::string edtf_of_value(std::string_view value, std::string_view mod) {
  const auto named = read_value(value);
  const auto valued = interval_of_value(value, mod);
  if (!named || !valued) return {};
  const Sharpness sharp = sharpness_of(mod);
  if (sharp.begin && sharp.end) {
    if (std::string own = own_edtf(*named); !own.empty()) return own;
  }
  return edtf_between({valued->interval, !sharp.begin}, {valued->interval, !sharp.end});
}

}  // namespace annalen::time
