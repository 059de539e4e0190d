// bench_ingest.cpp: how fast articles become events in a store, on one thread, and what each stage takes.
// Run:    bench_ingest CORPUS.jsonl [--published DATE]   (the store is made in a new folder below TMPDIR and removed)
// Checks: the events of the staged run are those of event::Extractor, byte for byte, and the store counts as many
//         articles and events as were found; else nothing is printed and the status is 1.
#include <fmt/format.h>

#include <array>

#include "actor/finder.h"
#include "base/digest.h"
#include "batch.h"
#include "bench.h"
#include "clause/clause.h"
#include "event/assembler.h"
#include "event/event_record.h"
#include "event/extractor.h"
#include "folder.h"
#include "store/store.h"
#include "system_sources.h"
#include "text/segmenter.h"
#include "timex/tagger.h"

namespace {

using annalen::Hash;
using annalen::Sha256;
namespace actor = annalen::actor;
namespace article = annalen::article;
namespace bench = annalen::bench;
namespace clause = annalen::clause;
namespace event = annalen::event;
namespace store = annalen::store;
namespace text = annalen::text;
namespace timex = annalen::timex;

enum Stage : std::size_t { kSegment, kClause, kTimex, kActor, kEvent, kPayload, kAppend, kStageCount };
using Stages = bench::Stages<kStageCount>;

struct Finders {
  event::Extractor extractor = event::Extractor::german();
  text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  timex::Tagger tagger = timex::Tagger::of(text::Language::kGerman);
  actor::Finder finder = actor::Finder::german();
  event::Lexicon lexicon = event::Lexicon::german();
};

// The same as Extractor::extract(), stage by stage.
std::vector<event::Event> extract(const Finders& finders, const article::Article& article, Stages& stages) {
  const auto title = stages.time(kSegment, [&] { return finders.segmenter.segment(article.title); });
  const auto body = stages.time(kSegment, [&] { return finders.segmenter.segment(article.body); });
  const auto title_clauses = stages.time(kClause, [&] { return finders.analyser.analyse(title); });
  const auto body_clauses = stages.time(kClause, [&] { return finders.analyser.analyse(body); });
  const auto tag = [&](const text::Document& document, const clause::Clauses& clauses, timex::Domain domain) {
    return stages.time(kTimex, [&] { return finders.tagger.tag(document, clauses, article.publication, domain); });
  };
  const auto title_timexes = tag(title, title_clauses, timex::Domain::kNews);
  const auto body_timexes = tag(body, body_clauses, timex::Domain::kAuto);
  const std::array<actor::Part, 2> parts{actor::Part{&title, &title_clauses}, actor::Part{&body, &body_clauses}};
  const auto mentions = stages.time(kActor, [&] { return finders.finder.find(parts); });
  return stages.time(kEvent, [&] {
    const auto published = article.publication.interval();
    event::Assembler assembler(finders.lexicon, article.identity);
    assembler.add({article.title, title, title_clauses, title_timexes, mentions[0], true, published});
    assembler.add({article.body, body, body_clauses, body_timexes, mentions[1], false, published});
    return assembler.take();
  });
}

struct Outcome {
  std::string digest;      // over every extraction payload
  std::size_t events = 0;  // without the implied ones, which the store does not count
};

// The reference: the finding half as everybody calls it.
Outcome reference(const Finders& finders, const bench::Corpus& corpus) {
  Sha256 hash;
  Outcome out;
  for (const auto& article : corpus.articles) {
    const auto events = finders.extractor.extract(article);
    out.events += event::told_count(events);
    hash.update_field(event::extraction_payload(events, article.identity, finders.extractor.resource_digest()));
  }
  out.digest = annalen::to_hex(annalen::as_bytes(hash.finish()));
  return out;
}

// What goes into the store; false when the store refuses.
bool append(store::Store& target, const std::vector<store::Draft>& drafts, Stages& stages) {
  const auto positions = stages.time(kAppend, [&] { return target.append(drafts); });
  if (!positions.ok()) fmt::print(stderr, "append: {}\n", positions.error().message());
  return positions.ok();
}

bool staged(const Finders& finders, const bench::Corpus& corpus, store::Store& target, Stages& stages, Outcome& out) {
  Sha256 hash;
  std::vector<store::Draft> batch;
  std::size_t batch_bytes = 0;
  for (const auto& article : corpus.articles) {
    const auto events = extract(finders, article, stages);
    out.events += event::told_count(events);
    auto article_bytes = stages.time(kPayload, [&] { return event::article_payload(article); });
    auto extraction_bytes = stages.time(kPayload, [&] {
      return event::extraction_payload(events, article.identity, finders.extractor.resource_digest());
    });
    hash.update_field(extraction_bytes);
    batch_bytes += article_bytes.size() + extraction_bytes.size();
    const std::size_t article_draft = batch.size();
    batch.push_back({store::RecordKind::kArticle, std::move(article_bytes), {}, {}, {}});
    batch.push_back({store::RecordKind::kExtraction, std::move(extraction_bytes), {}, article_draft, {}});
    // In the batches of `annalen ingest`.
    if (batch.size() < 2 * annalen::tools::kBatchArticles && batch_bytes < annalen::tools::kBatchBytes) continue;
    if (!append(target, batch, stages)) return false;
    batch.clear();
    batch_bytes = 0;
  }
  out.digest = annalen::to_hex(annalen::as_bytes(hash.finish()));
  return batch.empty() || append(target, batch, stages);
}

int compare_and_print(const bench::Corpus& corpus, const Outcome& expected, const Outcome& found,
                      const store::Store& target, const Stages& stages) {
  const auto statistics = target.statistics();
  if (found.digest != expected.digest || !statistics.ok() || statistics->events != expected.events ||
      statistics->articles != corpus.articles.size()) {
    fmt::print(stderr, "the staged run found {} events, the extractor {}, the store counts {}: not timed\n",
               found.events, expected.events, statistics.ok() ? statistics->events : 0);
    return 1;
  }
  bench::print_speed(corpus, stages.total());
  fmt::print("{} events, {} exact, {} actors; store {:.2f} MB on disk; digest {:.16}\n", statistics->events,
             statistics->events_exact, statistics->actors, static_cast<double>(statistics->disk_bytes) / 1e6,
             found.digest);
  stages.print();
  const double append_us = 1e6 * stages.seconds(kAppend);
  fmt::print("append: {:.1f} µs an event, {:.1f} µs an article\n", append_us / static_cast<double>(statistics->events),
             append_us / static_cast<double>(corpus.articles.size()));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Corpus corpus = bench::read_corpus(argc, argv);
  bench::print_head(corpus);
  const Finders finders;
  const Outcome expected = reference(finders, corpus);
  const bench::Folder folder;
  annalen::tools::SystemClock clock;
  annalen::tools::SystemRandomness randomness;
  auto target = store::open_rocks_store(folder.path(), {.mode = store::OpenMode::kWriteOrCreate,
                                                        .operator_name = "bench",
                                                        .tool = {},
                                                        .clock = &clock,
                                                        .randomness = &randomness});
  if (!target.ok()) {
    fmt::print(stderr, "{}\n", target.error().message());
    return 3;
  }
  Stages stages({"segment", "clause", "timex", "actor", "event", "payload", "store append"});
  Outcome found;
  if (!staged(finders, corpus, **target, stages, found)) return 3;
  return compare_and_print(corpus, expected, found, **target, stages);
}
