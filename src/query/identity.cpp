#include "query/identity.h"

#include <algorithm>
#include <set>

namespace annalen::query {
namespace {

std::set<store::Position> undone_merges(const std::vector<store::Decision>& decisions) {
  std::set<store::Position> out;
  for (const store::Decision& decision : decisions) {
    if (decision.undone) out.insert(*decision.undone);
  }
  return out;
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

bool has_the_rest(const store::SplitPart& part) { return part.article_identities.empty() && part.titles.empty(); }

bool holds(const std::vector<std::string>& texts, std::string_view text) {
  return std::binary_search(texts.begin(), texts.end(), text, std::less<>());
}

}  // namespace

Identities::Identities(const std::vector<store::Decision>& decisions) {
  const std::set<store::Position> undone = undone_merges(decisions);
  for (const store::Decision& decision : decisions) {
    if (decision.kind == store::RecordKind::kMerge && !undone.contains(decision.position)) merge(decision);
    if (decision.kind == store::RecordKind::kSplit) split(decision);
  }
  for (Node node = 0; node < classes_.size(); ++node) classes_[node].parent = root_of(node);
  find_sources();
}

Result<Identities> Identities::of(const store::Store& store, std::optional<std::uint64_t> as_of) {
  Result<std::vector<store::Decision>> decisions = store.decisions(as_of);
  if (!decisions) return decisions.error();
  return Identities(*decisions);
}

Identities::Node Identities::make_node(const std::string& key) {
  classes_.push_back(Class{classes_.size(), key, {}, std::nullopt});
  return classes_.size() - 1;
}

Identities::Node Identities::node_of(const std::string& key) {
  const auto known = node_of_.find(key);
  if (known != node_of_.end()) return known->second;
  return node_of_.emplace(key, make_node(key)).first->second;
}

Identities::Node Identities::root_of(Node node) {
  while (classes_[node].parent != node) {
    classes_[node].parent = classes_[classes_[node].parent].parent;  // halves the path
    node = classes_[node].parent;
  }
  return node;
}

Identities::Node Identities::root_of(Node node) const {
  while (classes_[node].parent != node) node = classes_[node].parent;
  return node;
}

// Ends: a split leads to classes that were open when it closed its own, so each step is to one that was closed later.
Identities::Node Identities::follow(Node node, std::string_view article, std::string_view title) const {
  for (node = root_of(node); classes_[node].rest; node = root_of(node)) {
    const std::vector<Part>& parts = classes_[node].parts;
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& one) {
      return (!article.empty() && holds(one.articles, article)) || (!title.empty() && holds(one.titles, title));
    });
    node = part == parts.end() ? *classes_[node].rest : part->node;
  }
  return node;
}

// The open class that a split has made for the key, while it means that key.
std::optional<Identities::Node> Identities::named(std::string_view key) const {
  const auto made = made_.find(key);
  if (made == made_.end()) return std::nullopt;
  const Node root = root_of(made->second);
  return !classes_[root].rest && classes_[root].key == key ? std::optional<Node>(root) : std::nullopt;
}

// The open class that a decision speaks of.
Identities::Node Identities::target(const std::string& key) {
  const Node extracted = root_of(node_of(key));
  return named(key).value_or(follow(extracted, {}, {}));
}

void Identities::merge(const store::Decision& decision) {
  const Node from = target(decision.from);
  const Node into = target(decision.into);
  classes_[from].parent = into;
}

void Identities::split(const store::Decision& decision) {
  if (std::all_of(decision.parts.begin(), decision.parts.end(), has_the_rest)) return;  // tells nothing apart
  const Node closed = target(decision.key);
  std::map<std::string, Node> fresh;  // one class for a key, however many parts name it
  const auto make = [&](const std::string& key) {
    const auto [slot, is_new] = fresh.try_emplace(key, 0);
    if (is_new) slot->second = make_node(slot->first);
    return made_[slot->first] = slot->second;
  };
  std::vector<Part> parts;
  std::optional<Node> rest;
  for (const store::SplitPart& part : decision.parts) {
    // What is closed takes no more members: the key goes on as a class of its own.
    Node node = target(part.key);
    if (node == closed) node = make(part.key);
    if (!part.name.empty()) given_names_[classes_[node].key] = part.name;
    if (!has_the_rest(part)) {
      parts.push_back({sorted(part.article_identities), sorted(part.titles), node});
    } else if (!rest) {
      rest = node;
    }
  }
  classes_[closed].rest = rest ? *rest : make(classes_[closed].key);
  classes_[closed].parts = std::move(parts);
}

std::string Identities::key_of(std::string_view key, std::string_view article, std::string_view title) const {
  const auto known = node_of_.find(key);
  return known == node_of_.end() ? std::string(key) : classes_[follow(known->second, article, title)].key;
}

std::string Identities::key_of(const store::StoredEvent& event, const store::StoredParticipant& participant) const {
  return key_of(participant.key, event.article_identity, participant.title);
}

std::string Identities::key_of(std::string_view key) const {
  return named(key) ? std::string(key) : key_of(key, {}, {});
}

std::vector<std::string> Identities::meanings_of(std::string_view key) const {
  const auto known = node_of_.find(key);
  if (known == node_of_.end()) return {std::string(key)};
  std::set<std::string> out;
  std::set<Node> seen;
  std::vector<Node> open = {root_of(known->second)};
  while (!open.empty()) {
    const Node node = open.back();
    open.pop_back();
    if (!seen.insert(node).second) continue;
    if (!classes_[node].rest) {
      out.insert(classes_[node].key);
      continue;
    }
    open.push_back(root_of(*classes_[node].rest));
    for (const Part& part : classes_[node].parts) open.push_back(root_of(part.node));
  }
  return {out.begin(), out.end()};
}

void Identities::find_sources() {
  for (const auto& [extracted, node] : node_of_) {
    const std::vector<std::string> meanings = meanings_of(extracted);
    for (const std::string& key : meanings) sources_[key].push_back({extracted, meanings.size() == 1});
  }
}

std::vector<Identities::Source> Identities::sources_of(std::string_view key) const {
  const auto known = sources_.find(key);
  if (known != sources_.end()) return known->second;
  return knows(key) ? std::vector<Source>() : std::vector<Source>{{std::string(key), true}};
}

std::string Identities::given_name(std::string_view key) const {
  const auto given = given_names_.find(key);
  return given == given_names_.end() ? std::string() : given->second;
}

std::vector<store::Decision> standing_merges(const std::vector<store::Decision>& decisions) {
  const std::set<store::Position> undone = undone_merges(decisions);
  std::vector<store::Decision> out;
  for (const store::Decision& decision : decisions) {
    if (decision.kind == store::RecordKind::kMerge && !undone.contains(decision.position)) out.push_back(decision);
  }
  return out;
}

}  // namespace annalen::query
