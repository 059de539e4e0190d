// reextract: today's extractor over stored articles; what it finds is appended, nothing is rewritten.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "batch.h"
#include "event/event_record.h"
#include "event/extractor.h"
#include "exit_status.h"
#include "ordered_workers.h"
#include "progress.h"
#include "resource_note.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  bool all = false;
  std::size_t jobs = 0;
};

struct Task {
  store::Position article;
  std::string payload;  // of the article
};

struct Made {
  store::Draft draft;
  std::size_t events = 0;
  std::optional<Error> error;
};

Made make(const event::Extractor& extractor, const Task& task) {
  Result<article::Article> article = event::article_from_payload(task.payload);
  if (!article) {
    Error error = article.error();
    error.where = "record " + store::to_text(task.article);
    return {.draft = {}, .events = 0, .error = std::move(error)};
  }
  const std::vector<event::Event> events = extractor.extract(*article);
  Made made;
  made.draft.kind = store::RecordKind::kExtraction;
  made.draft.payload = event::extraction_payload(events, article->identity, extractor.resource_digest());
  made.draft.subject = task.article;
  made.events = event::told_count(events);
  return made;
}

// Appends in batches.
class Appender {
 public:
  explicit Appender(store::Store& store) : store_(store) {}

  [[nodiscard]] Result<void> add(Made made) {
    if (made.error) return *made.error;
    bytes_ += made.draft.payload.size();
    events_ += made.events;
    ++articles_;
    drafts_.push_back(std::move(made.draft));
    return drafts_.size() >= kBatchArticles || bytes_ >= kBatchBytes ? flush() : Result<void>();
  }
  [[nodiscard]] Result<void> flush() {
    if (drafts_.empty()) return {};
    Result<std::vector<store::Position>> positions = store_.append(drafts_);
    if (!positions) return positions.error();
    drafts_.clear();
    bytes_ = 0;
    return {};
  }
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }

 private:
  store::Store& store_;
  std::vector<store::Draft> drafts_;
  std::size_t bytes_ = 0;
  std::uint64_t articles_ = 0;
  std::uint64_t events_ = 0;
};

// The list first: the store must not change under a scan.
Result<std::vector<Task>> tasks_of(const store::Store& store, const Hash& digest, bool all, std::uint64_t& unchanged) {
  std::vector<Task> tasks;
  Result<void> state = store.scan_articles([&](std::string_view, const store::ArticleState& article) {
    if (!all && article.extraction && article.resource_digest == digest) {
      ++unchanged;
    } else {
      tasks.push_back({article.article, {}});
    }
    return true;
  });
  if (!state) return state.error();
  // In the order in which the articles came.
  std::sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.article < b.article; });
  return tasks;
}

Result<int> run(const Options& options, const Session& session) {
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWrite);
  if (!store) return store.error();
  std::fputs(missing_note().c_str(), stderr);
  const event::Extractor extractor = event::Extractor::german();
  std::uint64_t unchanged = 0;
  Result<std::vector<Task>> tasks = tasks_of(**store, extractor.resource_digest(), options.all, unchanged);
  if (!tasks) return tasks.error();

  Appender appender(**store);
  Progress progress(session.error_is_terminal, "articles", *session.clock);
  OrderedWorkers<Task, Made> workers(
      thread_count(options.jobs), [&](const Task& task) { return make(extractor, task); },
      [&](Made made) {
        progress.count(appender.articles());
        return appender.add(std::move(made));
      });
  for (Task& task : *tasks) {
    Result<store::StoredRecord> record = (*store)->record(task.article);
    if (!record) return record.error();
    if (!record->payload) continue;  // redacted
    task.payload = *std::move(record->payload);
    const std::size_t bytes = task.payload.size();
    if (Result<void> state = workers.submit(std::move(task), bytes); !state) return state.error();
  }
  if (Result<void> state = workers.drain(); !state) return state.error();
  if (Result<void> state = appender.flush(); !state) return state.error();
  progress.clear();
  std::fputs(fmt::format("reextracted {} articles, {} events, {} up to date\n", appender.articles(), appender.events(),
                         unchanged)
                 .c_str(),
             stderr);
  return kDone;
}

}  // namespace

void add_reextract(CLI::App& app, Session& session) {
  Verb verb(app, session, "reextract", "Run today's extractor over stored articles and append what it finds",
            {"reextract --store DIR", "reextract --store DIR --all --jobs 4"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.flag("--all", options->all, "Also articles whose extraction is up to date");
  verb.jobs_option(options->jobs);
  verb.operator_option();
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
