// postings.h: values of posting entries: regular sets (T, K) and the events of a stem (S).
// Format:  FORMAT.md, key spaces `T`, `K`, `S`.
// Errors:  the readers are empty for bytes that the writers do not write.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/readings.h"

namespace annalen::store::rocks {

// Most significant group first; see FORMAT.md, Conventions.
void put_varint(std::string& out, std::uint64_t value);
// Takes a varint off the front; empty when it is cut short, too long or has a leading zero group.
[[nodiscard]] std::optional<std::uint64_t> take_varint(std::string_view& bytes);

// The value of a `T` or `K` entry of a regular set, and the set again with its hull from the key.
[[nodiscard]] std::string regular_value(const time::Readings& readings);
[[nodiscard]] std::optional<time::Readings> regular_from_value(const time::Interval& hull, std::string_view value);

struct StemEvent {
  std::uint32_t ordinal = 0;
  time::Readings readings;
};

// One value of key space `S`, written event by event in rising order of ordinal.
class StemValueWriter {
 public:
  void add(std::uint32_t ordinal, const time::Readings& readings);
  [[nodiscard]] const std::string& value() const { return value_; }

 private:
  std::string value_;
  std::uint32_t previous_ = 0;
};

// Reads the events one after the other.
class StemValueReader {
 public:
  explicit StemValueReader(std::string_view value) : rest_(value) {}
  // Empty at the end, and on damage (then damaged() is true).
  [[nodiscard]] std::optional<StemEvent> next();
  [[nodiscard]] bool damaged() const { return damaged_; }

 private:
  std::optional<StemEvent> parse();
  std::string_view rest_;
  std::uint64_t previous_ = 0;
  bool first_ = true;
  bool damaged_ = false;
};

}  // namespace annalen::store::rocks
