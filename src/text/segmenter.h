// segmenter.h: bytes -> Document. Knows no language: what does not end a sentence ("Dr.", "bzw.") comes as data.
// Threads: const after construction, shareable.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "text/document.h"

namespace annalen::text {

class Segmenter {
 public:
  // `abbreviations`: the text of lang/<language>/abbreviations.txt; Error{kInput} names the line.
  [[nodiscard]] static Result<Segmenter> load(std::string_view abbreviations);
  // The German pack that is embedded in the program.
  [[nodiscard]] static Segmenter german();

  // REQUIRES: `source` is well-formed UTF-8 of at most kBodyBytesMax bytes.
  [[nodiscard]] Document segment(std::string_view source) const;

 private:
  struct Data;
  explicit Segmenter(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

}  // namespace annalen::text
