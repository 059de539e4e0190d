// clock.h: the clock and randomness, passed in so that the same input gives the same bytes.
// Threads: implementations must allow calls from several threads.
#pragma once

#include <cstdint>
#include <string>

namespace annalen {

class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since 1970-01-01T00:00:00Z. May step back; whoever needs order must see to it.
  [[nodiscard]] virtual std::int64_t now_ms() = 0;
};

class Randomness {
 public:
  virtual ~Randomness() = default;
  // `size` bytes. The system's source is fit for salts; a test's may repeat itself from its seed.
  [[nodiscard]] virtual std::string bytes(std::size_t size) = 0;
};

}  // namespace annalen
