// pattern.h: the pattern of a rule, compiled to a small program without loops.
// Syntax:  src/timex/lang/FORMAT.md.
// Bounds:  a program has at most kProgramMax instructions; a run visits each (instruction, token) pair once, so it
// takes
//          time bounded by the program's length, whatever the text.
// Threads: const once compiled.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "timex/lexicon.h"

namespace annalen::timex {

enum class Op : std::uint8_t {
  kToken,
  kSplit,
  kJump,
  kGroupBegin,
  kGroupEnd,
  kAhead,
  kNotAhead,
  kBehind,
  kNotBehind,
  kMatch
};
enum class Touch : std::uint8_t { kAny, kTouching, kApart };

struct Instruction {
  Op op = Op::kMatch;
  Touch touch = Touch::kAny;           // how the token stands to the one before it (kBehind: to the one behind it)
  ClassKind kind = ClassKind::kWords;  // of the class
  std::uint8_t shape = 0;              // of the class, or its Builtin
  ClassId cls = 0;
  Slot slot = Slot::kNone;
  Slot second_slot = Slot::kNone;
  std::uint8_t group = 0;  // kBehind, kNotBehind: tokens between the place and the one looked at
  std::uint16_t next = 0;
  std::uint16_t other = 0;  // kSplit: tried after `next`
  std::uint16_t join = 0;   // number, from 1, of a place that several ways lead to; 0: of no such place
};

inline constexpr std::size_t kProgramMax = 600;
inline constexpr std::size_t kGroupsMax = 5;  // group 0 is the whole, 1-4 are {a: } to {d: }

struct Program {
  std::vector<Instruction> code;
  std::uint16_t begin = 0;       // instruction
  std::uint16_t joins = 0;       // how many
  std::uint8_t groups_used = 0;  // bits 1-4
  std::vector<ClassId> first;    // classes that a match can begin with
  std::vector<ClassId> second;   // classes of its second token
  std::vector<ClassId> single;   // classes of which one token can be a match
};

using Macros = std::map<std::string, std::string, std::less<>>;

// Literals become classes of the lexicon.
[[nodiscard]] Result<Program> compile_pattern(std::string_view pattern, const Macros& macros, Lexicon& lexicon);

}  // namespace annalen::timex
