#include "actor/known_words.h"

#include <algorithm>
#include <bit>
#include <string>

namespace annalen::actor {
namespace {

constexpr std::size_t kPartCharactersMin = 3;  // of a compound's part
constexpr std::size_t kCompoundCharactersMin = 7;

std::uint32_t fingerprint(std::uint64_t hash) {
  const auto out = static_cast<std::uint32_t>(hash >> 32U);
  return out == 0 ? 1 : out;
}

// First character as a capital; only of what German writes.
std::string capitalised(const WordForm& word, std::size_t first) {
  std::string out(word.part(first, word.characters()));
  if (out.empty()) return out;
  if (out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  } else if (out.size() > 1 && out[0] == '\xC3' && static_cast<unsigned char>(out[1]) >= 0xA0) {
    out[1] = static_cast<char>(static_cast<unsigned char>(out[1]) - 0x20);
  }
  return out;
}

}  // namespace

KnownWords::KnownWords(std::string_view list) {
  const auto lines = static_cast<std::size_t>(std::count(list.begin(), list.end(), '\n')) + 1;
  slots_.resize(std::bit_ceil(lines + lines / 4 + 1));
  const std::size_t mask = slots_.size() - 1;
  while (!list.empty()) {
    const auto end = std::min(list.find('\n'), list.size());
    const auto word = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (word.empty()) continue;
    const std::uint64_t hash = hash_of(word);
    const std::uint32_t print = fingerprint(hash);
    std::size_t at = hash & mask;
    while (slots_[at] != 0 && slots_[at] != print) at = (at + 1) & mask;
    slots_[at] = print;
  }
}

bool KnownWords::has(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t print = fingerprint(hash);
  std::size_t at = hash & mask;
  while (slots_[at] != 0) {
    if (slots_[at] == print) return true;
    at = (at + 1) & mask;
  }
  return false;
}

// "Regierungs|viertel", "Medien|vertreter", "Haus|tür".
bool KnownWords::is_compound(const WordForm& word) const {
  const std::size_t count = word.characters();
  if (count < kCompoundCharactersMin) return false;
  const std::string whole = capitalised(word, 0);
  for (std::size_t at = kPartCharactersMin; at + kPartCharactersMin <= count; ++at) {
    const auto head = std::string_view(whole).substr(0, word.starts[at]);
    const bool linked = head.size() > kPartCharactersMin && head.back() == 's';
    if (!has(head) && !(linked && has(head.substr(0, head.size() - 1))) && !has(word.part(0, at))) continue;
    if (has(capitalised(word, at))) return true;
  }
  return false;
}

std::uint8_t KnownWords::flags(const WordForm& word) const {
  if (slots_.empty()) return kNoList;
  std::uint8_t out = 0;
  if (has(word.exact)) out |= kAsWritten;
  if (word.capital) {
    if (has(word.folded)) out |= kLower;
    if (word.all_capitals && has(capitalised(word, 0))) out |= kCapital;
    if (!word.all_capitals && (out & kAsWritten) != 0) out |= kCapital;
    if (out == 0 && is_compound(word)) out |= kCompound;
  }
  return out;
}

}  // namespace annalen::actor
