// hints.h: what the tables and patterns of the finder say of sentences that are given as words.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "actor/finder.h"
#include "clause/clause.h"
#include "labelled_text.h"
#include "text/segmenter.h"

namespace annalen::train {

using Hints = std::vector<std::vector<actor::NameHint>>;  // by sentence

struct FoundIn {
  text::Document document;
  std::vector<actor::Mention> mentions;
};

class Hinter {
 public:
  explicit Hinter(actor::Finder finder) : finder_(std::move(finder)) {}
  // Sentences of one document are read together.
  [[nodiscard]] Hints hints_of(std::span<const Sentence> sentences) const;
  // What the finder finds.
  [[nodiscard]] std::vector<FoundIn> mentions_of(std::span<const Sentence> sentences) const;

 private:
  struct Read;
  [[nodiscard]] Read read(std::span<const Sentence> sentences) const;

  actor::Finder finder_;
  text::Segmenter segmenter_ = text::Segmenter::of(text::Language::kGerman);
  clause::Analyser analyser_ = clause::Analyser::of(text::Language::kGerman);
};

}  // namespace annalen::train
