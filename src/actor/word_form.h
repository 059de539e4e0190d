// word_form.h: a word as the sequence model sees it: lower case, hashes of itself and of its shape.
// Hashes:  64 bit, of this program; they stand in model files, so they never change (a new one is a new file version).
// Limits:  the first kWordCharactersMax characters of a word count.
// Threads: value type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::actor {

inline constexpr std::size_t kWordCharactersMax = 48;

[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);
// `value` marked as being of `kind`; also for pairs.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t kind, std::uint64_t value) {
  std::uint64_t h = (value + kind * 0x9E3779B97F4A7C15ULL) * 0xFF51AFD7ED558CCDULL;
  h ^= h >> 32U;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 29U);
}

struct WordForm {
  std::string text;                   // quotation marks as '"', dashes as '-'
  std::string lower;                  // of `text`
  std::vector<std::uint16_t> starts;  // bytes of `lower` where its characters begin, and its end
  std::uint64_t exact = 0;
  std::uint64_t folded = 0;       // of `lower`
  std::uint64_t shape = 0;        // "Xxxx"
  std::uint64_t short_shape = 0;  // "Xx"
  bool capital = false;
  bool all_capitals = false;  // of two letters or more
  bool digit = false;

  [[nodiscard]] std::size_t characters() const { return starts.size() - 1; }
  // Characters [first, end) of `lower`.
  [[nodiscard]] std::string_view part(std::size_t first, std::size_t end) const {
    return std::string_view(lower).substr(starts[first], starts[end] - starts[first]);
  }
  // Reuses what is allocated. REQUIRES: well-formed UTF-8.
  void assign(std::string_view word);
};

}  // namespace annalen::actor
