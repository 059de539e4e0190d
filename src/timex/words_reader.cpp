#include "timex/words_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "timex/line_reader.h"

namespace annalen::timex {

namespace {

struct Form {
  std::string text;
  std::int32_t value = 0;
  std::int32_t second = 0;
};

enum class Combine : std::uint8_t { kSum, kProduct, kPair, kFirst, kSecond };

std::int32_t bounded(std::int64_t value) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, -Slots::kValueMax, Slots::kValueMax));
}

class Reader {
 public:
  Reader(std::string_view file, Lexicon& lexicon) : file_(file), lexicon_(lexicon) {}

  Result<void> read(std::string_view text) {
    for (const PackLine& line : lines_of(text)) {
      line_ = line.number;
      if (Result<void> done = read_line(line.text); !done) return done;
    }
    return {};
  }

 private:
  Error error(std::string what) const { return pack_error(file_, line_, std::move(what)); }

  Result<void> read_line(std::string_view text) {
    std::string_view rest = text;
    const std::string_view head = take_word(rest);
    if (head == "endings") return read_endings(rest);
    if (head == "class") return read_class(rest);
    if (head == "shape") return read_shape(rest);
    if (head == "compound") return read_compound(rest);
    return read_forms(text);
  }

  // NAME = e en er; "-" is the empty ending.
  Result<void> read_endings(std::string_view rest) {
    const std::string_view name = take_word(rest);
    if (name.empty() || take_word(rest) != "=") return error("expected: endings NAME = ENDING...");
    auto& endings = endings_[std::string(name)];
    while (!rest.empty()) {
      const std::string_view ending = take_word(rest);
      endings.emplace_back(ending == "-" ? std::string_view() : ending);
    }
    return {};
  }

  // NAME [: SLOT [SLOT]] -> the class, made when it is new.
  Result<ClassId> class_of(std::string_view& rest) {
    const std::string_view name = take_word(rest);
    if (name.empty()) return error("a class needs a name");
    std::array<Slot, 2> slots = {Slot::kNone, Slot::kNone};
    if (rest.starts_with(':')) {
      rest.remove_prefix(1);
      bool any = false;
      for (Slot& slot : slots) {
        std::string_view peek = rest;
        const auto found = slot_from_text(take_word(peek));
        if (!found) break;
        slot = *found;
        any = true;
        rest = peek;
      }
      if (!any) return error("unknown slot after ':'");
    } else if (const auto same = slot_from_text(name)) {
      slots[0] = *same;
    }
    if (const auto known = lexicon_.find_class(name)) return *known;
    return lexicon_.add_class({.name = std::string(name), .slot = slots[0], .second_slot = slots[1]});
  }

  Result<void> read_class(std::string_view rest) {
    auto cls = class_of(rest);
    if (!cls) return cls.error();
    if (!rest.empty()) return error("unexpected text behind the class");
    current_ = *cls;
    return {};
  }

  // NAME [: SLOT] = LOW..HIGH [digits A..B] [multiple N] [scale N] [divide N] [fraction]
  Result<void> read_shape(std::string_view rest) {
    const std::string_view name = take_word(rest);
    Slot slot = slot_from_text(name).value_or(Slot::kNone);
    std::string_view word = take_word(rest);
    if (word == ":") {
      const auto found = slot_from_text(take_word(rest));
      if (!found) return error("unknown slot after ':'");
      slot = *found;
      word = take_word(rest);
    }
    NumberShape shape;
    if (word != "=" || !range(take_word(rest), shape.low, shape.high)) return error("expected: = LOW..HIGH");
    if (Result<void> done = shape_options(rest, shape); !done) return done;
    if (lexicon_.find_class(name) || lexicon_.shapes().size() >= Lexicon::kShapesMax) {
      return error("shape named twice, or too many shapes");
    }
    lexicon_.add_shape(std::string(name), slot, shape);
    return {};
  }

  Result<void> shape_options(std::string_view rest, NumberShape& shape) {
    while (!rest.empty()) {
      const std::string_view option = take_word(rest);
      if (option == "fraction") {
        shape.fraction = true;
        continue;
      }
      std::int32_t low = 0;
      std::int32_t high = 0;
      if (!range(take_word(rest), low, high) || low < 1)
        return error("expected a number behind " + std::string(option));
      if (option == "digits") {
        if (high > 9) return error("at most 9 digits");
        shape.digits_min = static_cast<std::uint8_t>(low);
        shape.digits_max = static_cast<std::uint8_t>(high);
      } else if (option == "multiple") {
        shape.multiple_of = low;
      } else if (option == "scale" && low <= 1000) {
        shape.scale = low;
      } else if (option == "divide") {
        shape.divide = low;
      } else {
        return error("unknown shape option: " + std::string(option));
      }
    }
    return {};
  }

  // "3..5" or "3" -> both ends.
  static bool range(std::string_view text, std::int32_t& low, std::int32_t& high) {
    const std::size_t dots = text.find("..");
    const auto number = [](std::string_view digits, std::int32_t& out) {
      const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
      return failed == std::errc() && end == digits.data() + digits.size() && !digits.empty();
    };
    if (dots == std::string_view::npos) return number(text, low) && number(text, high);
    return number(text.substr(0, dots), low) && number(text.substr(dots + 2), high);
  }

  // FORM FORM~ENDINGS ... [= VALUE]
  Result<void> read_forms(std::string_view text) {
    if (!current_) return error("forms before the first class");
    std::int32_t value = 0;
    const std::size_t equals = text.rfind(" = ");
    std::string_view forms = text;
    if (equals != std::string_view::npos) {
      const auto read = slot_value_from_text(lexicon_.cls(*current_).slot, trimmed(text.substr(equals + 3)));
      if (!read) return error("not a value of this class: " + std::string(trimmed(text.substr(equals + 3))));
      value = *read;
      forms = text.substr(0, equals);
    }
    while (!forms.empty()) {
      if (Result<void> done = add_inflected(take_word(forms), value); !done) return done;
    }
    return {};
  }

  Result<void> add_inflected(std::string_view word, std::int32_t value) {
    const std::size_t tilde = word.find('~');
    if (tilde == std::string_view::npos) return add(*current_, {std::string(word), value, 0});
    const auto endings = endings_.find(word.substr(tilde + 1));
    if (endings == endings_.end()) return error("unknown endings: " + std::string(word));
    for (const std::string& ending : endings->second) {
      if (Result<void> done = add(*current_, {std::string(word.substr(0, tilde)) + ending, value, 0}); !done)
        return done;
    }
    return {};
  }

  Result<void> add(ClassId cls, Form form) {
    if (!lexicon_.add_form(form.text, {.cls = cls, .value = form.value, .second = form.second})) {
      return error("form too long, or too many forms: " + form.text);
    }
    forms_[cls].push_back(std::move(form));
    return {};
  }

  // NAME [: SLOT [SLOT]] sum|product|pair|first|second = PART PART [PART]; a part is a class or "letters".
  Result<void> read_compound(std::string_view rest) {
    auto cls = class_of(rest);
    if (!cls) return cls.error();
    static constexpr std::array<std::string_view, 5> all_names = {"sum", "product", "pair", "first", "second"};
    const std::string_view name = take_word(rest);
    std::size_t combine = 0;
    while (combine < all_names.size() && all_names[combine] != name) ++combine;
    if (combine == all_names.size() || take_word(rest) != "=")
      return error("expected: sum|product|pair|first|second =");
    std::vector<Form> made;
    bool first_values = true;
    while (!rest.empty()) {
      const std::string_view part = take_word(rest);
      if (part.size() > 2 && part.front() == '"' && part.back() == '"') {
        join_literal(made, part.substr(1, part.size() - 2));
        continue;
      }
      const auto part_class = lexicon_.find_class(part);
      if (!part_class) return error("unknown class in compound: " + std::string(part));
      made = joined(made, forms_[*part_class], static_cast<Combine>(combine), first_values);
      first_values = false;
      if (made.size() > Lexicon::kFormsMax / 4) return error("compound makes too many forms");
    }
    for (Form& form : made) {
      if (Result<void> done = add(*cls, std::move(form)); !done) return done;
    }
    return {};
  }

  static void join_literal(std::vector<Form>& made, std::string_view letters) {
    if (made.empty()) made.push_back({});
    for (Form& form : made) form.text += letters;
  }

  static std::vector<Form> joined(const std::vector<Form>& heads, const std::vector<Form>& tails, Combine combine,
                                  bool first_values) {
    std::vector<Form> out;
    if (heads.empty()) return tails;
    out.reserve(heads.size() * tails.size());
    std::array<char, kWordBytesMax> buffer{};
    for (const Form& head : heads) {
      for (const Form& tail : tails) {
        Form form{head.text + (head.text.empty() ? tail.text : std::string(lowered(tail.text, buffer))), head.value, 0};
        if (first_values || combine == Combine::kSecond) form.value = tail.value;
        if (!first_values && combine == Combine::kSum) form.value = bounded(std::int64_t{head.value} + tail.value);
        if (!first_values && combine == Combine::kProduct) form.value = bounded(std::int64_t{head.value} * tail.value);
        if (!first_values && combine == Combine::kPair) form.second = tail.value;
        out.push_back(std::move(form));
      }
    }
    return out;
  }

  std::string_view file_;
  Lexicon& lexicon_;
  std::uint32_t line_ = 0;
  std::optional<ClassId> current_;
  std::map<std::string, std::vector<std::string>, std::less<>> endings_;
  std::map<ClassId, std::vector<Form>> forms_;
};

}  // namespace

Result<void> read_words(std::string_view file_name, std::string_view text, Lexicon& lexicon) {
  return Reader(file_name, lexicon).read(text);
}

}  // namespace annalen::timex
