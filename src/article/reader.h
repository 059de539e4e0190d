// reader.h: every input form -> articles. A bad article is a value, so that the next one can be read.
// Forms:   text ("date 2025-02 <body>" on the first line, optional blank before; or no date and `published` given),
//          JSON Lines (id/url, date/published, title, publisher, text/body; other fields kept).
// Limits:  kArticleBytesMax an article, kLineBytesMax a JSON line.
// Threads: one reader, one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "article/article.h"
#include "base/result.h"

namespace annalen::article {

inline constexpr std::size_t kArticleBytesMax = std::size_t{16} << 20U;
inline constexpr std::size_t kLineBytesMax = std::size_t{64} << 20U;

enum class Format : std::uint8_t { kAuto, kText, kJsonl };

struct ReadOptions {
  std::string published;  // for texts without a date; empty: such a text is an error
  std::string zone = "Europe/Vienna";
  std::string collection;
  Format format = Format::kAuto;  // kAuto: by the name's end (.jsonl, .ndjson), then by the first byte ('{')
};

// Called once an article, in input order; returns false to stop. An error names file and line.
using ArticleSink = std::function<bool(Result<Article>)>;

// `name` stands in error messages; `relative_path` is the path below the argument (or the argument's file name, or "-")
// and makes the identity where the input gives none: "<collection>:<relative_path>" when a collection is given, else
// the content hash. The error is for what ends the reading as a whole (I/O failed).
[[nodiscard]] Result<void> read_articles(std::istream& in, std::string_view name, std::string_view relative_path,
                                         const ReadOptions& options, const ArticleSink& sink);

// Files below `path` in byte order of their relative paths (hidden ones left out), or the file itself.
struct InputFile {
  std::string path;
  std::string relative_path;
};
[[nodiscard]] Result<std::vector<InputFile>> input_files(std::string_view path);

}  // namespace annalen::article
