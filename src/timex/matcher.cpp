#include "timex/matcher.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace annalen::timex {

namespace {

std::int32_t shaped_value(const NumberShape& shape, std::int32_t number, std::size_t digits) {
  if (shape.fraction) return digits == 1 ? number * 10 : number;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(std::int64_t{number} * shape.scale / shape.divide, Slots::kValueMax));
}

}  // namespace

const Sense* Runner::sense_of(const TokenFacts& token, ClassId cls) const {
  if ((token.class_bits & Lexicon::bit_of(cls)) == 0) return nullptr;
  for (const Sense& sense : lexicon_.senses(token.lexeme)) {
    if (sense.cls != cls) continue;
    if (sense.capital ? token.capital : (!token.capital || token.at_start)) return &sense;
  }
  return nullptr;
}

bool Runner::fits(const TokenFacts& token, Builtin builtin) {
  switch (builtin) {
    case Builtin::kAny:
      return true;
    case Builtin::kWord:
      return token.is_word;
    case Builtin::kNumber:
      return token.is_number;
    case Builtin::kCapital:
      return token.is_word && token.capital && !token.at_start;
    case Builtin::kLower:
      return token.is_word && !token.capital;
    case Builtin::kStart:
      return token.at_start;
  }
  return false;
}

bool Runner::matches(std::uint32_t at, const Instruction& instruction, const Sense** sense) const {
  const TokenFacts& token = tokens_[at];
  switch (instruction.kind) {
    case ClassKind::kWords:
      *sense = sense_of(token, instruction.cls);
      return *sense != nullptr;
    case ClassKind::kShape:
      return (token.shapes & (1U << instruction.shape)) != 0;
    case ClassKind::kBuiltin:
      break;
  }
  return fits(token, static_cast<Builtin>(instruction.shape));
}

// A look at one token beside the place; true when such a token stands there.
bool Runner::looks(std::uint32_t at, const Instruction& instruction) const {
  const bool behind = instruction.op == Op::kBehind || instruction.op == Op::kNotBehind;
  const std::uint32_t back = instruction.group + 1U;
  if (behind ? at < back : at >= tokens_.size()) return false;
  // "touching" speaks of the two tokens beside the place.
  const std::uint32_t joint = behind ? at - back + 1 : at;
  const bool touching = joint < tokens_.size() && tokens_[joint].touching;
  if (instruction.touch == Touch::kTouching && !touching) return false;
  if (instruction.touch == Touch::kApart && touching) return false;
  const Sense* sense = nullptr;
  if (!behind && at > begin_ && tokens_[at].paragraph) return false;
  return matches(behind ? at - back : at, instruction, &sense);
}

void Runner::capture(const Instruction& instruction, std::uint32_t at, const Sense* sense) {
  if (instruction.slot != Slot::kNone) {
    std::int32_t value = 0;
    if (sense != nullptr) {
      value = sense->value;
    } else if (instruction.kind == ClassKind::kShape) {
      const std::int32_t number = tokens_[at].number;
      const NumberShape& shape = lexicon_.shapes()[instruction.shape];
      value = shaped_value(shape, number, number < 10 && shape.digits_max == 1 ? 1 : 2);
    } else {
      value = tokens_[at].number;
    }
    captures_.push_back({group_, instruction.slot, value});
  }
  if (instruction.second_slot != Slot::kNone && sense != nullptr) {
    captures_.push_back({group_, instruction.second_slot, sense->second});
  }
}

void Runner::accept(std::uint32_t at) {
  if (exact_end_ ? at != *exact_end_ : (found_ && at <= out_->end)) return;
  if (exact_end_ && found_) return;
  found_ = true;
  out_->begin = begin_;
  out_->end = at;
  out_->groups = groups_;
  out_->groups[0] = {begin_, at};
  out_->captures = captures_;
}

// What is captured inside the group is marked with it; behind its end, and on the way back, the group outside holds.
void Runner::step_in_group(const Instruction& instruction, std::uint32_t at) {  // NOLINT(misc-no-recursion)
  const bool begins = instruction.op == Op::kGroupBegin;
  const std::uint8_t outside = group_;
  const GroupExtent before = groups_[instruction.group];
  group_ = begins ? instruction.group : std::uint8_t{0};
  groups_[instruction.group] = {begins ? at : before.begin, at};
  step(instruction.next, at);
  groups_[instruction.group] = before;
  group_ = outside;
}

bool Runner::stands(const Instruction& instruction, std::uint32_t at) const {
  if (at >= tokens_.size() || at - begin_ + 1 >= kSpanMax || (exact_end_ && at >= *exact_end_)) return false;
  const TokenFacts& token = tokens_[at];
  if (at > begin_) {
    if (token.paragraph) return false;
    if (instruction.touch == Touch::kTouching && !token.touching) return false;
    if (instruction.touch == Touch::kApart && token.touching) return false;
  }
  return true;
}

bool Runner::can_take(const Instruction& instruction, std::uint32_t at) const {
  const Sense* sense = nullptr;
  return stands(instruction, at) && matches(at, instruction, &sense);
}

bool Runner::take(const Instruction& instruction, std::uint32_t at) {
  const Sense* sense = nullptr;
  if (!stands(instruction, at) || !matches(at, instruction, &sense)) return false;
  if (instruction.slot != Slot::kNone || instruction.second_slot != Slot::kNone) capture(instruction, at, sense);
  return true;
}

// Depth is bounded by the program's length: it has no loops.
void Runner::step(std::uint16_t pc, std::uint32_t at) {  // NOLINT(misc-no-recursion)
  for (;;) {
    const Instruction& instruction = program_->code[pc];
    if (instruction.join != 0) {
      const std::uint32_t bit = 1U << (at - begin_);
      if ((visited_[instruction.join] & bit) != 0) return;
      visited_[instruction.join] |= bit;
    }
    pc = instruction.next;
    switch (instruction.op) {
      case Op::kMatch:
        return accept(at);
      case Op::kJump:
        break;
      case Op::kSplit: {
        pc = instruction.other;
        // Most alternatives fail with their first token.
        const Instruction& first = program_->code[instruction.next];
        if (first.op == Op::kToken && !can_take(first, at)) break;
        const std::size_t captured = captures_.size();
        step(instruction.next, at);
        captures_.resize(captured);
        break;
      }
      case Op::kGroupBegin:
      case Op::kGroupEnd:
        return step_in_group(instruction, at);
      case Op::kAhead:
      case Op::kBehind:
        if (!looks(at, instruction)) return;
        break;
      case Op::kNotAhead:
      case Op::kNotBehind:
        if (looks(at, instruction)) return;
        break;
      case Op::kToken:
        if (!take(instruction, at)) return;
        ++at;
        break;
    }
  }
}

bool Runner::run(const Program& program, std::uint32_t begin, std::optional<std::uint32_t> exact_end, RuleMatch& out) {
  program_ = &program;
  begin_ = begin;
  exact_end_ = exact_end;
  group_ = 0;
  groups_ = {};
  captures_.clear();
  visited_.assign(program.joins + 1U, 0);
  out_ = &out;
  found_ = false;
  step(program.begin, begin);
  return found_;
}

namespace {

std::vector<const Program*> programs_of(const std::vector<Rule>& rules) {
  std::vector<const Program*> out;
  for (const Rule& rule : rules) {
    for (const Program& program : rule.programs) out.push_back(&program);
  }
  return out;
}

}  // namespace

Matcher::Matcher(const Lexicon& lexicon, const std::vector<Rule>& rules)
    : lexicon_(lexicon), rules_(rules), programs_(programs_of(rules)), index_(lexicon, programs_) {
  for (std::size_t r = 0; r < rules.size(); ++r) {
    rule_of_.insert(rule_of_.end(), rules[r].programs.size(), static_cast<std::uint16_t>(r));
  }
}

bool Matcher::match_at(Runner& runner, const ProgramIndex::Set& set, std::uint32_t at, RuleMatch& scratch,
                       RuleMatch& best) const {
  bool found = false;
  for (std::size_t w = 0; w < set.size(); ++w) {
    for (std::uint64_t bits = set[w]; bits != 0; bits &= bits - 1) {
      const std::size_t p = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      if (!runner.run(*programs_[p], at, std::nullopt, scratch)) continue;
      if (found && scratch.end <= best.end) continue;
      scratch.rule = rule_of_[p];
      std::swap(scratch, best);
      found = true;
    }
  }
  return found;
}

std::vector<RuleMatch> Matcher::match(const std::vector<TokenFacts>& tokens,
                                      const std::function<bool(const Rule&)>& allowed) const {
  std::vector<RuleMatch> matches;
  ProgramIndex::Set open = index_.none();
  for (std::size_t p = 0; p < programs_.size(); ++p) {
    if (allowed(rules_[rule_of_[p]])) ProgramIndex::insert(open, p);
  }
  Runner runner(lexicon_, tokens);
  ProgramIndex::Set set = index_.none();
  RuleMatch scratch;
  RuleMatch best;
  for (std::uint32_t at = 0; at < tokens.size();) {
    const std::uint32_t next = at + 1;
    if (index_.begins(tokens[at])) {
      const bool alone = next >= tokens.size() || tokens[next].paragraph;
      index_.find(tokens[at], alone ? nullptr : &tokens[next], open, set);
      if (match_at(runner, set, at, scratch, best)) {
        matches.push_back(best);
        at = std::max(best.end, next);
        continue;
      }
    }
    at = next;
  }
  return matches;
}

}  // namespace annalen::timex
