// word.h: what the language's data says of one word form, for the sources of this room.
#pragma once

#include <cstdint>

namespace annalen::clause {

// Verb readings of a form. A finite form that is also infinitive or participle ("sagen", "besucht") is undecided until
// its clause is known.
enum VerbBit : std::uint32_t {
  kFinite = 1U << 0U,
  kPresent = 1U << 1U,
  kPast = 1U << 2U,
  kSubjunctive1 = 1U << 3U,
  kSubjunctive2 = 1U << 4U,
  kInfinitive = 1U << 5U,
  kMarkedInfinitive = 1U << 6U,  // with the marker inside: "auszurichten"
  kParticiple = 1U << 7U,
  kHave = 1U << 8U,  // auxiliaries, which carry no event of their own
  kBe = 1U << 9U,
  kBecome = 1U << 10U,
  kModal = 1U << 11U,
  kAhead = 1U << 12U,    // its present speaks of what is to come
  kGuessed = 1U << 13U,  // by its ending only
  kPresentParticiple = 1U << 14U,
  kAuxiliary = kHave | kBe | kBecome | kModal,
};

// Closed classes of words.txt.
enum ClassBit : std::uint32_t {
  kSubordinator = 1U << 0U,
  kSubordinatorMaybe = 1U << 1U,
  kRelative = 1U << 2U,
  kDeterminer = 1U << 3U,
  kPronoun = 1U << 4U,
  kPreposition = 1U << 5U,
  kAdverb = 1U << 6U,
  kCoordinator = 1U << 7U,
  kConjunction = 1U << 8U,
  kInfinitiveOpener = 1U << 9U,
  kInfinitiveMarker = 1U << 10U,
  kWithout = 1U << 11U,
  kNegation = 1U << 12U,
  kNegationNotBefore = 1U << 13U,
  kFirstPerson = 1U << 14U,
  kRelativeAdverb = 1U << 16U,
  kQuantifier = 1U << 17U,
  kFirstPersonVerb = 1U << 18U,  // "bin", but not in "Mohammed bin Salman"
  kParticle = 1U << 15U,         // may end a clause as the separated part of its verb
};

struct Word {
  std::uint32_t verb = 0;      // VerbBit
  std::uint32_t classes = 0;   // ClassBit
  std::uint32_t lemma = 0;     // Lexicon's number of the verb, 0 when unknown
  std::uint32_t particle = 0;  // Lexicon's number of a particle's word, or of what such a verb begins with

  [[nodiscard]] bool is_verb(std::uint32_t bits) const { return (verb & bits) != 0; }
  [[nodiscard]] bool is(std::uint32_t bits) const { return (classes & bits) != 0; }
  // Finite and nothing else.
  [[nodiscard]] bool certain() const { return is_verb(kFinite) && !is_verb(kInfinitive | kParticiple); }
  [[nodiscard]] bool undecided() const { return is_verb(kFinite) && is_verb(kInfinitive | kParticiple); }
};

}  // namespace annalen::clause
