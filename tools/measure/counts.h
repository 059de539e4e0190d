// counts.h: what was found, against what is there.
// Threads: value type.
#pragma once

#include <cstddef>

namespace annalen {

struct Counts {
  std::size_t right = 0;
  std::size_t wrong = 0;   // found and not there
  std::size_t missed = 0;  // there and not found

  Counts& operator+=(const Counts& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    return *this;
  }
  // 0 to 100; 100 when there is nothing to find and nothing found.
  [[nodiscard]] double f1() const {
    const std::size_t all = 2 * right + wrong + missed;
    return all == 0 ? 100.0 : 200.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

}  // namespace annalen
