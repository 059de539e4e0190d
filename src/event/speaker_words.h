// speaker_words.h: the words of a language that tell who says something: verbs, prepositions, nouns. All data
// (lang/<language>/speakers.txt).
// Threads: const after load, shareable.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "event/part_words.h"

namespace annalen::event {

struct SpeakerWords {
  // What a verb takes for the content that its subject says: bits.
  enum Takes : std::uint32_t {
    kThat = 1U << 0U,         // a clause with a complementiser
    kMain = 1U << 1U,         // a main clause
    kInfinitive = 1U << 2U,   // an infinitive with its marker
    kInserted = 1U << 3U,     // the clause that it stands in or behind; a quotation
    kThis = 1U << 4U,         // the sentence before, which a pronoun points to
    kNoun = 1U << 5U,         // what its noun tells
    kSaidByIt = 1U << 6U,     // the speaker stands behind a preposition, the subject is "es"
    kOnlyTelling = 1U << 7U,  // only with one of the telling nouns for its subject
  };

  // Error{kInput} names line of an unknown section or of what its section does not hold.
  [[nodiscard]] static Result<SpeakerWords> load(std::string_view words);

  std::map<std::string, std::uint32_t, std::less<>> verbs;  // infinitive -> Takes
  WordSet sources_of_it;
  WordSet doers;  // prepositions
  WordSet complementisers;
  WordSet not_said_infinitives;  // open an infinitive of purpose and the like
  WordSet aside_openers;         // "wie die Polizei mitteilte"
  WordSet fronted_openers;       // of clauses before their main clause
  WordSet so;                    // ", so Peskow"
  WordSet persons;               // pronouns that stand for who spoke before
  WordSet these;                 // "Das teilte der Kreml mit."
  WordSet before_speakers;
  WordSet behind_speakers;
  WordSet before_telling;  // before a telling noun only
  WordSet before_views;    // before a view only
  WordSet links;           // between a telling noun and its speaker
  // Ends of nouns.
  WordSet telling_nouns;
  WordSet views;
  WordSet no_speakers;
  WordSet saying_nouns;

  // Bits of Takes; 0 for a verb that says nothing.
  [[nodiscard]] std::uint32_t takes(std::string_view verb) const;
  [[nodiscard]] bool is_telling(std::string_view lower_noun) const;
  [[nodiscard]] bool is_view(std::string_view lower_noun) const;
  [[nodiscard]] bool is_no_speaker(std::string_view lower_noun) const;
};

}  // namespace annalen::event
