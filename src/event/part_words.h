// part_words.h: the words of a language that tell which part a participant plays: forms with their cases, verbs, nouns
// and prepositions. All data (lang/<language>/parts.txt).
// Threads: const after load, shareable.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/event.h"

namespace annalen::event {

using WordSet = std::set<std::string, std::less<>>;

// Which cases of which genders (or of the plural) a word or phrase may be: a bit for each.
class Forms {
 public:
  static constexpr std::uint16_t kNominative = 0x000F;  // masculine, feminine, neuter, plural
  static constexpr std::uint16_t kGenitive = 0x00F0;
  static constexpr std::uint16_t kDative = 0x0F00;
  static constexpr std::uint16_t kAccusative = 0xF000;
  static constexpr std::uint16_t kMasculine = 0x1111;
  static constexpr std::uint16_t kFeminine = 0x2222;
  static constexpr std::uint16_t kNeuter = 0x4444;
  static constexpr std::uint16_t kPlural = 0x8888;
  static constexpr std::uint16_t kAll = 0xFFFF;

  constexpr Forms() = default;
  constexpr explicit Forms(std::uint16_t bits) : bits_(bits) {}
  [[nodiscard]] bool may_be(std::uint16_t bits) const { return (bits_ & bits) != 0; }
  // May be these, and nothing else.
  [[nodiscard]] bool only(std::uint16_t bits) const { return bits_ != 0 && (bits_ & ~bits) == 0; }
  void keep(std::uint16_t bits) { bits_ = static_cast<std::uint16_t>(bits_ & bits); }
  void drop(std::uint16_t bits) { keep(static_cast<std::uint16_t>(~bits)); }
  [[nodiscard]] std::uint16_t bits() const { return bits_; }

 private:
  std::uint16_t bits_ = kAll;
};

struct PartWords {
  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<PartWords> load(std::string_view words);

  // A preposition with the verbs, or ends of nouns, beside which it tells a part.
  struct Rule {
    Part part = Part::kTakesPart;
    bool any = false;  // beside any word that is not excepted
    std::vector<std::string> words;
    std::vector<std::string> excepted;
  };
  using Rules = std::multimap<std::string, Rule, std::less<>>;  // by preposition

  std::map<std::string, Forms, std::less<>> forms;     // determiners
  std::map<std::string, Forms, std::less<>> pronouns;  // stand by themselves
  WordSet adverbs;                                     // may stand alone before the verb
  WordSet linkers;                                     // "als": what follows is neither subject nor object
  WordSet together;                                    // "gemeinsam": a preposition right behind names a companion
  WordSet reflexives;
  WordSet infinitive_markers;
  // Last words of names and nouns, or ends of at least kEndBytesMin bytes of them.
  WordSet masculine;
  WordSet feminine;
  WordSet neuter;
  WordSet plural;
  // Infinitives.
  WordSet being;                   // what somebody is
  WordSet moving;                  // with "sein" in the perfect
  std::vector<std::string> moved;  // what inflected participles of such verbs hold
  WordSet light;                   // the happening is the noun beside them
  WordSet giving;                  // their dative is spoken or given to
  WordSet giving_alone;            // likewise, with no object beside
  WordSet addressing;              // their accusative is spoken to
  WordSet other_dative;            // their dative, which a name does not show, is something else
  Rules with_verb;
  Rules with_passive;
  Rules with_noun;
  // Ends of nouns.
  WordSet genitive_acts;
  WordSet genitive_acted_upon;

  // The genders (and plural) that a noun or name may have, as bits of Forms; kAll where its end does not tell.
  [[nodiscard]] std::uint16_t genders_of(std::string_view lower) const;
  // The part that the preposition tells beside the infinitive.
  [[nodiscard]] std::optional<Part> beside_verb(const Rules& rules, std::string_view preposition, std::string_view verb,
                                                bool explicitly) const;
  [[nodiscard]] std::optional<Part> beside_noun(std::string_view preposition, std::string_view lower_noun) const;
  [[nodiscard]] std::optional<Part> by_genitive(std::string_view lower_noun) const;
  // "einmarschieren" and "marschieren" alike.
  [[nodiscard]] bool is_moving(std::string_view verb) const;
};

}  // namespace annalen::event
