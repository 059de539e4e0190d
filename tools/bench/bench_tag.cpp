// bench_tag.cpp: how fast text becomes TimeML, on one core.
// Run:    bench_tag [--published DATE] [--runs N] CORPUS...     (JSON Lines, or folders of TimeML files)
//         bench_tag --scaling [--bytes N] CORPUS                (one document of N and of 4 N bytes)
// Times:  of the thread itself (CPU), medians of N runs, so that what else the machine does counts little. MB are 10^6
//         bytes of text. The clauses are analysed inside `tag`; their stage is a run of the same sentences apart.
// Checks: before anything is timed, that the sentences' clauses alone give the outcome that those of whole documents
//         give, and that two runs agree; else the status is 1.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <optional>

#include "base/digest.h"
#include "bench.h"
#include "clause/clause.h"
#include "text/segmenter.h"
#include "timex/tagger.h"
#include "timex/timeml.h"

namespace {

using annalen::Sha256;
namespace bench = annalen::bench;
namespace clause = annalen::clause;
namespace text = annalen::text;
namespace time_room = annalen::time;
namespace timex = annalen::timex;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Finders {
  text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  timex::Tagger tagger = timex::Tagger::of(text::Language::kGerman);
};

// One text to be tagged: an article, or a TimeML file, which is written again as it was.
struct Item {
  std::string name;
  std::string body;
  time_room::Publication publication;
  std::optional<timex::TimemlInput> timeml;
  [[nodiscard]] const std::string& text() const { return timeml ? timeml->text : body; }
};

struct Items {
  std::string path;
  std::vector<Item> all;
  std::size_t bad = 0;
  std::size_t bytes = 0;
};

void add_timeml(const std::filesystem::path& path, Items& items) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  auto input = timex::read_timeml(bytes);
  const auto published = time_room::Publication::parse(input ? input->dct : "", "Europe/Vienna");
  if (!input || !published) {
    ++items.bad;
    return;
  }
  items.bytes += input->text.size();
  items.all.push_back({path.filename().string(), {}, *published, std::move(*input)});
}

Items read_items(const std::string& path, const std::string& published) {
  Items items{path, {}, 0, 0};
  if (std::filesystem::is_directory(path)) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) add_timeml(file, items);
    return items;
  }
  const bench::Corpus corpus = bench::read_corpus(path, published);
  items.bad = corpus.bad;
  items.bytes = corpus.body_bytes;
  for (const auto& article : corpus.articles) {
    items.all.push_back({article.identity, article.body, article.publication, std::nullopt});
  }
  return items;
}

// Seconds of one run over a corpus.
struct Times {
  double segment = 0;
  double tag = 0;
  double clause = 0;  // inside `tag`
  double write = 0;
  [[nodiscard]] double total() const { return segment + tag + write; }
};

struct Outcome {
  std::string digest;  // over all TimeML and the intervals
  std::size_t timexes = 0;
  std::size_t dated = 0;
};

std::string write(const Item& item, const text::Document& document, const std::vector<timex::Timex>& timexes) {
  std::vector<timex::Annotation> annotations;
  annotations.reserve(timexes.size());
  for (const auto& found : timexes) annotations.push_back({document.source_span(found.span), &found});
  if (item.timeml) return timex::write_timeml(*item.timeml, annotations);
  const std::string dct = item.publication.text();
  return timex::write_timeml(item.body, {.document_id = item.name, .dct = dct}, annotations);
}

// Clauses of the sentences in which something was found.
double time_of_clauses(const Finders& finders, const text::Document& document,
                       const std::vector<timex::Timex>& timexes) {
  std::vector<std::uint32_t> sentences;
  sentences.reserve(timexes.size());
  for (const auto& found : timexes) sentences.push_back(found.sentence);
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  const double begin = cpu_seconds();
  const auto clauses = finders.analyser.analyse(document, sentences);
  return cpu_seconds() - begin;
}

Times run(const Finders& finders, const Items& items) {
  Times times;
  for (const Item& item : items.all) {
    const double begin = cpu_seconds();
    const auto document = finders.segmenter.segment(item.text());
    const double segmented = cpu_seconds();
    const auto timexes = finders.tagger.tag(document, finders.analyser, item.publication, timex::Domain::kAuto);
    const double tagged = cpu_seconds();
    const std::string written = write(item, document, timexes);
    times.write += cpu_seconds() - tagged;
    times.tag += tagged - segmented;
    times.segment += segmented - begin;
    times.clause += time_of_clauses(finders, document, timexes);
  }
  return times;
}

Outcome outcome(const Finders& finders, const Items& items, bool whole) {
  Sha256 hash;
  Outcome out;
  for (const Item& item : items.all) {
    const auto document = finders.segmenter.segment(item.text());
    const auto domain = timex::Domain::kAuto;
    const auto timexes =
        whole ? finders.tagger.tag(document, finders.analyser.analyse(document), item.publication, domain)
              : finders.tagger.tag(document, finders.analyser, item.publication, domain);
    hash.update_field(write(item, document, timexes));
    for (const auto& found : timexes) {
      ++out.timexes;
      out.dated += found.dating ? 1 : 0;
      hash.update_field(found.derivation.rule).update_field(found.derivation.result);
      if (found.dating) hash.update_field(found.dating->edtf);
    }
  }
  out.digest = annalen::to_hex(annalen::as_bytes(hash.finish()));
  return out;
}

void print(const Items& items, std::vector<Times> runs, const Outcome& found) {
  std::sort(runs.begin(), runs.end(), [](const Times& a, const Times& b) { return a.total() < b.total(); });
  const Times& times = runs[runs.size() / 2];
  const double mb = static_cast<double>(items.bytes) / 1e6;
  const auto share = [&](double seconds) { return 100 * seconds / times.total(); };
  fmt::print("{}: {} documents ({} bad), {:.2f} MB, {} timexes, {} dated, digest {:.16}\n", items.path,
             items.all.size(), items.bad, mb, found.timexes, found.dated, found.digest);
  fmt::print(
      "  {:.2f} MB/s (best {:.2f}), {:.0f} documents/s: segment {:.1f} %, tag {:.1f} % (of which clause {:.1f} %), "
      "write {:.1f} %\n",
      mb / times.total(), mb / runs.front().total(), static_cast<double>(items.all.size()) / times.total(),
      share(times.segment), share(times.tag), share(times.clause), share(times.write));
}

int measure(const Finders& finders, const Items& items, std::size_t runs) {
  if (items.all.empty()) {
    fmt::print(stderr, "{}: nothing could be read\n", items.path);
    return 2;
  }
  const Outcome first = outcome(finders, items, true);
  if (first.digest != outcome(finders, items, false).digest || first.digest != outcome(finders, items, false).digest) {
    fmt::print(stderr, "{}: two runs differ: the timing would say nothing\n", items.path);
    return 1;
  }
  std::vector<Times> all;
  for (std::size_t i = 0; i < runs; ++i) all.push_back(run(finders, items));
  print(items, std::move(all), first);
  return 0;
}

// ---- scaling ----

// `bytes` of `pattern` again and again, cut where a character begins.
std::string repeated(const std::string& pattern, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + pattern.size());
  while (out.size() < bytes) out += pattern;
  while (bytes > 0 && (static_cast<unsigned char>(out[bytes]) & 0xC0U) == 0x80U) --bytes;
  out.resize(bytes);
  return out;
}

std::string one_line(const Items& items) {
  std::string out;
  for (const Item& item : items.all) out += item.text() + " ";
  std::replace(out.begin(), out.end(), '\n', ' ');
  std::replace(out.begin(), out.end(), '\r', ' ');
  return out;
}

double time_of(const Finders& finders, const std::string& body, const time_room::Publication& published) {
  const Item item{"one", body, published, std::nullopt};
  const double begin = cpu_seconds();
  const auto document = finders.segmenter.segment(body);
  const auto timexes = finders.tagger.tag(document, finders.analyser, published, timex::Domain::kAuto);
  const std::string written = write(item, document, timexes);
  return cpu_seconds() - begin;
}

int measure_scaling(const Finders& finders, const Items& items, std::size_t bytes) {
  const std::array<std::pair<const char*, std::string>, 4> texts = {
      {{"article text, one line", one_line(items)},
       {"digits", "7"},
       {"\"am \"", "am "},
       {"dates and commas", "27. Februar 2022, 3. März, "}}};
  bool linear = true;
  for (const char* date : {"2024-05-17", "2024"}) {
    const auto published = time_room::Publication::parse(date, "Europe/Vienna");
    if (!published) return 2;
    for (const auto& [name, pattern] : texts) {
      if (pattern.empty()) continue;
      const double small = time_of(finders, repeated(pattern, bytes), *published);
      const double large = time_of(finders, repeated(pattern, 4 * bytes), *published);
      constexpr double ratio_max = 6;
      linear = linear && large < ratio_max * small;
      fmt::print(
          "{:<24} published {:<10}  {:.1f} MB {:.3f} s, {:.1f} MB {:.3f} s: {:.2f} MB/s, ratio {:.2f}, peak {:.0f} "
          "MB\n",
          name, date, static_cast<double>(bytes) / 1e6, small, static_cast<double>(4 * bytes) / 1e6, large,
          static_cast<double>(4 * bytes) / 1e6 / large, large / small, bench::peak_memory_mb());
    }
  }
  return linear ? 0 : 1;
}

struct Options {
  std::vector<std::string> paths;
  std::string published;
  std::size_t runs = 3;
  std::size_t bytes = 1'000'000;
  bool scaling = false;
};

std::optional<Options> options_of(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto number = [&] { return static_cast<std::size_t>(std::max(1L, std::strtol(argv[++i], nullptr, 10))); };
    if (argument == "--scaling") {
      options.scaling = true;
    } else if (argument == "--published" && i + 1 < argc) {
      options.published = argv[++i];
    } else if (argument == "--runs" && i + 1 < argc) {
      options.runs = number();
    } else if (argument == "--bytes" && i + 1 < argc) {
      options.bytes = number();
    } else if (argument.starts_with("--")) {
      return std::nullopt;
    } else {
      options.paths.push_back(argument);
    }
  }
  return options.paths.empty() ? std::nullopt : std::optional(options);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = options_of(argc, argv);
  if (!options) {
    fmt::print(stderr, "usage: {} [--published DATE] [--runs N] [--scaling [--bytes N]] CORPUS...\n", argv[0]);
    return 2;
  }
  const double begin = cpu_seconds();
  const Finders finders;
  fmt::print("language pack loaded in {:.1f} ms\n", 1000 * (cpu_seconds() - begin));
  int status = 0;
  for (const std::string& path : options->paths) {
    const Items items = read_items(path, options->published);
    const int one =
        options->scaling ? measure_scaling(finders, items, options->bytes) : measure(finders, items, options->runs);
    status = std::max(status, one);
    if (options->scaling) break;
  }
  if (!options->scaling) fmt::print("peak memory {:.0f} MB\n", bench::peak_memory_mb());
  return status;
}
