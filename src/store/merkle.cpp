#include "store/merkle.h"

#include <bit>
#include <cassert>
#include <utility>

namespace annalen::store {
namespace {

// The largest power of two smaller than n. REQUIRES: n >= 2.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

// RFC 9162, 2.1.4.2: PROOF or SUBPROOF walked from the root down. `complete` is the algorithm's flag b.
void subproof(std::uint64_t old_end, std::uint64_t begin, std::uint64_t end, bool complete, const LeafSource& leaves,
              std::vector<Hash>& proof) {
  if (old_end == end) {
    if (!complete) proof.push_back(root_of(begin, end, leaves));
    return;
  }
  const std::uint64_t middle = begin + split_of(end - begin);
  if (old_end <= middle) {
    subproof(old_end, begin, middle, complete, leaves, proof);
    proof.push_back(root_of(middle, end, leaves));
  } else {
    subproof(old_end, middle, end, false, leaves, proof);
    proof.push_back(root_of(begin, middle, leaves));
  }
}

void path(std::uint64_t index, std::uint64_t begin, std::uint64_t end, const LeafSource& leaves,
          std::vector<Hash>& proof) {
  if (end - begin == 1) return;
  const std::uint64_t middle = begin + split_of(end - begin);
  if (index < middle) {
    path(index, begin, middle, leaves, proof);
    proof.push_back(root_of(middle, end, leaves));
  } else {
    path(index, middle, end, leaves, proof);
    proof.push_back(root_of(begin, middle, leaves));
  }
}

}  // namespace

Hash leaf_hash(std::string_view record_bytes) {
  return Sha256().update(std::string_view("\0", 1)).update(record_bytes).finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
  return Sha256().update("\x01").update(as_bytes(left)).update(as_bytes(right)).finish();
}

Hash empty_root() { return sha256(""); }

void Frontier::append(const Hash& leaf) {
  Hash node = leaf;
  // Each one bit at the low end of the size is a perfect subtree as large as `node`: they join.
  for (std::uint64_t rest = size_; (rest & 1U) != 0; rest >>= 1U) {
    node = node_hash(peaks_.back(), node);
    peaks_.pop_back();
  }
  peaks_.push_back(node);
  ++size_;
}

Hash Frontier::root() const {
  if (peaks_.empty()) return empty_root();
  Hash root = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i > 0; --i) root = node_hash(peaks_[i - 1], root);
  return root;
}

std::optional<Frontier> Frontier::restore(std::uint64_t size, std::vector<Hash> peaks) {
  if (static_cast<std::size_t>(std::popcount(size)) != peaks.size()) return std::nullopt;
  Frontier frontier;
  frontier.size_ = size;
  frontier.peaks_ = std::move(peaks);
  return frontier;
}

Hash root_of(std::uint64_t begin, std::uint64_t end, const LeafSource& leaves) {
  assert(begin <= end);
  Frontier frontier;  // splits where RFC 9162 splits: the largest power of two goes left
  for (std::uint64_t i = begin; i < end; ++i) frontier.append(leaves(i));
  return frontier.root();
}

std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const LeafSource& leaves) {
  assert(index < size);
  std::vector<Hash> proof;
  path(index, 0, size, leaves, proof);
  return proof;
}

std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t size, const LeafSource& leaves) {
  assert(old_size <= size);
  std::vector<Hash> proof;
  if (old_size > 0 && old_size < size) subproof(old_size, 0, size, true, leaves, proof);
  return proof;
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      hash = node_hash(sibling, hash);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        std::span<const Hash> proof) {
  if (old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  if (old_size == 0) return proof.empty() && old_root == empty_root();

  std::uint64_t node = old_size - 1;
  std::uint64_t last = size - 1;
  const auto shift = static_cast<unsigned>(std::countr_one(node));
  node >>= shift;
  last >>= shift;
  // A perfect old tree is its own first node.
  const bool perfect = std::has_single_bit(old_size);
  if (!perfect && proof.empty()) return false;
  Hash old_hash = perfect ? old_root : proof.front();
  Hash hash = old_hash;
  for (const Hash& sibling : proof.subspan(perfect ? 0 : 1)) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      old_hash = node_hash(sibling, old_hash);
      hash = node_hash(sibling, hash);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && old_hash == old_root && hash == root;
}

}  // namespace annalen::store
