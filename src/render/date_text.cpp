#include "render/date_text.h"

#include <string_view>

namespace annalen::render {
namespace {

constexpr std::string_view kDash = " – ";
constexpr std::string_view kDots = " … ";

// A point of time by its fields; `day` is the exchange form's "2022-03-10", years signed where they need it.
struct Fields {
  std::string day;
  std::string time;  // "20:00"
};

Fields fields_of(time::CivilMinute minute) {
  const std::string text = time::to_text(minute);
  const std::size_t t = text.find('T');
  if (t == std::string::npos) return {text, "00:00"};
  return {text.substr(0, t), text.substr(t + 1)};
}

bool at_midnight(time::CivilMinute minute) { return time::start_of(time::day_of(minute)) == minute; }

// The widest unit that begins (or, for an end, ends) at the point.
enum class Unit : std::uint8_t { kMinute, kDay, kMonth, kYear };

Unit unit_at(time::CivilMinute minute) {
  if (!at_midnight(minute)) return Unit::kMinute;
  const std::string day = fields_of(minute).day;
  if (day.ends_with("-01-01")) return Unit::kYear;
  return day.ends_with("-01") ? Unit::kMonth : Unit::kDay;
}

// The day's text cut to the unit.
std::string name_of(time::CivilDay day, Unit unit) {
  std::string text = fields_of(time::start_of(day)).day;
  if (unit == Unit::kMonth) text.resize(text.size() - 3);
  if (unit == Unit::kYear) text.resize(text.size() - 6);
  return text;
}

std::string minutes_text(const time::Interval& interval) {
  const Fields begin = fields_of(interval.begin());
  std::string out = begin.day + " " + begin.time;
  if (interval.length_minutes() == 1) return out;
  const bool ends_with_day = at_midnight(interval.end());
  const time::CivilMinute last{interval.end().count - 1};
  Fields end = fields_of(interval.end());
  if (ends_with_day) end = {fields_of(last).day, "24:00"};
  out += end.day == begin.day ? "–" + end.time : std::string(kDash).append(end.day).append(" ").append(end.time);
  return out;
}

std::string span_text(const time::Interval& interval, std::string_view between) {
  const Unit unit = std::min(unit_at(interval.begin()), unit_at(interval.end()));
  if (unit == Unit::kMinute) return minutes_text(interval);
  std::string first = name_of(time::day_of(interval.begin()), unit);
  const std::string last = name_of(time::day_of(time::CivilMinute{interval.end().count - 1}), unit);
  if (first == last) return first;
  return std::string(first).append(between).append(last);
}

// "seit 1920": the begin in the unit that the text speaks in, whatever day the article appeared.
std::string since_text(const store::StoredEvent& event, const time::Interval& hull) {
  const Unit spoken = event.granularity >= time::Granularity::kYear    ? Unit::kYear
                      : event.granularity >= time::Granularity::kMonth ? Unit::kMonth
                                                                       : Unit::kDay;
  const Unit begin_unit = std::min(unit_at(hull.begin()), spoken);
  const Unit end_unit = unit_at(hull.end());
  if (begin_unit <= end_unit || end_unit == Unit::kMinute) return span_text(hull, kDash);
  const std::string first = name_of(time::day_of(hull.begin()), begin_unit);
  const std::string last = name_of(time::day_of(time::CivilMinute{hull.end().count - 1}), end_unit);
  return std::string(first).append(kDash).append(last);
}

}  // namespace

std::string date_text(const time::Interval& interval) { return span_text(interval, kDash); }

std::string date_text(const store::StoredEvent& event) {
  const time::Interval hull = event.readings.hull();
  if (event.readings.exact() && event.relation == time::Relation::kSince) return since_text(event, hull);
  if (event.readings.exact()) return span_text(hull, kDash);
  // Readings are alternatives, so the hull of whole months is still shown by its days.
  const std::string first = name_of(time::day_of(hull.begin()), Unit::kDay);
  const std::string last = name_of(time::day_of(time::CivilMinute{hull.end().count - 1}), Unit::kDay);
  return std::string(first).append(kDots).append(last);
}

std::string date_remark(const store::StoredEvent& event) {
  std::string out;
  if (event.relation != time::Relation::kAt) out = std::string(time::to_text(event.relation));
  if (event.ongoing) out += out.empty() ? "ongoing" : ", ongoing";
  if (event.basis != store::Basis::kStated) {
    if (!out.empty()) out += ", ";
    out += event.basis == store::Basis::kImplied ? "implied" : "by the story";
  }
  if (!event.readings.exact()) {
    if (!out.empty()) out += ", ";
    out += std::to_string(event.readings.size());
    out += " readings";
  }
  return out;
}

}  // namespace annalen::render
