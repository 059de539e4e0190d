// word_map.h: words -> values, made once and asked for every word of a text.
// Method:  open addressing; one byte of the hash a place, in a table of its own that stays in the cache, so that a word
//          that is not in the map (most are not) seldom costs more than one look into it. No word of a text changes
//          the map: its longest search is settled when it is made.
// Threads: const once filled, shareable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annalen {

// Not for sums that are kept: it differs between byte orders.
[[nodiscard]] inline std::uint64_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio
  const char* at = word.data();
  const std::size_t size = word.size();
  const auto eight = [](const char* bytes) {
    std::uint64_t out = 0;
    std::memcpy(&out, bytes, sizeof(out));
    return out;
  };
  const auto four = [](const char* bytes) {
    std::uint32_t out = 0;
    std::memcpy(&out, bytes, sizeof(out));
    return std::uint64_t{out};
  };
  std::uint64_t hash = size * factor;
  const auto mix = [&](std::uint64_t bits) {
    hash = (hash ^ bits) * factor;
    hash ^= hash >> 32U;
  };
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) mix(eight(at + i));
    mix(eight(at + size - 8));  // the rest, and perhaps some of it again
  } else if (size >= 4) {
    mix(four(at) | four(at + size - 4) << 32U);
  } else if (size > 0) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    mix(byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U);
  }
  return hash ^ (hash >> 29U);
}

template <class Value>
class WordMap {
 public:
  [[nodiscard]] const Value* find(std::string_view word) const {
    if (tags_.empty()) return nullptr;
    const std::uint64_t hash = hash_of_word(word);
    const std::uint8_t tag = tag_of(hash);
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      if (tags_[at] == 0) return nullptr;
      if (tags_[at] == tag && word_of(entries_[places_[at]]) == word) return &entries_[places_[at]].value;
    }
  }
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  // The word's value, a new one when the word is new. Valid until the next one is made.
  Value& operator[](std::string_view word) {
    if (const Value* known = find(word)) return const_cast<Value&>(*known);  // NOLINT: ours
    entries_.push_back({letters_.size(), word.size(), Value{}});
    letters_ += word;
    constexpr std::size_t places_min = 16;
    if (entries_.size() * 2 > tags_.size()) {
      grow(std::max(places_min, tags_.size() * 2));
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
  struct Entry {
    std::size_t begin = 0;  // in letters_
    std::size_t size = 0;
    Value value{};
  };
  [[nodiscard]] std::size_t mask() const { return tags_.size() - 1; }
  static std::uint8_t tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>((hash >> 56U) | 1U); }
  [[nodiscard]] std::string_view word_of(const Entry& entry) const {
    return {letters_.data() + entry.begin, entry.size};
  }

  void place(std::size_t entry) {
    const std::uint64_t hash = hash_of_word(word_of(entries_[entry]));
    std::size_t at = hash & mask();
    while (tags_[at] != 0) at = (at + 1) & mask();
    tags_[at] = tag_of(hash);
    places_[at] = static_cast<std::uint32_t>(entry);
  }
  void grow(std::size_t size) {
    tags_.assign(size, 0);
    places_.assign(size, 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) place(i);
  }

  std::vector<std::uint8_t> tags_;     // 0: free; a power of two of places, at most half of them taken
  std::vector<std::uint32_t> places_;  // index into entries_
  std::vector<Entry> entries_;
  std::string letters_;
};

}  // namespace annalen
