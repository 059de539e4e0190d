#include "timex/rule_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "timex/line_reader.h"

namespace annalen::timex {

namespace {

constexpr std::array<std::string_view, 11> kKindNames = {"remove", "date",    "weekday", "shift",  "season", "part",
                                                         "era",    "holiday", "daytime", "amount", "text"};
constexpr std::array<std::string_view, 4> kTypeNames = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 4> kPrefixNames = {"approx", "article", "edge", "relation"};

template <std::size_t Size>
std::optional<std::size_t> index_of(const std::array<std::string_view, Size>& names, std::string_view text) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (names[i] == text) return i;
  }
  return std::nullopt;
}

Type default_type(Kind kind) {
  if (kind == Kind::kDaytime) return Type::kTime;
  return kind == Kind::kAmount ? Type::kDuration : Type::kDate;
}

class Reader {
 public:
  Reader(std::string_view file, Lexicon& lexicon, Rules& rules) : file_(file), lexicon_(lexicon), rules_(rules) {}

  Result<void> read(std::string_view text) {
    for (const PackLine& line : lines_of(text)) {
      line_ = line.number;
      std::string_view rest = line.text;
      const std::string_view head = take_word(rest);
      if (Result<void> done = read_line(head, rest); !done) return done;
    }
    return finish_rule();
  }

 private:
  Error error(std::string what) const { return pack_error(file_, line_, std::move(what)); }

  Result<void> read_line(std::string_view head, std::string_view rest) {
    if (head == "let") return read_macro(rest);
    if (head == "prefix") return read_prefix(rest);
    if (head == "rule") return begin_rule(rest);
    if (!open_) return error("expected let, prefix or rule");
    if (head == "match") {
      patterns_.emplace_back(rest);
      return {};
    }
    if (head == "value") return read_value(rest);
    if (head == "flags") return read_flags(rest);
    if (head == "only") return read_domain(rest);
    if (head == "example" || head == "not") return read_example(rest, head == "not");
    return error("unknown line: " + std::string(head));
  }

  // let @NAME = PATTERN
  Result<void> read_macro(std::string_view rest) {
    std::string_view name = take_word(rest);
    if (!name.starts_with('@') || take_word(rest) != "=" || rest.empty()) return error("expected: let @NAME = PATTERN");
    name.remove_prefix(1);
    if (!rules_.macros.emplace(std::string(name), std::string(rest)).second) return error("macro named twice");
    return {};
  }

  // prefix KIND [slot=value...] [inside] : PATTERN
  Result<void> read_prefix(std::string_view rest) {
    const std::uint32_t line = line_;
    if (Result<void> done = finish_rule(); !done) return done;
    line_ = line;
    Prefix prefix;
    prefix.where = place(file_, line_);
    const auto kind = index_of(kPrefixNames, take_word(rest));
    if (!kind) return error("unknown prefix kind");
    prefix.kind = static_cast<Prefix::Kind>(*kind);
    for (std::string_view word = take_word(rest); word != ":"; word = take_word(rest)) {
      if (word == "inside") {
        prefix.inside = true;
      } else if (!constant(word, prefix.constants)) {
        return error("expected slot=value, 'inside' or ':' instead of '" + std::string(word) + "'");
      }
    }
    auto program = compile_pattern(rest, rules_.macros, lexicon_);
    if (!program) return error(program.error().what);
    if (Result<void> done = check_beginning(*program); !done) return done;
    prefix.program = std::move(*program);
    rules_.prefixes.push_back(std::move(prefix));
    return {};
  }

  Result<void> begin_rule(std::string_view rest) {
    const std::uint32_t line = line_;
    if (Result<void> done = finish_rule(); !done) return done;
    line_ = line;
    if (rules_.rules.size() >= kRulesMax) return error("too many rules");
    open_ = true;
    rule_ = Rule{};
    rule_.name = std::string(take_word(rest));
    rule_.where = place(file_, line_);
    rule_line_ = line_;
    for (const Rule& other : rules_.rules) {
      if (other.name == rule_.name) return error("rule named twice: " + rule_.name);
    }
    patterns_.clear();
    has_example_ = false;
    return rule_.name.empty() || !rest.empty() ? error("expected: rule NAME") : Result<void>();
  }

  Result<void> finish_rule() {
    if (!open_) return {};
    open_ = false;
    line_ = rule_line_;
    if (patterns_.empty()) return error("rule without match: " + rule_.name);
    if (!has_example_) return error("rule without example: " + rule_.name);
    for (const std::string& pattern : patterns_) {
      auto program = compile_pattern(pattern, rules_.macros, lexicon_);
      if (!program) return error(rule_.name + ": " + program.error().what);
      if (Result<void> done = check_beginning(*program); !done) return done;
      rule_.groups_used |= program->groups_used;
      rule_.programs.push_back(std::move(*program));
    }
    if (Result<void> done = check_values(); !done) return done;
    rules_.rules.push_back(std::move(rule_));
    return {};
  }

  Result<void> check_beginning(const Program& program) {
    for (const ClassId cls : program.first) {
      const WordClass& word_class = lexicon_.cls(cls);
      if (word_class.kind == ClassKind::kBuiltin && word_class.builtin != Builtin::kNumber) {
        return error("a rule or prefix cannot begin with <" + word_class.name + ">");
      }
    }
    return {};
  }

  // A plain value line serves every group that has none of its own.
  Result<void> check_values() {
    for (std::size_t group = 1; group < kGroupsMax; ++group) {
      const bool in_pattern = (rule_.groups_used & (1U << group)) != 0;
      if (rule_.emits[group].used && !in_pattern) return error(rule_.name + ": value of a group that is not matched");
      if (in_pattern && !rule_.emits[group].used) rule_.emits[group] = rule_.emits[0];
      if (in_pattern && !rule_.emits[group].used) return error(rule_.name + ": group without value");
    }
    if (rule_.groups_used == 0 && !rule_.emits[0].used) return error(rule_.name + ": rule without value");
    return {};
  }

  // value [GROUP] KIND [slot=value...] [type=TYPE] [share=GROUP] [quant=X] [freq=X] [text=X]
  Result<void> read_value(std::string_view rest) {
    std::string_view word = take_word(rest);
    std::size_t group = 0;
    if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'd') {
      group = static_cast<std::size_t>(word[0] - 'a') + 1;
      word = take_word(rest);
    }
    EmitSpec& spec = rule_.emits[group];
    const auto kind = index_of(kKindNames, word);
    if (!kind || spec.used) return error("unknown kind, or a second value: " + std::string(word));
    spec.used = true;
    spec.kind = static_cast<Kind>(*kind);
    spec.type = default_type(spec.kind);
    while (!rest.empty()) {
      word = take_word(rest);
      if (!value_option(word, spec) && !constant(word, spec.constants)) return error("unknown: " + std::string(word));
    }
    return {};
  }

  static bool value_option(std::string_view word, EmitSpec& spec) {
    const std::size_t equals = std::min(word.find('='), word.size() - 1);
    const std::string_view key = word.substr(0, equals);
    const std::string_view value = word.substr(equals + 1);
    if (key == "type") {
      const auto type = index_of(kTypeNames, value);
      if (type) spec.type = static_cast<Type>(*type);
      return type.has_value();
    }
    if (key == "share") {
      if (value.size() != 1 || value[0] < 'a' || value[0] > 'd') return false;
      spec.share = static_cast<std::uint8_t>(value[0] - 'a' + 1);
      return true;
    }
    if (key == "text") spec.text = std::string(value);
    if (key == "quant") spec.quant = std::string(value);
    if (key == "freq") spec.freq = std::string(value);
    return key == "text" || key == "quant" || key == "freq";
  }

  static bool constant(std::string_view word, Slots& slots) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return false;
    const auto slot = slot_from_text(word.substr(0, equals));
    if (!slot || *slot == Slot::kNone) return false;
    const auto value = slot_value_from_text(*slot, word.substr(equals + 1));
    if (!value) return false;
    slots.set(*slot, *value);
    return true;
  }

  Result<void> read_flags(std::string_view rest) {
    while (!rest.empty()) {
      const std::string_view flag = take_word(rest);
      if (flag == "article") {
        rule_.takes_article = true;
      } else if (flag == "approx") {
        rule_.takes_approx = true;
      } else if (flag == "edge") {
        rule_.takes_edge = true;
      } else if (flag == "undated") {
        rule_.dated = false;
      } else {
        return error("unknown flag: " + std::string(flag));
      }
    }
    return {};
  }

  Result<void> read_domain(std::string_view rest) {
    if (rest == "news") {
      rule_.domain = Domain::kNews;
    } else if (rest == "narrative") {
      rule_.domain = Domain::kNarrative;
    } else if (rest == "daily") {
      rule_.today = Rule::Today::kDay;
    } else if (rest == "essay") {
      rule_.today = Rule::Today::kAge;
    } else {
      return error("expected: only news, narrative, daily or essay");
    }
    return {};
  }

  // example PUBLISHED | TEXT | EXTENT => VALUE [MOD] [; EXTENT => VALUE]      not PUBLISHED | TEXT
  Result<void> read_example(std::string_view rest, bool counter) {
    const std::size_t first = rest.find('|');
    if (first == std::string_view::npos) return error("expected: PUBLISHED | TEXT");
    RuleExample example{.rule = rule_.name, .text = {}, .published = {}, .expected = {}, .where = place(file_, line_)};
    example.published = std::string(trimmed(rest.substr(0, first)));
    rest.remove_prefix(first + 1);
    const std::size_t second = counter ? std::string_view::npos : rest.find('|');
    example.text = std::string(trimmed(rest.substr(0, second)));
    if (!counter) {
      if (second == std::string_view::npos) return error("expected: PUBLISHED | TEXT | EXTENT => VALUE");
      example.expected = std::string(trimmed(rest.substr(second + 1)));
      has_example_ = true;
    }
    example.domain = rule_.domain == Domain::kNarrative ? Domain::kNarrative : Domain::kNews;
    example.essay = rule_.today == Rule::Today::kAge;
    if (example.published.empty() || example.text.empty() || (!counter && example.expected.empty())) {
      return error("example with an empty part");
    }
    rules_.examples.push_back(std::move(example));
    return {};
  }

  std::string_view file_;
  Lexicon& lexicon_;
  Rules& rules_;
  Rule rule_;
  std::vector<std::string> patterns_;  // a match line each
  std::uint32_t line_ = 0;
  std::uint32_t rule_line_ = 0;
  bool open_ = false;
  bool has_example_ = false;
};

}  // namespace

Result<void> read_rules(std::string_view file_name, std::string_view text, Lexicon& lexicon, Rules& rules) {
  return Reader(file_name, lexicon, rules).read(text);
}

}  // namespace annalen::timex
