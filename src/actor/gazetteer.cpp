#include "actor/gazetteer.h"

#include <bit>

namespace annalen::actor {
namespace {

constexpr std::uint64_t kStart = 7;

std::uint32_t fingerprint(std::uint64_t hash) {
  const auto out = static_cast<std::uint32_t>(hash >> 32U);
  return out == 0 ? 1 : out;
}

std::uint64_t extended(std::uint64_t before, std::uint64_t word) { return mixed(before, word); }

// "Wiens": hash of the word without its s; 0 when it has none.
std::uint64_t without_genitive(const WordForm& word) {
  const std::string_view text = word.text;
  if (!word.capital || text.size() < 5 || text.back() != 's') return 0;
  return hash_of(text.substr(0, text.size() - 1));
}

}  // namespace

const Gazetteer::Slot* Gazetteer::find(std::uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t print = fingerprint(hash);
  for (std::size_t at = hash & mask; slots_[at].fingerprint != 0; at = (at + 1) & mask) {
    if (slots_[at].fingerprint == print) return &slots_[at];
  }
  return nullptr;
}

NameStart Gazetteer::step(std::uint64_t before, const NameWord& word) const {
  const Slot* const slot = find(extended(before, word.exact));
  NameStart out;
  if (slot != nullptr) out = {slot->kinds, slot->longer != 0};
  if (out.kinds != 0 || word.bare == 0) return out;
  const Slot* const other = find(extended(before, word.bare));
  if (other != nullptr) out.kinds = other->kinds;
  return out;
}

NameWord Gazetteer::word_of(const WordForm& word) const {
  NameWord out{.exact = word.exact, .bare = without_genitive(word), .start = {}};
  out.start = step(kStart, out);
  return out;
}

void Gazetteer::mark(std::span<const NameWord> words, std::vector<NameFlags>& flags) const {
  flags.assign(words.size(), 0);
  for (std::size_t first = 0; first < words.size(); ++first) {
    NameStart found = words[first].start;
    if (found.kinds == 0 && !found.longer) continue;
    std::array<std::uint8_t, kNameKinds> longest{};
    std::uint64_t hash = kStart;
    for (std::size_t length = 1;; ++length) {
      for (std::size_t kind = 0; kind < kNameKinds; ++kind) {
        if ((found.kinds >> kind & 1U) != 0) longest[kind] = static_cast<std::uint8_t>(length);
      }
      if (!found.longer || length == kNameWordsMax || first + length == words.size()) break;
      hash = extended(hash, words[first + length - 1].exact);
      found = step(hash, words[first + length]);
    }
    for (std::size_t kind = 0; kind < kNameKinds; ++kind) {
      for (std::size_t i = 0; i < longest[kind]; ++i) flags[first + i] |= 1U << (2 * kind + (i == 0 ? 0 : 1));
    }
  }
}

void GazetteerBuilder::add(NameKind kind, std::string_view name) {
  std::vector<std::uint64_t> words;
  WordForm form;
  while (!name.empty()) {
    const auto end = std::min(name.find(' '), name.size());
    if (end > 0) {
      form.assign(name.substr(0, end));
      words.push_back(form.exact);
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  if (words.empty() || words.size() > kNameWordsMax) return;
  std::uint64_t hash = kStart;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = extended(hash, words[i]);
    Value& value = names_[hash];
    if (i + 1 < words.size()) {
      value.longer = 1;
    } else {
      value.kinds = static_cast<std::uint16_t>(value.kinds | 1U << static_cast<unsigned>(kind));
    }
  }
}

std::vector<Gazetteer::Slot> GazetteerBuilder::build() const {
  std::vector<Gazetteer::Slot> slots(std::bit_ceil(names_.size() + names_.size() / 4 + 2));
  const std::size_t mask = slots.size() - 1;
  for (const auto& [hash, value] : names_) {
    std::size_t at = hash & mask;
    while (slots[at].fingerprint != 0) at = (at + 1) & mask;
    slots[at] = {.fingerprint = fingerprint(hash), .kinds = value.kinds, .longer = value.longer};
  }
  return slots;
}

}  // namespace annalen::actor
