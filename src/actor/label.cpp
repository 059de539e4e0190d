#include "actor/label.h"

#include <algorithm>

namespace annalen::actor {

Label label_from(std::string_view tag) {
  if (tag.size() < 3 || (tag[0] != 'B' && tag[0] != 'I')) return kOutside;
  const auto* const found = std::find(kClassNames.begin(), kClassNames.end(), tag.substr(2));
  if (found == kClassNames.end()) return kOutside;
  const auto of = static_cast<NameClass>(found - kClassNames.begin());
  return tag[0] == 'B' ? begin_of(of) : inside_of(of);
}

std::string to_tag(Label label) {
  if (label == kOutside) return "O";
  std::string out = is_inside(label) ? "I-" : "B-";
  out += kClassNames[static_cast<std::size_t>(class_of(label))];
  return out;
}

std::vector<LabelledSpan> spans_of(std::span<const Label> labels) {
  std::vector<LabelledSpan> out;
  for (std::uint32_t at = 0; at < labels.size();) {
    if (labels[at] == kOutside) {
      ++at;
      continue;
    }
    LabelledSpan span{.first = at, .end = at + 1, .of = class_of(labels[at])};
    while (span.end < labels.size() && labels[span.end] == inside_of(span.of)) ++span.end;
    at = span.end;
    out.push_back(span);
  }
  return out;
}

}  // namespace annalen::actor
