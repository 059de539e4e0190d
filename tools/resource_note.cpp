#include "resource_note.h"

#include <fmt/format.h>

#include "actor/resources.h"
#include "base/digest.h"
#include "event/extractor.h"
#include "text/language.h"

namespace annalen::tools {
namespace {

actor::Resources german_resources() { return actor::embedded_resources(text::to_text(text::Language::kGerman)); }

}  // namespace

std::string resource_table() {
  std::string out;
  const auto row = [&out](std::string_view name, std::string_view size, std::string_view digest) {
    out += fmt::format("{:<20} {:>16}  {}\n", name, size, digest);
  };
  for (const auto& item : actor::inventory(german_resources())) {
    row(item.name, item.size == 0 ? "missing" : fmt::format("{} {}", item.size, item.unit), item.digest);
  }
  row("all, as in records", "", to_hex(as_bytes(event::Extractor::german().resource_digest())));
  return out;
}

std::string missing_note() {
  const auto missing = actor::missing(german_resources());
  if (missing.empty()) return {};
  return fmt::format(
      "annalen: note: built without {}: names that no table lists are found less often; install what is missing "
      "(tools/setup.sh build) and build again\n",
      fmt::join(missing, ", "));
}

}  // namespace annalen::tools
