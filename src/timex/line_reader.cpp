#include "timex/line_reader.h"

#include <utility>

namespace annalen::timex {

namespace {
constexpr std::string_view kBlank = " \t\r";
}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<PackLine> lines_of(std::string_view file) {
  std::vector<PackLine> lines;
  std::uint32_t number = 0;
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    ++number;
    const std::string_view text = trimmed(file.substr(0, end));
    if (!text.empty() && text.front() != '#') lines.push_back({text, number});
    file.remove_prefix(std::min(end + 1, file.size()));
  }
  return lines;
}

std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find_first_of(kBlank), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::string place(std::string_view file, std::uint32_t line) { return std::string(file) + ":" + std::to_string(line); }

Error pack_error(std::string_view file, std::uint32_t line, std::string what) {
  return Error{ErrorKind::kInput, std::move(what), place(file, line)};
}

}  // namespace annalen::timex
