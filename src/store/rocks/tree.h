// tree.h: the Merkle tree's nodes in the database (key space `N`).
// Threads: TreeWriter belongs to the writer; the rest are functions over a View.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/merkle.h"
#include "store/rocks/database.h"

namespace annalen::store::rocks {

// A tree's right edge that tells which nodes each leaf completes. Size and root like Frontier's.
class TreeWriter {
 public:
  using NodeSink = std::function<void(std::uint8_t level, std::uint64_t index, const Hash& node)>;
  TreeWriter() = default;
  explicit TreeWriter(Frontier frontier) : frontier_(std::move(frontier)) {}
  // The leaf itself, then every node above that it completes.
  void append(const Hash& leaf, const NodeSink& sink);
  [[nodiscard]] const Frontier& frontier() const { return frontier_; }

 private:
  Frontier frontier_;
};

[[nodiscard]] Result<Hash> read_node(const View& view, std::uint8_t level, std::uint64_t index);
// The right edge of the tree over the first `size` records. O(log n) reads.
[[nodiscard]] Result<Frontier> read_frontier(const View& view, std::uint64_t size);

}  // namespace annalen::store::rocks
