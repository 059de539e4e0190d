// gazetteer.h: names from tables, as hashes: which words of a sentence are a first name, a town, an organisation?
// Form:    a table of fingerprints, part of the dictionary (dictionary.h); the names are not in it.
// Threads: const, shareable. Linear time.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor/word_form.h"

namespace annalen::actor {

// Numbers stand in model files.
enum class NameKind : std::uint8_t {
  kFirst = 0,
  kLast = 1,
  kCity = 2,
  kCountry = 3,
  kDivision = 4,  // Länder, provinces, cantons
  kPlace = 5,     // of our own tables
  kOrganisation = 6,
  kCompany = 7,
  kClub = 8,
  kRole = 9,
};
inline constexpr std::size_t kNameKinds = 10;
inline constexpr std::size_t kNameWordsMax = 8;

// What names a word can begin.
struct NameStart {
  std::uint16_t kinds = 0;  // bit k: it is a name of kind k
  bool longer = false;      // names go on
};

// A word as the gazetteer sees it.
struct NameWord {
  std::uint64_t exact = 0;  // hash
  std::uint64_t bare = 0;   // hash without the s of a genitive; 0: there is none
  NameStart start;
};

// Of a word: bit 2k: begins a name of kind k; bit 2k + 1: inside one.
using NameFlags = std::uint32_t;

class Gazetteer {
 public:
  struct Slot {
    std::uint32_t fingerprint = 0;  // 0: free
    std::uint16_t kinds = 0;        // bit k: a name of kind k; 0: only the beginning of names
    std::uint16_t longer = 0;       // 1: names go on
  };
  static_assert(sizeof(Slot) == 8);

  Gazetteer() = default;
  // Keeps the view. REQUIRES: a power of two of slots (or none), one of them free.
  explicit Gazetteer(std::span<const Slot> slots) : slots_(slots) {}

  // One entry a word; the longest name of each kind that begins at a word marks its words.
  void mark(std::span<const NameWord> words, std::vector<NameFlags>& flags) const;
  [[nodiscard]] NameWord word_of(const WordForm& word) const;

 private:
  [[nodiscard]] const Slot* find(std::uint64_t hash) const;
  // The names that end with the word after those whose hash is `before`.
  [[nodiscard]] NameStart step(std::uint64_t before, const NameWord& word) const;
  std::span<const Slot> slots_;
};

class GazetteerBuilder {
 public:
  // Words between blanks; longer names than kNameWordsMax are left out.
  void add(NameKind kind, std::string_view name);
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::vector<Gazetteer::Slot> build() const;

 private:
  struct Value {
    std::uint16_t kinds = 0;
    std::uint16_t longer = 0;
  };
  std::map<std::uint64_t, Value> names_;
};

}  // namespace annalen::actor
