// bench_store.cpp: what the store takes for an event: appended in the batches of `ingest`, appended article by article,
// indexed anew, verified.
// Run:    bench_store CORPUS.jsonl [--published DATE] [--events N]   (the store is made below TMPDIR and removed)
// Events: those of the corpus, found once and not timed, again and again under new identities, ids and dates until
//         there are N (20000).
// Time:   CPU of all threads, RocksDB's own too, less what making the payloads takes.
// Checks: the store counts as many articles and events as were appended, and verifies; else the status is 1.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "batch.h"
#include "bench.h"
#include "event/event_record.h"
#include "event/extractor.h"
#include "folder.h"
#include "store/store.h"
#include "system_sources.h"

namespace {

using annalen::Hash;
namespace bench = annalen::bench;
namespace event = annalen::event;
namespace store = annalen::store;
namespace time_ = annalen::time;

constexpr std::size_t kSingles = 200;     // articles appended one by one
constexpr std::int64_t kCopyDays = 1237;  // how far the dates of a copy lie from those of the copy before
constexpr std::int64_t kCopyDaysMax = 7300;

double clock_seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Articles with their events, as many as are asked for.
class Feed {
 public:
  explicit Feed(bench::Corpus& corpus) : articles_(corpus.articles) {
    const auto extractor = event::Extractor::german();
    digest_ = extractor.resource_digest();
    for (const auto& article : articles_) events_.push_back(extractor.extract(article));
  }

  // The next article and its extraction as two drafts at the end of `batch`.
  void next(std::vector<store::Draft>& batch) {
    const double begin = clock_seconds(CLOCK_THREAD_CPUTIME_ID);
    auto article = articles_[at_];
    article.identity += fmt::format("#{}", copy_);
    auto events = events_[at_];
    for (auto& each : events) {
      each.id = annalen::to_base32(annalen::as_bytes(annalen::sha256(each.id + article.identity))).substr(0, 16);
      each.dating.readings = shifted(each.dating.readings);
    }
    const std::size_t article_draft = batch.size();
    batch.push_back({store::RecordKind::kArticle, event::article_payload(article), {}, {}, {}});
    batch.push_back({store::RecordKind::kExtraction,
                     event::extraction_payload(events, article.identity, digest_),
                     {},
                     article_draft,
                     {}});
    events_given_ += events.size();
    told_given_ += event::told_count(events);
    ++articles_given_;
    if (++at_ == articles_.size()) {
      at_ = 0;
      ++copy_;
    }
    seconds_ += clock_seconds(CLOCK_THREAD_CPUTIME_ID) - begin;
  }

  [[nodiscard]] std::size_t events() const { return events_given_; }
  [[nodiscard]] std::size_t told() const { return told_given_; }  // without implied dates: what the store counts
  [[nodiscard]] std::size_t articles() const { return articles_given_; }
  [[nodiscard]] double seconds() const { return seconds_; }  // CPU spent here

 private:
  [[nodiscard]] time_::Readings shifted(const time_::Readings& readings) const {
    const std::int64_t by = copy_ * kCopyDays % kCopyDaysMax * time_::kMinutesPerDay;
    std::vector<time_::Interval> moved;
    for (const auto& reading : readings.list()) {
      const auto interval = time_::Interval::make(time_::CivilMinute(reading.begin().count - by),
                                                  time_::CivilMinute(reading.end().count - by));
      if (!interval || readings.is_regular()) return readings;
      moved.push_back(*interval);
    }
    return *time_::Readings::of(std::move(moved));
  }

  std::vector<annalen::article::Article>& articles_;
  std::vector<std::vector<event::Event>> events_;
  Hash digest_{};
  std::size_t at_ = 0;
  std::int64_t copy_ = 0;
  std::size_t events_given_ = 0;
  std::size_t told_given_ = 0;
  std::size_t articles_given_ = 0;
  double seconds_ = 0;
};

class StoreFolder {
 public:
  [[nodiscard]] std::unique_ptr<store::Store> open() {
    auto opened = store::open_rocks_store(folder_.path(), {.mode = store::OpenMode::kWriteOrCreate,
                                                           .operator_name = "bench",
                                                           .tool = {},
                                                           .clock = &clock_,
                                                           .randomness = &randomness_});
    if (!opened.ok()) fail(opened.error().message());
    return std::move(opened).value();
  }
  [[noreturn]] static void fail(const std::string& what) {
    fmt::print(stderr, "{}\n", what);
    std::exit(3);
  }

 private:
  bench::Folder folder_;
  annalen::tools::SystemClock clock_;
  annalen::tools::SystemRandomness randomness_;
};

void append(store::Store& target, std::vector<store::Draft>& batch) {
  if (const auto positions = target.append(batch); !positions.ok()) StoreFolder::fail(positions.error().message());
  batch.clear();
}

// In the batches of `annalen ingest`.
void append_batches(store::Store& target, Feed& feed, std::size_t events) {
  std::vector<store::Draft> batch;
  std::size_t bytes = 0;
  while (feed.events() < events) {
    feed.next(batch);
    bytes += batch[batch.size() - 2].payload.size() + batch.back().payload.size();
    if (batch.size() < 2 * annalen::tools::kBatchArticles && bytes < annalen::tools::kBatchBytes) continue;
    append(target, batch);
    bytes = 0;
  }
  if (!batch.empty()) append(target, batch);
}

// Milliseconds that the caller waits for one article: the middle one, and the one that 95 of 100 stay below.
std::pair<double, double> append_singles(store::Store& target, Feed& feed) {
  std::vector<double> waits;
  std::vector<store::Draft> batch;
  for (std::size_t i = 0; i < kSingles; ++i) {
    feed.next(batch);
    const auto begin = std::chrono::steady_clock::now();
    append(target, batch);
    waits.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(waits.begin(), waits.end());
  return {waits[waits.size() / 2], waits[waits.size() * 95 / 100]};
}

struct Taken {
  double cpu = 0;   // seconds, all threads
  double wall = 0;  // seconds
};

template <class Work>
Taken timed(const Feed& feed, Work&& work) {
  const double made = feed.seconds();
  const double cpu = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
  const double wall = clock_seconds(CLOCK_MONOTONIC);
  std::forward<Work>(work)();
  const double making = feed.seconds() - made;
  return {clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu - making, clock_seconds(CLOCK_MONOTONIC) - wall - making};
}

void print(std::string_view what, const Taken& taken, std::size_t events) {
  const auto count = static_cast<double>(events);
  fmt::print("  {:<22} {:7.1f} µs CPU, {:7.1f} µs passed, an event\n", what, 1e6 * taken.cpu / count,
             1e6 * taken.wall / count);
}

int run(Feed& feed, std::size_t wanted) {
  StoreFolder folder;
  auto target = folder.open();
  const Taken appended = timed(feed, [&] {
    append_batches(*target, feed, wanted);
    target.reset();  // RocksDB's threads end
  });
  const std::size_t events = feed.events();
  const std::size_t articles = feed.articles();
  target = folder.open();
  const auto statistics = target->statistics();
  if (!statistics.ok() || statistics->events != feed.told() || statistics->articles != articles) {
    fmt::print(stderr, "{} events and {} articles were appended, the store counts {} and {}\n", feed.told(), articles,
               statistics.ok() ? statistics->events : 0, statistics.ok() ? statistics->articles : 0);
    return 1;
  }
  fmt::print("{} events in {} articles; {:.0f} bytes an event on disk, of which payload {:.0f} before compression\n",
             events, articles, static_cast<double>(statistics->disk_bytes) / static_cast<double>(events),
             static_cast<double>(statistics->payload_bytes) / static_cast<double>(events));
  print("append in batches", appended, events);
  const auto [middle, high] = append_singles(*target, feed);
  const Taken indexed = timed(feed, [&] {
    if (const auto done = target->reindex(); !done.ok()) StoreFolder::fail(done.error().message());
  });
  print("reindex", indexed, feed.events());
  std::string damage;
  std::uint64_t entries = 0;
  const Taken verified = timed(feed, [&] {
    const auto verification = target->verify(std::nullopt);
    damage = verification.ok() ? verification->first_damage.value_or("") : verification.error().message();
    entries = verification.ok() ? verification->index_entries : 0;
  });
  print("verify", verified, feed.events());
  fmt::print("  one article waits for    {:.2f} ms (of 100, 95 wait for less than {:.2f} ms)\n", middle, high);
  fmt::print("  {:.1f} index entries an event; peak memory {:.0f} MB\n",
             static_cast<double>(entries) / static_cast<double>(feed.events()), bench::peak_memory_mb());
  if (!damage.empty()) fmt::print(stderr, "damage: {}\n", damage);
  return damage.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t events = 20'000;
  std::vector<char*> rest;
  for (int i = 0; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--events" && i + 1 < argc) {
      events = std::strtoull(argv[++i], nullptr, 10);
    } else {
      rest.push_back(argv[i]);
    }
  }
  bench::Corpus corpus = bench::read_corpus(static_cast<int>(rest.size()), rest.data());
  bench::print_head(corpus);
  Feed feed(corpus);
  return run(feed, events);
}
