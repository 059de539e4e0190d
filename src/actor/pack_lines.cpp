#include "actor/pack_lines.h"

namespace annalen::actor {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const auto tab = line.find('\t');
    out.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

Error PackLine::error(std::string what) const {
  return Error{ErrorKind::kInput, std::move(what), std::string(file) + ":" + std::to_string(number)};
}

std::vector<std::string_view> parts_of(std::string_view field, char separator) {
  std::vector<std::string_view> out;
  while (!field.empty()) {
    const auto at = field.find(separator);
    const auto part = trimmed(field.substr(0, at));
    if (!part.empty()) out.push_back(part);
    if (at == std::string_view::npos) break;
    field.remove_prefix(at + 1);
  }
  return out;
}

Result<PackLines> read_lines(std::span<const PackFile> pack) {
  PackLines out;
  for (const auto& file : pack) {
    std::string_view rest = file.text;
    for (std::uint32_t number = 1; !rest.empty(); ++number) {
      const auto end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      auto fields = fields_of(line);
      const std::string_view name = fields.front();
      fields.erase(fields.begin());
      PackLine made{file.name, number, std::move(fields)};
      if (name.empty() || name.find(' ') != std::string_view::npos || made.fields.empty()) {
        return made.error("expected CLASS<TAB>field");
      }
      out[name].push_back(std::move(made));
    }
  }
  return out;
}

}  // namespace annalen::actor
