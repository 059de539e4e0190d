#include <deque>
#include <map>

#include "query/query.h"

namespace annalen::query {
namespace {
constexpr std::size_t kArticlesKept = 64;
}

struct Loader::Cache {
  std::map<store::Position, std::shared_ptr<const store::StoredArticle>> articles;
  std::deque<store::Position> order;  // oldest first
};

Loader::Loader(const store::Store& store) : store_(store), cache_(std::make_unique<Cache>()) {}
Loader::~Loader() = default;

Result<std::shared_ptr<const store::StoredArticle>> Loader::article(store::Position version) {
  if (const auto known = cache_->articles.find(version); known != cache_->articles.end()) return known->second;
  Result<store::StoredArticle> read = store_.article(version);
  if (!read) return read.error();
  // Nobody who asks for hits needs the body, and an answer may hold many of them.
  read->body.clear();
  read->body.shrink_to_fit();
  auto article = std::make_shared<const store::StoredArticle>(*std::move(read));
  if (cache_->order.size() == kArticlesKept) {
    cache_->articles.erase(cache_->order.front());
    cache_->order.pop_front();
  }
  cache_->order.push_back(version);
  cache_->articles.emplace(version, article);
  return std::shared_ptr<const store::StoredArticle>(std::move(article));
}

Result<Hit> Loader::load(const Selected& selected) {
  Result<store::StoredEvent> event = store_.event(selected.ref);
  if (!event) return event.error();
  Result<std::shared_ptr<const store::StoredArticle>> source = article(event->article);
  if (!source) return source.error();
  return Hit{*std::move(event), selected.match, *std::move(source)};
}

}  // namespace annalen::query
