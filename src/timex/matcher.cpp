#include "timex/matcher.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace annalen::timex {

namespace {

std::int32_t number_of(std::string_view digits) {
  if (digits.size() > 9) return -1;
  std::int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;  // digits of other scripts count as no number
    value = value * 10 + (c - '0');
  }
  return value;
}

bool fits(const NumberShape& shape, std::int32_t number, std::size_t digits) {
  return number >= shape.low && number <= shape.high && digits >= shape.digits_min && digits <= shape.digits_max &&
         number % shape.multiple_of == 0;
}

std::int32_t shaped_value(const NumberShape& shape, std::int32_t number, std::size_t digits) {
  if (shape.fraction) return digits == 1 ? number * 10 : number;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(std::int64_t{number} * shape.scale / shape.divide, Slots::kValueMax));
}

// After these a sentence or a quotation begins.
bool opens(std::string_view token) {
  return token == ":" || token == "." || token == "!" || token == "?" || token == "\"" || token == "„" ||
         token == "»" || token == "«" || token == "“" || token == "(" || token == "–" || token == "*" || token == "•";
}

}  // namespace

std::vector<TokenFacts> look_up(const text::Document& document, const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  std::vector<TokenFacts> facts(tokens.size());
  std::array<char, kWordBytesMax> buffer{};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const text::Token& token = tokens[i];
    TokenFacts& fact = facts[i];
    const std::string_view word = document.of(token);
    fact.touching = i > 0 && !token.space_before;
    fact.is_word = token.kind == text::TokenKind::kWord;
    fact.is_number = token.kind == text::TokenKind::kNumber;
    fact.capital = token.capitalised;
    const text::Sentence& sentence = document.sentences()[token.sentence];
    fact.at_start = i == sentence.first_token;
    fact.paragraph = fact.at_start && sentence.starts_paragraph;
    if (i > 0 && tokens[i - 1].kind == text::TokenKind::kPunctuation && opens(document.of(tokens[i - 1]))) {
      fact.at_start = true;
    }
    if (fact.is_number) {
      fact.number = number_of(word);
      if (fact.number < 0) continue;
      for (std::size_t s = 0; s < lexicon.shapes().size(); ++s) {
        if (fits(lexicon.shapes()[s], fact.number, word.size())) fact.shapes |= 1U << s;
      }
    } else if (word.size() <= kWordBytesMax) {
      fact.lexeme = lexicon.find(lowered(word, buffer));
    }
  }
  return facts;
}

const Sense* Runner::sense_of(const TokenFacts& token, ClassId cls) const {
  if (token.lexeme == 0) return nullptr;
  for (const Sense& sense : lexicon_.senses(token.lexeme)) {
    if (sense.cls != cls) continue;
    if (sense.capital ? token.capital : (!token.capital || token.at_start)) return &sense;
  }
  return nullptr;
}

bool Runner::matches(std::uint32_t at, const Instruction& instruction, const Sense** sense) const {
  const TokenFacts& token = tokens_[at];
  const WordClass& cls = lexicon_.cls(instruction.cls);
  switch (cls.kind) {
    case ClassKind::kWords:
      *sense = sense_of(token, instruction.cls);
      return *sense != nullptr;
    case ClassKind::kShape:
      return (token.shapes & (1U << cls.shape)) != 0;
    case ClassKind::kBuiltin:
      break;
  }
  switch (cls.builtin) {
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
  if (!behind && tokens_[at].paragraph) return false;
  return matches(behind ? at - back : at, instruction, &sense);
}

void Runner::capture(const Instruction& instruction, std::uint32_t at, const Sense* sense) {
  const WordClass& cls = lexicon_.cls(instruction.cls);
  if (instruction.slot != Slot::kNone) {
    std::int32_t value = 0;
    if (sense != nullptr) {
      value = sense->value;
    } else if (cls.kind == ClassKind::kShape) {
      const std::int32_t number = tokens_[at].number;
      const NumberShape& shape = lexicon_.shapes()[cls.shape];
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

// Depth is bounded by the program's length: it has no loops.
void Runner::step(std::uint16_t pc, std::uint32_t at) {  // NOLINT(misc-no-recursion)
  const std::uint32_t bit = 1U << (at - begin_);
  if ((visited_[pc] & bit) != 0) return;
  visited_[pc] |= bit;
  const Instruction& instruction = program_->code[pc];
  switch (instruction.op) {
    case Op::kMatch:
      accept(at);
      return;
    case Op::kJump:
      step(instruction.next, at);
      return;
    case Op::kSplit:
      step(instruction.next, at);
      step(instruction.other, at);
      return;
    case Op::kGroupBegin: {
      const std::uint8_t outer = group_;
      const GroupExtent before = groups_[instruction.group];
      group_ = instruction.group;
      groups_[instruction.group] = {at, at};
      step(instruction.next, at);
      groups_[instruction.group] = before;
      group_ = outer;
      return;
    }
    case Op::kGroupEnd: {
      const std::uint8_t inner = group_;
      const GroupExtent before = groups_[instruction.group];
      group_ = 0;
      groups_[instruction.group].end = at;
      step(instruction.next, at);
      groups_[instruction.group] = before;
      group_ = inner;
      return;
    }
    case Op::kAhead:
    case Op::kBehind:
      if (looks(at, instruction)) step(instruction.next, at);
      return;
    case Op::kNotAhead:
    case Op::kNotBehind:
      if (!looks(at, instruction)) step(instruction.next, at);
      return;
    case Op::kToken:
      break;
  }
  if (at >= tokens_.size() || at - begin_ + 1 >= kSpanMax || (exact_end_ && at >= *exact_end_)) return;
  const TokenFacts& token = tokens_[at];
  if (at > begin_) {
    if (token.paragraph) return;
    if (instruction.touch == Touch::kTouching && !token.touching) return;
    if (instruction.touch == Touch::kApart && token.touching) return;
  }
  const Sense* sense = nullptr;
  if (!matches(at, instruction, &sense)) return;
  const std::size_t captured = captures_.size();
  capture(instruction, at, sense);
  step(instruction.next, at + 1);
  captures_.resize(captured);
}

bool Runner::run(const Program& program, std::uint32_t begin, std::optional<std::uint32_t> exact_end, RuleMatch& out) {
  program_ = &program;
  begin_ = begin;
  exact_end_ = exact_end;
  group_ = 0;
  groups_ = {};
  captures_.clear();
  visited_.assign(program.code.size(), 0);
  out_ = &out;
  found_ = false;
  step(0, begin);
  return found_;
}

Matcher::Matcher(const Lexicon& lexicon, const std::vector<Rule>& rules) : lexicon_(lexicon), rules_(rules) {
  words_ = (rules.size() + 63) / 64;
  single_.assign(words_, 0);
  std::vector<RuleSet> first(lexicon.class_count(), RuleSet(words_, 0));
  std::vector<RuleSet> second = first;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const std::uint64_t bit = std::uint64_t{1} << (r % 64);
    for (const ClassId cls : rules[r].program.first) first[cls][r / 64] |= bit;
    for (const ClassId cls : rules[r].program.second) second[cls][r / 64] |= bit;
    if (rules[r].program.single) single_[r / 64] |= bit;
  }
  first_ = index_of(first);
  second_ = index_of(second);
  lexeme_begins_.assign(lexicon.lexeme_count(), 0);
  for (std::size_t i = 0; i < first_.by_lexeme.size(); ++i) {
    if (first_.by_lexeme[i] != 0) lexeme_begins_[i / words_] = 1;
  }
}

Matcher::Index Matcher::index_of(const std::vector<RuleSet>& by_class) const {
  Index index;
  index.by_builtin.assign(words_, 0);
  index.by_shape.assign(lexicon_.shapes().size(), RuleSet(words_, 0));
  for (std::size_t c = 0; c < by_class.size(); ++c) {
    const WordClass& cls = lexicon_.cls(static_cast<ClassId>(c));
    if (cls.kind == ClassKind::kShape) index.by_shape[cls.shape] = by_class[c];
    if (cls.kind != ClassKind::kBuiltin) continue;
    for (std::size_t w = 0; w < words_; ++w) index.by_builtin[w] |= by_class[c][w];
  }
  index.by_lexeme.assign(lexicon_.lexeme_count() * words_, 0);
  for (std::size_t l = 0; l < lexicon_.lexeme_count(); ++l) {
    for (const Sense& sense : lexicon_.senses(static_cast<Lexicon::LexemeId>(l))) {
      for (std::size_t w = 0; w < words_; ++w) index.by_lexeme[l * words_ + w] |= by_class[sense.cls][w];
    }
  }
  return index;
}

void Matcher::look_up_rules(const Index& index, const TokenFacts& token, RuleSet& out) const {
  if (token.lexeme != 0) {
    const auto* begin = index.by_lexeme.data() + token.lexeme * words_;
    out.assign(begin, begin + words_);
    return;
  }
  out.assign(words_, 0);
  for (std::size_t s = 0; s < index.by_shape.size(); ++s) {
    if ((token.shapes & (1U << s)) == 0) continue;
    for (std::size_t w = 0; w < words_; ++w) out[w] |= index.by_shape[s][w];
  }
}

void Matcher::keep_possible(const TokenFacts* next, RuleSet& scratch, RuleSet& set) const {
  if (next == nullptr) {
    for (std::size_t w = 0; w < words_; ++w) set[w] &= single_[w];
    return;
  }
  look_up_rules(second_, *next, scratch);
  for (std::size_t w = 0; w < words_; ++w) set[w] &= scratch[w] | second_.by_builtin[w] | single_[w];
}

std::vector<RuleMatch> Matcher::match(const std::vector<TokenFacts>& tokens,
                                      const std::function<bool(const Rule&)>& allowed) const {
  std::vector<RuleMatch> matches;
  std::vector<char> open(rules_.size());
  for (std::size_t r = 0; r < rules_.size(); ++r) open[r] = allowed(rules_[r]) ? 1 : 0;
  Runner runner(lexicon_, tokens);
  RuleSet set(words_, 0);
  RuleSet scratch(words_, 0);
  RuleMatch candidate;
  for (std::uint32_t at = 0; at < tokens.size();) {
    const TokenFacts& token = tokens[at];
    if (!token.is_number && lexeme_begins_[token.lexeme] == 0) {
      ++at;
      continue;
    }
    look_up_rules(first_, token, set);
    if (token.is_number) {
      for (std::size_t w = 0; w < words_; ++w) set[w] |= first_.by_builtin[w];
    }
    const bool alone = at + 1 >= tokens.size() || tokens[at + 1].paragraph;
    keep_possible(alone ? nullptr : &tokens[at + 1], scratch, set);
    std::optional<RuleMatch> best;
    for (std::size_t w = 0; w < words_; ++w) {
      for (std::uint64_t bits = set[w]; bits != 0; bits &= bits - 1) {
        const std::size_t r = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        if (open[r] == 0 || !runner.run(rules_[r].program, at, std::nullopt, candidate)) continue;
        if (best && candidate.end <= best->end) continue;
        candidate.rule = static_cast<std::uint16_t>(r);
        best = candidate;
      }
    }
    if (best) {
      at = std::max(best->end, at + 1);
      matches.push_back(std::move(*best));
    } else {
      ++at;
    }
  }
  return matches;
}

}  // namespace annalen::timex
