// rule.h: one rule of a language pack.
// Threads: value types, const once loaded.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "timex/pattern.h"
#include "timex/slot.h"
#include "timex/tagger.h"
#include "timex/timex.h"

namespace annalen::timex {

// What a rule makes of its captures; unvalued.h has the type of each.
enum class Kind : std::uint8_t {
  kRemove,  // consumes the text and makes nothing: ages, amounts, names
  kDate,
  kWeekday,
  kShift,
  kSeason,
  kPartOfYear,
  kEra,  // decade, century, millennium
  kHoliday,
  kDaytime,
  kAmount,
  kText,
};

struct EmitSpec {
  bool used = false;
  Kind kind = Kind::kRemove;
  Type type = Type::kDate;
  Slots constants;
  std::uint8_t share = 0;  // group whose captures fill what this one lacks
  std::string text;        // kText: value with {slot} or {slot:width} inside
  std::string quant;
  std::string freq;
};

struct Rule {
  std::string name;
  std::string where;                       // file:line
  std::vector<Program> programs;           // a match line each
  std::uint8_t groups_used = 0;            // bits 1-4
  std::array<EmitSpec, kGroupsMax> emits;  // by group; 0 is the whole match
  bool takes_article = false;              // in news the article belongs to the extent
  bool takes_approx = false;               // "mehr als", "knapp" belong to it
  bool takes_edge = false;                 // "Anfang", "Ende" belong to it
  bool dated = true;                       // gives its event a date
  Domain domain = Domain::kAuto;           // kAuto: both
  // "heute" is a day in a daily paper and an age in an essay.
  enum class Today : std::uint8_t { kBoth, kDay, kAge };
  Today today = Today::kBoth;
};

// Words before a timex that change it: matched so that they end where it begins.
inline constexpr std::size_t kPrefixKinds = 4;
struct Prefix {
  enum class Kind : std::uint8_t { kApprox, kArticle, kEdge, kRelation };
  std::string where;
  Kind kind = Kind::kApprox;
  Program program;
  Slots constants;
  bool inside = false;  // belongs to the extent
};

struct Rules {
  Macros macros;  // of all rule files read so far
  std::vector<Rule> rules;
  std::vector<Prefix> prefixes;
  std::vector<RuleExample> examples;
};

}  // namespace annalen::timex
