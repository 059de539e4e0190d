// text_reader.h: a plain text -> one article. Inside of the article room; the form stands in reader.h.
#pragma once

#include <string_view>

#include "article/article.h"
#include "article/reader.h"
#include "base/result.h"

namespace annalen::article {

[[nodiscard]] Result<Article> article_of_text(std::string_view bytes, std::string_view name,
                                              std::string_view relative_path, const ReadOptions& options);

}  // namespace annalen::article
