// progress.h: "1,200 articles" on standard error, where that is a terminal; nothing elsewhere.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"

namespace annalen::tools {

class Progress {
 public:
  // `clock` only spaces the lines; it has no influence on any output.
  Progress(bool shown, std::string unit, Clock& clock) : shown_(shown), unit_(std::move(unit)), clock_(clock) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void count(std::uint64_t number);
  // Before another line on standard error.
  void clear();

 private:
  bool shown_;
  bool dirty_ = false;
  std::string unit_;
  Clock& clock_;
  std::int64_t last_ms_ = 0;
};

}  // namespace annalen::tools
