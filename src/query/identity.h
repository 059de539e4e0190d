// identity.h: who is who: merges and splits over the keys that events were extracted with.
// Method:  the decisions are replayed in order of the log; a merge that an unmerge has taken back is passed over as if
//          it had never been. "From" and "into" of a merge mean what these keys stand for at that moment, so merges are
//          transitive in any order and can form no cycle; one between keys that are one already says nothing. A split
//          of a key holds for all that it stands for at that moment. Keys are joined in a union-find (Tarjan 1975); a
//          split closes a class and leads on to other ones.
// Cost:    nearly linear in the decisions; afterwards a key costs one look-up and one step for each split on its way.
// Threads: immutable after making.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/decision.h"
#include "store/store.h"

namespace annalen::query {

class Identities {
 public:
  Identities() = default;  // nothing was decided
  explicit Identities(const std::vector<store::Decision>& decisions);
  // Decisions before `as_of` (a log size).
  [[nodiscard]] static Result<Identities> of(const store::Store& store, std::optional<std::uint64_t> as_of);

  [[nodiscard]] bool empty() const { return node_of_.empty(); }
  [[nodiscard]] bool knows(std::string_view key) const { return node_of_.contains(key); }

  // Whom a mention means: its key, the article's identity and its title ("Kreml-Sprecher").
  [[nodiscard]] std::string key_of(std::string_view key, std::string_view article, std::string_view title) const;
  [[nodiscard]] std::string key_of(const store::StoredEvent& event, const store::StoredParticipant& participant) const;
  // What a key alone stands for: itself while something means it; else what a split has given the rest to.
  [[nodiscard]] std::string key_of(std::string_view key) const;
  // All that mentions with this key may mean, sorted: one key, unless it has been split.
  [[nodiscard]] std::vector<std::string> meanings_of(std::string_view key) const;

  struct Source {
    std::string key;     // as extracted
    bool always = true;  // false: only some of its mentions; ask key_of() about each
  };
  // The keys as extracted whose mentions may mean `key`, sorted.
  [[nodiscard]] std::vector<Source> sources_of(std::string_view key) const;
  // The same of each key that a decision leads to.
  using Sources = std::map<std::string, std::vector<Source>, std::less<>>;
  [[nodiscard]] const Sources& sources() const { return sources_; }
  // The name that a split has given to the key; empty: none.
  [[nodiscard]] std::string given_name(std::string_view key) const;
  // Key -> name, of all that have one.
  using Given = std::map<std::string, std::string, std::less<>>;
  [[nodiscard]] const Given& given_names() const { return given_names_; }

 private:
  using Node = std::size_t;
  struct Part {
    std::vector<std::string> articles;  // sorted
    std::vector<std::string> titles;    // sorted
    Node node = 0;
  };
  struct Class {
    Node parent = 0;
    std::string key;           // that its members mean; meaningful in a root
    std::vector<Part> parts;   // not empty: closed by a split
    std::optional<Node> rest;  // of a closed one
  };

  Node node_of(const std::string& key);
  Node root_of(Node node);
  [[nodiscard]] Node root_of(Node node) const;
  Node make_node(const std::string& key);
  [[nodiscard]] std::optional<Node> named(std::string_view key) const;
  Node target(const std::string& key);
  [[nodiscard]] Node follow(Node node, std::string_view article, std::string_view title) const;
  void merge(const store::Decision& decision);
  void split(const store::Decision& decision);
  void find_sources();

  std::vector<Class> classes_;
  std::map<std::string, Node, std::less<>> node_of_;
  std::map<std::string, Node, std::less<>> made_;  // by splits
  Given given_names_;
  Sources sources_;
};

// Merges that have not been taken back, in order.
[[nodiscard]] std::vector<store::Decision> standing_merges(const std::vector<store::Decision>& decisions);

}  // namespace annalen::query
