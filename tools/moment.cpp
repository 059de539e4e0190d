#include "moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "time/calendar.h"
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
  if (const std::optional<std::uint64_t> size = number(text)) return std::min(*size, store.size());
  if (text.size() == 10) {
    if (const std::optional<time::CivilMinute> day = time::minute_from_text(text)) {
      return store.size_at(day->count * kMsPerMinute + kMsPerDay - 1);
    }
  }
  if (const std::optional<std::int64_t> ms = moment(text)) return store.size_at(*ms + 999);
  return Error{ErrorKind::kUsage, fmt::format("--as-of {} is neither a moment nor a log size", text), "",
               "write 2025-02-27, 2025-02-27T10:00 (UTC) or a number of records"};
}

}  // namespace annalen::tools
