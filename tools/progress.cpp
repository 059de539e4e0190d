#include "progress.h"

#include <cstdio>

namespace annalen::tools {
namespace {
constexpr std::int64_t kIntervalMs = 200;
}

void Progress::count(std::uint64_t number) {
  if (!shown_) return;
  const std::int64_t now = clock_.now_ms();
  if (now - last_ms_ < kIntervalMs && now >= last_ms_) return;
  last_ms_ = now;
  const std::string line = "\r\x1b[K" + std::to_string(number) + " " + unit_;
  std::fputs(line.c_str(), stderr);
  dirty_ = true;
}

void Progress::clear() {
  if (!dirty_) return;
  std::fputs("\r\x1b[K", stderr);
  dirty_ = false;
}

}  // namespace annalen::tools
