// type_words.h: the types of happenings and the words of a language that tell them. All data
// (lang/<language>/types.txt). Threads: const after load, shareable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/word_map.h"
#include "event/noun_ends.h"

namespace annalen::event {

// A type as people are told of it.
struct TypeInfo {
  std::string code;     // "agree"
  std::string cameo;    // CAMEO root code, two digits; empty when none applies
  std::string german;   // label
  std::string english;  // label
};

struct TypeWords {
  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<TypeWords> load(std::string_view text);

  // A type that a verb or noun tells, perhaps only beside or without certain words of its clause: verbs and small words
  // as written, nouns by their ends.
  struct Entry {
    std::uint32_t type = 0;  // index into `types`
    std::string cameo;
    std::vector<std::string> beside;   // one of them; empty: always
    std::vector<std::string> without;  // none of them
  };
  // In the order in which they are tried: those that ask for words first. Null where the word tells none. The data
  // writes
  // '-' for a blank ("in-Kraft-treten").
  [[nodiscard]] const std::vector<Entry>* of_verb(std::string_view lemma) const;
  [[nodiscard]] const std::vector<Entry>* of_noun(std::string_view lower, const NounEndings& endings) const;

  std::vector<TypeInfo> types;
  WordMap<bool> carriers;  // verbs whose type is that of a noun beside them

 private:
  bool add_type(std::string_view line);
  bool add_entry(std::string_view line, bool verbs);
  std::vector<Entry>& entries_of(std::string_view word, bool verb);

  std::vector<std::vector<Entry>> entries_;
  WordMap<std::uint32_t> verbs_;         // number of entries_, from 1
  NounEnds nouns_;                       // index of entries_
  WordMap<std::uint32_t> noun_numbers_;  // the same by noun, from 1
};

}  // namespace annalen::event
