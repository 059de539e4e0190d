// Any bytes as a language pack: an error or a tagger that tags, never a crash. The first NUL parts words from rules.
#include <cstdint>
#include <string_view>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"
#include "time/publication.h"
#include "timex/tagger.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
  const std::size_t cut = std::min(bytes.find('\0'), bytes.size());
  static constexpr std::string_view kNeeded =
      "class article\nder\nclass range_dash\n-\nclass range_and\nund\nclass deictic\nheute\nclass daily\ngestern\n"
      "class told\nChr\nclass month\nMai = 5\nclass weekday\nMontag = 1\nshape year = 1000..2100 digits 4\n"
      "shape day = 1..31 digits 1..2\n";
  const std::vector<annalen::timex::PackFile> files = {{"words_1.txt", kNeeded},
                                                       {"words_2.txt", bytes.substr(0, cut)},
                                                       {"rules.txt", bytes.substr(std::min(cut + 1, bytes.size()))}};
  const auto tagger = annalen::timex::Tagger::load(files);
  if (!tagger) return 0;
  static const auto segmenter = annalen::text::Segmenter::of(annalen::text::Language::kGerman);
  static const auto document = segmenter.segment("Am 5. Mai 1914 kam er, am Montag um 20.30 Uhr ging der Mann.");
  static const auto publication = annalen::time::Publication::parse("2025-02", "Europe/Vienna");
  (void)tagger->tag(document, {}, *publication, annalen::timex::Domain::kAuto);
  return 0;
}
