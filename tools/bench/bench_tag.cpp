// bench_tag.cpp: how fast temporal expressions are found and valued, on one thread.
// Run:    bench_tag CORPUS.jsonl [--published DATE]
// Checks: two runs give the same timexes, before anything is timed.
#include <fmt/format.h>

#include "base/digest.h"
#include "bench.h"
#include "clause/clause.h"
#include "text/segmenter.h"
#include "timex/tagger.h"

namespace {

using annalen::Sha256;
namespace article = annalen::article;
namespace bench = annalen::bench;
namespace clause = annalen::clause;
namespace text = annalen::text;
namespace timex = annalen::timex;

struct Finders {
  text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  timex::Tagger tagger = timex::Tagger::of(text::Language::kGerman);
};

enum Stage : std::size_t { kSegment, kClause, kTimex, kStageCount };
using Stages = bench::Stages<kStageCount>;

Stages fresh_stages() { return Stages({"segment", "clause", "timex"}); }

struct Outcome {
  std::string digest;
  std::size_t timexes = 0;
  std::size_t dated = 0;
};

std::vector<timex::Timex> tag(const Finders& finders, const article::Article& article, Stages& stages) {
  const auto body = stages.time(kSegment, [&] { return finders.segmenter.segment(article.body); });
  const auto clauses = stages.time(kClause, [&] { return finders.analyser.analyse(body); });
  return stages.time(kTimex,
                     [&] { return finders.tagger.tag(body, clauses, article.publication, timex::Domain::kAuto); });
}

Outcome run(const Finders& finders, const bench::Corpus& corpus, Stages& stages) {
  Sha256 hash;
  Outcome out;
  for (const auto& article : corpus.articles) {
    for (const auto& found : tag(finders, article, stages)) {
      ++out.timexes;
      out.dated += found.dating ? 1 : 0;
      hash.update_field(article.identity).update_field(std::to_string(found.span.begin)).update_field(found.value);
    }
  }
  out.digest = annalen::to_hex(annalen::as_bytes(hash.finish()));
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Corpus corpus = bench::read_corpus(argc, argv);
  bench::print_head(corpus);
  const Finders finders;
  Stages warm_up = fresh_stages();
  Stages stages = fresh_stages();
  const Outcome first = run(finders, corpus, warm_up);
  const Outcome second = run(finders, corpus, stages);
  if (first.digest != second.digest) {
    fmt::print(stderr, "two runs differ: the timing would say nothing\n");
    return 1;
  }
  bench::print_speed(corpus, stages.total());
  fmt::print("{} timexes, {} of them dated; digest {:.16}\n", second.timexes, second.dated, second.digest);
  stages.print();
  return 0;
}
