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

// Tokens in the order to be written, of the first that applies; may be empty:
//   the participle where the date is an attribute ("der seit Jänner amtierende …");
//   the noun of the aside in which the date stands ("Kogler, seit 2020 Vizekanzler, …"), or nothing without one;
//   the happening that the date belongs to rather than the verb ("die Wahl vom 29. September", "nach der Wahl am …");
//   the clause's verb, a separated particle last;
//   the noun of a clause without a verb that names a happening, the nearest to the date;
//   the verb of the clause that it depends on.
[[nodiscard]] std::vector<std::uint32_t> trigger_tokens(const text::Document& document, const clause::Clauses& clauses,
                                                        const Occasion& occasion,
                                                        const std::optional<AttributePhrase>& phrase,
                                                        const std::optional<Aside>& aside, const Lexicon& lexicon);

}  // namespace annalen::event
