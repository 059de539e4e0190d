// tagging.h: text -> timexes with the German packs, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"
#include "time/publication.h"
#include "timex/tagger.h"

namespace annalen::timex {

struct Tagged {
  text::Document document;
  std::vector<Timex> timexes;
  [[nodiscard]] std::string extent(const Timex& timex) const { return std::string(document.of(timex.span)); }
};

inline const Tagger& german_tagger() {
  static const Tagger tagger = Tagger::german();
  return tagger;
}

inline Tagged tag_german(std::string_view text, std::string_view published, Domain domain = Domain::kNews) {
  static const text::Segmenter segmenter = text::Segmenter::german();
  static const clause::Analyser analyser = clause::Analyser::german();
  const auto publication = time::Publication::parse(published, "Europe/Vienna");
  Tagged tagged{segmenter.segment(text), {}};
  if (!publication) return tagged;
  tagged.timexes = german_tagger().tag(tagged.document, analyser.analyse(tagged.document), *publication, domain);
  return tagged;
}

// "2022-03", or "2022-03 START".
inline std::string value_and_mod(const Timex& timex) {
  return timex.mod.empty() ? timex.value : timex.value + " " + timex.mod;
}

// "[2025-01-01, 2025-03-01) [..., ...)", one an interval.
inline std::string readings_text(const Timex& timex) {
  if (!timex.dating) return "none";
  std::string out;
  for (const time::Interval& interval : timex.dating->readings.list()) {
    if (!out.empty()) out += " ";
    out += "[" + time::to_text(interval.begin()) + ", " + time::to_text(interval.end()) + ")";
  }
  return out;
}

}  // namespace annalen::timex
