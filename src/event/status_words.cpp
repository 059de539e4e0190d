#include "event/status_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "event/sections.h"

namespace annalen::event {

namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view line, std::string_view separators) {
  Words out;
  while (!line.empty()) {
    const auto end = std::min(line.find_first_of(separators), line.size());
    if (end > 0) out.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return out;
}

std::optional<Status> status_named(std::string_view name) {
  if (name == "happened") return Status::kHappened;
  if (name == "not") return Status::kNot;
  if (name == "planned") return Status::kPlanned;
  if (name == "possible") return Status::kPossible;
  return {};
}

// "what: words"; both empty where the line is not so.
std::pair<Words, Words> halves(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {split(line.substr(0, colon), " \t"), split(line.substr(colon + 1), " \t")};
}

std::optional<Status>* condition_named(StatusWords::Finite& finite, std::string_view name) {
  if (name == "before") return &finite.before;
  if (name == "perfect") return &finite.perfect;
  if (name == "reported") return &finite.reported;
  if (name == "negated") return &finite.negated;
  return nullptr;
}

// "soll sollen: planned, before possible, perfect possible, negated not"
bool add_finite(std::string_view line, StatusWords::Table<StatusWords::Finite>& out) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  StatusWords::Finite finite;
  bool plain = false;
  for (const auto column : split(line.substr(colon + 1), ",")) {
    const Words words = split(column, " \t");
    if (words.empty()) return false;
    const auto status = status_named(words.back());
    if (!status || words.size() > 2) return false;
    if (words.size() == 1) {
      finite.plain = *status;
      plain = true;
    } else if (auto* condition = condition_named(finite, words.front())) {
      *condition = *status;
    } else {
      return false;
    }
  }
  for (const auto word : split(line.substr(0, colon), " \t")) out.emplace(word, finite);
  return plain;
}

// "not happened: verhindern vermeiden"
bool add_content(std::string_view line, StatusWords::Table<StatusWords::Content>& out) {
  const auto [statuses, words] = halves(line);
  if (statuses.size() != 2 || words.empty()) return false;
  const auto plain = status_named(statuses[0]);
  const auto negated = status_named(statuses[1]);
  if (!plain || !negated) return false;
  // A word twice is a mistake: one of the two would be lost.
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return out.emplace(word, StatusWords::Content{*plain, *negated}).second;
  });
}

// "possible: mutmaßlich angeblich"
bool add_attributes(std::string_view line, StatusWords::Table<Status>& out) {
  const auto [statuses, words] = halves(line);
  if (statuses.size() != 1 || words.empty()) return false;
  const auto status = status_named(statuses[0]);
  if (!status) return false;
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return out.emplace(word, *status).second; });
}

bool add_adverbs(std::string_view line, std::multimap<std::string, StatusWords::Phrase, std::less<>>& out) {
  const auto [statuses, words] = halves(line);
  if (statuses.size() != 1 || words.empty()) return false;
  const auto status = status_named(statuses[0]);
  if (!status) return false;
  for (const auto word : words) {
    StatusWords::Phrase phrase{.words = {}, .status = *status};
    for (const auto part : split(word, "_")) phrase.words.emplace_back(part);
    if (phrase.words.empty()) return false;
    std::string first = phrase.words.front();
    out.emplace(std::move(first), std::move(phrase));
  }
  return true;
}

WordSet* set_of(StatusWords& words, std::string_view section) {
  const std::array<std::pair<std::string_view, WordSet*>, 23> sets = {{
      {"bounds", &words.bounds},
      {"counts", &words.counts},
      {"exalted", &words.exalted},
      {"links", &words.links},
      {"comparers", &words.comparers},
      {"contrasts", &words.contrasts},
      {"articles that deny", &words.articles_that_deny},
      {"conditions", &words.conditions},
      {"conditions unless past", &words.conditions_unless_past},
      {"doubts", &words.doubts},
      {"purposes", &words.purposes},
      {"instead", &words.instead},
      {"concessive", &words.concessive},
      {"intended", &words.intended},
      {"cancelled", &words.cancelled},
      {"undone", &words.undone},
      {"prevented", &words.prevented},
      {"absent", &words.absent},
      {"taking place", &words.taking_place},
      {"put off to", &words.put_off_to},
      {"meant for", &words.meant_for},
      {"perfect infinitives", &words.perfect_infinitives},
      {"perfect participles", &words.perfect_participles},
  }};
  const auto* const found =
      std::find_if(sets.begin(), sets.end(), [&](const auto& entry) { return entry.first == section; });
  return found == sets.end() ? nullptr : found->second;
}

using AddLine = std::function<bool(const std::string& line)>;

// What reads the lines of a section; empty for an unknown one.
AddLine adder_of(StatusWords& out, std::string_view section) {
  if (section == "finite") return [&out](const std::string& line) { return add_finite(line, out.finite); };
  if (section == "adverbs") return [&out](const std::string& line) { return add_adverbs(line, out.adverbs); };
  const std::array<std::pair<std::string_view, StatusWords::Table<StatusWords::Content>*>, 4> contents = {{
      {"content", &out.content},
      {"content of passive", &out.content_of_passive},
      {"content in clauses", &out.content_in_clauses},
      {"content of words", &out.content_of_words},
  }};
  for (const auto& [name, table] : contents) {
    if (section == name) return [to = table](const std::string& line) { return add_content(line, *to); };
  }
  if (section == "attributes") return [&out](const std::string& line) { return add_attributes(line, out.attributes); };
  if (section == "attributes ahead") {
    return [&out](const std::string& line) { return add_attributes(line, out.attributes_ahead); };
  }
  if (section == "adjective ends") {
    return [&out](const std::string& line) {
      for (const auto end : split(line, " \t")) out.adjective_ends.emplace_back(end);
      return true;
    };
  }
  if (WordSet* set = set_of(out, section)) {
    return [set](const std::string& line) {
      for (const auto word : split(line, " \t")) set->emplace(word);
      return true;
    };
  }
  return {};
}

}  // namespace

Result<StatusWords> StatusWords::load(std::string_view text) {
  StatusWords out;
  AddLine add_line;
  const auto open = [&](std::string_view section) {
    add_line = adder_of(out, section);
    return static_cast<bool>(add_line);
  };
  const auto add = [&](const std::string& line) { return line.front() == '>' || add_line(line); };
  if (auto read = read_sections(text, "status.txt", open, add); !read) return read.error();
  return out;
}

const Status* StatusWords::attribute(const Table<Status>& table, std::string_view lower) const {
  for (const std::string& end : adjective_ends) {
    if (!lower.ends_with(end)) continue;
    const auto found = table.find(lower.substr(0, lower.size() - end.size()));
    if (found != table.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace annalen::event
