#include "article/draft.h"

namespace annalen::article {
namespace {

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_empty_text(std::string_view text) {
  for (const char c : text) {
    if (!is_white(c)) return false;
  }
  return true;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return std::string(text);
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  }
  return false;
}

std::size_t size_bytes(const ArticleDraft& draft) {
  std::size_t size = draft.id.size() + draft.title.size() + draft.publisher.size() + draft.url.size() +
                     draft.body.size() + (draft.date ? draft.date->size() : 0);
  for (const auto& [name, json] : draft.other) size += name.size() + json.size();
  return size;
}

std::optional<Error> fault_of(const ArticleDraft& draft, const Origin& origin) {
  if (size_bytes(draft) > kArticleBytesMax) {
    return Error{ErrorKind::kInput, "the article is over the size limit of 16 MiB", origin.where,
                 "split it into several articles"};
  }
  if (is_empty_text(draft.body)) return Error{ErrorKind::kInput, "the article has no text", origin.where, ""};
  for (const std::string* text : {&draft.body, &draft.title, &draft.publisher, &draft.url}) {
    if (text->find('\0') != std::string::npos) {
      return Error{ErrorKind::kInput, "the article holds a NUL character", origin.where, "is it a binary file?"};
    }
  }
  if (has_control(draft.id)) return Error{ErrorKind::kInput, "the id holds a control character", origin.where, ""};
  return std::nullopt;
}

std::string identity_of(const Article& article, const std::string& id, const Origin& origin) {
  if (!id.empty()) return id;
  if (!article.url.empty()) return article.url;
  if (!article.collection.empty() && origin.path != "-") return article.collection + ":" + origin.path;
  return "sha256:" + to_hex(as_bytes(content_hash(article)));
}

}  // namespace

Result<Article> finish_article(ArticleDraft draft, const Origin& origin, const ReadOptions& options) {
  if (std::optional<Error> fault = fault_of(draft, origin)) return *fault;
  const std::string date = draft.date.value_or(options.published);
  if (date.empty()) {
    return Error{ErrorKind::kInput, "the article has no publication date", origin.where,
                 "give one with --published, or begin a text with \"date 2025-02\""};
  }
  Result<time::Publication> publication = time::Publication::parse(date, options.zone);
  if (!publication) {
    Error error = publication.error();
    error.where = origin.where;
    return error;
  }
  Article article{.identity = {},
                  .title = trimmed(draft.title),
                  .publisher = trimmed(draft.publisher),
                  .url = normalise_url(draft.url),
                  .collection = options.collection,
                  .publication = *std::move(publication),
                  .body = std::move(draft.body),
                  .other = std::move(draft.other)};
  article.identity = identity_of(article, draft.id, origin);
  if (article.identity.size() > kIdentityBytesMax) {
    return Error{ErrorKind::kInput, "the article's id or URL is longer than 4096 bytes", origin.where, ""};
  }
  return article;
}

}  // namespace annalen::article
