// noun_ends.h: nouns known by their last part, inflected: "Raketenangriffs" is an "angriff".
// Threads: const once filled, shareable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_map.h"

namespace annalen::event {

inline constexpr std::size_t kNounEndBytesMin = 4;  // a shorter noun is no end of others

// What a language appends to its nouns ("s", "en").
using NounEndings = std::vector<std::string>;

// Whether `lower` is the noun or a compound that ends with it, as it stands or with an ending. Both in lower case.
[[nodiscard]] bool is_noun(std::string_view lower, std::string_view noun, const NounEndings& endings);

class NounEnds {
 public:
  void add(std::string_view noun, std::uint32_t value) { values_[noun] = value; }
  struct Found {
    std::uint32_t value = 0;
    std::size_t begin = 0;  // of the noun in the compound, bytes
  };
  // The longest noun that `lower` is or ends with.
  [[nodiscard]] std::optional<Found> find(std::string_view lower, const NounEndings& endings) const;
  [[nodiscard]] bool contains(std::string_view noun) const { return values_.contains(noun); }

 private:
  WordMap<std::uint32_t> values_;
};

}  // namespace annalen::event
