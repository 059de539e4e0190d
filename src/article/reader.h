// reader.h: every input form -> articles. A bad article is a value, so that the next one can be read.
// Forms:   text ("date 2025-02 <body>" on the first line, optional blank before; or no date and `published` given),
//          JSON Lines (id/url, date/published, title, publisher, text/body; other fields kept).
// Text:    the date is the longest run of the line's words that Publication::parse() takes. Where it stands alone on
// its
//          line, further header lines may follow at once, each of them "title …", "publisher …", "url …" or "id …". The
//          body begins at the first character behind the header that is no white space; without a header at byte 0.
// JSON:    of two names of one field the one named first here wins, and the other is kept as an unknown field; null is
//          the same as absent. A number is taken for an id or a date. A field that comes twice is an error.
// Bytes:   UTF-8, else what text::to_utf8 makes of the file (of the line in JSON Lines).
// Limits:  kArticleBytesMax an article (all its fields), kLineBytesMax a JSON line, kIdentityBytesMax an identity.
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
inline constexpr std::size_t kIdentityBytesMax = 4096;

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
// and makes the identity where the input gives none: "<collection>:<relative_path>" (for JSON Lines with ":<line>"
// behind it) when a collection is given, else, and for standard input, "sha256:<content hash>". The error is for what
// ends the reading as a whole (I/O failed).
[[nodiscard]] Result<void> read_articles(std::istream& in, std::string_view name, std::string_view relative_path,
                                         const ReadOptions& options, const ArticleSink& sink);

// Files below `path` in byte order of their relative paths (hidden ones left out), or the file itself. Links are
// followed; a folder that several ways lead to is read once.
struct InputFile {
  std::string path;
  std::string relative_path;
};
[[nodiscard]] Result<std::vector<InputFile>> input_files(std::string_view path);

}  // namespace annalen::article
