#include "actor/model_features.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace annalen::actor {
namespace {

// Kinds of features: their numbers stand in model files.
enum Kind : std::uint64_t {
  kBias = 1,
  kWord = 10,        // + offset, -2 … 2
  kLower = 20,       // + offset
  kShortShape = 30,  // + offset
  kSuffixNear = 40,  // + offset
  kPrefixNear = 50,  // + offset
  kShape = 60,
  kPrefix = 70,  // + length
  kSuffix = 80,  // + length
  kInner = 90,
  kPairs = 100,      // + number
  kTraits = 120,     // + number
  kHyphen = 130,     // + part
  kKnown = 140,      // + offset and more
  kNames = 160,      // + offset and more
  kNearSmall = 180,  // + side
  kHints = 190,      // + offset and more
};

constexpr std::uint64_t kNone = 1;
constexpr std::size_t kAffixMax = 5;
constexpr std::size_t kInnerSize = 4;
constexpr unsigned kCapital = 1;
constexpr unsigned kAllCapitals = 2;
constexpr unsigned kDigit = 4;

std::uint64_t lower_of(const WordForm* form) { return form == nullptr ? kNone : form->folded; }
std::uint64_t shape_of(const WordForm* form) { return form == nullptr ? kNone : form->short_shape; }

// Roles and the like say something only with a capital.
NameFlags of_word(NameFlags flags, bool capital) {
  constexpr NameFlags role = 3U << (2 * static_cast<unsigned>(NameKind::kRole));
  return capital ? flags : flags & role;
}

}  // namespace

const WordForm* FeatureExtractor::at(std::size_t word, int offset) const {
  const auto place = static_cast<std::ptrdiff_t>(word) + offset;
  return place < 0 || place >= static_cast<std::ptrdiff_t>(count_) ? nullptr : &forms_[static_cast<std::size_t>(place)];
}

void FeatureExtractor::read(std::span<const std::string_view> words, std::span<const NameHint> hints) {
  count_ = words.size();
  if (forms_.size() < count_) forms_.resize(count_);
  words_.assign(count_, {});
  for (std::size_t i = 0; i < count_; ++i) {
    forms_[i].assign(words[i]);
    words_[i].known = dictionary_.words.flags(forms_[i]);
    words_[i].traits =
        static_cast<std::uint8_t>((forms_[i].capital ? kCapital : 0) | (forms_[i].all_capitals ? kAllCapitals : 0) |
                                  (forms_[i].digit ? kDigit : 0));
  }
  for (std::size_t i = 0; i < std::min(count_, hints.size()); ++i) words_[i].hint = hints[i];
  dictionary_.names.mark(std::span(forms_).first(count_), names_);
  for (std::size_t i = 0; i < count_; ++i) names_[i] = of_word(names_[i], forms_[i].capital);
  std::uint32_t small = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    words_[i].small_before = small;
    if (!forms_[i].capital) small = static_cast<std::uint32_t>(i + 1);
  }
  small = 0;
  for (std::size_t i = count_; i-- > 0;) {
    words_[i].small_after = small;
    if (!forms_[i].capital) small = static_cast<std::uint32_t>(i + 1);
  }
}

void FeatureExtractor::spelling(std::size_t word, std::vector<std::uint64_t>& out) const {
  const WordForm& form = forms_[word];
  const std::size_t count = form.characters();
  out.push_back(mixed(kShape, form.shape));
  // A small word is rarely a name: what stands around it tells.
  if (!form.capital && !form.digit) {
    if (count > 3) out.push_back(mixed(kSuffix + 3, hash_of(form.part(count - 3, count))));
    return;
  }
  for (std::size_t length = 1; length <= kAffixMax && length <= count; ++length) {
    out.push_back(mixed(kPrefix + length, hash_of(form.part(0, length))));
    out.push_back(mixed(kSuffix + length, hash_of(form.part(count - length, count))));
  }
  if (count > 6) {
    out.push_back(mixed(kSuffix + 6, hash_of(form.part(count - 6, count))));
    out.push_back(mixed(kSuffix + 8, hash_of(form.part(count - std::min<std::size_t>(count, 8), count))));
  }
  if (form.capital) {
    for (std::size_t i = 0; i + kInnerSize <= count; ++i) {
      out.push_back(mixed(kInner, hash_of(form.part(i, i + kInnerSize))));
    }
    const auto first = form.lower.find('-');
    if (first != std::string::npos && first + 1 < form.lower.size()) {
      out.push_back(mixed(kHyphen, hash_of(std::string_view(form.lower).substr(0, first))));
      const auto last = form.lower.rfind('-');
      out.push_back(mixed(kHyphen + 1, hash_of(std::string_view(form.lower).substr(last + 1))));
    }
  }
  const bool genitive = form.capital && count > 3 && form.lower.back() == 's';
  out.push_back(mixed(kPairs, genitive ? hash_of(form.part(0, count - 1)) : form.folded));
}

void FeatureExtractor::context(std::size_t word, std::vector<std::uint64_t>& out) const {
  const bool is_small = !forms_[word].capital && !forms_[word].digit;
  const int reach = is_small ? 1 : 2;
  for (int offset = -reach; offset <= reach; ++offset) {
    const WordForm* form = at(word, offset);
    const auto kind = static_cast<std::uint64_t>(std::int64_t{offset} + 2);
    if (form == nullptr) {
      out.push_back(mixed(kLower + kind, kNone));
      continue;
    }
    out.push_back(mixed(kWord + kind, form->exact));
    out.push_back(mixed(kLower + kind, form->folded));
    out.push_back(mixed(kShortShape + kind, form->short_shape));
    const std::size_t count = form->characters();
    if (std::abs(offset) == 1 && count > 3) {
      out.push_back(mixed(kSuffixNear + kind, hash_of(form->part(count - 3, count))));
      out.push_back(mixed(kPrefixNear + kind, hash_of(form->part(0, 3))));
    }
  }
  const WordForm* here = &forms_[word];
  const WordForm* before = at(word, -1);
  const WordForm* after = at(word, 1);
  out.push_back(mixed(kPairs + 1, mixed(lower_of(before), here->folded)));
  out.push_back(mixed(kPairs + 2, mixed(here->folded, lower_of(after))));
  out.push_back(mixed(kPairs + 3, mixed(shape_of(before), here->short_shape)));
  out.push_back(mixed(kPairs + 4, mixed(here->short_shape, shape_of(after))));
  out.push_back(mixed(kPairs + 5, mixed(mixed(shape_of(before), here->short_shape), shape_of(after))));
  if (!is_small) {
    out.push_back(mixed(kPairs + 6, mixed(lower_of(before), lower_of(after))));
    out.push_back(mixed(kPairs + 7, mixed(lower_of(before), here->short_shape)));
    out.push_back(mixed(kPairs + 8, mixed(lower_of(after), here->short_shape)));
    out.push_back(mixed(kPairs + 9, mixed(lower_of(at(word, -2)), lower_of(before))));
    out.push_back(mixed(kPairs + 10, mixed(lower_of(after), lower_of(at(word, 2)))));
  }
  const Word& traits = words_[word];
  out.push_back(mixed(kTraits, (word == 0 ? 8U : 0U) + traits.traits));
  out.push_back(mixed(kTraits + 1, std::min<std::size_t>(here->characters(), 12)));
  if (here->capital) {
    const auto small = [&](std::uint32_t place) { return place == 0 ? kNone : forms_[place - 1].folded; };
    out.push_back(mixed(kNearSmall, small(traits.small_before)));
    out.push_back(mixed(kNearSmall + 1, small(traits.small_after)));
  }
}

void FeatureExtractor::knowledge(std::size_t word, std::vector<std::uint64_t>& out) const {
  std::array<std::uint64_t, 3> known{77, 77, 77};
  std::array<std::uint64_t, 3> names{};
  for (int offset = -1; offset <= 1; ++offset) {
    const WordForm* form = at(word, offset);
    if (form == nullptr) continue;
    const std::size_t place = word + static_cast<std::size_t>(std::int64_t{offset} + 1) - 1;
    const auto kind = static_cast<std::uint64_t>(std::int64_t{offset} + 1);
    known[kind] = words_[place].known * 8U + words_[place].traits;
    names[kind] = names_[place];
    out.push_back(mixed(kKnown + kind, known[kind] * 2 + (place == 0 ? 1U : 0U)));
    if (names[kind] == 0) continue;
    for (std::uint64_t bit = 0; bit < 2 * kNameKinds; ++bit) {
      if ((names[kind] >> bit & 1U) != 0) out.push_back(mixed(kNames + kind, bit + 1));
    }
    out.push_back(mixed(kNames + 4 + kind, names[kind]));
  }
  std::array<std::uint64_t, 3> hints{};
  for (int offset = -1; offset <= 1; ++offset) {
    const auto kind = static_cast<std::size_t>(std::int64_t{offset} + 1);
    if (at(word, offset) == nullptr) continue;
    hints[kind] = words_[word + kind - 1].hint;
    out.push_back(mixed(kHints + kind, hints[kind]));
  }
  const WordForm& form = forms_[word];
  if (!form.capital && !form.digit && hints[0] + hints[1] + hints[2] == 0) return;
  const std::size_t count = form.characters();
  if (hints[0] + hints[1] + hints[2] != 0) {
    out.push_back(mixed(kHints + 4, mixed(mixed(hints[0], hints[1]), hints[2])));
    out.push_back(mixed(kHints + 5, mixed(hints[1], known[1])));
    out.push_back(mixed(kHints + 6, mixed(hints[1], form.short_shape)));
    out.push_back(mixed(kHints + 7, mixed(hints[1], names[1])));
    out.push_back(mixed(kHints + 8, mixed(hints[1], lower_of(at(word, -1)))));
    out.push_back(mixed(kHints + 9, mixed(hints[1], lower_of(at(word, 1)))));
  }
  out.push_back(mixed(kKnown + 4, mixed(mixed(known[0], known[1]), known[2])));
  out.push_back(mixed(kKnown + 5, mixed(known[1], count > 3 ? hash_of(form.part(count - 3, count)) : 0)));
  if (names[0] != 0 || names[1] != 0 || names[2] != 0) {
    out.push_back(mixed(kNames + 8, mixed(mixed(names[0], names[1]), names[2])));
    out.push_back(mixed(kNames + 9, mixed(names[1], known[1])));
    out.push_back(mixed(kNames + 10, mixed(names[0], mixed(names[1], known[1]))));
    out.push_back(mixed(kNames + 11, mixed(names[1], lower_of(at(word, -1)))));
  }
  out.push_back(mixed(kKnown + 6, mixed(known[1], lower_of(at(word, -1)))));
  out.push_back(mixed(kKnown + 7, mixed(known[1], lower_of(at(word, 1)))));
}

void FeatureExtractor::features_of(std::size_t word, std::vector<std::uint64_t>& out) const {
  out.push_back(mixed(kBias, 0));
  spelling(word, out);
  context(word, out);
  knowledge(word, out);
}

}  // namespace annalen::actor
