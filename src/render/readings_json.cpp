#include "render/readings_json.h"

#include <nlohmann/json.hpp>

namespace annalen::render {
namespace {

using Json = nlohmann::ordered_json;

// Longer sets are given as first, step and count: a line stays a line. A day a year is 366.
constexpr std::size_t kReadingsListedMax = 1000;

Json interval_json(const time::Interval& interval) {
  return Json::array({time::to_text(interval.begin()), time::to_text(interval.end())});
}

}  // namespace

Json readings_json(const time::Readings& readings) {
  if (readings.size() > kReadingsListedMax) {
    return Json{{"first", interval_json(readings.at(0))},
                {"step_minutes", readings.step_minutes()},
                {"count", readings.size()}};
  }
  Json out = Json::array();
  for (std::size_t i = 0; i < readings.size(); ++i) out.push_back(interval_json(readings.at(i)));
  return out;
}

}  // namespace annalen::render
