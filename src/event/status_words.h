// status_words.h: the words of a language that tell whether something happened. All data (lang/<language>/status.txt).
// Words are kept in lower case and compared so.
// Threads: const after load, shareable.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/event.h"
#include "event/part_words.h"

namespace annalen::event {

struct StatusWords {
  // Error{kInput} names the line of an unknown section or of what its section does not hold. Lines that begin with '>'
  // are examples, which tests read.
  [[nodiscard]] static Result<StatusWords> load(std::string_view text);

  // What a finite verb makes of the verb that it governs: plainly, and where one of these holds.
  struct Finite {
    Status plain = Status::kHappened;
    std::optional<Status> before;    // the date is over before the publication
    std::optional<Status> perfect;   // "soll … gesagt haben", "hätte … gesagt"
    std::optional<Status> reported;  // somebody's words
    std::optional<Status> negated;   // of a plain one
  };
  // What hangs on a verb or noun is; the second where that is negated itself.
  struct Content {
    Status plain = Status::kHappened;
    Status negated = Status::kHappened;
  };
  // Words in this order tell the status.
  struct Phrase {
    std::vector<std::string> words;
    Status status = Status::kPossible;
  };
  template <class Value>
  using Table = std::map<std::string, Value, std::less<>>;

  Table<Finite> finite;
  std::multimap<std::string, Phrase, std::less<>> adverbs;  // by first word
  Table<Content> content;                                   // by infinitive
  Table<Content> content_of_passive;
  Table<Content> content_in_clauses;  // of clauses, not of nouns
  Table<Content> content_of_words;    // by noun or adjective
  Table<Status> attributes;           // by stem
  Table<Status> attributes_ahead;     // by stem; of a day ahead or meant
  // Behind a negation these show that it denies nothing.
  WordSet bounds;   // before a number: "nicht unter 25 Grad"
  WordSet counts;   // "keine zwei Tage später"
  WordSet exalted;  // before one of the links: "kein Geringerer als"
  WordSet links;
  WordSet comparers;  // before one: "wie nie zuvor"
  WordSet contrasts;  // "nicht …, sondern …"
  WordSet articles_that_deny;
  // Open clauses.
  WordSet conditions;
  WordSet conditions_unless_past;
  WordSet doubts;
  WordSet purposes;
  WordSet instead;
  WordSet concessive;  // before a condition: none
  // Infinitives.
  WordSet intended;
  WordSet cancelled;
  WordSet undone;
  WordSet prevented;
  WordSet absent;
  WordSet taking_place;
  // Prepositions before a day.
  WordSet put_off_to;
  WordSet meant_for;
  // Beside a participle they make it a perfect infinitive.
  WordSet perfect_infinitives;
  WordSet perfect_participles;
  std::vector<std::string> adjective_ends;

  // Of an inflected adjective; nullptr for others.
  [[nodiscard]] const Status* attribute(const Table<Status>& table, std::string_view lower) const;
};

}  // namespace annalen::event
