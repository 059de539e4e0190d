// name_lists.h: names out of the files of packages; nothing is copied by hand.
// Errors:   Error{kInput} names the file.
// Threads:  pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor/finder.h"
#include "actor/gazetteer.h"
#include "base/result.h"

namespace annalen::dictionary {

struct Name {
  actor::NameKind kind = actor::NameKind::kFirst;
  std::string text;  // words between blanks
};
using Names = std::vector<Name>;

// A compiled gettext catalogue: its translations, up to a comma.
[[nodiscard]] Result<void> add_catalogue(std::string_view bytes, std::string_view file, actor::NameKind kind,
                                         Names& out);
// A Person.php of php-faker: its arrays of first and last names.
void add_person_names(std::string_view php, Names& out);
// ICU's German names of the regions of the world, and of the cities that time zones are named after.
void add_region_names(Names& out);
// The tables of the actor room.
[[nodiscard]] Result<void> add_own_tables(std::span<const actor::PackFile> pack, Names& out);

}  // namespace annalen::dictionary
