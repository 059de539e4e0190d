// spelling.h: how alike two names are, whatever the way in which their letters were turned into Latin ones.
// Method:  each word is folded by the table of lang/und/spelling.txt ("Tschernobyl", "Chernobyl" -> "cernobil"); folded
//          words are alike within a bounded edit distance that counts a swap of neighbours as one (optimal string
//          alignment; Damerau 1964, band by Ukkonen 1985): 0 when the shorter one has up to 4 bytes, 1 up to 7, else 2.
// Cost:    linear in the name; a distance of at most 2 costs five cells a byte. Words are cut at 64 bytes, names at 8
//          words.
// Errors:  a table that is none is kInput with file and line.
// Threads: immutable after making; likeness() is a pure function.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace annalen::query {

using Words = std::vector<std::string>;

class Spelling {
 public:
  [[nodiscard]] static Spelling built_in();
  [[nodiscard]] static Result<Spelling> parse(std::string_view table, std::string_view file);

  // The folded words of a name.
  [[nodiscard]] Words words(std::string_view name) const;

 private:
  struct Entry {
    std::string letters;
    std::string become;
  };
  [[nodiscard]] std::string folded(std::string_view lower_word) const;
  std::array<std::vector<Entry>, 256> by_first_byte_;  // the longest first
};

// The distance of two folded words; empty when it is beyond what their length allows.
[[nodiscard]] std::optional<unsigned> word_distance(std::string_view a, std::string_view b);

// How far `name` is from what is asked for, 0 for the same spelling folded; empty when it is another name. The last
// word asked for, by which people go, must be like a word of the name; the ones before must, too, unless the name has
// that one word alone or an initial in their place. What else the name holds does not count.
[[nodiscard]] std::optional<unsigned> likeness(const Words& asked, const Words& name);

}  // namespace annalen::query
