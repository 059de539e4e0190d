// dictionary.h: what packages of the system know of words: names of persons and places, and a list of known words.
// Form:    one file, made from the packages when the program is built (tools/dictionary) and embedded; the words are
//          in it as hashes only.
// OFFSET  SIZE             DESCRIPTION                                  numbers are little-endian, sections 8-aligned
// 0       sizeof(header)   DictionaryHeader
// …       8 a name slot    Gazetteer::Slot; a power of two of them
// …       2 a word slot    KnownWords
// …       header.sources   text: a line a source
// Threads: const, shareable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor/gazetteer.h"
#include "actor/known_words.h"
#include "base/result.h"

namespace annalen::actor {

inline constexpr std::string_view kDictionaryMagic = "annalen words 1\n";

// A package, or what else the dictionary was made from.
struct DictionarySource {
  std::string name;
  std::uint64_t entries = 0;  // 0: it was not there
  std::string digest;         // SHA-256 of what was read, in hex
};

struct Dictionary {
  Gazetteer names;
  KnownWords words;
  std::vector<DictionarySource> sources;

  // Keeps the view: `bytes` outlive it and stand at an address that 8 divides. Error{kInput} tells what is wrong.
  [[nodiscard]] static Result<Dictionary> load(std::span<const std::byte> bytes);
};

// The file's bytes.
[[nodiscard]] std::string dictionary_bytes(std::span<const Gazetteer::Slot> names, std::span<const std::uint16_t> words,
                                           std::span<const DictionarySource> sources);

}  // namespace annalen::actor
