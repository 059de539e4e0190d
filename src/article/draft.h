// draft.h: the fields of an article as a reader found them, before they are checked. Inside of the article room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/article.h"
#include "article/reader.h"
#include "base/result.h"

namespace annalen::article {

// All texts are UTF-8.
struct ArticleDraft {
  std::optional<std::string> date;  // absent: --published is asked
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;  // as given
  std::string body;
  std::vector<std::pair<std::string, std::string>> other;
};

// Where an article was found.
struct Origin {
  std::string where;  // "file:line", for messages
  std::string path;   // what stands behind "<collection>:" in the identity; "-" has none
};

// Checks sizes, NUL characters, emptiness and date, and gives the identity.
[[nodiscard]] Result<Article> finish_article(ArticleDraft draft, const Origin& origin, const ReadOptions& options);

}  // namespace annalen::article
