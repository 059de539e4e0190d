// chain.h: the clauses of a language whose verbs stand together behind their subject, one clause after the other
// (words.txt: "word_order chain"), for the sources of this room.
// Method:  a clause is what lies around one group of verbs; between two groups it ends at the first word that opens a
//          subordinate clause, else at the last comma or coordinator, else where the second group begins.
// Linear:  each token looks a bounded way around.
#pragma once

#include <cstdint>

#include "clause/clause.h"
#include "clause/lexicon.h"
#include "text/document.h"

namespace annalen::clause {

// Appends the clauses of the document's sentence and sets the entries of its tokens.
void add_chain(const text::Document& document, std::uint32_t sentence, const Lexicon& lexicon, Clauses& out);

}  // namespace annalen::clause
