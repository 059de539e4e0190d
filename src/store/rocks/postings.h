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

// How the value of a stem tells the readings of an event.
[[nodiscard]] std::string stem_readings(const time::Readings& readings);

// One extraction's events of a stem, written in rising order of ordinal.
class StemValueWriter {
 public:
  void add(std::uint32_t ordinal, std::string_view readings);  // of stem_readings()
  void add(std::uint32_t ordinal, const time::Readings& readings) { add(ordinal, stem_readings(readings)); }
  [[nodiscard]] const std::string& value() const { return value_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }

 private:
  std::string value_;
  std::uint64_t events_ = 0;
  std::uint32_t previous_ = 0;
};

// Reads the events one after the other.
class StemValueReader {
 public:
  explicit StemValueReader(std::string_view value) : rest_(value) {}
  // Empty at the end, and on damage (then damaged() is true).
  [[nodiscard]] std::optional<StemEvent> next();
  [[nodiscard]] bool damaged() const { return damaged_; }
  // What has not been read.
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::optional<StemEvent> parse();
  std::string_view rest_;
  std::uint64_t previous_ = 0;
  bool first_ = true;
  bool damaged_ = false;
};

// What one extraction adds to the entry of its block. `seq` is in the block.
[[nodiscard]] std::string stem_block_part(std::uint64_t seq, const StemValueWriter& events);

// Reads the events of a block's entry, extraction by extraction.
class StemBlockReader {
 public:
  StemBlockReader(std::uint64_t first_seq, std::string_view value) : first_seq_(first_seq), rest_(value) {}
  struct Found {
    std::uint64_t seq = 0;
    StemEvent event;
  };
  // As of StemValueReader.
  [[nodiscard]] std::optional<Found> next();
  [[nodiscard]] bool damaged() const { return damaged_; }

 private:
  bool take_head();
  std::uint64_t first_seq_;
  std::string_view rest_;  // behind the extraction at hand, once that has been read
  StemValueReader events_{std::string_view()};
  std::uint64_t left_ = 0;      // events of the extraction at hand
  std::uint64_t next_seq_ = 0;  // the least that may follow, counted from first_seq_
  std::uint64_t seq_ = 0;
  bool damaged_ = false;
};

}  // namespace annalen::store::rocks
