#include "timex/timex.h"

#include <array>

namespace annalen::timex {

std::string_view to_text(Type type) {
  static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace annalen::timex
