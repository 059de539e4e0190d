// tag: temporal expressions of texts, TimeML files and JSON Lines, as TimeML or JSON Lines. Needs no store.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <system_error>

#include "exit_status.h"
#include "input.h"
#include "tagging.h"
#include "text/utf8.h"
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

// The first bytes tell TimeML from text; standard input shows one byte only.
bool looks_like_timeml(std::istream& in, const article::InputFile& file) {
  if (file.path.ends_with(".tml") || file.path.ends_with(".xml")) return true;
  if (file.path == "-") return in.peek() == '<';
  std::string start(256, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::string_view rest = first == std::string::npos ? std::string_view() : std::string_view(start).substr(first);
  return rest.starts_with("<?xml") || rest.starts_with("<TimeML");
}

Result<std::string> read_bounded(std::istream& in, const std::string& name) {
  std::string bytes;
  std::string block(std::size_t{1} << 16U, '\0');
  while (in && bytes.size() <= article::kArticleBytesMax) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return Error{ErrorKind::kSystem, "cannot be read to its end", name, ""};
  if (bytes.size() > article::kArticleBytesMax) {
    return Error{ErrorKind::kInput, "the document is over the size limit of 16 MiB", name, ""};
  }
  std::optional<std::string> utf8 = text::to_utf8(bytes);
  if (!utf8) return Error{ErrorKind::kInput, "neither UTF-8 nor convertible to it", name, "is it a binary file?"};
  return *std::move(utf8);
}

// Where the outcome of one input goes: standard output, or files below --out.
class Destination {
 public:
  Destination(const Options& options, Output& out) : folder_(options.folder), out_(out) {}

  [[nodiscard]] Result<void> write(const std::string& relative_path, std::string_view text) {
    if (folder_.empty()) {
      out_.write(text);
      return {};
    }
    namespace fs = std::filesystem;
    if (!written_.insert(relative_path).second) {
      return Error{ErrorKind::kUsage, "two inputs would be written to this file",
                   (fs::path(folder_) / relative_path).string(), "tag them into folders of their own"};
    }
    const fs::path path = fs::path(folder_) / (relative_path == "-" ? "stdin" : relative_path);
    std::error_code code;
    fs::create_directories(path.parent_path(), code);
    if (code) {
      return Error{ErrorKind::kSystem, fmt::format("cannot be made: {}", code.message()), path.parent_path().string(),
                   "check the permissions"};
    }
    return write_file(path.string(), text);
  }

 private:
  std::string folder_;
  std::set<std::string> written_;  // relative paths
  Output& out_;
};

class Run {
 public:
  Run(const Options& options, const article::ReadOptions& read, const Tagging& tagging, Output& out)
      : options_(options), read_(read), tagging_(tagging), destination_(options, out) {}

  [[nodiscard]] Result<void> take(const article::InputFile& file, const BadSink& bad) {
    std::ifstream opened;
    if (file.path != "-") opened.open(file.path, std::ios::binary);
    std::istream& in = file.path == "-" ? std::cin : opened;
    if (opened.is_open() || file.path == "-") {
      if (looks_like_timeml(in, file)) return take_timeml(in, file, bad);
    }
    opened.close();
    return take_articles(file, bad);
  }

 private:
  [[nodiscard]] bool jsonl() const { return options_.out_format == "jsonl"; }

  [[nodiscard]] Result<void> take_timeml(std::istream& in, const article::InputFile& file, const BadSink& bad) {
    Result<std::string> bytes = read_bounded(in, file.path);
    if (!bytes) {
      bad(bytes.error());
      return {};
    }
    const Result<TaggedFile> tagged = tag_timeml(tagging_, *bytes, file.path, {read_.published, read_.zone, jsonl()});
    if (!tagged) {
      bad(tagged.error());
      return {};
    }
    say(file.path, tagged->read_as);
    return destination_.write(file.relative_path, tagged->text);
  }

  // An unknown language once a run: what follows may be thousands of the same.
  void say(std::string_view text, const ReadAs& read_as) {
    const std::string_view language = text::to_text(read_as.language);
    if (options_.verbose) {
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

  [[nodiscard]] std::string title_lines(const article::Article& article, const std::string& file,
                                        const ReadAs& read_as) const {
    if (article.title.empty()) return {};
    return to_jsonl(tagging_.tag(article.title, article.publication, read_as), file, article.identity, Place::kTitle);
  }

  // A file of several articles gives several TimeML documents: NAME, then NAME.2, NAME.3, …
  [[nodiscard]] Result<void> take_articles(const article::InputFile& file, const BadSink& bad) {
    std::uint64_t ordinal = 0;
    std::string lines;
    const bool together = jsonl() && !options_.folder.empty();
    Result<void> state = read_input(
        file, read_,
        [&](const article::Article& article) -> Result<void> {
          ++ordinal;
          const TaggedText tagged = tagging_.tag(article.body, article.publication);
          say(ordinal == 1 ? file.path : article.identity, tagged.read_as);
          if (jsonl()) {
            std::string text = title_lines(article, file.path, tagged.read_as);
            text += to_jsonl(tagged, file.path, article.identity);
            if (!together) return destination_.write(file.relative_path, text);
            lines += text;
            return {};
          }
          const std::string text = to_timeml(tagged, article.body, article.publication, article.identity);
          return destination_.write(
              ordinal == 1 ? file.relative_path : fmt::format("{}.{}", file.relative_path, ordinal), text);
        },
        bad);
    if (state && together && ordinal > 0) state = destination_.write(file.relative_path, lines);
    return state;
  }

  const Options& options_;
  const article::ReadOptions& read_;
  const Tagging& tagging_;
  Destination destination_;
  bool said_ = false;
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
  for (const article::InputFile& file : files) {
    if (Result<void> state = tag.take(file, bad); !state) return state.error();
  }
  return bad_count > 0 ? kWrong : kDone;
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
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
