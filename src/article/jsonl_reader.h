// jsonl_reader.h: a line of JSON -> one article. Inside of the article room; the form stands in reader.h.
// Threads: one reader, one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "article/article.h"
#include "article/draft.h"
#include "article/reader.h"
#include "base/result.h"

namespace annalen::article {

class JsonlReader {
 public:
  JsonlReader();
  ~JsonlReader();
  JsonlReader(const JsonlReader&) = delete;
  JsonlReader& operator=(const JsonlReader&) = delete;

  [[nodiscard]] Result<Article> article_of_line(std::string_view line, const Origin& origin,
                                                const ReadOptions& options);

 private:
  struct Parser;  // simdjson's, whose memory serves all lines
  std::unique_ptr<Parser> parser_;
};

}  // namespace annalen::article
