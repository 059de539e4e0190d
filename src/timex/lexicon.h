// lexicon.h: the words of a language pack: which classes a token belongs to, and with what value.
// Classes:   word classes (words with values), literals (a word that a rule names), shapes (numbers by range and
//            digits), and built-ins (capital, word, number, …). One token may have several.
// Case:      a form written with a capital letter matches capitalised tokens only; one in lower case matches lower
//            case and, where a sentence or quotation begins, capitalised too.
// Threads:   const once frozen, shareable.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_map.h"
#include "timex/slot.h"

namespace annalen::timex {

using ClassId = std::uint16_t;

enum class ClassKind : std::uint8_t { kWords, kShape, kBuiltin };
// Facts of a token itself, no word list.
enum class Builtin : std::uint8_t { kAny, kWord, kNumber, kCapital, kLower, kStart };

struct WordClass {
  std::string name;
  ClassKind kind = ClassKind::kWords;
  Slot slot = Slot::kNone;         // where its value goes unless the rule says otherwise
  Slot second_slot = Slot::kNone;  // compounds carry two values
  Builtin builtin = Builtin::kAny;
  std::uint8_t shape = 0;  // bit number
};

struct NumberShape {
  std::int32_t low = 0;
  std::int32_t high = 0;
  std::uint8_t digits_min = 1;
  std::uint8_t digits_max = 9;
  std::int32_t multiple_of = 1;
  std::int32_t scale = 1;   // value = number * scale …
  std::int32_t divide = 1;  // … / divide
  bool fraction = false;    // digits behind a comma, as hundredths
};

struct Sense {
  ClassId cls = 0;
  bool capital = false;  // matches capitalised tokens only
  std::int32_t value = 0;
  std::int32_t second = 0;
};

class Lexicon {
 public:
  static constexpr std::size_t kFormsMax = 400'000;
  static constexpr std::size_t kShapesMax = 32;

  [[nodiscard]] std::optional<ClassId> find_class(std::string_view name) const;
  // REQUIRES: the name is new.
  ClassId add_class(WordClass cls);
  ClassId add_shape(std::string name, Slot slot, const NumberShape& shape);
  [[nodiscard]] const WordClass& cls(ClassId id) const { return classes_[id]; }
  [[nodiscard]] std::size_t class_count() const { return classes_.size(); }
  [[nodiscard]] const std::vector<NumberShape>& shapes() const { return shapes_; }

  // `form` as written. False when the pack grows past kFormsMax.
  bool add_form(std::string_view form, Sense sense);

  // No form comes behind it; senses() may be asked for then.
  void freeze();

  // One lexeme: the senses of a form, whatever its case. 0 stands for "unknown".
  using LexemeId = std::uint32_t;
  [[nodiscard]] LexemeId find(std::string_view word) const;
  [[nodiscard]] std::span<const Sense> senses(LexemeId id) const {
    return {senses_.data() + first_sense_[id], senses_.data() + first_sense_[id + 1]};
  }
  // A sieve: without a bit of the class the lexeme has no sense of it.
  [[nodiscard]] std::uint64_t class_bits(LexemeId id) const { return class_bits_[id]; }
  [[nodiscard]] static std::uint64_t bit_of(ClassId cls) { return std::uint64_t{1} << (cls % 64U); }
  [[nodiscard]] std::size_t lexeme_count() const { return made_.size(); }

 private:
  std::vector<WordClass> classes_;
  std::vector<NumberShape> shapes_;
  WordMap<ClassId> class_ids_;
  WordMap<LexemeId> forms_;                  // lower case
  std::vector<std::vector<Sense>> made_{1};  // by lexeme
  std::vector<Sense> senses_;                // frozen: those of all lexemes, one behind the other
  std::vector<std::uint32_t> first_sense_;   // by lexeme, and the end
  std::vector<std::uint64_t> class_bits_;    // by lexeme
};

// Lower case of ASCII and Latin-1 letters, other bytes as they are: what a lexicon compares. Cuts at `kWordBytesMax`.
inline constexpr std::size_t kWordBytesMax = 64;
[[nodiscard]] std::string_view lowered(std::string_view word, std::span<char, kWordBytesMax> buffer);
[[nodiscard]] bool starts_upper(std::string_view word);

}  // namespace annalen::timex
