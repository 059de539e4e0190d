#include "actor/region_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace annalen::actor {

std::vector<std::pair<std::string, std::string>> region_names(std::string_view language) {
  std::vector<std::pair<std::string, std::string>> out;
  const icu::Locale shown_in{std::string(language).c_str()};
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale("", *code).getDisplayCountry(shown_in, name);
    std::string utf8;
    name.toUTF8String(utf8);
    // Without data ICU gives the code back.
    if (!utf8.empty() && utf8 != *code) out.emplace_back(*code, std::move(utf8));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace annalen::actor
