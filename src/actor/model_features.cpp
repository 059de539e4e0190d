#include "actor/model_features.h"

#include <algorithm>
#include <array>
#include <bit>
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
constexpr std::uint64_t kNoKnowledge = 77;
constexpr std::size_t kAffixMax = 5;
constexpr std::size_t kInnerSize = 4;

std::uint64_t lower_of(const WordFacts* word) { return word == nullptr ? kNone : word->folded; }
std::uint64_t shape_of(const WordFacts* word) { return word == nullptr ? kNone : word->short_shape; }

// Roles and the like say something only with a capital.
NameFlags of_word(NameFlags flags, bool capital) {
  constexpr NameFlags role = 3U << (2 * static_cast<unsigned>(NameKind::kRole));
  return capital ? flags : flags & role;
}

void spelling(const WordForm& form, Features& out) {
  const std::size_t count = form.characters();
  out.push_back(mixed(kShape, form.shape));
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

// The word's knowledge as a feature; at the beginning of a sentence a capital says less.
std::uint64_t known_feature(std::size_t side, const WordFacts& word) {
  return mixed(kKnown + side, word.knowledge() * 2 + (word.first ? 1U : 0U));
}

}  // namespace

void own_features(const WordForm& form, const WordFacts& facts, Features& out) {
  out.push_back(mixed(kBias, 0));
  spelling(form, out);
  out.push_back(mixed(kWord + kReach, facts.exact));
  out.push_back(mixed(kLower + kReach, facts.folded));
  out.push_back(mixed(kShortShape + kReach, facts.short_shape));
  out.push_back(mixed(kTraits, (facts.first ? 8U : 0U) + facts.traits));
  out.push_back(mixed(kTraits + 1, std::min<std::size_t>(form.characters(), 12)));
  out.push_back(known_feature(1, facts));
  if (!facts.small()) out.push_back(mixed(kKnown + 5, mixed(facts.knowledge(), facts.tail)));
}

void features_beside(const WordForm& form, const WordFacts& facts, int offset, Features& out) {
  const auto kind = static_cast<std::uint64_t>(std::int64_t{offset} + kReach);
  out.push_back(mixed(kWord + kind, facts.exact));
  out.push_back(mixed(kLower + kind, facts.folded));
  out.push_back(mixed(kShortShape + kind, facts.short_shape));
  if (std::abs(offset) != 1) return;
  if (facts.tail != 0) {
    out.push_back(mixed(kSuffixNear + kind, facts.tail));
    out.push_back(mixed(kPrefixNear + kind, hash_of(form.part(0, 3))));
  }
  out.push_back(known_feature(offset < 0 ? 0 : 2, facts));
}

void features_of_none(int offset, Features& out) {
  out.push_back(mixed(kLower + static_cast<std::uint64_t>(std::int64_t{offset} + kReach), kNone));
}

std::uint64_t hint_feature(std::size_t side, NameHint hint) { return mixed(kHints + side, hint); }

std::uint64_t name_feature(std::size_t side, std::size_t bit) { return mixed(kNames + side, bit + 1); }

const WordFacts* JointFeatures::at(std::size_t word, int offset) const {
  const auto place = static_cast<std::ptrdiff_t>(word) + offset;
  return place < 0 || place >= static_cast<std::ptrdiff_t>(words_.size()) ? nullptr
                                                                          : words_[static_cast<std::size_t>(place)];
}

void JointFeatures::read(std::span<const WordFacts* const> words, std::span<const NameHint> hints) {
  words_ = words;
  around_.assign(words.size(), {});
  name_words_.clear();
  for (const auto* word : words) name_words_.push_back(word->name);
  gazetteer_.mark(name_words_, names_);
  std::uint32_t small = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    names_[i] = of_word(names_[i], words[i]->capital);
    if (i < hints.size()) around_[i].hint = hints[i];
    around_[i].small_before = small;
    if (!words[i]->capital) small = static_cast<std::uint32_t>(i + 1);
  }
  small = 0;
  for (std::size_t i = words.size(); i-- > 0;) {
    around_[i].small_after = small;
    if (!words[i]->capital) small = static_cast<std::uint32_t>(i + 1);
  }
}

void JointFeatures::pairs(std::size_t word, Features& out) const {
  const WordFacts* here = words_[word];
  const WordFacts* before = at(word, -1);
  const WordFacts* after = at(word, 1);
  out.push_back(mixed(kPairs + 1, mixed(lower_of(before), here->folded)));
  out.push_back(mixed(kPairs + 2, mixed(here->folded, lower_of(after))));
  out.push_back(mixed(kPairs + 3, mixed(shape_of(before), here->short_shape)));
  out.push_back(mixed(kPairs + 4, mixed(here->short_shape, shape_of(after))));
  out.push_back(mixed(kPairs + 5, mixed(mixed(shape_of(before), here->short_shape), shape_of(after))));
  if (!here->small()) {
    out.push_back(mixed(kPairs + 6, mixed(lower_of(before), lower_of(after))));
    out.push_back(mixed(kPairs + 7, mixed(lower_of(before), here->short_shape)));
    out.push_back(mixed(kPairs + 8, mixed(lower_of(after), here->short_shape)));
    out.push_back(mixed(kPairs + 9, mixed(lower_of(at(word, -2)), lower_of(before))));
    out.push_back(mixed(kPairs + 10, mixed(lower_of(after), lower_of(at(word, 2)))));
  }
  if (here->capital) {
    const auto small = [&](std::uint32_t place) { return place == 0 ? kNone : words_[place - 1]->folded; };
    out.push_back(mixed(kNearSmall, small(around_[word].small_before)));
    out.push_back(mixed(kNearSmall + 1, small(around_[word].small_after)));
  }
}

void JointFeatures::knowledge(std::size_t word, Features& out) const {
  std::array<std::uint64_t, kBeside> known{kNoKnowledge, kNoKnowledge, kNoKnowledge};
  std::array<std::uint64_t, kBeside> names{};
  std::array<std::uint64_t, kBeside> hints{};
  for (std::size_t side = 0; side < kBeside; ++side) {
    const WordFacts* one = at(word, static_cast<int>(side) - 1);
    if (one == nullptr) continue;
    known[side] = one->knowledge();
    names[side] = names_[word + side - 1];
    hints[side] = around_[word + side - 1].hint;
    if (names[side] != 0) out.push_back(mixed(kNames + 4 + side, names[side]));
  }
  const WordFacts& here = *words_[word];
  const std::uint64_t before = lower_of(at(word, -1));
  const std::uint64_t after = lower_of(at(word, 1));
  const bool hinted = hints[0] + hints[1] + hints[2] != 0;
  if (here.small() && !hinted) return;
  if (hinted) {
    out.push_back(mixed(kHints + 4, mixed(mixed(hints[0], hints[1]), hints[2])));
    out.push_back(mixed(kHints + 5, mixed(hints[1], known[1])));
    out.push_back(mixed(kHints + 6, mixed(hints[1], here.short_shape)));
    out.push_back(mixed(kHints + 7, mixed(hints[1], names[1])));
    out.push_back(mixed(kHints + 8, mixed(hints[1], before)));
    out.push_back(mixed(kHints + 9, mixed(hints[1], after)));
  }
  out.push_back(mixed(kKnown + 4, mixed(mixed(known[0], known[1]), known[2])));
  if (here.small()) out.push_back(mixed(kKnown + 5, mixed(known[1], here.tail)));
  if (names[0] != 0 || names[1] != 0 || names[2] != 0) {
    out.push_back(mixed(kNames + 8, mixed(mixed(names[0], names[1]), names[2])));
    out.push_back(mixed(kNames + 9, mixed(names[1], known[1])));
    out.push_back(mixed(kNames + 10, mixed(names[0], mixed(names[1], known[1]))));
    out.push_back(mixed(kNames + 11, mixed(names[1], before)));
  }
  out.push_back(mixed(kKnown + 6, mixed(known[1], before)));
  out.push_back(mixed(kKnown + 7, mixed(known[1], after)));
}

void JointFeatures::append(std::size_t word, Features& out) const {
  pairs(word, out);
  knowledge(word, out);
}

void FeatureExtractor::read(std::span<const std::string_view> words, std::span<const NameHint> hints) {
  forms_.resize(words.size());
  facts_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    forms_[i].assign(words[i]);
    facts_.push_back(facts_of(forms_[i], i == 0, dictionary_));
  }
  pointers_.clear();
  for (const auto& facts : facts_) pointers_.push_back(&facts);
  joint_.read(pointers_, hints);
}

void FeatureExtractor::features_of(std::size_t word, Features& out) const {
  own_features(forms_[word], facts_[word], out);
  const int reach = facts_[word].small() ? kReachOfSmall : kReach;
  for (int offset = -reach; offset <= reach; ++offset) {
    if (offset == 0) continue;
    const auto place = static_cast<std::ptrdiff_t>(word) + offset;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(facts_.size())) {
      features_of_none(offset, out);
    } else {
      const auto other = static_cast<std::size_t>(place);
      features_beside(forms_[other], facts_[other], offset, out);
    }
  }
  for (std::size_t side = 0; side < kBeside; ++side) {
    const std::size_t place = word + side;  // one more than the place
    if (place == 0 || place > facts_.size()) continue;
    out.push_back(hint_feature(side, joint_.hint(place - 1)));
    for (NameFlags names = joint_.names(place - 1); names != 0; names &= names - 1) {
      out.push_back(name_feature(side, static_cast<std::size_t>(std::countr_zero(names))));
    }
  }
  joint_.append(word, out);
}

}  // namespace annalen::actor
