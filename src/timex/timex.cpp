#include "timex/timex.h"

#include <array>

namespace annalen::timex {

std::string_view to_text(Type type) {
  static constexpr std::array<std::string_view, 4> all_names = {"DATE", "TIME", "DURATION", "SET"};
  return all_names[static_cast<std::size_t>(type)];
}

}  // namespace annalen::timex
