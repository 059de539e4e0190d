#include "event/type_words.h"

#include <algorithm>
#include <functional>

#include "event/sections.h"

namespace annalen::event {

namespace {

constexpr std::string_view kNone = "-";  // no CAMEO code

std::vector<std::string> parted(std::string_view line, char sign) {
  std::vector<std::string> out;
  while (true) {
    const auto end = std::min(line.find(sign), line.size());
    auto part = line.substr(0, end);
    while (part.ends_with(' ')) part.remove_suffix(1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    out.emplace_back(part);
    if (end == line.size()) return out;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

Result<TypeWords> TypeWords::load(std::string_view text) {
  TypeWords out;
  std::function<bool(const std::string&)> add;
  const auto open = [&](std::string_view section) {
    if (section == "types") {
      add = [&out](const std::string& line) { return out.add_type(line); };
    } else if (section == "verbs" || section == "nouns") {
      add = [&out, verbs = section == "verbs"](const std::string& line) { return out.add_entry(line, verbs); };
    } else if (section == "carriers") {
      add = [&out](const std::string& line) {
        for (const auto verb : blank_separated(line)) out.carriers[verb] = true;
        return true;
      };
    } else {
      return false;
    }
    return true;
  };
  const auto add_line = [&](const std::string& line) { return add(line); };
  if (auto read = read_sections(text, "types.txt", open, add_line, LineCase::kAsWritten); !read) return read.error();
  for (std::vector<Entry>& entries : out.entries_) {
    std::stable_partition(entries.begin(), entries.end(), [](const Entry& entry) { return !entry.beside.empty(); });
  }
  return out;
}

// "agree | 03 | Vereinbarung | agreement"
bool TypeWords::add_type(std::string_view line) {
  auto parts = parted(line, '|');
  if (parts.size() != 4 || parts[0].empty()) return false;
  if (parts[1] == kNone) parts[1].clear();
  types.push_back({std::move(parts[0]), std::move(parts[1]), std::move(parts[2]), std::move(parts[3])});
  return true;
}

// "court/11: verurteilen schuldsprechen + gericht haft - worte"
bool TypeWords::add_entry(std::string_view line, bool verbs) {
  const auto [name, rest] = name_and_rest(line);
  const auto slash = std::min(name.find('/'), name.size());
  const auto type = std::find_if(types.begin(), types.end(),
                                 [&](const TypeInfo& known) { return known.code == name.substr(0, slash); });
  if (type == types.end()) return false;
  Entry entry{
      .type = static_cast<std::uint32_t>(type - types.begin()), .cameo = type->cameo, .beside = {}, .without = {}};
  if (slash < name.size()) entry.cameo = name.substr(slash + 1);
  if (entry.cameo == kNone) entry.cameo.clear();
  std::vector<std::string_view> words;
  char part = ' ';
  for (const auto word : blank_separated(rest)) {
    if (word == "+" || word == "-") {
      part = word.front();
    } else if (part == '+') {
      entry.beside.emplace_back(word);
    } else if (part == '-') {
      entry.without.emplace_back(word);
    } else {
      words.push_back(word);
    }
  }
  for (const auto word : words) entries_of(word, verbs).push_back(entry);
  return !words.empty();
}

std::vector<TypeWords::Entry>& TypeWords::entries_of(std::string_view word, bool verb) {
  std::uint32_t& number = verb ? verbs_[word] : noun_numbers_[word];
  if (number == 0) {
    entries_.emplace_back();
    number = static_cast<std::uint32_t>(entries_.size());
    if (!verb) nouns_.add(word, number - 1);
  }
  return entries_[number - 1];
}

const std::vector<TypeWords::Entry>* TypeWords::of_verb(std::string_view lemma) const {
  std::string joined(lemma);
  std::replace(joined.begin(), joined.end(), ' ', '-');
  const auto* number = verbs_.find(joined);
  return number == nullptr ? nullptr : &entries_[*number - 1];
}

const std::vector<TypeWords::Entry>* TypeWords::of_noun(std::string_view lower, const NounEndings& endings) const {
  const auto found = nouns_.find(lower, endings);
  return found ? &entries_[found->value] : nullptr;
}

}  // namespace annalen::event
