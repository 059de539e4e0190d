#include <deque>
#include <map>

#include "query/actors.h"
#include "query/query.h"

namespace annalen::query {
namespace {
constexpr std::size_t kArticlesKept = 64;
}

struct Loader::Cache {
  std::map<store::Position, std::shared_ptr<const store::StoredArticle>> articles;
  std::deque<store::Position> order;  // oldest first
  std::optional<Identities> identities;
  std::map<std::pair<store::ParticipantRole, std::string>, std::string> names;  // of keys that decisions lead to
};

Loader::Loader(const store::Store& store, std::optional<std::uint64_t> as_of)
    : store_(store), as_of_(as_of), cache_(std::make_unique<Cache>()) {}
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
  Hit hit{*std::move(event), selected.match, *std::move(source)};
  if (Result<void> state = identify(hit); !state) return state.error();
  return hit;
}

Result<void> Loader::identify(Hit& hit) {
  if (!cache_->identities) {
    Result<Identities> identities = Identities::of(store_, as_of_);
    if (!identities) return identities.error();
    cache_->identities = *std::move(identities);
  }
  const Identities& identities = *cache_->identities;
  if (identities.empty()) return {};
  const auto name_of = [&](const std::string& key, store::ParticipantRole role) -> Result<std::string> {
    const auto [name, fresh] = cache_->names.try_emplace({role, key});
    if (fresh) {
      Result<std::string> known = name_of_key(store_, identities, key, role);
      if (!known) return known;
      name->second = *std::move(known);
    }
    return name->second;
  };
  if (auto& speaker = hit.event.facts.speaker; speaker && identities.knows(speaker->key)) {
    speaker->key = identities.key_of(speaker->key, hit.event.article_identity, {});
    Result<std::string> name = name_of(speaker->key, store::ParticipantRole::kActor);
    if (!name) return name.error();
    speaker->name = *std::move(name);
  }
  std::vector<std::string> extracted;
  bool changed = false;
  for (store::StoredParticipant& participant : hit.event.participants) {
    extracted.push_back(participant.key);
    if (!identities.knows(participant.key)) continue;
    std::string key = identities.key_of(hit.event, participant);
    changed = changed || key != participant.key;
    Result<std::string> name = name_of(key, participant.role);
    if (!name) return name.error();
    participant.key = std::move(key);
    participant.name = *std::move(name);
  }
  if (changed) hit.extracted_keys = std::move(extracted);
  return {};
}

}  // namespace annalen::query
