#include "actor/dictionary.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace annalen::actor {
namespace {

static_assert(std::endian::native == std::endian::little, "dictionaries are little-endian");

struct DictionaryHeader {
  char magic[16] = {};
  std::uint32_t names = 0;    // slots
  std::uint32_t words = 0;    // slots
  std::uint32_t sources = 0;  // bytes
  std::uint32_t reserved = 0;
};
static_assert(sizeof(DictionaryHeader) % 8 == 0);

Error damaged(std::string what) { return {.kind = ErrorKind::kInput, .what = std::move(what), .where = "dictionary"}; }

constexpr std::uint64_t padded(std::uint64_t offset) { return (offset + 7) / 8 * 8; }

std::string_view cut(std::string_view& text, char end) {
  const auto at = std::min(text.find(end), text.size());
  const auto out = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return out;
}

std::vector<DictionarySource> sources_of(std::string_view text) {
  std::vector<DictionarySource> out;
  while (!text.empty()) {
    auto line = cut(text, '\n');
    DictionarySource& source = out.emplace_back();
    source.name = cut(line, '\t');
    const auto entries = cut(line, '\t');
    std::from_chars(entries.data(), entries.data() + entries.size(), source.entries);
    source.digest = line;
  }
  return out;
}

template <class T>
void append(std::string& out, std::span<const T> items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
  out.resize(padded(out.size()));
}

}  // namespace

Result<Dictionary> Dictionary::load(std::span<const std::byte> bytes) {
  DictionaryHeader header;
  if (bytes.size() < sizeof header) return damaged("is too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kDictionaryMagic.data(), sizeof header.magic) != 0) {
    return damaged("is none of this version");
  }
  const std::uint64_t words_at = padded(sizeof header + header.names * sizeof(Gazetteer::Slot));
  const std::uint64_t sources_at = padded(words_at + header.words * sizeof(std::uint16_t));
  if (sources_at > bytes.size() || header.sources > bytes.size() - sources_at) return damaged("is cut off");
  const auto* names = reinterpret_cast<const Gazetteer::Slot*>(bytes.data() + sizeof header);
  const auto* words = reinterpret_cast<const std::uint16_t*>(bytes.data() + words_at);
  const std::span name_slots(names, header.names);
  const std::span word_slots(words, header.words);
  // A look-up ends at a free slot.
  const bool names_end = std::any_of(name_slots.begin(), name_slots.end(),
                                     [](const Gazetteer::Slot& slot) { return slot.fingerprint == 0; });
  const bool words_end = std::find(word_slots.begin(), word_slots.end(), 0) != word_slots.end();
  if ((!names_end && header.names != 0) || (!words_end && header.words != 0)) return damaged("has a full table");
  if ((header.names & (header.names - 1)) != 0) return damaged("has no power of two of names");
  Dictionary out;
  out.names = Gazetteer(name_slots);
  out.words = KnownWords(word_slots);
  out.sources = sources_of({reinterpret_cast<const char*>(bytes.data() + sources_at), header.sources});
  return out;
}

std::string dictionary_bytes(std::span<const Gazetteer::Slot> names, std::span<const std::uint16_t> words,
                             std::span<const DictionarySource> sources) {
  std::string text;
  for (const auto& source : sources) {
    text += source.name + '\t' + std::to_string(source.entries) + '\t' + source.digest + '\n';
  }
  DictionaryHeader header;
  std::memcpy(header.magic, kDictionaryMagic.data(), sizeof header.magic);
  header.names = static_cast<std::uint32_t>(names.size());
  header.words = static_cast<std::uint32_t>(words.size());
  header.sources = static_cast<std::uint32_t>(text.size());
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  append(out, names);
  append(out, words);
  return out + text;
}

}  // namespace annalen::actor
