// publication.h: when an article appeared, at the precision that is known (TimeML: the document creation time, DCT).
// Units:   civil days in the zone given; both ends included.
// Errors:  Error{kInput} for text that names no instant, day, month or year.
// Threads: value type; parse() is a pure function (the zone table is read once from the system's tz database).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "time/interval.h"

namespace annalen::time {

class Publication {
 public:
  enum class Precision : std::uint8_t { kInstant = 0, kDay = 1, kMonth = 2, kYear = 3 };  // stored: only append

  // "2025", "2025-02", "2025-02-27", "27.02.2025", "27. 2. 2025", "2025-02-27T10:00:00+01:00", "…Z", "2025-02-27 10:00"
  // (without offset: local to `zone`), RFC 2822 ("Thu, 27 Feb 2025 10:00:00 +0100"). `zone` is an IANA name
  // ("Europe/Vienna"); an unknown one is Error{kUsage}.
  [[nodiscard]] static Result<Publication> parse(std::string_view text, std::string_view zone);
  // From stored fields. Empty unless first <= last.
  [[nodiscard]] static std::optional<Publication> restore(Precision precision, CivilDay first, CivilDay last,
                                                          std::string text);

  [[nodiscard]] Precision precision() const { return precision_; }
  [[nodiscard]] CivilDay first_day() const { return first_; }
  [[nodiscard]] CivilDay last_day() const { return last_; }  // equals first_day() unless imprecise
  [[nodiscard]] std::int32_t day_count() const { return last_.count - first_.count + 1; }
  // The whole days; the publication ends with its civil day.
  [[nodiscard]] Interval interval() const;
  // ISO text at its own precision, the exchange form's "published" ("2025-02", "2025-02-27", an instant as given).
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Publication(Precision precision, CivilDay first, CivilDay last, std::string text);
  Precision precision_;
  CivilDay first_;
  CivilDay last_;
  std::string text_;
};

}  // namespace annalen::time
