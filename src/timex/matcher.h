// matcher.h: where the rules of a pack match in a document.
// Method:  each token is looked up once; at a token that some rule can begin with, these rules' programs run (bounded,
// see
//          pattern.h); the longest match wins, then the rule that stands first in the pack.
// Threads: Matcher is const after construction, shareable. Linear time.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "timex/lexicon.h"
#include "timex/pattern.h"
#include "timex/program_index.h"
#include "timex/rule.h"
#include "timex/token_facts.h"

namespace annalen::timex {

struct Capture {
  std::uint8_t group = 0;
  Slot slot = Slot::kNone;
  std::int32_t value = 0;
};
struct GroupExtent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // == begin: not matched
};
struct RuleMatch {
  std::uint16_t rule = 0;
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  std::array<GroupExtent, kGroupsMax> groups{};
  std::vector<Capture> captures;
};

// One program on one place; reusable, not shareable.
class Runner {
 public:
  Runner(const Lexicon& lexicon, const std::vector<TokenFacts>& tokens) : lexicon_(lexicon), tokens_(tokens) {}
  // The longest match that begins at `begin`; with `exact_end` the one that ends there.
  bool run(const Program& program, std::uint32_t begin, std::optional<std::uint32_t> exact_end, RuleMatch& out);

 private:
  static constexpr std::uint32_t kSpanMax = 32;  // tokens
  const Sense* sense_of(const TokenFacts& token, ClassId cls) const;
  static bool fits(const TokenFacts& token, Builtin builtin);
  bool matches(std::uint32_t at, const Instruction& instruction, const Sense** sense) const;
  bool looks(std::uint32_t at, const Instruction& instruction) const;
  void step(std::uint16_t pc, std::uint32_t at);
  void step_in_group(const Instruction& instruction, std::uint32_t at);
  // Whether a token stands there as the instruction wants it to the one before.
  bool stands(const Instruction& instruction, std::uint32_t at) const;
  bool can_take(const Instruction& instruction, std::uint32_t at) const;
  bool take(const Instruction& instruction, std::uint32_t at);
  void capture(const Instruction& instruction, std::uint32_t at, const Sense* sense);
  void accept(std::uint32_t at);

  const Lexicon& lexicon_;
  const std::vector<TokenFacts>& tokens_;
  const Program* program_ = nullptr;
  std::uint32_t begin_ = 0;
  std::optional<std::uint32_t> exact_end_;
  std::uint8_t group_ = 0;
  std::array<GroupExtent, kGroupsMax> groups_{};
  std::vector<Capture> captures_;
  std::vector<std::uint32_t> visited_;  // per join: bits of the tokens it was tried at
  RuleMatch* out_ = nullptr;
  bool found_ = false;
};

class Matcher {
 public:
  // REQUIRES: the lexicon is frozen; both outlive the matcher.
  Matcher(const Lexicon& lexicon, const std::vector<Rule>& rules);
  // In text order. `allowed` leaves rules out.
  [[nodiscard]] std::vector<RuleMatch> match(const std::vector<TokenFacts>& tokens,
                                             const std::function<bool(const Rule&)>& allowed) const;

 private:
  // The best match at a token of the programs in `set`; false when none matches.
  bool match_at(Runner& runner, const ProgramIndex::Set& set, std::uint32_t at, RuleMatch& scratch,
                RuleMatch& best) const;

  const Lexicon& lexicon_;
  const std::vector<Rule>& rules_;
  std::vector<std::uint16_t> rule_of_;    // by program
  std::vector<const Program*> programs_;  // of all rules, in the pack's order
  ProgramIndex index_;
};

}  // namespace annalen::timex
