#include "timex/expression.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace annalen::timex {

namespace {

constexpr std::uint32_t kPrefixTokensMax = 4;

class Finder {
 public:
  explicit Finder(const ExpressionContext& context) : context_(context), runner_(context.lexicon, context.tokens) {}

  std::vector<Expression> find(const std::vector<RuleMatch>& matches) {
    out_.reserve(matches.size());
    for (std::uint32_t m = 0; m < matches.size(); ++m) {
      const RuleMatch& match = matches[m];
      const Rule& rule = context_.rules.rules[match.rule];
      groups_.clear();
      for (std::uint8_t group = 1; group < kGroupsMax; ++group) {
        if (rule.emits[group].used && match.groups[group].begin < match.groups[group].end) groups_.push_back(group);
      }
      std::sort(groups_.begin(), groups_.end(),
                [&](std::uint8_t a, std::uint8_t b) { return match.groups[a].begin < match.groups[b].begin; });
      if (groups_.empty() && rule.emits[0].used) groups_.push_back(0);
      for (const std::uint8_t group : groups_) emit(match, m, rule, group);
      floor_ = std::max(floor_, match.end);
    }
    return std::move(out_);
  }

 private:
  static Slots captures_of(const RuleMatch& match, std::uint8_t group) {
    Slots slots;
    for (const Capture& capture : match.captures) {
      if (capture.group == group) slots.set(capture.slot, capture.value);
    }
    return slots;
  }

  void emit(const RuleMatch& match, std::uint32_t number, const Rule& rule, std::uint8_t group) {
    const EmitSpec& spec = rule.emits[group];
    if (spec.kind == Kind::kRemove) return;
    Expression expression;
    expression.rule = match.rule;
    expression.group = group;
    expression.type = spec.type;
    expression.match = number;
    expression.begin = match.groups[group].begin;
    expression.end = match.groups[group].end;
    expression.context_begin = expression.begin;
    expression.slots = captures_of(match, group);
    if (spec.share != 0) expression.slots.fill_from(captures_of(match, spec.share));
    if (group != 0) expression.slots.fill_from(captures_of(match, 0));
    expression.unvalued = make_unvalued(spec, expression.slots);
    Slots all = expression.slots;
    all.fill_from(spec.constants);
    expression.mod = static_cast<Mod>(all.get_or(Slot::kMod, 0));
    if (const auto relation = all.find(Slot::kRelation)) {
      expression.relation = static_cast<time::Relation>(*relation);
    }
    decorate(expression, rule);
    expression.in_parentheses = parenthesised(expression);
    floor_ = std::max(floor_, expression.end);
    out_.push_back(std::move(expression));
  }

  // Takes the prefix of this kind that ends where the expression (with what was found so far) begins.
  bool take(Prefix::Kind kind, bool inside, Expression& expression) {
    const std::uint32_t end = expression.context_begin;
    const std::uint32_t lowest = std::max(floor_, end > kPrefixTokensMax ? end - kPrefixTokensMax : 0);
    const Prefix* prefix = context_.prefixes.find(runner_, context_.tokens, kind, lowest, end, scratch_);
    if (prefix == nullptr) return false;
    const std::uint32_t begin = scratch_.begin;
    Slots slots = prefix->constants;
    for (const Capture& capture : scratch_.captures) slots.set(capture.slot, capture.value);
    if (inside && prefix->inside && expression.context_begin == expression.begin) expression.begin = begin;
    expression.context_begin = begin;
    if (slots.has(Slot::kMod) && expression.mod == Mod::kNone) {
      expression.mod = static_cast<Mod>(slots.get(Slot::kMod));
    }
    if (const auto relation = slots.find(Slot::kRelation)) {
      expression.relation = static_cast<time::Relation>(*relation);
      constexpr std::int32_t opening = 1;
      constexpr std::int32_t pointing_ahead = 2;
      constexpr std::int32_t attribute = 3;
      constexpr std::int32_t attribute_ahead = 4;
      const std::int32_t direction = slots.get_or(Slot::kDirection, 0);
      expression.opens_range = direction == opening;
      expression.points_ahead = direction == pointing_ahead || direction == attribute_ahead;
      expression.is_attribute = direction == attribute || direction == attribute_ahead;
    }
    return true;
  }

  // From the inside out: "[Anfang] [des] [Jahres 1920]", "bis [mehr als] …", "[den] [knapp] [zwei Stunden]".
  void decorate(Expression& expression, const Rule& rule) {
    if (rule.takes_approx && take(Prefix::Kind::kApprox, true, expression)) {
      take(Prefix::Kind::kApprox, true, expression);
    }
    const bool edged = rule.takes_edge && take(Prefix::Kind::kEdge, true, expression);
    if (!edged && rule.takes_article && take(Prefix::Kind::kArticle, context_.article_inside, expression)) {
      if (rule.takes_approx) take(Prefix::Kind::kApprox, true, expression);
    }
    if (edged || (!rule.takes_approx && rule.takes_edge)) take(Prefix::Kind::kApprox, true, expression);
    if (!expression.relation) take(Prefix::Kind::kRelation, false, expression);
  }

  bool parenthesised(const Expression& expression) const {
    constexpr std::uint32_t look_back = 6;
    const auto& tokens = context_.document.tokens();
    for (std::uint32_t at = expression.begin, seen = 0; at > 0 && seen < look_back; ++seen) {
      --at;
      const std::string_view token = context_.document.of(tokens[at]);
      if (token == "(" || token == "[") return true;
      if (token == ")" || token == "]") return false;
    }
    return false;
  }

  const ExpressionContext& context_;
  Runner runner_;
  RuleMatch scratch_;
  std::vector<std::uint8_t> groups_;  // of the match under way, in text order
  std::uint32_t floor_ = 0;           // tokens before it belong to what was found already
  std::vector<Expression> out_;
};

}  // namespace

namespace {

std::vector<const Program*> programs_of(const std::vector<Prefix>& prefixes) {
  std::vector<const Program*> out;
  out.reserve(prefixes.size());
  for (const Prefix& prefix : prefixes) out.push_back(&prefix.program);
  return out;
}

}  // namespace

PrefixIndex::PrefixIndex(const Lexicon& lexicon, const std::vector<Prefix>& prefixes)
    : prefixes_(prefixes), index_(lexicon, programs_of(prefixes)) {
  of_kind_.fill(index_.none());
  for (std::size_t i = 0; i < prefixes.size(); ++i) {
    ProgramIndex::insert(of_kind_[static_cast<std::size_t>(prefixes[i].kind)], i);
  }
}

const Prefix* PrefixIndex::find(Runner& runner, const std::vector<TokenFacts>& tokens, Prefix::Kind kind,
                                std::uint32_t lowest, std::uint32_t end, RuleMatch& out) const {
  if (end < tokens.size() && tokens[end].paragraph) return nullptr;
  ProgramIndex::Set set = index_.none();
  for (std::uint32_t begin = lowest; begin < end; ++begin) {
    if (!index_.begins(tokens[begin])) continue;
    const TokenFacts* next = begin + 1 < end ? &tokens[begin + 1] : nullptr;
    index_.find(tokens[begin], next, of_kind_[static_cast<std::size_t>(kind)], set);
    for (std::size_t w = 0; w < set.size(); ++w) {
      for (std::uint64_t bits = set[w]; bits != 0; bits &= bits - 1) {
        const Prefix& prefix = prefixes_[w * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
        if (runner.run(prefix.program, begin, end, out)) return &prefix;
      }
    }
  }
  return nullptr;
}

std::vector<Expression> find_expressions(const ExpressionContext& context, const std::vector<RuleMatch>& matches) {
  return Finder(context).find(matches);
}

namespace {

YearPart* year_part_of(Unvalued& unvalued) {
  if (auto* date = std::get_if<DateOf>(&unvalued.kind)) return &date->year;
  if (auto* season = std::get_if<SeasonOf>(&unvalued.kind)) return &season->year;
  return nullptr;
}

}  // namespace

void take_years_before_christ(std::vector<Expression>& expressions) {
  constexpr std::ptrdiff_t said_min = 3;
  constexpr std::int32_t old_year_max = 999;
  const auto said = std::count_if(expressions.begin(), expressions.end(), [](Expression& expression) {
    const YearPart* part = year_part_of(expression.unvalued);
    return part != nullptr && part->year && *part->year <= 0;
  });
  if (said < said_min) return;
  for (Expression& expression : expressions) {
    YearPart* part = year_part_of(expression.unvalued);
    const bool open = part != nullptr && part->year && !part->era_said;
    if (open && *part->year > 0 && *part->year <= old_year_max) part->year = 1 - *part->year;
  }
}

}  // namespace annalen::timex
