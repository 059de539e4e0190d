#include "timex/lexicon.h"

#include <array>
#include <cassert>
#include <cstring>
#include <utility>

namespace annalen::timex {

namespace {

// Lower-cases the ASCII letters of eight bytes; `latin` gets bits where an upper case Latin-1 letter may end (0x80 to
// 0x9F).
std::uint64_t eight_lowered(std::uint64_t bytes, std::uint64_t& latin) {
  constexpr std::uint64_t each = 0x0101010101010101ULL;
  constexpr std::uint64_t high = 0x80 * each;
  const std::uint64_t low7 = bytes & ~high;
  // In the high bit of each byte: at least 'A' and not more than 'Z'; not at least 0x20.
  const std::uint64_t upper = (low7 + (0x80 - 'A') * each) & ~(low7 + (0x7F - 'Z') * each) & ~bytes & high;
  latin |= bytes & ~(low7 + 0x60 * each) & high;
  return bytes | upper >> 2U;
}

template <class Bytes>
Bytes load(const char* from) {
  Bytes out = 0;
  std::memcpy(&out, from, sizeof(out));
  return out;
}

// By as many bytes as a load takes, the last ones perhaps twice. False where that is not enough.
template <class Bytes>
bool lower_quickly(std::string_view word, char* out) {
  std::uint64_t latin = 0;
  const auto lower_at = [&](std::size_t at) {
    const auto lower = static_cast<Bytes>(eight_lowered(load<Bytes>(word.data() + at), latin));
    std::memcpy(out + at, &lower, sizeof(lower));
  };
  for (std::size_t at = 0; at + sizeof(Bytes) < word.size(); at += sizeof(Bytes)) lower_at(at);
  lower_at(word.size() - sizeof(Bytes));
  return latin == 0;
}

}  // namespace

std::string_view lowered(std::string_view word, std::span<char, kWordBytesMax> buffer) {
  const std::size_t size = std::min(word.size(), kWordBytesMax);
  word = word.substr(0, size);
  if (size >= 8 && lower_quickly<std::uint64_t>(word, buffer.data())) return {buffer.data(), size};
  if (size >= 4 && size < 8 && lower_quickly<std::uint32_t>(word, buffer.data())) return {buffer.data(), size};
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
  const ClassId* found = class_ids_.find(name);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

ClassId Lexicon::add_class(WordClass cls) {
  const auto id = static_cast<ClassId>(classes_.size());
  class_ids_[cls.name] = id;
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
  LexemeId& lexeme = forms_[lowered(form, buffer)];
  if (lexeme == 0) {
    lexeme = static_cast<LexemeId>(made_.size());
    made_.emplace_back();
  }
  auto& senses = made_[lexeme];
  for (const Sense& known : senses) {
    if (known.cls == sense.cls && known.capital == sense.capital) return true;  // the first value stands
  }
  senses.push_back(sense);
  return true;
}

void Lexicon::freeze() {
  first_sense_.clear();
  senses_.clear();
  class_bits_.clear();
  for (const auto& senses : made_) {
    first_sense_.push_back(static_cast<std::uint32_t>(senses_.size()));
    senses_.insert(senses_.end(), senses.begin(), senses.end());
    std::uint64_t bits = 0;
    for (const Sense& sense : senses) bits |= bit_of(sense.cls);
    class_bits_.push_back(bits);
  }
  first_sense_.push_back(static_cast<std::uint32_t>(senses_.size()));
}

Lexicon::LexemeId Lexicon::find(std::string_view word) const {
  if (word.size() > kWordBytesMax) return 0;
  std::array<char, kWordBytesMax> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): lowered() fills it
  const LexemeId* found = forms_.find(lowered(word, buffer));
  return found == nullptr ? 0 : *found;
}

}  // namespace annalen::timex
