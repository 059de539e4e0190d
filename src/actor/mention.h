// mention.h: one mention of an actor or a place in a text.
// Keys:    "state/RU" (ISO 3166-1 alpha-2; historical states by ISO 3166-3 or a word), "per/<folded-name>",
//          "org/<folded-name>", "place/<folded-name>". Folded: text::fold, blanks and other signs as '-'.
// Threads: value type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/document.h"

namespace annalen::actor {

enum class Kind : std::uint8_t { kPerson, kOrganisation, kState, kPlace };
[[nodiscard]] std::string_view to_text(Kind kind);  // "per", "org", "state", "place": the key's first part

struct Mention {
  text::Span span;  // the name as written, titles and roles outside ("Dmitri Peskow", "Moskau", "russische")
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  Kind kind = Kind::kPerson;
  std::string key;    // what the mention names: for a city its place key
  std::string name;   // canonical name of `key`
  std::string title;  // "Kreml-Sprecher", "Außenminister"; empty when none
  // The actor that the mention may stand for ("Moskau" -> state/RU, Russland); empty when none. Whether it does stand
  // for it in its clause says `as_place`.
  std::string stands_for_key;
  std::string stands_for_name;
  // True when the mention is the scene, not an actor: "in Istanbul", "in die Riad", "nach Bozen", "in Russland".
  bool as_place = false;
  // An adjective or a compound's part ("russische Invasion", "US-Präsident"): names the actor without being the noun.
  bool attributive = false;
  // "er", "das Land", "das Unternehmen", joined because one reading was left.
  bool anaphoric = false;
};

}  // namespace annalen::actor
