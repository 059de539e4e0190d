// label.h: the tags of the sequence model, IOB2 over four classes.
// Threads: value types and pure functions.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::actor {

// Numbers stand in model files: 0 outside, then B and I of each class.
using Label = std::uint8_t;
inline constexpr Label kOutside = 0;
inline constexpr std::size_t kLabels = 9;
inline constexpr std::array<std::string_view, 4> kClassNames = {"PER", "ORG", "LOC", "OTH"};

enum class NameClass : std::uint8_t { kPerson, kOrganisation, kPlace, kOther };

[[nodiscard]] constexpr Label begin_of(NameClass of) { return static_cast<Label>(1 + 2 * static_cast<unsigned>(of)); }
[[nodiscard]] constexpr Label inside_of(NameClass of) { return static_cast<Label>(begin_of(of) + 1); }
[[nodiscard]] constexpr NameClass class_of(Label label) { return static_cast<NameClass>((label - 1) / 2); }
[[nodiscard]] constexpr bool is_inside(Label label) { return label != kOutside && label % 2 == 0; }
// May `label` follow `before`? kOutside stands before a sentence.
[[nodiscard]] constexpr bool may_follow(Label before, Label label) {
  return !is_inside(label) || before == label || before + 1 == label;
}

// "B-PER"; other classes and "O" are outside.
[[nodiscard]] Label label_from(std::string_view tag);
[[nodiscard]] std::string to_tag(Label label);

// Words [first, end) of a sentence.
struct LabelledSpan {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  NameClass of = NameClass::kPerson;
  auto operator<=>(const LabelledSpan&) const = default;
};
[[nodiscard]] std::vector<LabelledSpan> spans_of(std::span<const Label> labels);

}  // namespace annalen::actor
