// scene.h: is a state, a seat of government or a town the scene, or does it act?
// Rule:    the preposition that governs the name decides ("in Moskau", "mit Moskau"), over articles, adjectives and
//          coordination ("zwischen Moskau und Kiew"); without one it acts, save a town that is no metonym, which acts
//          only right before its verb ("Graz beschließt").
// Threads: pure function. Linear time.
#pragma once

#include <vector>

#include "actor/reading.h"
#include "actor/scan.h"
#include "clause/clause.h"

namespace annalen::actor {

// Sets as_place; `clauses` may be null.
void set_scenes(const Reading& reading, const clause::Clauses* clauses, std::vector<Draft>& drafts);

}  // namespace annalen::actor
