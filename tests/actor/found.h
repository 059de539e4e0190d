// found.h: what the finder finds, as text, so that a test's row is readable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actor/finder.h"
#include "clause/clause.h"
#include "text/segmenter.h"

namespace annalen::actor {

inline const Finder& german_finder() {
  static const Finder finder = Finder::german();
  return finder;
}

inline std::vector<std::vector<Mention>> found_in(const std::vector<std::string_view>& texts,
                                                  std::vector<text::Document>& documents) {
  static const text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  static const clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  documents.clear();
  std::vector<clause::Clauses> clauses;
  for (const auto text : texts) {
    documents.push_back(segmenter.segment(text));
    clauses.push_back(analyser.analyse(documents.back()));
  }
  std::vector<Part> parts;
  for (std::size_t i = 0; i < texts.size(); ++i) parts.push_back({&documents[i], &clauses[i]});
  return german_finder().find(parts);
}

// "surface|key", then "|place", "|attr", "|ana" where set; mentions joined by "; ".
inline std::string shown(const text::Document& document, const std::vector<Mention>& mentions) {
  std::string out;
  for (const auto& mention : mentions) {
    if (!out.empty()) out += "; ";
    out += document.of(mention.span);
    out += "|" + mention.key;
    if (mention.as_place) out += "|place";
    if (mention.attributive) out += "|attr";
    if (mention.anaphoric) out += "|ana";
  }
  return out;
}

inline std::string found(std::string_view text) {
  std::vector<text::Document> documents;
  const auto mentions = found_in({text}, documents);
  return shown(documents[0], mentions[0]);
}

}  // namespace annalen::actor
