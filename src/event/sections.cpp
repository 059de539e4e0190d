#include "event/sections.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\r";
  const auto first = line.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

}  // namespace

Result<void> read_sections(std::string_view text, const std::string& file,
                           const std::function<bool(std::string_view section)>& open,
                           const std::function<bool(const std::string& line)>& add, LineCase line_case) {
  bool opened = false;
  std::size_t line_number = 0;
  while (!text.empty()) {
    ++line_number;
    const auto line_end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, line_end);
    text.remove_prefix(std::min(line_end + 1, text.size()));
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty() || line.front() == kExampleMark) continue;
    const std::string where = file + ":" + std::to_string(line_number);
    if (line.front() == '[' && line.back() == ']') {
      opened = open(line.substr(1, line.size() - 2));
      if (!opened) return Error{ErrorKind::kInput, "unknown section " + std::string(line), where};
      continue;
    }
    if (!opened) return Error{ErrorKind::kInput, "a word stands before the first section", where};
    if (!add(line_case == LineCase::kLower ? text::lower(line) : std::string(line)))
      return Error{ErrorKind::kInput, "no line of its section: " + std::string(line), where};
  }
  return {};
}

std::vector<std::string_view> blank_separated(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::pair<std::string_view, std::string_view> name_and_rest(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

}  // namespace annalen::event
