// edtf_fuzz.cpp: the readers of foreign dates. Whatever they accept comes back from its own text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "time/edtf.h"
#include "time/interval.h"
#include "time/publication.h"
#include "time/timex_value.h"

namespace {

using namespace annalen::time;  // NOLINT: this file speaks of nothing else

void require(bool holds) {
  if (!holds) std::abort();
}

void require_in_range(const Interval& interval) {
  require(interval.begin() < interval.end() && interval.begin() >= kCivilMin && interval.end() <= kCivilEnd);
}

void require_agrees(const Interval& interval, const std::string& edtf) {
  if (edtf.empty()) return;
  const auto read = interval_of_edtf(edtf);
  require(read.ok() && *read == interval);
}

void read_value(std::string_view text) {
  const auto whole = interval_of_value(text, "");
  require(whole.has_value() || edtf_of_value(text, "").empty());
  if (!whole) return;
  require_in_range(whole->interval);
  for (const char* mod : {"", "APPROX", "START", "MID", "END"}) {
    const auto valued = interval_of_value(text, mod);
    require(valued && whole->interval.contains(valued->interval) && valued->granularity == whole->granularity);
    require_agrees(valued->interval, edtf_of_value(text, mod));
  }
}

void read_publication(std::string_view text) {
  const auto read = Publication::parse(text, "Europe/Vienna");
  if (!read.ok()) {
    require(!read.error().what.empty());
    return;
  }
  require_in_range(read->interval());
  const auto again = Publication::parse(read->text(), "Europe/Vienna");
  require(again.ok() && again->text() == read->text() && again->interval() == read->interval() &&
          again->precision() == read->precision());
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};  // NOLINT: bytes are bytes
  if (const auto edtf = interval_of_edtf(text); edtf.ok()) require_in_range(*edtf);
  if (const auto minute = minute_from_text(text)) {
    require(*minute >= kCivilMin && *minute <= kCivilEnd && to_text(*minute) == text);
  }
  read_value(text);
  read_publication(text);
  return 0;
}
