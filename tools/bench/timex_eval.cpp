// timex_eval IN_DIR OUT_DIR [auto|news|narrative]: tags every TimeML file of IN_DIR, writes it under the same name to
// OUT_DIR, and prints MB/s of text and the share of each stage. For tuning against gold corpora.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"
#include "time/publication.h"
#include "timex/tagger.h"
#include "timex/timeml.h"

namespace {

using Clock = std::chrono::steady_clock;
using annalen::timex::Domain;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Stages {
  double segment = 0;
  double clause = 0;
  double tag = 0;
  std::size_t bytes = 0;
  std::size_t timexes = 0;
};

struct Tools {
  annalen::text::Segmenter segmenter = annalen::text::Segmenter::of(annalen::text::Language::kGerman);
  annalen::clause::Analyser analyser = annalen::clause::Analyser::of(annalen::text::Language::kGerman);
  annalen::timex::Tagger tagger = annalen::timex::Tagger::of(annalen::text::Language::kGerman);
};

// Empty on a file that cannot be read.
std::string tagged(const std::string& bytes, const Tools& tools, Domain domain, Stages& stages,
                   std::string& domain_name) {
  auto input = annalen::timex::read_timeml(bytes);
  if (!input) return {};
  const auto publication = annalen::time::Publication::parse(input->dct, "Europe/Vienna");
  if (!publication) return {};
  auto start = Clock::now();
  const auto document = tools.segmenter.segment(input->text);
  stages.segment += seconds_since(start);
  start = Clock::now();
  const auto clauses = tools.analyser.analyse(document);
  stages.clause += seconds_since(start);
  start = Clock::now();
  const auto timexes = tools.tagger.tag(document, clauses, *publication, domain);
  stages.tag += seconds_since(start);
  domain_name = tools.tagger.decided_domain(document, *publication) == Domain::kNarrative ? "narrative" : "news";
  std::vector<annalen::timex::Annotation> annotations;
  annotations.reserve(timexes.size());
  for (const auto& timex : timexes) annotations.push_back({document.source_span(timex.span), &timex});
  stages.bytes += input->text.size();
  stages.timexes += timexes.size();
  return annalen::timex::write_timeml(*input, annotations);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "timex_eval IN_DIR OUT_DIR [auto|news|narrative]\n");
    return 2;
  }
  const std::string wanted = argc > 3 ? argv[3] : "auto";
  const Domain domain = wanted == "news" ? Domain::kNews : wanted == "narrative" ? Domain::kNarrative : Domain::kAuto;
  auto start = Clock::now();
  const Tools tools;
  fmt::print("loaded in {:.1f} ms\n", seconds_since(start) * 1000);
  Stages stages;
  std::filesystem::create_directories(argv[2]);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    if (path.extension() != ".tml") continue;
    std::ifstream in(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::string domain_name;
    const std::string out = tagged(bytes, tools, domain, stages, domain_name);
    if (out.empty()) fmt::print(stderr, "{}: cannot be read\n", path.string());
    if (argc > 4) fmt::print("{} {}\n", path.filename().string(), domain_name);
    std::ofstream(std::filesystem::path(argv[2]) / path.filename(), std::ios::binary) << out;
  }
  const double megabytes = static_cast<double>(stages.bytes) / 1e6;
  fmt::print("{} bytes, {} timexes; segment {:.1f} MB/s, clause {:.1f} MB/s, tag {:.1f} MB/s\n", stages.bytes,
             stages.timexes, megabytes / stages.segment, megabytes / stages.clause, megabytes / stages.tag);
  return 0;
}
