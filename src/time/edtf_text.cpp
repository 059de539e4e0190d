#include "time/edtf.h"

#include <optional>

#include "time/calendar.h"
#include "time/iso_text.h"

namespace annalen::time {
namespace {

enum class Precision : std::uint8_t { kYear, kMonth, kDay };

bool begins_month(CivilMinute minute) { return year_month_day(day_of(minute)).day == 1; }
bool begins_year(CivilMinute minute) { return begins_month(minute) && year_month_day(day_of(minute)).month == 1; }

bool begins_day(CivilMinute minute) { return minute.count % kMinutesPerDay == 0; }

// The coarsest unit of which `span` is made of whole ones.
Precision precision_of(const Interval& span) {
  if (!begins_day(span.begin()) || !begins_day(span.end())) return Precision::kDay;
  if (begins_year(span.begin()) && begins_year(span.end())) return Precision::kYear;
  return begins_month(span.begin()) && begins_month(span.end()) ? Precision::kMonth : Precision::kDay;
}

std::string date_text(CivilMinute within, Precision precision) {
  const YearMonthDay date = year_month_day(day_of(within));
  std::string out;
  append_date(out, date);
  if (precision != Precision::kDay) out.resize(out.size() - (precision == Precision::kYear ? 6 : 3));
  return out;
}

std::string first_text(const EdtfEnd& end, Precision precision) {
  return date_text(end.span.begin(), precision).append(end.about ? "~" : "");
}
std::string last_text(const EdtfEnd& end, Precision precision) {
  return date_text(CivilMinute{end.span.end().count - 1}, precision).append(end.about ? "~" : "");
}

// The day of a plain "2025-02-20".
std::optional<CivilDay> plain_day(const std::string& text) {
  const auto begin = minute_from_text(text);
  if (!begin || *begin == kCivilEnd) return std::nullopt;
  return day_of(*begin);
}

// How many texts from the first on are days without a gap; 1 when the first is none.
std::size_t run_of_days(std::span<const std::string> texts) {
  const auto first = plain_day(texts.front());
  std::size_t run = 1;
  while (first && run < texts.size()) {
    const auto day = plain_day(texts[run]);
    if (!day || day->count != first->count + static_cast<std::int32_t>(run)) break;
    ++run;
  }
  return run;
}

}  // namespace

std::string edtf_between(const EdtfEnd& first, const EdtfEnd& last) {
  if (!begins_day(first.span.begin()) || !begins_day(last.span.end())) return {};
  const Precision begin = precision_of(first.span);
  const Precision end = precision_of(last.span);
  std::string from = first_text(first, begin);
  const std::string to = last_text(last, end);
  if (from == to) return from;
  // A sharp and an unsharp bound of one unit: its days can say so.
  const bool one_unit = begin == end && first_text({first.span}, begin) == last_text({last.span}, end);
  if (one_unit) return first_text(first, Precision::kDay) + "/" + last_text(last, Precision::kDay);
  return from + "/" + to;
}

std::string edtf_from(const EdtfEnd& first) {
  if (!begins_day(first.span.begin())) return {};
  return first_text(first, precision_of(first.span)) + "/..";
}

std::string edtf_until(const EdtfEnd& last) {
  if (!begins_day(last.span.end())) return {};
  return "../" + last_text(last, precision_of(last.span));
}

std::string edtf_one_of(std::span<const std::string> texts) {
  if (texts.empty()) return {};
  if (texts.size() == 1) return texts.front();
  for (const std::string& text : texts) {
    if (text.empty() || text.find_first_of("/[{T") != std::string::npos) return {};
  }
  std::string out;
  for (std::size_t i = 0; i < texts.size();) {
    out.append(out.empty() ? "[" : ",").append(texts[i]);
    const std::size_t run = run_of_days(texts.subspan(i));
    if (run > 2) out.append("..").append(texts[i + run - 1]);
    i += run > 2 ? run : 1;
  }
  return out.append("]");
}

}  // namespace annalen::time
