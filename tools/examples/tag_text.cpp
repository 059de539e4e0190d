// tag_text DATE < TEXT: the temporal expressions of a text. Links annalen_timex alone: no store, no parser of articles.
#include <iostream>
#include <iterator>

#include "text/segmenter.h"
#include "text/utf8.h"
#include "timex/tagger.h"

int main(int argc, char** argv) {
  constexpr auto german = annalen::text::Language::kGerman;
  const auto published = annalen::time::Publication::parse(argc > 1 ? argv[1] : "", "Europe/Vienna");
  const auto text = annalen::text::to_utf8(std::string(std::istreambuf_iterator<char>(std::cin), {}));
  if (!published || !text) return (std::cerr << "tag_text DATE < TEXT (in UTF-8)\n", 2);

  const auto document = annalen::text::Segmenter::of(german).segment(*text);
  const auto analyser = annalen::clause::Analyser::of(german);
  const auto tagger = annalen::timex::Tagger::of(german);
  for (const auto& timex : tagger.tag(document, analyser, *published, annalen::timex::Domain::kAuto)) {
    std::cout << document.source_span(timex.span).begin << '\t' << document.of(timex.span) << '\t'
              << to_text(timex.type) << '\t' << timex.value << '\t' << (timex.dating ? timex.dating->edtf : "") << '\n';
  }
}
