// joint.h: which expressions make one range with the next: "von Montag bis Mittwoch", "12. – 14. Mai", "zwischen 2006
// und 2010", for the sources of this room. Threads: pure function.
#pragma once

#include <span>
#include <vector>

#include "timex/expression.h"
#include "timex/lexicon.h"
#include "timex/token_facts.h"

namespace annalen::timex {

struct JointContext {
  const std::vector<TokenFacts>& tokens;
  const Lexicon& lexicon;
  const JointClasses& classes;
};

// One entry an expression: how it is joined to the one behind it.
[[nodiscard]] std::vector<Joint> find_joints(const JointContext& context, std::span<const Expression> expressions);

}  // namespace annalen::timex
