#include "input.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iostream>
#include <map>
#include <system_error>

#include "time/publication.h"

namespace annalen::tools {
namespace {

const std::map<std::string, article::Format> kFormats = {
    {"auto", article::Format::kAuto}, {"text", article::Format::kText}, {"jsonl", article::Format::kJsonl}};

}  // namespace

void add_input_options(Verb& verb, InputOptions& options) {
  verb.arguments("PATH", options.paths, "Files, folders, or - for standard input");
  verb.text("--published", options.published,
            "Publication of articles that have no date: 2025, 2025-02, 2025-02-27, an instant");
  verb.text("--zone", options.zone, "Zone in which an instant's day is counted");
  verb.text("--format", options.format, "auto, text or jsonl");
}

Result<article::ReadOptions> make_read_options(const InputOptions& options) {
  const auto format = kFormats.find(options.format);
  if (format == kFormats.end()) {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", options.format), "",
                 "one of auto, text, jsonl"};
  }
  if (Result<time::Publication> zone = time::Publication::parse("2025-02-27T10:00:00Z", options.zone); !zone) {
    return Error{ErrorKind::kUsage, fmt::format("--zone {}: {}", options.zone, zone.error().what), "",
                 "write an IANA name such as Europe/Vienna"};
  }
  if (!options.published.empty()) {
    Result<time::Publication> published = time::Publication::parse(options.published, options.zone);
    if (!published) {
      return Error{ErrorKind::kUsage, fmt::format("--published {}: {}", options.published, published.error().what), "",
                   "write for example 2025, 2025-02 or 2025-02-27"};
    }
  }
  article::ReadOptions read;
  read.published = options.published;
  read.zone = options.zone;
  read.collection = options.collection;
  read.format = format->second;
  return read;
}

std::vector<article::InputFile> list_inputs(const std::vector<std::string>& paths, const BadSink& bad) {
  std::vector<article::InputFile> files;
  for (const std::string& path : paths) {
    Result<std::vector<article::InputFile>> found = article::input_files(path);
    if (!found) {
      bad(found.error());
      continue;
    }
    files.insert(files.end(), found->begin(), found->end());
  }
  return files;
}

Result<void> open_input(const article::InputFile& file, const std::function<Result<void>(std::istream&)>& use,
                        const BadSink& bad) {
  if (file.path == "-") return use(std::cin);
  errno = 0;
  std::ifstream opened(file.path, std::ios::binary);
  if (opened) return use(opened);
  const int failure = errno;
  bad(Error{ErrorKind::kSystem, fmt::format("cannot be read: {}", std::generic_category().message(failure)), file.path,
            "check the permissions"});
  return {};
}

Result<void> read_input(std::istream& in, const article::InputFile& file, const article::ReadOptions& options,
                        const std::function<Result<void>(article::Article)>& good, const BadSink& bad) {
  Result<void> fatal;
  Result<void> read =
      article::read_articles(in, file.path, file.relative_path, options, [&](Result<article::Article> article) {
        if (!article) {
          bad(article.error());
          return true;
        }
        fatal = good(*std::move(article));
        return fatal.ok();
      });
  if (!fatal) return fatal;
  if (!read) bad(read.error());
  return {};
}

}  // namespace annalen::tools
