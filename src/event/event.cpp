#include "event/event.h"

#include <algorithm>

namespace annalen::event {

std::size_t told_count(const std::vector<Event>& events) {
  return static_cast<std::size_t>(
      std::count_if(events.begin(), events.end(), [](const Event& event) { return event.basis != Basis::kImplied; }));
}

}  // namespace annalen::event
