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

#include "text/document.h"
#include "timex/lexicon.h"
#include "timex/pattern.h"
#include "timex/rule.h"

namespace annalen::timex {

// What matching needs of a token.
struct TokenFacts {
  Lexicon::LexemeId lexeme = 0;
  std::uint32_t shapes = 0;  // bits of the number shapes it fits
  std::int32_t number = -1;
  bool touching = false;  // no space before it
  bool is_word = false;
  bool is_number = false;
  bool capital = false;
  bool at_start = false;   // begins a sentence or a quotation: a capital says nothing here
  bool paragraph = false;  // begins a paragraph: no match crosses into it
};
[[nodiscard]] std::vector<TokenFacts> look_up(const text::Document& document, const Lexicon& lexicon);

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
  bool matches(std::uint32_t at, const Instruction& instruction, const Sense** sense) const;
  bool looks(std::uint32_t at, const Instruction& instruction) const;
  void step(std::uint16_t pc, std::uint32_t at);
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
  std::vector<std::uint32_t> visited_;  // per instruction: bits of the tokens it was tried at
  RuleMatch* out_ = nullptr;
  bool found_ = false;
};

class Matcher {
 public:
  Matcher(const Lexicon& lexicon, const std::vector<Rule>& rules);
  // In text order. `allowed` leaves rules out.
  [[nodiscard]] std::vector<RuleMatch> match(const std::vector<TokenFacts>& tokens,
                                             const std::function<bool(const Rule&)>& allowed) const;

 private:
  using RuleSet = std::vector<std::uint64_t>;  // bits
  // Rules by what one of their tokens can be.
  struct Index {
    std::vector<std::uint64_t> by_lexeme;  // a RuleSet a lexeme
    std::vector<RuleSet> by_shape;
    RuleSet by_builtin;  // any token may be it
  };
  Index index_of(const std::vector<RuleSet>& by_class) const;
  // The rules that `token` fits; numbers fit a built-in class too.
  void look_up_rules(const Index& index, const TokenFacts& token, RuleSet& out) const;
  // Those of `set` whose second token `next` can be; without one, those that one token can match.
  void keep_possible(const TokenFacts* next, RuleSet& scratch, RuleSet& set) const;

  const Lexicon& lexicon_;
  const std::vector<Rule>& rules_;
  std::size_t words_ = 0;  // of a RuleSet
  Index first_;
  Index second_;
  RuleSet single_;
  std::vector<std::uint8_t> lexeme_begins_;  // some rule begins with it
};

}  // namespace annalen::timex
