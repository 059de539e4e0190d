// expression.h: rule matches with the words around them: what stands in the text, before it is valued.
// Threads: value types; find_expressions() is a pure function.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/document.h"
#include "time/granularity.h"
#include "timex/matcher.h"
#include "timex/program_index.h"
#include "timex/rule.h"
#include "timex/unvalued.h"

namespace annalen::timex {

struct Expression {
  std::uint16_t rule = 0;
  std::uint8_t group = 0;
  Type type = Type::kDate;
  std::uint32_t begin = 0;  // tokens of the extent
  std::uint32_t end = 0;
  std::uint32_t context_begin = 0;  // with article, approximators, preposition
  std::uint32_t match = 0;          // those of one rule match have the same number
  Slots slots;
  Unvalued unvalued;
  Mod mod = Mod::kNone;
  std::optional<time::Relation> relation;
  bool opens_range = false;   // "von", "vom", "zwischen" stands before it
  bool points_ahead = false;  // "verschoben auf den" stands before it
  bool is_attribute = false;  // "die im Januar erzielte Einigung": the tense of the clause says nothing of it
  bool in_parentheses = false;
};

// How an expression and the next one make one range.
enum class Joint : std::uint8_t { kNone, kDuring, kBetween };

// Words that join two expressions to a range; classes of the pack, by these names.
struct JointClasses {
  ClassId dash = 0;         // "range_dash"
  ClassId conjunction = 0;  // "range_and"
  ClassId article = 0;      // "article"
};

// The prefixes of a pack, ready to be looked for. Const after construction, shareable.
class PrefixIndex {
 public:
  // REQUIRES: the lexicon is frozen; the prefixes outlive the index.
  PrefixIndex(const Lexicon& lexicon, const std::vector<Prefix>& prefixes);
  // The longest prefix of this kind that reaches from `lowest` or behind it to `end`, the pack's first of equals; its
  // match is in `out`. Null where none stands there.
  const Prefix* find(Runner& runner, const std::vector<TokenFacts>& tokens, Prefix::Kind kind, std::uint32_t lowest,
                     std::uint32_t end, RuleMatch& out) const;

 private:
  const std::vector<Prefix>& prefixes_;
  ProgramIndex index_;
  std::array<ProgramIndex::Set, kPrefixKinds> of_kind_;
};

struct ExpressionContext {
  const text::Document& document;
  const std::vector<TokenFacts>& tokens;
  const Lexicon& lexicon;
  const Rules& rules;
  const PrefixIndex& prefixes;
  bool article_inside = true;
};
[[nodiscard]] std::vector<Expression> find_expressions(const ExpressionContext& context,
                                                       const std::vector<RuleMatch>& matches);
// In an account of times before Christ, years below 1000 that do not say so are before Christ as well.
void take_years_before_christ(std::vector<Expression>& expressions);

}  // namespace annalen::timex
