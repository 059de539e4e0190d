// conformance.h: what every implementation of Store must do. `open` gives the same store again each time.
#pragma once

#include <functional>
#include <memory>

#include "store/store.h"
#include "world.h"

namespace annalen::store::test {

struct Contender {
  std::function<std::unique_ptr<Store>()> writer;  // made when absent
  std::function<std::unique_ptr<Store>()> reader;
  StoppedClock* clock = nullptr;
};

void check_append_and_read(const Contender& contender);
void check_versions_and_extractions(const Contender& contender);
void check_scans(const Contender& contender);
void check_names(const Contender& contender);
void check_refusals(const Contender& contender);
void check_times(const Contender& contender);
void check_statistics(const Contender& contender);
void check_reopening(const Contender& contender);

}  // namespace annalen::store::test
