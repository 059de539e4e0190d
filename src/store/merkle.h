// merkle.h: the hash tree over the log's records.
// Source:  RFC 9162, 2.1 (leaf: SHA-256(0x00 ‖ record bytes), node: SHA-256(0x01 ‖ left ‖ right)).
// Threads: pure functions; Frontier is a value type.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace annalen::store {

[[nodiscard]] Hash leaf_hash(std::string_view record_bytes);
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);
[[nodiscard]] Hash empty_root();

// The right edge of a growing tree: the roots of its perfect subtrees, largest first. O(log n) space and append.
class Frontier {
 public:
  void append(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;
  [[nodiscard]] const std::vector<Hash>& peaks() const { return peaks_; }
  // Empty unless the number of peaks is the number of ones in `size`.
  [[nodiscard]] static std::optional<Frontier> restore(std::uint64_t size, std::vector<Hash> peaks);

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;
};

// Proofs over a source of leaf hashes; RFC 9162, 2.1.3 and 2.1.4. O(n) reads.
using LeafSource = std::function<Hash(std::uint64_t index)>;
[[nodiscard]] Hash root_of(std::uint64_t begin, std::uint64_t end, const LeafSource& leaves);
[[nodiscard]] std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const LeafSource& leaves);
[[nodiscard]] std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size, const LeafSource& leaves);
[[nodiscard]] bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                    std::span<const Hash> proof, const Hash& root);
[[nodiscard]] bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size,
                                      const Hash& root, std::span<const Hash> proof);

}  // namespace annalen::store
