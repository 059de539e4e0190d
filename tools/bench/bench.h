// bench.h: what the benchmarks share: the corpus, stopwatches a stage, memory, the printed table.
// Benchmarks are programs of their own and may read clock and disk.
#pragma once

#include <fmt/format.h>
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/article.h"
#include "article/reader.h"

namespace annalen::bench {

struct Corpus {
  std::string path;
  std::vector<article::Article> articles;
  std::size_t bad = 0;
  std::size_t body_bytes = 0;
};

// Ends the program with status 2 when the file cannot be read or holds no article. `published` is for articles that do
// not say it; may be empty.
inline Corpus read_corpus(const std::string& path, const std::string& published) {
  article::ReadOptions options;
  options.published = published;
  Corpus corpus;
  corpus.path = path;
  std::ifstream in(corpus.path, std::ios::binary);
  if (!in) {
    fmt::print(stderr, "{}: cannot be read\n", corpus.path);
    std::exit(2);
  }
  const auto done =
      article::read_articles(in, corpus.path, corpus.path, options, [&](Result<article::Article> article) {
        if (!article.ok()) {
          ++corpus.bad;
          return true;
        }
        corpus.body_bytes += article->body.size();
        corpus.articles.push_back(std::move(article).value());
        return true;
      });
  if (!done.ok() || corpus.articles.empty()) {
    fmt::print(stderr, "{}: {}\n", corpus.path, done.ok() ? "no article could be read" : done.error().message());
    std::exit(2);
  }
  return corpus;
}

// argv: CORPUS.jsonl [--published DATE]. Ends the program with status 2 when the call is wrong.
inline Corpus read_corpus(int argc, char** argv) {
  std::string path;
  std::string published;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--published" && i + 1 < argc) {
      published = argv[++i];
    } else {
      path = argument;
    }
  }
  if (path.empty()) {
    fmt::print(stderr, "usage: {} CORPUS.jsonl [--published DATE]\n", argv[0]);
    std::exit(2);
  }
  return read_corpus(path, published);
}

// Seconds spent in named stages.
template <std::size_t Count>
class Stages {
 public:
  explicit Stages(std::array<std::string_view, Count> names) : names_(names) {}

  template <class Work>
  auto time(std::size_t stage, Work&& work) {
    const Stop stop{*this, stage, std::chrono::steady_clock::now()};
    return std::forward<Work>(work)();
  }
  [[nodiscard]] double total() const {
    double sum = 0;
    for (const double seconds : seconds_) sum += seconds;
    return sum;
  }
  [[nodiscard]] double seconds(std::size_t stage) const { return seconds_[stage]; }
  void print() const {
    for (std::size_t i = 0; i < Count; ++i) {
      fmt::print("  {:<14} {:8.3f} s {:5.1f} %\n", names_[i], seconds_[i], 100 * seconds_[i] / total());
    }
  }

 private:
  struct Stop {
    Stages& stages;
    std::size_t stage;
    std::chrono::steady_clock::time_point begin;
    ~Stop() {
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      stages.seconds_[stage] += taken.count();
    }
  };
  std::array<std::string_view, Count> names_;
  std::array<double, Count> seconds_{};
};

inline double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

inline void print_head(const Corpus& corpus) {
  fmt::print("corpus {}: {} articles, {:.2f} MB of body, {} passed over as bad\n", corpus.path, corpus.articles.size(),
             static_cast<double>(corpus.body_bytes) / 1e6, corpus.bad);
}

inline void print_speed(const Corpus& corpus, double seconds) {
  fmt::print("one thread: {:.3f} s, {:.0f} articles/s, {:.2f} MB/s of body, peak memory {:.0f} MB\n", seconds,
             static_cast<double>(corpus.articles.size()) / seconds,
             static_cast<double>(corpus.body_bytes) / 1e6 / seconds, peak_memory_mb());
}

}  // namespace annalen::bench
