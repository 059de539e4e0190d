// reading.h: reads a text in memory as the reader would a file.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "article/reader.h"

namespace annalen::article {

inline std::vector<Result<Article>> read_all(std::string_view bytes, std::string_view name = "datei.txt",
                                             const ReadOptions& options = {}) {
  std::istringstream in{std::string(bytes)};
  std::vector<Result<Article>> out;
  const Result<void> state = read_articles(in, name, name, options, [&](Result<Article> article) {
    out.push_back(std::move(article));
    return true;
  });
  if (!state) out.emplace_back(state.error());
  return out;
}

// "ok", or the error's message.
inline std::string outcome(const Result<Article>& article) { return article ? "ok" : article.error().message(); }

}  // namespace annalen::article
