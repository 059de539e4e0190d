// actor_gold.h: who takes part in an article as a reader says, and what the finder makes of it. The form of the files
// is told in fixtures/actors/README.md. Actor:   what a mention that is no scene stands for: "Moskau" that acts counts
// for Russland, "in Moskau" for nobody.
//          Named by an adjective or in a compound counts as well.
// Right:   an actor whose key is the gold's: the state's code, else the kind and one of the names that the gold allows.
// Errors:  a line that is not of the form is Error{kInput} with file and line.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "actor/finder.h"
#include "base/result.h"
#include "counts.h"

namespace annalen::train {

struct GoldActor {
  enum class Kind : std::uint8_t { kState, kPerson, kOrganisation, kRegion, kPlace };
  Kind kind = Kind::kPerson;
  bool maybe = false;               // neither missing when not found nor wrong when found
  bool unclear = false;             // a surname that nobody may be joined to without a title
  std::string code;                 // of a state
  std::vector<std::string> names;   // canonical, any of them is right
  std::vector<std::string> called;  // further names in the text
};

[[nodiscard]] Result<std::vector<GoldActor>> read_gold(std::string_view text, std::string_view file);

struct ActorScore {
  std::string article;  // file name
  Counts actors;
  Counts states;  // of these
  Counts places;  // apart from actors; only those that the gold names can be right, others are not counted
  // Readable, for lists of errors.
  std::vector<std::string> wrong;
  std::vector<std::string> missed;
  std::vector<std::string> merges;  // two gold actors under one key, or a mention under another's key
  std::vector<std::string> splits;  // one gold actor under two keys
};

// What the finder gave for one text of an article.
struct FoundPart {
  const text::Document* document = nullptr;
  const std::vector<actor::Mention>* mentions = nullptr;
};
[[nodiscard]] ActorScore compare(const std::vector<GoldActor>& gold, const std::vector<FoundPart>& found);

// Every NN-topic.txt of the folder with its NN-topic.actors, in byte order of their names.
[[nodiscard]] Result<std::vector<ActorScore>> score_folder(std::string_view folder, const actor::Finder& finder);

}  // namespace annalen::train
