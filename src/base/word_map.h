// word_map.h: words -> values, and sets of words, made once and asked for every word of a text.
// Method:  a sieve of a byte a word, which stays in the cache, turns most words away that are not in the map; behind it
//          open addressing. No word of a text changes the map: its longest search is settled when it is made.
// Threads: const once filled, shareable.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annalen {

namespace word_map {

template <class Bytes>
[[nodiscard]] std::uint64_t load(const char* from) {
  Bytes out = 0;
  std::memcpy(&out, from, sizeof(out));
  return out;
}

// All of a word of less than eight bytes: two of equal size are equal when these are.
[[nodiscard]] inline std::uint64_t bits_of_short(std::string_view word) {
  const char* at = word.data();
  const std::size_t size = word.size();
  if (size >= 4) return load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32U;
  if (size == 0) return 0;
  return load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8U | load<std::uint8_t>(at + size - 1) << 16U;
}

// Without the calls of memcmp(), which cost more than the few bytes of a word.
[[nodiscard]] inline bool equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return bits_of_short(a) == bits_of_short(b);
  if (a.size() > 16) return a == b;
  const auto eight = [](std::string_view word, std::size_t from) { return load<std::uint64_t>(word.data() + from); };
  const std::size_t last = a.size() - 8;
  return eight(a, 0) == eight(b, 0) && eight(a, last) == eight(b, last);
}

// Not for sums that are kept: it differs between byte orders.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio
  std::uint64_t hash = word.size() * factor;
  const auto mix = [&](std::uint64_t bits) {
    hash = (hash ^ bits) * factor;
    hash ^= hash >> 32U;
  };
  if (word.size() < 8) {
    mix(bits_of_short(word));
  } else {
    for (std::size_t i = 0; i + 8 < word.size(); i += 8) mix(load<std::uint64_t>(word.data() + i));
    mix(load<std::uint64_t>(word.data() + word.size() - 8));  // the rest, and perhaps some of it again
  }
  return hash ^ (hash >> 29U);
}

}  // namespace word_map

template <class Value>
class WordMap {
 public:
  [[nodiscard]] const Value* find(std::string_view word) const {
    const std::uint64_t hash = word_map::hash_of(word);
    const std::uint64_t sieved = bits_of(hash);
    if ((sieve_[block_of(hash)] & sieved) != sieved) return nullptr;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      if (places_[at] == kFree) return nullptr;
      const Entry& entry = entries_[places_[at]];
      if (word_map::equal(word_of(entry), word)) return &entry.value;
    }
  }
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  // The word's value, a new one when the word is new. Valid until the next one is made.
  Value& operator[](std::string_view word) {
    if (const Value* known = find(word)) return const_cast<Value&>(*known);  // NOLINT: ours
    Entry& entry = entries_.emplace_back();
    entry.size = static_cast<std::uint32_t>(word.size());
    if (word.size() <= entry.head.size()) {
      std::copy(word.begin(), word.end(), entry.head.begin());
    } else {
      entry.begin = static_cast<std::uint32_t>(letters_.size());
      letters_ += word;
    }
    if (entries_.size() * 2 > places_.size()) {
      grow(places_.size() * 2);
    } else {
      place(entries_.size() - 1);
    }
    return entries_.back().value;
  }
  // In the order in which the words came.
  template <class Use>
  void each(const Use& use) const {
    for (const Entry& entry : entries_) use(word_of(entry), entry.value);
  }
  template <class Use>
  void each(const Use& use) {
    for (Entry& entry : entries_) use(word_of(entry), entry.value);
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  static constexpr std::size_t kPlacesMin = 16;
  static constexpr std::size_t kPlacesPerBlock = 16;  // of the sieve: at most eight words

  struct Entry {
    std::uint32_t size = 0;
    std::uint32_t begin = 0;      // in letters_, of a word that is longer than `head`
    std::array<char, 16> head{};  // a shorter word, so that it is near
    Value value{};
  };
  [[nodiscard]] std::size_t mask() const { return places_.size() - 1; }
  [[nodiscard]] std::size_t block_of(std::uint64_t hash) const { return (hash >> 32U) & (sieve_.size() - 1); }
  // Two bits of a block.
  static std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> 58U) | std::uint64_t{1} << (hash >> 52U & 63U);
  }
  [[nodiscard]] std::string_view word_of(const Entry& entry) const {
    const bool near = entry.size <= entry.head.size();
    return {near ? entry.head.data() : letters_.data() + entry.begin, entry.size};
  }

  void place(std::size_t entry) {
    const std::uint64_t hash = word_map::hash_of(word_of(entries_[entry]));
    std::size_t at = hash & mask();
    while (places_[at] != kFree) at = (at + 1) & mask();
    places_[at] = static_cast<std::uint32_t>(entry);
    sieve_[block_of(hash)] |= bits_of(hash);
  }
  void grow(std::size_t size) {
    places_.assign(size, kFree);
    sieve_.assign(size / kPlacesPerBlock, 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) place(i);
  }

  std::vector<std::uint64_t> sieve_ = std::vector<std::uint64_t>(1, 0);
  // Index into entries_; a power of two of places, at most half of them taken.
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(kPlacesMin, kFree);
  std::vector<Entry> entries_;
  std::string letters_;
};

class WordSet {
 public:
  void insert(std::string_view word) { words_[word] = true; }
  [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  WordMap<bool> words_;
};

}  // namespace annalen
