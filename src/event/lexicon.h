// lexicon.h: the words of a language that assembling events asks for. Closed classes and short lists, all data.
// Words are kept in lower case (text::lower) and compared so.
// Threads: const after load, shareable.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "clause/clause.h"
#include "event/implied_words.h"
#include "event/part_words.h"
#include "event/predicate_words.h"
#include "event/speaker_words.h"
#include "event/status_words.h"
#include "event/story_words.h"
#include "event/type_words.h"
#include "text/language.h"

namespace annalen::event {

struct Lexicon {
  // `words`: the text of lang/<language>/words.txt: "[section]" lines, a word a line, '#' comments.
  // Error{kInput} names file and line of an unknown section or a word outside one.
  [[nodiscard]] static Result<Lexicon> load(std::string_view words);
  // `verbs`: of German as well.
  [[nodiscard]] static Lexicon german(clause::Analyser verbs = clause::Analyser::of(text::Language::kGerman));

  WordSet prepositions;
  WordSet determiners;
  WordSet coordinators;  // join two clauses that may share a subject
  WordSet relative_pronouns;
  WordSet attributing_prepositions;                 // tie a date to the noun before them
  WordSet displacing_prepositions;                  // the verb is at another time than the noun that they introduce
  std::vector<std::string> capital_adjective_ends;  // of adjectives that have a capital without being part of a name
  WordSet complementisers;                          // open a clause that is the content of the one above it
  std::vector<std::string> representatives;         // ends of nouns that act for the state or house before them
  WordSet comparers;                                // before a date that only measures: "gegenüber dem Vorjahr"
  WordSet comparisons;                              // the same before one of the links: "im Vergleich zu 2023"
  WordSet comparison_links;                         // "zu", "mit"
  WordSet earlier_amounts;                          // "nach 7 Millionen im Vorjahr"
  WordSet measures;                                 // "Millionen"
  std::vector<std::string> deeds;                   // ends of nouns whose adjective names who does it
  // Of inhabitants: "ein Slowake", "der Slowake" (but "der Russen"), "die Slowakin".
  WordSet singular_determiners;
  WordSet doubtful_determiners;                 // singular unless the noun ends like a plural
  std::vector<std::string> plural_ends;         // of inhabitants
  std::vector<std::string> singular_ends;       // of inhabitants, whatever stands before
  std::vector<std::string> happenings;          // nouns, or ends of compounds, that name a happening
  WordSet not_happenings;                       // words that end so and name none
  std::vector<std::string> participle_ends;     // inflected ends that only participles have
  std::vector<std::string> past_ends;           // inflected ends of past participles, which other adjectives share
  std::vector<std::string> past_beginnings;     // what a past participle begins with
  WordSet not_participles;                      // stems of adjectives that look like them
  std::vector<std::string> separable_prefixes;  // may stand before such a beginning
  PartWords parts;                              // german() has these
  ImpliedWords implied;
  StoryWords story;
  PredicateWords predicates;
  StatusWords status;
  TypeWords types;
  SpeakerWords speakers;
  std::optional<clause::Analyser> verbs;

  // True for an inflected participle before its noun ("amtierende", "angekündigten"). `lower` in lower case.
  [[nodiscard]] bool is_participle(std::string_view lower) const;
  [[nodiscard]] bool is_representative(std::string_view lower) const;
  [[nodiscard]] bool is_deed(std::string_view lower) const;
  // True for one person ("der Slowake"), who is not the state. Both in lower case.
  [[nodiscard]] bool is_one_inhabitant(std::string_view determiner, std::string_view noun) const;
  [[nodiscard]] bool is_capital_adjective(std::string_view lower) const;
  [[nodiscard]] bool is_happening(std::string_view lower) const;
};

}  // namespace annalen::event
