// segmenter.h: bytes -> Document. Knows no language: what does not end a sentence ("Dr.", "bzw.") comes as data.
// Threads: const after construction, shareable.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "text/document.h"
#include "text/language.h"

namespace annalen::text {

class StopWords;  // stop_words.h: a language's words around full stops

class Segmenter {
 public:
  // `abbreviations`, `ordinals`: the texts of lang/<language>/abbreviations.txt and ordinal_followers.txt;
  // Error{kInput} names file and line.
  [[nodiscard]] static Result<Segmenter> load(std::string_view abbreviations, std::string_view ordinals = {});
  // The pack that is embedded in the program.
  [[nodiscard]] static Segmenter of(Language language);

  // REQUIRES: `source` is well-formed UTF-8 of at most kBodyBytesMax bytes.
  [[nodiscard]] Document segment(std::string_view source) const;

 private:
  using Data = StopWords;
  explicit Segmenter(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

}  // namespace annalen::text
