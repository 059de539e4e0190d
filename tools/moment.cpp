#include "moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "time/calendar.h"
#include "time/edtf.h"
#include "time/interval.h"

namespace annalen::tools {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = time::kMinutesPerDay * kMsPerMinute;

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Milliseconds at the start of the minute; seconds, if any, are cut off before.
std::optional<std::int64_t> moment(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  std::int64_t seconds = 0;
  if (text.size() == 19 && text[16] == ':') {
    const std::optional<std::uint64_t> value = number(text.substr(17));
    if (!value || *value > 60) return std::nullopt;
    seconds = static_cast<std::int64_t>(*value);
    text = text.substr(0, 16);
  }
  if (text.size() == 16 && text.ends_with("T00:00")) {
    // The exchange form writes midnight without its time.
    text.remove_suffix(6);
  } else if (text.size() != 16) {
    return std::nullopt;
  }
  const std::optional<time::CivilMinute> minute = time::minute_from_text(text);
  if (!minute) return std::nullopt;
  return minute->count * kMsPerMinute + seconds * 1000;
}

// Of "2025", "2025-02", "2025-02-27".
std::optional<std::int64_t> last_ms_of(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const Result<time::Interval> named = time::interval_of_edtf(text);
  if (!named) return std::nullopt;
  return named->end().count * kMsPerMinute - 1;
}

}  // namespace

std::string moment_text(std::int64_t ms) {
  std::int64_t days = ms / kMsPerDay;
  if (ms % kMsPerDay < 0) --days;
  const std::int64_t rest = ms - days * kMsPerDay;
  const std::int64_t day_limit = time::kCivilEnd.count / time::kMinutesPerDay;
  const std::int64_t shown = std::clamp(days, -day_limit, day_limit - 1);
  const std::string day = time::to_text(time::start_of(time::CivilDay{static_cast<std::int32_t>(shown)}));
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day, rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60,
                     rest % 1000);
}

Result<std::uint64_t> parse_as_of(std::string_view text, const store::Store& store) {
  for (const std::string_view mark : {"#", "0/"}) {
    if (!text.starts_with(mark)) continue;
    if (const std::optional<std::uint64_t> size = number(text.substr(mark.size()))) {
      return std::min(*size, store.size());
    }
  }
  if (const std::optional<std::int64_t> ms = last_ms_of(text)) return store.size_at(*ms);
  if (const std::optional<std::int64_t> ms = moment(text)) return store.size_at(*ms + 999);
  return Error{ErrorKind::kUsage, fmt::format("--as-of {} is neither a moment nor a log size", text), "",
               number(text) ? fmt::format("a log size is written #{}", text)
                            : "write 2025, 2025-02-27, 2025-02-27T10:00 (UTC), or a log size: #17"};
}

}  // namespace annalen::tools
