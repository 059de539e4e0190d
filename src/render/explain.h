// explain.h: one event with all that it rests on: what `annalen show` prints.
#pragma once

#include "query/query.h"
#include "render/renderer.h"

namespace annalen::render {

// Sentence, timex and its derivation (DESIGN.md, Time 7), readings, participants, article, record position.
void explain(const query::Hit& hit, const Style& style, const TextSink& sink);

}  // namespace annalen::render
