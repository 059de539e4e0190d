// rejoined.h: an input of which the beginning has been read, as if it had not. For pipes, which cannot go back.
// Threads: one buffer, one thread.
#pragma once

#include <istream>
#include <streambuf>
#include <string>
#include <utility>

namespace annalen::article {

// Gives `start`, then the rest of `in`, which stays the caller's.
class Rejoined : public std::streambuf {
 public:
  Rejoined(std::string start, std::istream& in) : start_(std::move(start)), in_(in) {
    setg(start_.data(), start_.data(), start_.data() + start_.size());
  }

 protected:
  int_type underflow() override {
    in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
    const std::streamsize size = in_.gcount();
    setg(block_.data(), block_.data(), block_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(block_[0]);
  }

 private:
  std::string start_;
  std::istream& in_;
  std::string block_ = std::string(std::size_t{1} << 16U, '\0');
};

}  // namespace annalen::article
