#include "timex/pattern.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace annalen::timex {

namespace {

constexpr int kDepthMax = 24;

class Compiler {
 public:
  Compiler(const Macros& macros, Lexicon& lexicon) : macros_(macros), lexicon_(lexicon) {}

  Result<Program> compile(std::string_view pattern) {
    if (Result<void> done = alternatives(pattern, 0); !done) return done.error();
    if (!pattern.empty()) return fail("unexpected: " + std::string(pattern.substr(0, 12)));
    emit({.op = Op::kMatch});
    if (program_.code.size() > kProgramMax) return fail("pattern too long");
    find_first();
    if (program_.first.empty()) return fail("pattern may match nothing");
    leave_jumps_out();
    number_joins();
    return std::move(program_);
  }

 private:
  static Error fail(std::string what) { return Error{ErrorKind::kInput, std::move(what)}; }

  std::uint16_t here() const { return static_cast<std::uint16_t>(program_.code.size()); }
  std::uint16_t emit(Instruction instruction) {
    instruction.next = static_cast<std::uint16_t>(here() + 1);
    program_.code.push_back(instruction);
    return static_cast<std::uint16_t>(here() - 1);
  }

  static void skip_blank(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  }

  // a b | c d, up to a closing bracket or the end.
  Result<void> alternatives(std::string_view& text, int depth) {
    if (depth > kDepthMax || program_.code.size() > kProgramMax) return fail("pattern nested too deeply or too long");
    std::vector<std::uint16_t> exits;
    for (;;) {
      const std::uint16_t split = emit({.op = Op::kSplit});
      if (Result<void> done = sequence(text, depth); !done) return done;
      if (text.empty() || text.front() != '|') {
        // The last alternative: nothing to fall back to.
        program_.code[split] = {.op = Op::kJump, .next = static_cast<std::uint16_t>(split + 1)};
        break;
      }
      text.remove_prefix(1);
      exits.push_back(emit({.op = Op::kJump}));
      program_.code[split].other = here();
    }
    for (const std::uint16_t exit : exits) program_.code[exit].next = here();
    return {};
  }

  Result<void> sequence(std::string_view& text, int depth) {
    for (skip_blank(text); !text.empty(); skip_blank(text)) {
      const char c = text.front();
      if (c == ')' || c == ']' || c == '}' || c == '|') return {};
      if (Result<void> done = element(text, depth); !done) return done;
    }
    return {};
  }

  Result<void> bracket(std::string_view& text, char close, int depth) {
    if (Result<void> done = alternatives(text, depth + 1); !done) return done;
    if (text.empty() || text.front() != close) return fail(std::string("missing ") + close);
    text.remove_prefix(1);
    return {};
  }

  Result<void> element(std::string_view& text, int depth) {
    switch (text.front()) {
      case '(':
        text.remove_prefix(1);
        return bracket(text, ')', depth);
      case '[': {
        text.remove_prefix(1);
        const std::uint16_t split = emit({.op = Op::kSplit});
        if (Result<void> done = bracket(text, ']', depth); !done) return done;
        program_.code[split].other = here();
        return {};
      }
      case '{':
        return group(text, depth);
      case '@':
        return macro(text, depth);
      default:
        return token(text);
    }
  }

  // {a: ...}
  Result<void> group(std::string_view& text, int depth) {
    if (text.size() < 3 || text[1] < 'a' || text[1] > 'd' || text[2] != ':') return fail("expected {a: to {d:");
    const auto number = static_cast<std::uint8_t>(text[1] - 'a' + 1);
    text.remove_prefix(3);
    program_.groups_used |= static_cast<std::uint8_t>(1U << number);
    emit({.op = Op::kGroupBegin, .group = number});
    if (Result<void> done = bracket(text, '}', depth); !done) return done;
    emit({.op = Op::kGroupEnd, .group = number});
    return {};
  }

  Result<void> macro(std::string_view& text, int depth) {
    text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) ++end;
    const auto found = macros_.find(text.substr(0, end));
    if (found == macros_.end()) return fail("unknown macro @" + std::string(text.substr(0, end)));
    text.remove_prefix(end);
    std::string_view body = found->second;
    if (Result<void> done = alternatives(body, depth + 1); !done) return done;
    return body.empty() ? Result<void>() : fail("unbalanced macro");
  }

  // [= ! ^= ^! ^^= ^^!] [+ _] LITERAL | "quoted" | <class:slot,slot>
  Result<void> token(std::string_view& text) {
    Instruction instruction{.op = Op::kToken};
    const bool behind = text.front() == '^';
    if (behind) text.remove_prefix(1);
    if (behind && !text.empty() && text.front() == '^') {
      instruction.group = 1;  // one token further back
      text.remove_prefix(1);
    }
    if (!text.empty() && (text.front() == '=' || text.front() == '!')) {
      const bool no = text.front() == '!';
      if (behind) {
        instruction.op = no ? Op::kNotBehind : Op::kBehind;
      } else {
        instruction.op = no ? Op::kNotAhead : Op::kAhead;
      }
      text.remove_prefix(1);
    } else if (behind) {
      return fail("expected ^= or ^!");
    }
    if (!text.empty() && (text.front() == '+' || text.front() == '_')) {
      instruction.touch = text.front() == '+' ? Touch::kTouching : Touch::kApart;
      text.remove_prefix(1);
    }
    if (text.empty()) return fail("pattern ends early");
    Result<void> done = text.front() == '<' ? class_reference(text, instruction) : literal(text, instruction);
    if (!done) return done;
    const WordClass& cls = lexicon_.cls(instruction.cls);
    instruction.kind = cls.kind;
    instruction.shape = cls.kind == ClassKind::kBuiltin ? static_cast<std::uint8_t>(cls.builtin) : cls.shape;
    emit(instruction);
    return {};
  }

  Result<void> class_reference(std::string_view& text, Instruction& instruction) {
    const std::size_t close = text.find('>');
    if (close == std::string_view::npos) return fail("missing >");
    std::string_view name = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    std::string_view slots;
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) {
      slots = name.substr(colon + 1);
      name = name.substr(0, colon);
    }
    const auto cls = lexicon_.find_class(name);
    if (!cls) return fail("unknown class <" + std::string(name) + ">");
    instruction.cls = *cls;
    instruction.slot = lexicon_.cls(*cls).slot;
    instruction.second_slot = lexicon_.cls(*cls).second_slot;
    if (slots.empty()) return {};
    const std::size_t comma = std::min(slots.find(','), slots.size());
    const auto first = slot_from_text(slots.substr(0, comma));
    const auto second =
        comma < slots.size() ? slot_from_text(slots.substr(comma + 1)) : std::optional(instruction.second_slot);
    if (!first || !second) return fail("unknown slot in <" + std::string(name) + ":" + std::string(slots) + ">");
    instruction.slot = *first;
    instruction.second_slot = *second;
    return {};
  }

  static bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
  }

  Result<void> literal(std::string_view& text, Instruction& instruction) {
    std::string_view word;
    if (text.front() == '"') {
      const std::size_t close = text.find('"', 1);
      if (close == std::string_view::npos || close == 1) return fail("missing closing quote");
      word = text.substr(1, close - 1);
      text.remove_prefix(close + 1);
    } else {
      std::size_t end = 0;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      if (end == 0) end = 1;
      word = text.substr(0, end);
      text.remove_prefix(end);
    }
    if (word.size() > kWordBytesMax) return fail("word too long");
    const std::string name = "'" + std::string(word);
    const auto known = lexicon_.find_class(name);
    instruction.cls = known ? *known : lexicon_.add_class({.name = name});
    if (!known && !lexicon_.add_form(word, {.cls = instruction.cls})) return fail("too many words");
    return {};
  }

  // The tokens that can come next from these places, and whether the end can.
  struct Next {
    std::set<std::uint16_t> tokens;  // instructions
    bool ends = false;
  };
  Next next_of(std::vector<std::uint16_t> open) const {
    Next next;
    std::set<std::uint16_t> seen;
    while (!open.empty()) {
      const std::uint16_t at = open.back();
      open.pop_back();
      if (!seen.insert(at).second) continue;
      const Instruction& instruction = program_.code[at];
      if (instruction.op == Op::kMatch) {
        next.ends = true;
      } else if (instruction.op == Op::kToken) {
        next.tokens.insert(at);
      } else {
        open.push_back(instruction.next);
        if (instruction.op == Op::kSplit) open.push_back(instruction.other);
      }
    }
    return next;
  }

  std::vector<ClassId> classes_of(const Next& next) const {
    std::set<ClassId> classes;
    for (const std::uint16_t at : next.tokens) classes.insert(program_.code[at].cls);
    return {classes.begin(), classes.end()};
  }

  // Leaves `first` empty when the pattern may match nothing.
  void find_first() {
    const Next first = next_of({0});
    if (first.ends) return;
    program_.first = classes_of(first);
    std::vector<std::uint16_t> behind;
    behind.reserve(first.tokens.size());
    for (const std::uint16_t at : first.tokens) behind.push_back(program_.code[at].next);
    program_.second = classes_of(next_of(std::move(behind)));
    Next single;
    for (const std::uint16_t at : first.tokens) {
      if (next_of({program_.code[at].next}).ends) single.tokens.insert(at);
    }
    program_.single = classes_of(single);
  }

  void leave_jumps_out() {
    const std::vector<Instruction> code = std::exchange(program_.code, {});
    std::vector<std::uint16_t> place(code.size());  // in the code without jumps
    std::uint16_t size = 0;
    for (std::size_t i = 0; i < code.size(); ++i) place[i] = code[i].op == Op::kJump ? size : size++;
    const auto resolved = [&](std::uint16_t at) {
      while (code[at].op == Op::kJump) at = code[at].next;
      return place[at];
    };
    for (Instruction instruction : code) {
      if (instruction.op == Op::kJump) continue;
      if (instruction.op != Op::kMatch) instruction.next = resolved(instruction.next);
      if (instruction.op == Op::kSplit) instruction.other = resolved(instruction.other);
      program_.code.push_back(instruction);
    }
    program_.begin = resolved(0);
  }

  // A run that meets such a place again at the same token has tried it.
  void number_joins() {
    std::vector<std::uint8_t> ways(program_.code.size(), 0);
    const auto lead_to = [&](std::uint16_t at) { ways[at] = static_cast<std::uint8_t>(std::min(ways[at] + 1, 2)); };
    for (const Instruction& instruction : program_.code) {
      if (instruction.op == Op::kMatch) continue;
      lead_to(instruction.next);
      if (instruction.op == Op::kSplit) lead_to(instruction.other);
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
      if (ways[i] > 1) program_.code[i].join = ++program_.joins;
    }
  }

  const Macros& macros_;
  Lexicon& lexicon_;
  Program program_;
};

}  // namespace

Result<Program> compile_pattern(std::string_view pattern, const Macros& macros, Lexicon& lexicon) {
  return Compiler(macros, lexicon).compile(pattern);
}

}  // namespace annalen::timex
