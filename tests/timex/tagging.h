// tagging.h: text -> timexes with the embedded packs, for tests.
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

struct Pack {
  text::Segmenter segmenter;
  clause::Analyser analyser;
  Tagger tagger;
};

inline const Pack& pack_for(text::Language language) {
  static const std::vector<Pack> packs = [] {
    std::vector<Pack> made;
    made.reserve(text::kLanguages.size());
    for (const text::Language each : text::kLanguages) {
      made.push_back({text::Segmenter::of(each), clause::Analyser::of(each), Tagger::of(each)});
    }
    return made;
  }();
  return packs[static_cast<std::size_t>(language)];
}

inline Tagged tag_text(text::Language language, std::string_view text, std::string_view published,
                       Domain domain = Domain::kNews) {
  const Pack& pack = pack_for(language);
  const auto publication = time::Publication::parse(published, "Europe/Vienna");
  Tagged tagged{pack.segmenter.segment(text), {}};
  if (!publication) return tagged;
  tagged.timexes = pack.tagger.tag(tagged.document, pack.analyser.analyse(tagged.document), *publication, domain);
  return tagged;
}

inline Tagged tag_german(std::string_view text, std::string_view published, Domain domain = Domain::kNews) {
  return tag_text(text::Language::kGerman, text, published, domain);
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
