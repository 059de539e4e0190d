// anaphora.h: "das Land", "beide Länder", "das Unternehmen", "er", joined to an actor where one reading is left.
// Rule:    a noun looks at what its own sentence names before it, else at the sentence just before; exactly one actor
// of
//          the wanted kind must be there ("das Land": one state that acts; "beide Länder": exactly two states,
//          whichever way they are named). A pronoun opens its sentence or stands beside its verb, and exactly one
//          person, of its gender, is there. All else stays unjoined: precision before recall.
// Threads: pure function. Linear time.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "actor/person_pattern.h"
#include "actor/reading.h"
#include "actor/scan.h"
#include "clause/clause.h"

namespace annalen::actor {

using GenderOf = std::function<Gender(std::string_view key)>;

// Replaces the drafts of listed phrases by joined mentions (two with the same span for a pair of states) or drops them,
// and adds the pronouns. `clauses` may be null: then no pronoun is joined.
void join_anaphora(const Reading& reading, const clause::Clauses* clauses, const GenderOf& gender_of,
                   std::vector<Draft>& drafts);

}  // namespace annalen::actor
