// facts_file.h: articles with the events that a reader takes from them. The form is told in fixtures/facts/README.md.
// Offsets: bytes of the article's body, or of its title where `in_title`.
// Errors:  a line that is not of the form is Error{kInput} with file and line.
// Threads: pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/result.h"
#include "event/event.h"

namespace annalen::facts {

// Codes of an event's type, as the files may use them.
inline constexpr std::array<std::string_view, 32> kTypes = {
    "agree",     "consult",       "support",  "concede",  "cooperate",   "aid",         "retreat", "request",
    "accuse",    "reject",        "threaten", "protest",  "sanction",    "mobilize",    "coerce",  "assault",
    "statement", "investigation", "court",    "election", "appointment", "resignation", "birth",   "death",
    "accident",  "disaster",      "sport",    "culture",  "science",     "business",    "law",     "other"};

// The order of `event::Status`.
inline constexpr std::array<std::string_view, 4> kStatuses = {"happened", "not", "planned", "possible"};

// The roles that are judged, and the part that each is.
struct RoleName {
  std::string_view name;
  event::Part part;
};
inline constexpr std::array<RoleName, 5> kRoles = {{{"agent", event::Part::kActs},
                                                    {"patient", event::Part::kActedUpon},
                                                    {"addressee", event::Part::kSpokenTo},
                                                    {"companion", event::Part::kCompanion},
                                                    {"place", event::Part::kPlace}}};

// As a speaker's further name: that nobody is said to say so is right as well.
inline constexpr std::string_view kNobody = "-";

// Whoever may be given by any of these names.
using Names = std::vector<std::string>;

struct ExpectedEvent {
  std::size_t line = 0;
  std::string timex;                     // as written; empty when implied
  std::optional<text::Span> timex_span;  // empty when implied
  std::vector<std::string> predicates;   // the best first, each is right; likewise types
  std::vector<std::string> types;
  event::Status status = event::Status::kHappened;
  std::optional<Names> speaker;  // empty: the article itself
  std::array<std::vector<Names>, kRoles.size()> roles;
  Names maybe;  // neither missing when not found nor wrong when found
};

// Text and the events that the lines behind it expect.
struct Block {
  bool in_title = false;
  text::Span span;
  std::vector<ExpectedEvent> events;
};

struct ExpectedArticle {
  std::string file;
  std::size_t line = 0;
  article::Article article;
  std::vector<Block> blocks;  // in text order; those without events are left out
};

[[nodiscard]] Result<std::vector<ExpectedArticle>> read_facts(std::string_view text, std::string_view file);
// Every file's articles; one that cannot be read is Error{kSystem}.
[[nodiscard]] Result<std::vector<ExpectedArticle>> read_facts_files(const std::vector<std::string>& paths);

}  // namespace annalen::facts
