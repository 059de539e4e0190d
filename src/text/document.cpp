#include "text/document.h"

#include <algorithm>

namespace annalen::text {

Span Document::source_span(const Span& span) const {
  if (shifts_.empty()) return span;
  const auto from = [&](std::vector<Shift>::const_iterator after, std::uint32_t offset) {
    if (after == shifts_.begin()) return offset;
    const Shift& shift = *(after - 1);
    const std::uint32_t source = shift.source + (offset - shift.at);
    return after == shifts_.end() ? source : std::min(source, after->source);
  };
  const auto behind = std::upper_bound(shifts_.begin(), shifts_.end(), span.begin,
                                       [](std::uint32_t offset, const Shift& shift) { return offset < shift.at; });
  const auto at_end = std::lower_bound(shifts_.begin(), shifts_.end(), span.end,
                                       [](const Shift& shift, std::uint32_t offset) { return shift.at < offset; });
  const std::uint32_t begin = from(behind, span.begin);
  const bool exact = at_end != shifts_.end() && at_end->at == span.end;
  return {begin, std::max(begin, exact ? at_end->source : from(at_end, span.end))};
}

}  // namespace annalen::text
