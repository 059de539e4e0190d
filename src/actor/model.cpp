#include "actor/model.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "actor/model_file.h"

namespace annalen::actor {
namespace {

Error damaged(std::string what) { return {.kind = ErrorKind::kInput, .what = std::move(what), .where = "name model"}; }

template <class T>
std::span<const T> section(std::span<const std::byte> bytes, std::uint64_t offset, std::uint64_t count) {
  return {reinterpret_cast<const T*>(bytes.data() + offset), static_cast<std::size_t>(count)};
}

bool fits(std::span<const std::byte> bytes, std::uint64_t offset, std::uint64_t count, std::size_t size) {
  return offset % 8 == 0 && offset <= bytes.size() && count <= (bytes.size() - offset) / size;
}

constexpr std::size_t kSieveKeysPerBlock = 5;

// Two bits of a block, by the fingerprint's last twelve.
std::uint64_t sieve_bits(std::uint32_t print) {
  return std::uint64_t{1} << (print & 63U) | std::uint64_t{1} << (print >> 6U & 63U);
}
std::size_t sieve_block(std::uint32_t print, std::size_t blocks) { return std::uint64_t{print} * blocks >> 32U; }

}  // namespace

Result<Model> Model::load(std::span<const std::byte> bytes) {
  ModelHeader header;
  if (bytes.size() < sizeof header) return damaged("is too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kModelMagic.data(), sizeof header.magic) != 0)
    return damaged("is none of this version");
  if (header.labels != kLabels) return damaged("has other labels");
  const std::uint64_t weights_at = ModelHeader::padded(sizeof header + header.slots * sizeof(std::uint32_t));
  if (!fits(bytes, sizeof header, header.slots, sizeof(std::uint32_t)) ||
      !fits(bytes, weights_at, std::uint64_t{header.slots} * kLabels, 1)) {
    return damaged("is cut off");
  }
  Model out;
  out.keys_ = section<std::uint32_t>(bytes, sizeof header, header.slots);
  out.weights_ = section<std::int8_t>(bytes, weights_at, std::uint64_t{header.slots} * kLabels);
  // A look-up ends at a free slot.
  const auto free_keys = std::count(out.keys_.begin(), out.keys_.end(), 0U);
  if (free_keys == 0) return damaged("has a full table");
  out.features_ = out.keys_.size() - static_cast<std::size_t>(free_keys);
  out.sieve_.resize(out.features_ / kSieveKeysPerBlock + 1);
  for (const std::uint32_t print : out.keys_) {
    if (print != 0) out.sieve_[sieve_block(print, out.sieve_.size())] |= sieve_bits(print);
  }
  out.unit_ = header.unit;
  std::memcpy(&out.transitions_, header.transitions, sizeof header.transitions);
  return out;
}

bool Model::may_have(std::uint32_t print) const {
  const std::uint64_t bits = sieve_bits(print);
  return (sieve_[sieve_block(print, sieve_.size())] & bits) == bits;
}

void Model::add(std::span<const std::uint64_t> features, LabelSums& sums) const {
  // The table is larger than the caches: what will be read is called for some features ahead.
  constexpr std::size_t ahead = 8;
  std::array<std::size_t, ahead> slots{};
  std::array<std::uint32_t, ahead> prints{};
  std::size_t called = 0;
  std::size_t added = 0;
  const auto add_one = [&] {
    const std::uint32_t print = prints[added % ahead];
    std::size_t at = slots[added % ahead];
    ++added;
    while (keys_[at] != print && keys_[at] != 0) at = at + 1 == keys_.size() ? 0 : at + 1;
    if (keys_[at] == 0) return;
    const std::int8_t* row = weights_.data() + at * kLabels;
    for (std::size_t label = 0; label < kLabels; ++label) sums[label] += row[label];
  };
  for (const std::uint64_t feature : features) {
    const std::uint32_t print = model_fingerprint(feature);
    if (!may_have(print)) continue;
    const std::size_t at = model_slot(feature, keys_.size());
    __builtin_prefetch(keys_.data() + at);
    __builtin_prefetch(weights_.data() + at * kLabels);
    if (called - added == ahead) add_one();
    slots[called % ahead] = at;
    prints[called % ahead] = print;
    ++called;
  }
  while (added < called) add_one();
}

}  // namespace annalen::actor
