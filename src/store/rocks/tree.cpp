#include "store/rocks/tree.h"

#include <bit>
#include <utility>

namespace annalen::store::rocks {

void TreeWriter::append(const Hash& leaf, const NodeSink& sink) {
  std::uint64_t index = frontier_.size();
  Hash node = leaf;
  std::uint8_t level = 0;
  sink(level, index, node);
  // The peaks from the smallest up are the left siblings that `leaf` completes.
  for (auto peak = frontier_.peaks().rbegin(); (index & 1U) != 0; ++peak) {
    node = node_hash(*peak, node);
    index >>= 1U;
    ++level;
    sink(level, index, node);
  }
  frontier_.append(leaf);
}

Result<Hash> read_node(const View& view, std::uint8_t level, std::uint64_t index) {
  const std::string key = node_key(level, index);
  const auto value = view.get(key);
  if (!value) return value.error();
  if (!*value) return Error{ErrorKind::kDamaged, "is missing", describe_key(key)};
  const auto hash = hash_from_bytes(**value);
  if (!hash) return Error{ErrorKind::kDamaged, "is not 32 bytes", describe_key(key)};
  return *hash;
}

Result<Frontier> read_frontier(const View& view, std::uint64_t size) {
  std::vector<Hash> peaks;
  std::uint64_t begin = 0;  // first record of the next peak
  for (int level = 63; level >= 0; --level) {
    const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level);
    if ((size & width) == 0) continue;
    const auto node = read_node(view, static_cast<std::uint8_t>(level), begin / width);
    if (!node) return node.error();
    peaks.push_back(*node);
    begin += width;
  }
  return *Frontier::restore(size, std::move(peaks));
}

}  // namespace annalen::store::rocks
