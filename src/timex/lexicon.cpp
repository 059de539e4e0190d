#include "timex/lexicon.h"

#include <array>
#include <cassert>
#include <utility>

namespace annalen::timex {

std::string_view lowered(std::string_view word, std::span<char, kWordBytesMax> buffer) {
  const std::size_t size = std::min(word.size(), kWordBytesMax);
  bool latin = false;  // the byte before was 0xC3: Latin-1 letters follow
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    unsigned char out = byte;
    if (byte >= 'A' && byte <= 'Z') out = static_cast<unsigned char>(byte + 0x20);
    if (latin && byte >= 0x80 && byte <= 0x9E && byte != 0x97) out = static_cast<unsigned char>(byte + 0x20);
    latin = byte == 0xC3;
    buffer[i] = static_cast<char>(out);
  }
  return {buffer.data(), size};
}

bool starts_upper(std::string_view word) {
  std::array<char, kWordBytesMax> buffer{};
  const std::string_view head = word.substr(0, 2);
  return lowered(head, buffer) != head;
}

std::optional<ClassId> Lexicon::find_class(std::string_view name) const {
  const auto found = class_ids_.find(name);
  return found == class_ids_.end() ? std::nullopt : std::optional(found->second);
}

ClassId Lexicon::add_class(WordClass cls) {
  const auto id = static_cast<ClassId>(classes_.size());
  class_ids_.emplace(cls.name, id);
  classes_.push_back(std::move(cls));
  return id;
}

ClassId Lexicon::add_shape(std::string name, Slot slot, const NumberShape& shape) {
  assert(shapes_.size() < kShapesMax);
  WordClass cls{.name = std::move(name), .kind = ClassKind::kShape, .slot = slot};
  cls.shape = static_cast<std::uint8_t>(shapes_.size());
  shapes_.push_back(shape);
  return add_class(std::move(cls));
}

bool Lexicon::add_form(std::string_view form, Sense sense) {
  if (forms_.size() >= kFormsMax || form.empty() || form.size() > kWordBytesMax) return false;
  std::array<char, kWordBytesMax> buffer{};
  sense.capital = starts_upper(form);
  const std::string key(lowered(form, buffer));
  const auto [entry, is_new] = forms_.try_emplace(key, static_cast<LexemeId>(senses_.size()));
  if (is_new) senses_.emplace_back();
  auto& senses = senses_[entry->second];
  for (const Sense& known : senses) {
    if (known.cls == sense.cls && known.capital == sense.capital) return true;  // the first value stands
  }
  senses.push_back(sense);
  return true;
}

Lexicon::LexemeId Lexicon::find(std::string_view lowered_word) const {
  const auto found = forms_.find(lowered_word);
  return found == forms_.end() ? 0 : found->second;
}

}  // namespace annalen::timex
