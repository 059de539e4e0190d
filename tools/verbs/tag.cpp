// tag: temporal expressions of texts, TimeML files and JSON Lines, as TimeML or JSON Lines. Needs no store.
#include <fmt/format.h>

#include <filesystem>
#include <istream>
#include <map>
#include <variant>

#include "article/rejoined.h"
#include "destination.h"
#include "exit_status.h"
#include "input.h"
#include "ordered_workers.h"
#include "tagging.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  InputOptions input;
  std::string domain = "auto";
  std::string language = "auto";
  std::string out_format = "timeml";
  std::string folder;
  bool verbose = false;
  std::size_t jobs = 0;
};

Result<Tagging> make_tagging(const Options& options) {
  const std::optional<text::Language> language = text::language_from_text(options.language);
  if (!language && options.language != "auto") {
    return Error{ErrorKind::kUsage, fmt::format("--lang {} is not known", options.language), "", "one of auto, de, en"};
  }
  if (options.out_format != "timeml" && options.out_format != "jsonl") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", options.out_format), "", "timeml or jsonl"};
  }
  for (const timex::Domain domain : {timex::Domain::kAuto, timex::Domain::kNews, timex::Domain::kNarrative}) {
    if (timex::to_text(domain) == options.domain) return Tagging(domain, language);
  }
  return Error{ErrorKind::kUsage, fmt::format("--domain {} is not known", options.domain), "",
               "one of auto, news, narrative"};
}

// The first bytes tell TimeML from text.
bool looks_like_timeml(std::string_view start, const article::InputFile& file) {
  if (file.path.ends_with(".tml") || file.path.ends_with(".xml")) return true;
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return false;
  const std::string_view rest = start.substr(first);
  return rest.starts_with("<?xml") || rest.starts_with("<TimeML");
}

Result<std::string> read_bounded(std::istream& in, const std::string& name) {
  std::string bytes;
  std::string block(std::size_t{1} << 16U, '\0');
  while (in && bytes.size() <= article::kArticleBytesMax) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (bytes.size() <= article::kArticleBytesMax) return bytes;
  return Error{ErrorKind::kInput, "the document is over the size limit of 16 MiB", name,
               "split it into several documents"};
}

// One document, or why there is none, in input order.
struct Task {
  std::size_t input = 0;
  std::string name;                                            // of the file below --out
  std::string path;                                            // for messages and lines
  std::string shown;                                           // for notes
  std::variant<Error, article::Article, std::string> content;  // string: a TimeML document
};

struct Made {
  std::size_t input = 0;
  std::string name;
  std::string shown;
  Result<TaggedFile> tagged;
};

class Run {
 public:
  Run(const Options& options, const article::ReadOptions& read, const Tagging& tagging, Output& out)
      : verbose_(options.verbose),
        read_(read),
        form_(options.out_format == "jsonl" ? TagForm::kJsonl : TagForm::kTimeml),
        tagging_(tagging),
        destination_(options.folder, out),
        workers_(
            thread_count(options.jobs), [this](const Task& task) { return make(task); },
            [this](const Made& made) { return write(made); }) {}

  [[nodiscard]] Result<void> take(const std::vector<article::InputFile>& files) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (Result<void> state = take(i, files[i]); !state) return state;
    }
    if (Result<void> state = workers_.drain(); !state) return state;
    return destination_.finish();
  }
  [[nodiscard]] std::uint64_t bad_count() const { return bad_count_; }

 private:
  // Inputs that cannot be read take their turn like the others: errors come in input order.
  [[nodiscard]] Result<void> take(std::size_t input, const article::InputFile& file) {
    Result<void> ends;
    const BadSink bad = [&](const Error& error) {
      if (ends) ends = workers_.submit({input, file.relative_path, file.path, file.path, error}, 0);
    };
    Result<void> state = open_input(
        file,
        [&](std::istream& in) {
          std::string start(256, '\0');
          in.read(start.data(), static_cast<std::streamsize>(start.size()));
          start.resize(static_cast<std::size_t>(in.gcount()));
          const bool timeml = looks_like_timeml(start, file);
          article::Rejoined rejoined(std::move(start), in);
          std::istream whole(&rejoined);
          Result<void> taken = timeml ? take_timeml(whole, input, file, bad) : take_articles(whole, input, file, bad);
          if (in.bad()) bad(Error{ErrorKind::kSystem, "cannot be read to its end", file.path, "check the disk"});
          return taken;
        },
        bad);
    return state ? ends : state;
  }

  [[nodiscard]] Result<void> take_timeml(std::istream& in, std::size_t input, const article::InputFile& file,
                                         const BadSink& bad) {
    Result<std::string> bytes = read_bounded(in, file.path);
    if (!bytes) {
      bad(bytes.error());
      return {};
    }
    const std::size_t size = bytes->size();
    return workers_.submit({input, file.relative_path, file.path, file.path, *std::move(bytes)}, size);
  }

  // A file of several articles gives several TimeML documents: NAME, then NAME.2, NAME.3, …
  [[nodiscard]] Result<void> take_articles(std::istream& in, std::size_t input, const article::InputFile& file,
                                           const BadSink& bad) {
    std::uint64_t ordinal = 0;
    return read_input(
        in, file, read_,
        [&](article::Article article) {
          ++ordinal;
          const bool first = ordinal == 1 || form_ == TagForm::kJsonl;
          std::string name = first ? file.relative_path : fmt::format("{}.{}", file.relative_path, ordinal);
          const std::size_t size = article.body.size();
          std::string shown = ordinal == 1 ? file.path : article.identity;
          return workers_.submit({input, std::move(name), file.path, std::move(shown), std::move(article)}, size);
        },
        bad);
  }

  // On any thread.
  [[nodiscard]] Made make(const Task& task) const { return {task.input, task.name, task.shown, tagged(task)}; }
  [[nodiscard]] Result<TaggedFile> tagged(const Task& task) const {
    if (const auto* article = std::get_if<article::Article>(&task.content)) {
      return tag_article(tagging_, *article, task.path, form_);
    }
    if (const auto* bytes = std::get_if<std::string>(&task.content)) {
      return tag_timeml(tagging_, *bytes, task.path, {read_.published, read_.zone, form_});
    }
    return std::get<Error>(task.content);
  }

  [[nodiscard]] Result<void> write(const Made& made) {
    if (made.tagged) {
      say(made.shown, made.tagged->read_as);
      return destination_.write(made.input, made.name, made.tagged->text);
    }
    report_error(made.tagged.error());
    ++bad_count_;
    return {};
  }

  // An unknown language once a run: what follows may be thousands of the same.
  void say(std::string_view text, const ReadAs& read_as) {
    const std::string_view language = text::to_text(read_as.language);
    if (verbose_) {
      report_note(fmt::format("{}: {}{}, {}", text, language, read_as.language_known ? "" : " (not known)",
                              timex::to_text(read_as.domain)));
    } else if (!read_as.language_known && !said_) {
      said_ = true;
      report_note(
          fmt::format("{}: the language is not known: read as \"{}\", as are further such texts (choose with --lang, "
                      "list with --verbose)",
                      text, language));
    }
  }

  bool verbose_;
  bool said_ = false;
  const article::ReadOptions& read_;
  TagForm form_;
  const Tagging& tagging_;
  Destination destination_;
  std::uint64_t bad_count_ = 0;
  OrderedWorkers<Task, Made> workers_;  // last: its threads end first
};

// Names of files that --out would give to two inputs are a wrong call, before anything is written.
Result<void> check_names(const std::vector<article::InputFile>& files, const std::string& folder) {
  std::map<std::string, std::string> paths;
  for (const article::InputFile& file : files) {
    const auto [first, is_new] = paths.emplace(file.relative_path, file.path);
    if (is_new) continue;
    return Error{ErrorKind::kUsage, fmt::format("{} and {} would both be written there", first->second, file.path),
                 (std::filesystem::path(folder) / file.relative_path).string(), "tag them into folders of their own"};
  }
  return {};
}

Result<int> run(const Options& options, const Session& session) {
  const Result<Tagging> tagging = make_tagging(options);
  if (!tagging) return tagging.error();
  Result<article::ReadOptions> read = make_read_options(options.input);
  if (!read) return read.error();
  std::uint64_t bad_count = 0;
  const BadSink bad = [&](const Error& error) {
    report_error(error);
    ++bad_count;
  };
  const std::vector<article::InputFile> files = list_inputs(options.input.paths, bad);
  if (!options.folder.empty()) {
    if (Result<void> names = check_names(files, options.folder); !names) return names.error();
  }
  Run tag(options, *read, *tagging, *session.out);
  if (Result<void> state = tag.take(files); !state) return state.error();
  return bad_count + tag.bad_count() > 0 ? kWrong : kDone;
}

}  // namespace

void add_tag(CLI::App& app, Session& session) {
  Verb verb(app, session, "tag", "Find and value temporal expressions; no store is needed",
            {"tag --published 2025-02 text.txt", "tag --out tagged/ corpus/", "tag --format jsonl article.tml"});
  const auto options = std::make_shared<Options>();
  verb.arguments("PATH", options->input.paths, "Texts, TimeML files, JSON Lines, folders, or - for standard input");
  verb.text("--published", options->input.published, "Publication of texts that have no date of their own");
  verb.text("--zone", options->input.zone, "Zone in which an instant's day is counted");
  verb.text("--domain", options->domain, "auto, news or narrative");
  verb.text("--lang", options->language, "auto (told by each text's words), de or en");
  verb.text("--format", options->out_format, "timeml or jsonl");
  verb.flag("--verbose", options->verbose, "Say of each text as which language and domain it was read");
  verb.text("--out", options->folder, "Write below this folder, under the same file names");
  verb.jobs_option(options->jobs);
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
