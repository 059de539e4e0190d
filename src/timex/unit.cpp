#include "timex/unit.h"

#include <array>
#include <cstddef>

namespace annalen::timex {

namespace {

struct Row {
  std::string_view name;
  UnitSign sign;
  time::Granularity granularity;
};

using time::Granularity;

// In the order of Unit.
constexpr std::array<Row, 22> kRows = {
    {{"second", {"PT", "S"}, Granularity::kMinute},    {"minute", {"PT", "M"}, Granularity::kMinute},
     {"hour", {"PT", "H"}, Granularity::kHour},        {"morning", {"PT", "MO"}, Granularity::kDaypart},
     {"midday", {"PT", "MI"}, Granularity::kDaypart},  {"afternoon", {"PT", "AF"}, Granularity::kDaypart},
     {"evening", {"PT", "EV"}, Granularity::kDaypart}, {"night", {"PT", "NI"}, Granularity::kDaypart},
     {"day", {"P", "D"}, Granularity::kDay},           {"weekend", {"P", "WE"}, Granularity::kWeekend},
     {"week", {"P", "W"}, Granularity::kWeek},         {"month", {"P", "M"}, Granularity::kMonth},
     {"quarter", {"P", "Q"}, Granularity::kQuarter},   {"spring", {"P", "SP"}, Granularity::kSeason},
     {"summer", {"P", "SU"}, Granularity::kSeason},    {"autumn", {"P", "FA"}, Granularity::kSeason},
     {"winter", {"P", "WI"}, Granularity::kSeason},    {"halfyear", {"P", "H"}, Granularity::kHalfyear},
     {"year", {"P", "Y"}, Granularity::kYear},         {"decade", {"P", "DE"}, Granularity::kDecade},
     {"century", {"P", "CE"}, Granularity::kCentury},  {"millennium", {"P", "L"}, Granularity::kMillennium}}};

const Row& row(Unit unit) { return kRows[static_cast<std::size_t>(unit)]; }

}  // namespace

std::string_view to_text(Unit unit) { return row(unit).name; }

std::optional<Unit> unit_from_text(std::string_view text) {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].name == text) return static_cast<Unit>(i);
  }
  return std::nullopt;
}

UnitSign sign_of(Unit unit) { return row(unit).sign; }
time::Granularity granularity_of(Unit unit) { return row(unit).granularity; }

}  // namespace annalen::timex
