// predicate_words.h: the words of a language that tell what a predicate is: auxiliaries, light verbs with their nouns,
// nouns that name what a verb does. All data (lang/<language>/predicates.txt).
// Threads: const after load, shareable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/word_map.h"
#include "event/noun_ends.h"

namespace annalen::event {

struct PredicateWords {
  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<PredicateWords> load(std::string_view text);

  // A verb that says less than the noun beside it: "eine Erklärung abgeben" -> erklären.
  struct Light {
    std::string preposition;  // before the noun; empty: none is asked for
    std::string noun;         // end of it; empty: any that names a happening
    std::string lemma;        // empty: the noun's own
  };

  // What a noun names: a verb, or a noun itself, behind `kept` bytes of the compound ("Verkehrs-unfall").
  struct NounName {
    std::string_view lemma;
    std::size_t kept = 0;
  };
  [[nodiscard]] std::optional<NounName> of_noun(std::string_view lower) const;
  // The light uses of a verb; null where it has none.
  [[nodiscard]] const std::vector<Light>* light_of(std::string_view verb) const;

  WordMap<std::string> auxiliaries;  // form -> infinitive
  NounEndings endings;
  WordMap<bool> planning;  // verbs beside which the noun is what is to happen

 private:
  bool add_light(const std::string& line);
  bool add_noun(const std::string& line);

  WordMap<std::uint32_t> light_by_verb_;
  std::vector<std::vector<Light>> light_;
  NounEnds nouns_;
  std::vector<std::string> lemmas_;  // by number; "" for a noun that names none
};

}  // namespace annalen::event
