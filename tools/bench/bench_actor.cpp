// bench_actor.cpp: how fast names are found on one thread, from the start on and once words have been seen.
// Run:    bench_actor CORPUS.jsonl [--published DATE]
// Checks: every pass gives the same mentions; else nothing is printed and the status is 1.
#include <fmt/format.h>

#include <algorithm>

#include "actor/finder.h"
#include "base/digest.h"
#include "bench.h"
#include "clause/clause.h"
#include "text/segmenter.h"

namespace {

namespace actor = annalen::actor;
namespace bench = annalen::bench;
namespace clause = annalen::clause;
namespace text = annalen::text;

constexpr std::size_t kPasses = 5;

// An article's texts, ready for the finder.
struct Prepared {
  text::Document title;
  text::Document body;
  clause::Clauses title_clauses;
  clause::Clauses body_clauses;
};

struct Pass {
  double seconds = 0;
  std::string digest;  // of all mentions
  std::size_t mentions = 0;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Pass run(const actor::Finder& finder, const std::vector<Prepared>& articles) {
  Pass out;
  annalen::Sha256 hash;
  for (const auto& article : articles) {
    const std::array<actor::Part, 2> parts{actor::Part{&article.title, &article.title_clauses},
                                           actor::Part{&article.body, &article.body_clauses}};
    const auto start = std::chrono::steady_clock::now();
    const auto found = finder.find(parts);
    out.seconds += seconds_since(start);
    for (const auto& part : found) {
      out.mentions += part.size();
      for (const auto& one : part) {
        hash.update_field(fmt::format("{} {} {} {} {} {}", one.span.begin, one.span.end, one.key, one.name,
                                      one.as_place, one.attributive));
      }
    }
  }
  out.digest = annalen::to_hex(annalen::as_bytes(hash.finish()));
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Corpus corpus = bench::read_corpus(argc, argv);
  bench::print_head(corpus);
  const auto segmenter = text::Segmenter::of(text::Language::kGerman);
  const auto analyser = clause::Analyser::of(text::Language::kGerman);
  std::vector<Prepared> articles;
  std::size_t tokens = 0;
  for (const auto& article : corpus.articles) {
    auto title = segmenter.segment(article.title);
    auto body = segmenter.segment(article.body);
    auto title_clauses = analyser.analyse(title);
    auto body_clauses = analyser.analyse(body);
    tokens += title.tokens().size() + body.tokens().size();
    articles.push_back({std::move(title), std::move(body), std::move(title_clauses), std::move(body_clauses)});
  }
  const auto start = std::chrono::steady_clock::now();
  const auto finder = actor::Finder::german();
  const double load = seconds_since(start);
  const Pass first = run(finder, articles);
  std::vector<double> seconds;
  for (std::size_t i = 0; i < kPasses; ++i) {
    const Pass pass = run(finder, articles);
    if (pass.digest != first.digest) {
      fmt::print(stderr, "two passes found other mentions: not timed\n");
      return 1;
    }
    seconds.push_back(pass.seconds);
  }
  std::sort(seconds.begin(), seconds.end());
  const auto speed = [&](double taken) { return static_cast<double>(tokens) / taken; };
  fmt::print("tables, model and dictionary loaded in {:.0f} ms, peak memory {:.0f} MB\n", 1000 * load,
             bench::peak_memory_mb());
  fmt::print("{} tokens, {} mentions, digest {:.16}\n", tokens, first.mentions, first.digest);
  fmt::print("first pass: {:.3f} s, {:.0f} tokens/s with loading; then {:.3f} s, {:.0f} tokens/s (median of {})\n",
             first.seconds, speed(first.seconds + load), seconds[kPasses / 2], speed(seconds[kPasses / 2]), kPasses);
  return 0;
}
