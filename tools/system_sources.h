// system_sources.h: the system's clock and randomness, for the command and the benchmarks.
// Errors:  SystemRandomness throws std::system_error when the kernel gives none (it is older than 3.17).
// Threads: stateless; calls from any thread.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>

#include "base/clock.h"

namespace annalen::tools {

class SystemClock final : public Clock {
 public:
  std::int64_t now_ms() override {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  }
};

// The kernel's generator, fit for salts. Not std::random_device: that asks the processor's, 20 µs for each of its
// numbers, which was three quarters of an ingest's time in the store.
class SystemRandomness final : public Randomness {
 public:
  std::string bytes(std::size_t size) override {
    std::string out(size, '\0');
    for (std::size_t done = 0; done < size; done += kAtOnceMax) {
      if (::getentropy(out.data() + done, std::min(kAtOnceMax, size - done)) != 0) {
        throw std::system_error(errno, std::generic_category(), "getentropy");
      }
    }
    return out;
  }

 private:
  static constexpr std::size_t kAtOnceMax = 256;  // of getentropy()
};

}  // namespace annalen::tools
