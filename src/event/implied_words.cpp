#include "event/implied_words.h"

#include "event/sections.h"

namespace annalen::event {

namespace {

WordSet* set_of(ImpliedWords& words, std::string_view section) {
  if (section == "elsewhen") return &words.elsewhen;
  if (section == "not told") return &words.not_told;
  if (section == "first person") return &words.first_person;
  if (section == "states") return &words.states;
  if (section == "no base") return &words.no_base;
  return nullptr;
}

}  // namespace

Result<ImpliedWords> ImpliedWords::load(std::string_view words) {
  ImpliedWords out;
  WordSet* set = nullptr;
  const auto open = [&](std::string_view section) {
    set = set_of(out, section);
    return set != nullptr;
  };
  const auto add = [&](const std::string& line) {
    return line.find(' ') == std::string::npos && set->insert(line).second;
  };
  if (auto read = read_sections(words, "implied.txt", open, add); !read) return read.error();
  return out;
}

}  // namespace annalen::event
