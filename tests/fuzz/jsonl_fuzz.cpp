// Any bytes as JSON Lines and as a text: what comes out keeps the promises of article.h, whatever went in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "article/reader.h"
#include "text/utf8.h"

namespace {

using annalen::article::Article;
using annalen::article::Format;
using annalen::article::ReadOptions;

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const annalen::Result<Article>& article) {
  if (!article) {
    require(!article.error().what.empty());
    return;
  }
  require(!article->identity.empty());
  require(!article->body.empty());
  require(annalen::text::first_bad_utf8(article->body) == std::string::npos);
  require(annalen::text::first_bad_utf8(article->title) == std::string::npos);
  require(annalen::article::normalise_url(article->url) == article->url);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT: libFuzzer's name
  const std::string bytes(reinterpret_cast<const char*>(data), size);                // NOLINT: bytes are bytes
  for (const Format format : {Format::kAuto, Format::kJsonl, Format::kText}) {
    ReadOptions options;
    options.published = "2025-02";
    options.format = format;
    std::istringstream in(bytes);
    const annalen::Result<void> state =
        annalen::article::read_articles(in, "fuzz", "fuzz", options, [](const annalen::Result<Article>& article) {
          check(article);
          return true;
        });
    require(state.ok());
  }
  return 0;
}
