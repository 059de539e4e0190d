#include "actor/name_hints.h"

#include "actor/scan.h"

namespace annalen::actor {
namespace {

NameHint hint_of(const Draft& draft, bool first) {
  unsigned out = 1 + static_cast<unsigned>(draft.mention.kind);
  if (!first) out += 8;
  if (draft.entry != nullptr) out += 16;
  if (draft.mention.attributive) out += 32;
  return static_cast<NameHint>(out);
}

}  // namespace

std::vector<NameHint> name_hints(const std::vector<Draft>& drafts, std::span<const text::Span> words) {
  std::vector<NameHint> out(words.size());
  std::size_t word = 0;
  for (const auto& draft : drafts) {
    if (draft.mention.anaphoric) continue;
    const text::Span span = draft.mention.span;
    while (word < words.size() && words[word].end <= span.begin) ++word;
    bool first = true;
    for (std::size_t at = word; at < words.size() && words[at].begin < span.end; ++at) {
      if (out[at] == 0) out[at] = hint_of(draft, first);
      first = false;
    }
  }
  return out;
}

}  // namespace annalen::actor
