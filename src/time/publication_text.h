// publication_text.h: the written forms of a publication date, before any zone is looked at. Used inside src/time only.
// Source:  ISO 8601 (extended), RFC 3339, RFC 5322 (with the obsolete zones of its 4.3), German numeric dates.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "time/calendar.h"
#include "time/publication.h"

namespace annalen::time {

struct PublicationText {
  Publication::Precision precision = Publication::Precision::kDay;
  YearMonthDay date;                           // as written; month and day count as far as the precision says
  std::int32_t second_of_day = 0;              // instants
  std::optional<std::int32_t> offset_minutes;  // instants: east of Greenwich; absent: local time
  std::string text;                            // ISO text at this precision
};

// Years 0 to 9999. Empty for anything else than the forms that Publication::parse() names; spaces around are dropped.
[[nodiscard]] std::optional<PublicationText> read_publication(std::string_view text);

}  // namespace annalen::time
