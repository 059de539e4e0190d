// line_source.h: lines of a stream, none of them longer than a limit. Inside of the article room.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace annalen::article {

// Reads in blocks, so that a line over the limit is passed over without being held.
class LineSource {
 public:
  enum class State : std::uint8_t { kLine, kTooLong, kEnd };

  LineSource(std::istream& in, std::size_t line_bytes_max) : in_(in), line_bytes_max_(line_bytes_max) {}
  // `line` without its end ("\n" or "\r\n"); empty when too long or at the end.
  [[nodiscard]] State next(std::string& line);
  [[nodiscard]] std::uint64_t line_number() const { return line_number_; }  // of the line just given, from 1
  // The byte that comes next, or -1 at the end.
  [[nodiscard]] int peek();

 private:
  [[nodiscard]] bool fill();

  std::istream& in_;
  std::size_t line_bytes_max_;
  std::vector<char> block_ = std::vector<char>(std::size_t{1} << 16U);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t line_number_ = 0;
};

}  // namespace annalen::article
