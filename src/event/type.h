// type.h: the kind of a happening: a category of the PLOVER ontology with its CAMEO root code, or one of ours.
// Source:  PLOVER (Open Event Data Alliance; Halterman et al. 2023) and CAMEO (Schrodt 2012), root codes; own types for
//          what these leave out. All words are data (lang/<language>/types.txt).
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/predicate.h"
#include "text/language.h"

namespace annalen::event {

struct Type {
  std::string code = "other";          // never a guess
  std::string cameo;                   // two digits; empty when none applies
  std::vector<std::uint32_t> grounds;  // tokens in text order
};

[[nodiscard]] Type type_of(const Occurrence& occurrence, const Predicate& predicate, const Lexicon& lexicon);

// Every type that type_of() may give, "other" last.
[[nodiscard]] std::vector<TypeInfo> types(text::Language language = text::Language::kGerman);

}  // namespace annalen::event
