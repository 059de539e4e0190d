// actor_train: trains the name model from labelled text, writes it and reports how good it is.
#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include "actor/model_trainer.h"
#include "actor/resources.h"
#include "actor/tagger.h"
#include "files.h"
#include "hints.h"
#include "labelled_text.h"
#include "name_lists.h"

namespace {

using namespace annalen;         // NOLINT(google-build-using-namespace)
using namespace annalen::train;  // NOLINT(google-build-using-namespace)
namespace fs = std::filesystem;

struct Options {
  std::string gold;
  std::string own;
  std::vector<std::string> leave_out;  // files of it
  std::vector<std::string> test;
  std::string out;
  unsigned folds = 0;
  unsigned threads = 2;
  float own_weight = 1;
  float listless = 0.2F;  // share of sentences that are learnt without the packages' words
  bool domains = false;
  actor::TrainingOptions training;
};

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> out;
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(folder, failed)) {
    if (entry.path().string().ends_with(ending)) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct Resources {
  actor::Dictionary dictionary;
  std::vector<actor::Gazetteer::Slot> own_slots;
  actor::Dictionary own;         // of our tables and ICU's names alone
  std::optional<Hinter> hinter;  // by tables and patterns alone
  text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
};

Result<void> load(Resources& out) {
  auto dictionary = actor::Dictionary::load(actor::embedded_resources("de").dictionary);
  if (!dictionary.ok()) return dictionary.error();
  out.dictionary = std::move(dictionary).value();
  for (const auto& source : out.dictionary.sources) {
    if (source.entries == 0) fmt::print(stderr, "actor_train: built without {}\n", source.name);
  }
  auto finder = actor::Finder::load(actor::german_pack());
  if (!finder.ok()) return finder.error();
  out.hinter.emplace(std::move(finder).value());
  dictionary::Names names;
  dictionary::add_region_names(names);
  if (auto added = dictionary::add_own_tables(actor::german_pack(), names); !added.ok()) return added;
  actor::GazetteerBuilder builder;
  for (const auto& name : names) builder.add(name.kind, name.text);
  out.own_slots = builder.build();
  out.own.names = actor::Gazetteer(out.own_slots);
  return {};
}

actor::TrainingSentence with_features(const Sentence& sentence, std::span<const actor::NameHint> hints,
                                      const Resources& resources, bool listless, std::uint64_t domain) {
  actor::FeatureExtractor extractor(listless ? resources.own : resources.dictionary);
  const std::vector<std::string_view> words(sentence.words.begin(), sentence.words.end());
  extractor.read(words, hints);
  actor::TrainingSentence out;
  out.labels = sentence.labels;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const auto first = out.features.size();
    extractor.features_of(word, out.features);
    const auto end = out.features.size();
    if (domain != 0) {
      for (auto i = first; i < end; ++i) out.features.push_back(actor::mixed(domain, out.features[i]));
    }
    out.ends.push_back(static_cast<std::uint32_t>(out.features.size()));
  }
  return out;
}

struct Counts {
  std::array<std::size_t, 4> both{};
  std::array<std::size_t, 4> gold{};
  std::array<std::size_t, 4> found{};
};

void count(std::span<const actor::Label> gold, std::span<const actor::Label> found, Counts& out) {
  const auto wanted = actor::spans_of(gold);
  for (const auto& span : wanted) ++out.gold[static_cast<std::size_t>(span.of)];
  for (const auto& span : actor::spans_of(found)) {
    ++out.found[static_cast<std::size_t>(span.of)];
    if (std::binary_search(wanted.begin(), wanted.end(), span)) ++out.both[static_cast<std::size_t>(span.of)];
  }
}

void print(std::string_view name, const Counts& counts) {
  std::array<std::size_t, 3> all{};
  std::string classes;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto sum = counts.gold[i] + counts.found[i];
    classes += fmt::format("  {} {:.1f}", actor::kClassNames[i],
                           sum == 0 ? 0.0 : 200.0 * static_cast<double>(counts.both[i]) / static_cast<double>(sum));
    if (i == 3) continue;
    all[0] += counts.both[i];
    all[1] += counts.gold[i];
    all[2] += counts.found[i];
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  fmt::print("{}: PER+ORG+LOC {:.1f} (precision {:.1f}, recall {:.1f}){}\n", name, share(2 * all[0], all[1] + all[2]),
             share(all[0], all[2]), share(all[0], all[1]), classes);
}

std::string trained(std::span<const actor::TrainingSentence* const> sentences, const Options& options) {
  const auto weights = actor::train(sentences, options.training);
  return actor::model_bytes(weights.rows, weights.transitions);
}

// A model at an address that 8 divides.
class Held {
 public:
  explicit Held(const std::string& bytes) : words_((bytes.size() + 7) / 8) {
    std::memcpy(words_.data(), bytes.data(), bytes.size());
    auto loaded = actor::Model::load(std::as_bytes(std::span(words_)).first(bytes.size()));
    if (loaded.ok()) model_.emplace(std::move(loaded).value());
  }
  [[nodiscard]] const actor::Model& model() const { return *model_; }

 private:
  std::vector<std::uint64_t> words_;
  std::optional<actor::Model> model_;
};

Counts measured(const actor::Model& model, const actor::Dictionary& dictionary,
                std::span<const Sentence* const> sentences,
                std::span<const std::vector<actor::NameHint>* const> hints) {
  Counts out;
  actor::Tagger tagger(model, dictionary);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::vector<std::string_view> words(sentences[i]->words.begin(), sentences[i]->words.end());
    count(sentences[i]->labels, tagger.tag(words, *hints[i]).labels, out);
  }
  return out;
}

struct Corpus {
  std::vector<Sentence> gold;
  std::vector<Sentence> own;
  Hints gold_hints;
  std::vector<actor::TrainingSentence> gold_features;
  std::vector<actor::TrainingSentence> own_features;
};

void extract(Corpus& corpus, const Options& options, const Resources& resources) {
  // Every so often a sentence is learnt without the packages, so that the model can do without it.
  const auto listless = [&](std::size_t number) {
    return static_cast<float>((number * 37) % 100) < options.listless * 100;
  };
  corpus.gold_hints = resources.hinter->hints_of(corpus.gold);
  const Hints own_hints = resources.hinter->hints_of(corpus.own);
  for (std::size_t i = 0; i < corpus.gold.size(); ++i) {
    corpus.gold_features.push_back(with_features(corpus.gold[i], corpus.gold_hints[i], resources, listless(i), 0));
  }
  for (std::size_t i = 0; i < corpus.own.size(); ++i) {
    auto& made = corpus.own_features.emplace_back(
        with_features(corpus.own[i], own_hints[i], resources, listless(i), options.domains ? 0x0EE : 0));
    made.weight = options.own_weight;
  }
}

void cross_validate(const Corpus& corpus, const Options& options, const Resources& resources) {
  std::vector<std::array<Counts, 2>> counts(options.folds);
  const auto fold = [&](unsigned number) {
    std::vector<const actor::TrainingSentence*> learnt;
    std::vector<const Sentence*> kept;
    std::vector<const std::vector<actor::NameHint>*> hints;
    learnt.reserve(corpus.own_features.size() + corpus.gold.size());
    for (const auto& sentence : corpus.own_features) learnt.push_back(&sentence);
    for (std::size_t i = 0; i < corpus.gold.size(); ++i) {
      if (i % options.folds == number) {
        kept.push_back(&corpus.gold[i]);
        hints.push_back(&corpus.gold_hints[i]);
      } else {
        learnt.push_back(&corpus.gold_features[i]);
      }
    }
    const Held held(trained(learnt, options));
    counts[number][0] = measured(held.model(), resources.dictionary, kept, hints);
    counts[number][1] = measured(held.model(), resources.own, kept, hints);
  };
  std::vector<std::jthread> workers;
  for (unsigned worker = 0; worker < options.threads; ++worker) {
    workers.emplace_back([&, worker] {
      for (unsigned number = worker; number < options.folds; number += options.threads) fold(number);
    });
  }
  workers.clear();
  std::array<Counts, 2> sum;
  for (const auto& one : counts) {
    for (std::size_t variant = 0; variant < 2; ++variant) {
      for (std::size_t i = 0; i < 4; ++i) {
        sum[variant].both[i] += one[variant].both[i];
        sum[variant].gold[i] += one[variant].gold[i];
        sum[variant].found[i] += one[variant].found[i];
      }
    }
  }
  print(fmt::format("{} folds", options.folds), sum[0]);
  print(fmt::format("{} folds, without packages", options.folds), sum[1]);
}

Result<Corpus> read_corpus(const Options& options, const Resources& resources) {
  Corpus out;
  if (!options.gold.empty()) {
    const auto text = content_of(options.gold);
    if (!text) return Error{.kind = ErrorKind::kInput, .what = "cannot be read", .where = options.gold};
    out.gold = read_columns(*text);
  }
  if (!options.own.empty()) {
    for (const auto& path : files_below(options.own, ".txt")) {
      const auto& out_of_use = options.leave_out;
      if (std::find(out_of_use.begin(), out_of_use.end(), path.filename().string()) != out_of_use.end()) continue;
      auto sentences = read_inline(content_of(path).value_or(""), path.string(), resources.segmenter);
      if (!sentences.ok()) return sentences.error();
      for (auto& sentence : *sentences) out.own.push_back(std::move(sentence));
    }
  }
  return out;
}

Result<void> run(const Options& options) {
  Resources resources;
  if (auto loaded = load(resources); !loaded.ok()) return loaded;
  auto corpus = read_corpus(options, resources);
  if (!corpus.ok()) return corpus.error();
  const auto start = Clock::now();
  extract(*corpus, options, resources);
  fmt::print("{} sentences of gold, {} of our own, features in {:.1f} s\n", corpus->gold.size(), corpus->own.size(),
             seconds_since(start));
  if (options.folds > 1) {
    const auto begin = Clock::now();
    cross_validate(*corpus, options, resources);
    fmt::print("cross-validation in {:.1f} s\n", seconds_since(begin));
  }
  if (options.out.empty() && options.test.empty()) return {};
  std::vector<const actor::TrainingSentence*> all;
  for (const auto& sentence : corpus->own_features) all.push_back(&sentence);
  for (const auto& sentence : corpus->gold_features) all.push_back(&sentence);
  const auto begin = Clock::now();
  const std::string bytes = trained(all, options);
  const Held held(bytes);
  fmt::print("trained in {:.1f} s: {} features, {:.2f} MB\n", seconds_since(begin), held.model().feature_count(),
             static_cast<double>(bytes.size()) / 1e6);
  for (const auto& path : options.test) {
    const auto text = content_of(path);
    if (!text) return Error{.kind = ErrorKind::kInput, .what = "cannot be read", .where = path};
    const auto sentences = read_columns(*text);
    const Hints hints = resources.hinter->hints_of(sentences);
    std::vector<const Sentence*> pointers;
    std::vector<const std::vector<actor::NameHint>*> hint_pointers;
    pointers.reserve(sentences.size());
    hint_pointers.reserve(hints.size());
    for (const auto& sentence : sentences) pointers.push_back(&sentence);
    for (const auto& one : hints) hint_pointers.push_back(&one);
    print(fs::path(path).filename().string(), measured(held.model(), resources.dictionary, pointers, hint_pointers));
  }
  if (options.out.empty()) return {};
  std::ofstream out(options.out, std::ios::binary);
  out << bytes;
  if (!out.flush()) return Error{.kind = ErrorKind::kSystem, .what = "cannot be written", .where = options.out};
  return {};
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): out of memory ends the program
int main(int argc, char** argv) {
  CLI::App app("Trains the name model from labelled text, and reports how good it is.", "actor_train");
  Options options;
  app.add_option("--gold", options.gold, "labelled sentences in columns (GermEval 2014)");
  app.add_option("--own", options.own, "folder of *.txt with names in brackets");
  app.add_option("--leave-out", options.leave_out, "name of a file of that folder that is not learnt from");
  app.add_option("--test", options.test, "labelled sentences in columns to measure only");
  app.add_option("--out", options.out, "the model file to write");
  app.add_option("--folds", options.folds, "cross-validate over the gold");
  app.add_option("--threads", options.threads)->default_val(2);
  app.add_option("--passes", options.training.passes);
  app.add_option("--rate", options.training.rate);
  app.add_option("--penalty", options.training.penalty);
  app.add_option("--count-min", options.training.count_min);
  app.add_option("--cut", options.training.cut);
  app.add_option("--outside", options.training.outside);
  app.add_option("--seed", options.training.seed);
  app.add_option("--own-weight", options.own_weight);
  app.add_option("--listless", options.listless);
  app.add_flag("--domains", options.domains);
  CLI11_PARSE(app, argc, argv);
  const auto done = run(options);
  if (done.ok()) return 0;
  fmt::print(stderr, "actor_train: error: {}\n", done.error().message());
  return 2;
}
