#include "article/line_source.h"

#include <algorithm>

namespace annalen::article {

bool LineSource::fill() {
  if (begin_ < end_) return true;
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  begin_ = 0;
  end_ = static_cast<std::size_t>(in_.gcount());
  return end_ > 0;
}

int LineSource::peek() { return fill() ? static_cast<unsigned char>(block_[begin_]) : -1; }

LineSource::State LineSource::next(std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (fill()) {
    any = true;
    const char* first = block_.data() + begin_;
    const char* last = block_.data() + end_;
    const char* newline = std::find(first, last, '\n');
    const auto size = static_cast<std::size_t>(newline - first);
    too_long = too_long || line.size() + size > line_bytes_max_;
    if (too_long) {
      line.clear();
    } else {
      line.append(first, size);
    }
    begin_ += size;
    if (newline == last) continue;
    ++begin_;
    break;
  }
  if (!any) return State::kEnd;
  ++line_number_;
  if (too_long) return State::kTooLong;
  if (line.ends_with('\r')) line.pop_back();
  return State::kLine;
}

}  // namespace annalen::article
