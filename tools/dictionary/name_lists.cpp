#include "name_lists.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <array>
#include <cstring>
#include <memory>

#include "actor/pack_lines.h"
#include "actor/region_names.h"

namespace annalen::dictionary {
namespace {

using actor::NameKind;

constexpr std::size_t kNameBytesMin = 3;

Error bad(std::string_view file, std::string what) {
  return {.kind = ErrorKind::kInput, .what = std::move(what), .where = std::string(file)};
}

std::string_view until(std::string_view text, char end) { return text.substr(0, text.find(end)); }

bool is_latin(std::string_view name) {
  // Below U+0250 the first byte of two is at most 0xC9.
  return !name.empty() && static_cast<unsigned char>(name.front()) <= 0xC9;
}

// The kind of the array's names; kRole where they are none.
NameKind array_of(std::string_view line) {
  const auto at = line.find("static $");
  if (at == std::string_view::npos) return NameKind::kRole;
  const auto name = until(line.substr(at + 8), ' ');
  const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
  if (has("Format") || has("Suffix") || has("Prefix") || has("Kana")) return NameKind::kRole;
  if (has("irstName") || has("iddleName")) return NameKind::kFirst;
  if (has("astName")) return NameKind::kLast;
  return NameKind::kRole;
}

// "Vereinigt~ Staaten": all endings of the adjective.
void add_inflected(std::string_view name, NameKind kind, Names& out) {
  while (name.starts_with('?') || name.starts_with(' ')) name.remove_prefix(1);
  if (name.find('~') == std::string_view::npos) {
    out.push_back({kind, std::string(name)});
    return;
  }
  for (const std::string_view ending : {"e", "en", "er", "es", "em"}) {
    std::string inflected;
    for (const char c : name) {
      if (c == '~') {
        inflected += ending;
      } else {
        inflected += c;
      }
    }
    out.push_back({kind, inflected});
  }
}

void add_field(std::string_view field, char separator, NameKind kind, Names& out) {
  for (const auto name : actor::parts_of(field, separator)) {
    for (const auto part : actor::parts_of(name, '|')) add_inflected(part, kind, out);
  }
}

struct TableClass {
  std::string_view name;
  NameKind kind;
  char separator;           // between names in a field
  std::size_t first_field;  // the first with names
  std::size_t end_field;
};

constexpr std::array kTableClasses = {
    TableClass{"male", NameKind::kFirst, ' ', 0, 1},
    TableClass{"female", NameKind::kFirst, ' ', 0, 1},
    TableClass{"either", NameKind::kFirst, ' ', 0, 1},
    TableClass{"guarded", NameKind::kFirst, ' ', 0, 1},
    TableClass{"family_first", NameKind::kLast, ' ', 0, 1},
    TableClass{"role", NameKind::kRole, ' ', 0, 1},
    TableClass{"role_f", NameKind::kRole, ' ', 0, 1},
    TableClass{"weak_role", NameKind::kRole, ' ', 0, 1},
    TableClass{"honorific", NameKind::kRole, ' ', 0, 1},
    TableClass{"ruler", NameKind::kRole, ' ', 0, 1},
    TableClass{"ruler_f", NameKind::kRole, ' ', 0, 1},
    TableClass{"capital", NameKind::kPlace, '|', 0, 1},
    TableClass{"capital", NameKind::kPlace, '|', 2, 3},
    TableClass{"land", NameKind::kDivision, '|', 0, 1},
    TableClass{"city", NameKind::kPlace, ';', 0, 1},
    TableClass{"geo", NameKind::kPlace, ';', 0, 1},
    TableClass{"state", NameKind::kCountry, '|', 1, 3},
    TableClass{"island", NameKind::kCountry, '|', 1, 3},
    TableClass{"body", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"party", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"agency", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"court", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"ministry", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"army", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"group", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"union", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"church", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"school", NameKind::kOrganisation, '|', 0, 2},
    TableClass{"company", NameKind::kCompany, '|', 0, 2},
    TableClass{"medium", NameKind::kCompany, '|', 0, 2},
    TableClass{"club", NameKind::kClub, '|', 0, 2},
};

}  // namespace

Result<void> add_catalogue(std::string_view bytes, std::string_view file, NameKind kind, Names& out) {
  const auto number = [&](std::size_t at) -> std::size_t {
    std::uint32_t value = 0;
    if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
  };
  if (bytes.size() < 20 || number(0) != 0x950412DE) return bad(file, "is no compiled catalogue");
  const std::size_t count = number(8);
  const std::size_t table = number(16);
  if (table > bytes.size() || count > (bytes.size() - table) / 8) return bad(file, "is cut off");
  for (std::size_t i = 1; i < count; ++i) {  // the first is the catalogue's own description
    const std::size_t length = number(table + 8 * i);
    const std::size_t at = number(table + 8 * i + 4);
    if (at > bytes.size() || length > bytes.size() - at) return bad(file, "is cut off");
    auto name = until(until(bytes.substr(at, length), ','), '[');
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (name.size() >= kNameBytesMin && is_latin(name)) out.push_back({kind, std::string(name)});
  }
  return {};
}

void add_person_names(std::string_view php, Names& out) {
  NameKind kind = NameKind::kRole;
  while (!php.empty()) {
    const auto line = until(php, '\n');
    php.remove_prefix(std::min(line.size() + 1, php.size()));
    if (line.find("static $") != std::string_view::npos) kind = array_of(line);
    if (line.find("function ") != std::string_view::npos) kind = NameKind::kRole;
    if (kind == NameKind::kRole) continue;
    auto rest = line;
    for (;;) {
      const auto open = rest.find_first_of("'\"");
      if (open == std::string_view::npos) break;
      const char quote = rest[open];
      rest.remove_prefix(open + 1);
      const auto close = rest.find(quote);
      if (close == std::string_view::npos) break;
      const auto name = rest.substr(0, close);
      rest.remove_prefix(close + 1);
      if (name.size() >= kNameBytesMin && is_latin(name) && name.front() != '{')
        out.push_back({kind, std::string(name)});
    }
  }
}

void add_region_names(Names& out) {
  for (const auto& [code, name] : actor::region_names("de")) {
    out.push_back({NameKind::kCountry, std::string(until(name, ','))});
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> zones(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  const std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(icu::Locale::getGerman(), status));
  if (U_FAILURE(status) != 0) return;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    icu::UnicodeString name;
    names->getExemplarLocationName(*zone, name);
    std::string utf8;
    name.toUTF8String(utf8);
    if (utf8.size() >= kNameBytesMin) out.push_back({NameKind::kCity, std::move(utf8)});
  }
}

Result<void> add_own_tables(std::span<const actor::PackFile> pack, Names& out) {
  const auto lines = actor::read_lines(pack);
  if (!lines.ok()) return lines.error();
  for (const auto& table : kTableClasses) {
    const auto found = lines->find(table.name);
    if (found == lines->end()) continue;
    for (const auto& line : found->second) {
      for (std::size_t i = table.first_field; i < table.end_field; ++i) {
        add_field(line.field(i), table.separator, table.kind, out);
      }
    }
  }
  return {};
}

}  // namespace annalen::dictionary
