// trigger.h: the word that says what happened.
// Threads: pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clause/clause.h"
#include "event/lexicon.h"
#include "event/occasion.h"
#include "event/phrase.h"
#include "text/document.h"

namespace annalen::event {

// Tokens in the order to be written: the participle where the date is an attribute of a noun; the noun that "vom" ties
// the date to; else the clause's verb, a separated particle last; else the noun of a clause without a verb that names a
// happening, the nearest to the date; else the verb of the clause that it depends on. May be empty.
[[nodiscard]] std::vector<std::uint32_t> trigger_tokens(const text::Document& document, const clause::Clauses& clauses,
                                                        const Occasion& occasion,
                                                        const std::optional<AttributePhrase>& phrase,
                                                        const Lexicon& lexicon);

}  // namespace annalen::event
