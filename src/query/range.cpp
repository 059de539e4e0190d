#include "query/query.h"
#include "time/edtf.h"

namespace annalen::query {
namespace {

Result<std::optional<time::Interval>> parse_end(std::string_view option, std::string_view text) {
  if (text.empty()) return std::optional<time::Interval>();
  Result<time::Interval> interval = time::interval_of_edtf(text);
  if (interval) return std::optional<time::Interval>(*interval);
  return Error{ErrorKind::kUsage,
               std::string(option).append(" ").append(text).append(": ").append(interval.error().what),
               interval.error().where, "write 2022, 2022-03, 2022-03-10 or another EDTF date"};
}

}  // namespace

Result<std::optional<time::Interval>> parse_range(std::string_view from, std::string_view to) {
  Result<std::optional<time::Interval>> first = parse_end("--from", from);
  if (!first) return first.error();
  Result<std::optional<time::Interval>> last = parse_end("--to", to);
  if (!last) return last.error();
  if (!*first && !*last) return std::optional<time::Interval>();
  const time::CivilMinute begin = *first ? (*first)->begin() : time::kCivilMin;
  const time::CivilMinute end = *last ? (*last)->end() : time::kCivilEnd;
  const std::optional<time::Interval> range = time::Interval::make(begin, end);
  if (!range) {
    return Error{ErrorKind::kUsage,
                 std::string("--to ").append(to).append(" ends before --from ").append(from).append(" begins"), "",
                 "turn them round"};
  }
  return range;
}

}  // namespace annalen::query
