#include "timex/joint.h"

#include <algorithm>

namespace annalen::timex {

namespace {

bool has_class(const JointContext& context, std::uint32_t token, ClassId cls) {
  const TokenFacts& facts = context.tokens[token];
  if (facts.lexeme == 0) return false;
  const auto senses = context.lexicon.senses(facts.lexeme);
  return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) { return sense.cls == cls; });
}

bool can_join(const Expression& expression) {
  return !std::holds_alternative<AmountOf>(expression.unvalued.kind) &&
         !std::holds_alternative<TextOf>(expression.unvalued.kind);
}

Joint joint_of(const JointContext& context, const Expression& first, const Expression& second) {
  if (!can_join(first) || !can_join(second)) return Joint::kNone;
  if (second.context_begin < first.end || context.tokens[second.begin].paragraph) return Joint::kNone;
  const bool until = second.relation == time::Relation::kUntil;
  if (until && second.context_begin == first.end) return Joint::kDuring;
  const bool between = first.opens_range && first.relation == time::Relation::kBetween;
  const bool single = second.begin == first.end + 1 || second.context_begin == first.end + 1;
  if (!single) return Joint::kNone;
  if (between && has_class(context, first.end, context.classes.conjunction)) return Joint::kBetween;
  return has_class(context, first.end, context.classes.dash) ? Joint::kDuring : Joint::kNone;
}

}  // namespace

std::vector<Joint> find_joints(const JointContext& context, std::span<const Expression> expressions) {
  std::vector<Joint> joints(expressions.size(), Joint::kNone);
  for (std::size_t i = 0; i + 1 < expressions.size(); ++i) {
    joints[i] = joint_of(context, expressions[i], expressions[i + 1]);
  }
  return joints;
}

}  // namespace annalen::timex
