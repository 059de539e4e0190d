// readings_json.h: readings in the exchange form (DESIGN.md, Exchange form).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "time/readings.h"

namespace annalen::render {

// [["2022-03-01","2022-04-01"], …]; very long sets as {"first", "step_minutes", "count"}.
[[nodiscard]] nlohmann::ordered_json readings_json(const time::Readings& readings);

}  // namespace annalen::render
