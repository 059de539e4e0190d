// ingest: articles -> store. A bad article is reported, passed over and counted; the rest goes in.
#include <fmt/format.h>

#include <cstdio>
#include <map>

#include "batch.h"
#include "event/event_record.h"
#include "event/extractor.h"
#include "exit_status.h"
#include "input.h"
#include "ordered_workers.h"
#include "progress.h"
#include "resource_note.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  InputOptions input;
  std::size_t jobs = 0;
};

struct Task {
  article::Article article;
  std::optional<store::Position> superseded;  // the version before
};

// What becomes of one article: its record and its extraction's.
struct Made {
  std::string identity;
  store::Draft article;
  store::Draft extraction;
  std::size_t events = 0;
  std::size_t left_out = 0;  // events beyond what one article may have
};

Made make(const event::Extractor& extractor, const Task& task) {
  Made made;
  const std::vector<event::Event> events = extractor.extract(task.article, made.left_out);
  made.identity = task.article.identity;
  made.article.kind = store::RecordKind::kArticle;
  made.article.payload = event::article_payload(task.article);
  made.article.object = task.superseded;
  made.extraction.kind = store::RecordKind::kExtraction;
  made.extraction.payload = event::extraction_payload(events, task.article.identity, extractor.resource_digest());
  made.events = event::told_count(events);
  return made;
}

struct Counts {
  std::uint64_t ingested = 0;
  std::uint64_t events = 0;
  std::uint64_t skipped = 0;
  std::uint64_t left_out = 0;  // events
};

class Ingester {
 public:
  Ingester(store::Store& store, const event::Extractor& extractor, Clock& clock, std::size_t jobs)
      : store_(store),
        clock_(clock),
        appended_ms_(clock.now_ms()),
        workers_(
            jobs, [&extractor](const Task& task) { return make(extractor, task); },
            [this](Made made) { return add(std::move(made)); }) {}

  [[nodiscard]] Result<void> take(article::Article article) {
    const Hash hash = article::content_hash(article);
    if (const auto known = under_way_.find(article.identity); known != under_way_.end()) {
      if (known->second == hash) return skip();
      // The version before must be in the log before this one can name it.
      if (Result<void> state = finish(); !state) return state;
    }
    Result<std::optional<store::ArticleState>> state = store_.article_state(article.identity);
    if (!state) return state.error();
    if (state->has_value() && (*state)->content_hash == hash) return skip();
    Task task{std::move(article), std::nullopt};
    if (state->has_value()) task.superseded = (*state)->article;
    under_way_.emplace(task.article.identity, hash);
    const std::size_t bytes = task.article.body.size();
    return workers_.submit(std::move(task), bytes);
  }

  // All that was taken is in the store.
  [[nodiscard]] Result<void> finish() {
    if (Result<void> state = workers_.drain(); !state) return state;
    return append();
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  Result<void> skip() {
    ++counts_.skipped;
    return {};
  }

  [[nodiscard]] Result<void> add(Made made) {
    made.extraction.subject_draft = drafts_.size();
    bytes_ += made.article.payload.size() + made.extraction.payload.size();
    events_ += made.events;
    counts_.left_out += made.left_out;
    identities_.push_back(std::move(made.identity));
    drafts_.push_back(std::move(made.article));
    drafts_.push_back(std::move(made.extraction));
    const bool full = drafts_.size() >= 2 * kBatchArticles || bytes_ >= kBatchBytes;
    return full || clock_.now_ms() - appended_ms_ >= kBatchMilliseconds ? append() : Result<void>();
  }

  [[nodiscard]] Result<void> append() {
    if (drafts_.empty()) return {};
    Result<std::vector<store::Position>> positions = store_.append(drafts_);
    if (!positions) return positions.error();
    appended_ms_ = clock_.now_ms();
    counts_.ingested += drafts_.size() / 2;
    counts_.events += events_;
    drafts_.clear();
    bytes_ = 0;
    events_ = 0;
    for (const std::string& identity : identities_) under_way_.erase(identity);
    identities_.clear();
    return {};
  }

  store::Store& store_;
  Clock& clock_;
  std::int64_t appended_ms_;
  std::map<std::string, Hash> under_way_;  // taken, not yet stored; each once
  std::vector<store::Draft> drafts_;
  std::vector<std::string> identities_;  // of drafts_
  std::size_t bytes_ = 0;
  std::size_t events_ = 0;  // of drafts_
  Counts counts_;
  OrderedWorkers<Task, Made> workers_;  // last: its threads end first
};

Result<void> ingest_all(const std::vector<article::InputFile>& files, const article::ReadOptions& read,
                        Ingester& ingester, Progress& progress, const BadSink& bad) {
  for (const article::InputFile& file : files) {
    const auto take = [&](article::Article article) {
      progress.count(ingester.counts().ingested + ingester.counts().skipped);
      return ingester.take(std::move(article));
    };
    Result<void> state = open_input(
        file, [&](std::istream& in) { return read_input(in, file, read, take, bad); }, bad);
    if (!state) return state;
  }
  return ingester.finish();
}

Result<int> run(const Options& options, const Session& session) {
  Result<article::ReadOptions> read = make_read_options(options.input);
  if (!read) return read.error();
  Progress progress(session.error_is_terminal, "articles", *session.clock);
  std::uint64_t bad_count = 0;
  const BadSink bad = [&](const Error& error) {
    progress.clear();
    report_error(error);
    ++bad_count;
  };
  const std::vector<article::InputFile> files = list_inputs(options.input.paths, bad);
  if (files.empty() && bad_count > 0) return kWrong;

  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWriteOrCreate);
  if (!store) return store.error();
  std::fputs(missing_note().c_str(), stderr);
  const event::Extractor extractor = event::Extractor::german();
  Ingester ingester(**store, extractor, *session.clock, thread_count(options.jobs));
  Result<void> state = ingest_all(files, *read, ingester, progress, bad);
  progress.clear();
  const Counts& counts = ingester.counts();
  std::fputs(fmt::format("ingested {} articles, {} events, skipped {} unchanged, {} bad\n", counts.ingested,
                         counts.events, counts.skipped, bad_count)
                 .c_str(),
             stderr);
  if (counts.left_out > 0) {
    std::fputs(fmt::format("annalen: note: {} events were left out: an article may have {} at most\n", counts.left_out,
                           event::kEventsMax)
                   .c_str(),
               stderr);
  }
  if (!state) return state.error();
  return bad_count > 0 ? kWrong : kDone;
}

}  // namespace

void add_ingest(CLI::App& app, Session& session) {
  Verb verb(app, session, "ingest", "Take articles into the store: text files, JSON Lines, folders, -",
            {"ingest --store DIR articles/", "ingest --store DIR --published 2025-02-27 text.txt",
             "ingest --store DIR --format jsonl - < feed.jsonl"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  add_input_options(verb, options->input);
  verb.text("--collection", options->input.collection,
            "Name before the path in the identity of articles without id and URL");
  verb.jobs_option(options->jobs);
  verb.operator_option();
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
