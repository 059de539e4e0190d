#include "article/reader.h"

#include "article/draft.h"
#include "article/jsonl_reader.h"
#include "article/line_source.h"
#include "article/rejoined.h"
#include "article/text_reader.h"

namespace annalen::article {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kWhite = " \t\r\n\f\v";

Result<void> check_stream(const std::istream& in, std::string_view name) {
  if (!in.bad()) return {};
  return Error{ErrorKind::kSystem, "cannot be read to its end", std::string(name),
               "check the disk and the permissions"};
}

// Everything of `in`, up to one byte more than an article may have.
std::string read_bounded(std::istream& in, std::string bytes) {
  std::string block(std::size_t{1} << 16U, '\0');
  while (bytes.size() <= kArticleBytesMax && in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

Result<void> read_text(std::istream& in, std::string start, std::string_view name, std::string_view relative_path,
                       const ReadOptions& options, const ArticleSink& sink) {
  const std::string bytes = read_bounded(in, std::move(start));
  if (Result<void> state = check_stream(in, name); !state) return state;
  if (bytes.size() > kArticleBytesMax) {
    sink(Error{ErrorKind::kInput, "the article is over the size limit of 16 MiB", std::string(name) + ":1",
               "split it into several articles"});
    return {};
  }
  sink(article_of_text(bytes, name, relative_path, options));
  return {};
}

Result<void> read_jsonl(std::istream& in, std::string_view name, std::string_view relative_path,
                        const ReadOptions& options, const ArticleSink& sink) {
  LineSource lines(in, kLineBytesMax);
  JsonlReader reader;
  std::string line;
  for (;;) {
    const LineSource::State state = lines.next(line);
    if (state == LineSource::State::kEnd) break;
    const std::string number = std::to_string(lines.line_number());
    Origin origin{std::string(name) + ":" + number, std::string(relative_path)};
    if (relative_path != "-") origin.path += ":" + number;
    if (state == LineSource::State::kTooLong) {
      if (!sink(Error{ErrorKind::kInput, "the line is longer than 64 MiB", origin.where, ""})) return {};
      continue;
    }
    std::string_view content = line;
    if (lines.line_number() == 1) {
      if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) {
        sink(Error{ErrorKind::kInput, "JSON Lines in UTF-16", origin.where, "convert the file to UTF-8"});
        return {};
      }
      if (content.starts_with(kBom)) content.remove_prefix(kBom.size());
    }
    if (content.find_first_not_of(kWhite) == std::string_view::npos) continue;
    if (!sink(reader.article_of_line(content, origin, options))) return {};
  }
  return check_stream(in, name);
}

Format format_of_start(std::string_view start) {
  if (start.starts_with(kBom)) start.remove_prefix(kBom.size());
  const std::size_t first = start.find_first_not_of(kWhite);
  return first != std::string_view::npos && start[first] == '{' ? Format::kJsonl : Format::kText;
}

}  // namespace

Result<void> read_articles(std::istream& in, std::string_view name, std::string_view relative_path,
                           const ReadOptions& options, const ArticleSink& sink) {
  Format format = options.format;
  if (format == Format::kAuto && (name.ends_with(".jsonl") || name.ends_with(".ndjson"))) format = Format::kJsonl;
  if (format == Format::kJsonl) return read_jsonl(in, name, relative_path, options, sink);
  if (format == Format::kText) return read_text(in, {}, name, relative_path, options, sink);

  std::string start(4096, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  if (format_of_start(start) == Format::kText) {
    return read_text(in, std::move(start), name, relative_path, options, sink);
  }
  Rejoined rejoined(std::move(start), in);
  std::istream whole(&rejoined);
  if (Result<void> state = read_jsonl(whole, name, relative_path, options, sink); !state) return state;
  return check_stream(in, name);
}

}  // namespace annalen::article
