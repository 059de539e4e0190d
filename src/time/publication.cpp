#include "time/publication.h"

#include <cassert>
#include <utility>

#include "time/calendar.h"
#include "time/publication_text.h"
#include "time/zone.h"

namespace annalen::time {
namespace {

// The month's or year's days.
std::pair<CivilDay, CivilDay> days_of(const Interval& interval) {
  return {day_of(interval.begin()), day_of(CivilMinute{interval.end().count - 1})};
}

constexpr std::size_t kShownMax = 40;

// Foreign text for a message: short, printable, in quotes.
std::string quoted(std::string_view text) {
  std::string out{'"'};
  for (const char c : text.substr(0, kShownMax)) out.push_back(c >= ' ' && c <= '~' ? c : '?');
  return out.append(text.size() > kShownMax ? "...\"" : "\"");
}

Error not_a_date(std::string_view text) {
  return Error{ErrorKind::kInput, quoted(text) + " is no publication date", "",
               "write it like 2025, 2025-02, 2025-02-27, 27.02.2025 or 2025-02-27T10:00:00+01:00"};
}

}  // namespace

Publication::Publication(Precision precision, CivilDay first, CivilDay last, std::string text)
    : precision_(precision), first_(first), last_(last), text_(std::move(text)) {}

Result<Publication> Publication::parse(std::string_view text, std::string_view zone) {
  const Result<const Zone*> known_zone = find_zone(zone);
  if (!known_zone) return known_zone.error();
  auto read = read_publication(text);
  if (!read) return not_a_date(text);
  std::optional<Interval> days;
  switch (read->precision) {
    case Precision::kYear:
      days = year_interval(read->date.year);
      break;
    case Precision::kMonth:
      days = month_interval(read->date.year, read->date.month);
      break;
    case Precision::kDay:
    case Precision::kInstant: {
      auto day = civil_day(read->date);
      if (day && read->offset_minutes) {
        const std::int64_t minutes = start_of(*day).count - *read->offset_minutes;
        const std::int64_t seconds = minutes * 60 + read->second_of_day;
        const Result<CivilDay> local = local_day(**known_zone, seconds);
        if (!local) return local.error();
        day = *local;
      }
      if (day) days = day_interval(*day);
      break;
    }
  }
  if (!days) return not_a_date(text);
  const auto [first, last] = days_of(*days);
  return Publication{read->precision, first, last, std::move(read->text)};
}

std::optional<Publication> Publication::restore(Precision precision, CivilDay first, CivilDay last, std::string text) {
  if (precision > Precision::kYear || !days_interval(first, last)) return std::nullopt;
  return Publication{precision, first, last, std::move(text)};
}

Interval Publication::interval() const {
  const auto days = days_interval(first_, last_);
  assert(days);  // parse() and restore() let no other pass
  return *days;
}

}  // namespace annalen::time
