// Bytes from anywhere: checked, converted, segmented, folded; the document's invariants hold.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/fold.h"
#include "text/segmenter.h"
#include "text/utf8.h"

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annalen::text;
  static const Segmenter segmenter = Segmenter::of(annalen::text::Language::kGerman);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)fold(bytes);
  const auto source = to_utf8(bytes);
  if (!source) return 0;
  require(first_bad_utf8(*source) == std::string_view::npos);
  const Document document = segmenter.segment(*source);
  require(first_bad_utf8(document.text()) == std::string_view::npos);
  std::uint32_t token = 0;
  for (const Sentence& sentence : document.sentences()) {
    require(sentence.first_token == token && sentence.end_token > token);
    token = sentence.end_token;
  }
  require(token == document.tokens().size());
  for (const Token& each : document.tokens()) require(document.source_span(each.span).end <= source->size());
  (void)stems(*source);
  return 0;
}
