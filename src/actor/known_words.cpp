#include "actor/known_words.h"

#include <algorithm>
#include <string>

namespace annalen::actor {
namespace {

constexpr std::size_t kPartCharactersMin = 3;  // of a compound's part
constexpr std::size_t kCompoundCharactersMin = 7;
constexpr std::uint64_t kWordsHash = 11;

struct Place {
  std::size_t slot;
  std::uint16_t fingerprint;  // never 0
};

Place place_of(std::uint64_t hash, std::size_t slots) {
  const std::uint64_t bits = mixed(kWordsHash, hash);
  const auto print = static_cast<std::uint16_t>(bits >> 48U);
  const auto slot = static_cast<std::size_t>((bits & 0xFFFFFFFFULL) * slots >> 32U);
  return {slot, print == 0 ? std::uint16_t{1} : print};
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

bool KnownWords::has(std::uint64_t hash) const {
  const Place place = place_of(hash, slots_.size());
  for (std::size_t at = place.slot; slots_[at] != 0; at = at + 1 == slots_.size() ? 0 : at + 1) {
    if (slots_[at] == place.fingerprint) return true;
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

void KnownWordsBuilder::add(std::string_view list) {
  while (!list.empty()) {
    const auto end = std::min(list.find('\n'), list.size());
    if (end > 0) hashes_.push_back(hash_of(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::vector<std::uint16_t> KnownWordsBuilder::build() const {
  if (hashes_.empty()) return {};
  std::vector<std::uint64_t> hashes = hashes_;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::vector<std::uint16_t> slots(hashes.size() + hashes.size() / 3 + 2);
  for (const std::uint64_t hash : hashes) {
    const Place place = place_of(hash, slots.size());
    std::size_t at = place.slot;
    while (slots[at] != 0) at = at + 1 == slots.size() ? 0 : at + 1;
    slots[at] = place.fingerprint;
  }
  return slots;
}

}  // namespace annalen::actor
