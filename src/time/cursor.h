// cursor.h: reads short ASCII texts (dates, offsets) from left to right. Used inside src/time only.
// Errors:  a read that does not fit returns false or empty and leaves the position where it was.
// Threads: value type; the text must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annalen::time {

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  // NUL at the end of the text, which no form contains.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool eat(char wanted) {
    if (done() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool eat(std::string_view wanted) {
    if (!rest().starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }
  void skip_spaces() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  // Exactly `count` digits, at most nine; further digits stay unread.
  [[nodiscard]] std::optional<std::int32_t> digits(std::size_t count) {
    if (text_.size() - at_ < count) return std::nullopt;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[at_ + i])) return std::nullopt;
      value = value * 10 + (text_[at_ + i] - '0');
    }
    at_ += count;
    return value;
  }
  // How many digits stand here.
  [[nodiscard]] std::size_t digit_run() const {
    std::size_t run = 0;
    while (is_digit(peek(run))) ++run;
    return run;
  }
  [[nodiscard]] static bool is_digit(char c) { return c >= '0' && c <= '9'; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace annalen::time
