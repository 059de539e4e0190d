#include "time/granularity.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace annalen::time {
namespace {

// In the order of the enumerations' numbers.
constexpr std::array<std::string_view, 14> kGranularityNames{"minute", "hour",   "daypart", "day",       "weekend",
                                                             "week",   "month",  "quarter", "season",    "halfyear",
                                                             "year",   "decade", "century", "millennium"};
constexpr std::array<std::string_view, 8> kRelationNames{"at",   "during", "between", "since",
                                                         "from", "until",  "before",  "after"};
static_assert(kGranularityNames.size() == static_cast<std::size_t>(Granularity::kMillennium) + 1);
static_assert(kRelationNames.size() == static_cast<std::size_t>(Relation::kAfter) + 1);

// A number that was stored by a later version has no name here.
template <class Enum, std::size_t kCount>
std::string_view name_of(const std::array<std::string_view, kCount>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kCount ? names[index] : std::string_view{};
}

template <class Enum, std::size_t kCount>
std::optional<Enum> value_of(const std::array<std::string_view, kCount>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_text(Granularity granularity) { return name_of(kGranularityNames, granularity); }
std::optional<Granularity> granularity_from_text(std::string_view text) {
  return value_of<Granularity>(kGranularityNames, text);
}

std::string_view to_text(Relation relation) { return name_of(kRelationNames, relation); }
std::optional<Relation> relation_from_text(std::string_view text) { return value_of<Relation>(kRelationNames, text); }

}  // namespace annalen::time
