#include "actor/tagger.h"

#include <bit>
#include <utility>

namespace annalen::actor {
namespace {

std::size_t row_of(int offset) { return static_cast<std::size_t>(std::int64_t{offset} + kReach); }

template <class Row>
void add(const Row& row, LabelSums& sums) {
  for (std::size_t label = 0; label < kLabels; ++label) sums[label] += row[label];
}

}  // namespace

Tagger::Tagger(const Model& model, const Dictionary& dictionary)
    : model_(model), cache_(model, dictionary), joint_(dictionary.names) {
  lattice_.follow(model.transitions());
  Features one;
  for (int offset = -kReach; offset <= kReach; ++offset) {
    if (offset == 0) continue;
    one.clear();
    features_of_none(offset, one);
    model.add(one, none_[row_of(offset)]);
  }
  const auto add_one = [&](std::uint64_t feature, LabelSums& sums) { model.add(std::span(&feature, 1), sums); };
  for (std::size_t side = 0; side < kBeside; ++side) {
    for (std::size_t hint = 0; hint < hints_[side].size(); ++hint) {
      add_one(hint_feature(side, static_cast<NameHint>(hint)), hints_[side][hint]);
    }
    for (std::size_t bit = 0; bit < kNameBits; ++bit) add_one(name_feature(side, bit), names_[side][bit]);
  }
}

void Tagger::read(std::span<const std::string_view> words, std::span<const NameHint> hints) {
  cache_.forget_if_many();
  words_.clear();
  facts_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_.push_back(&cache_.of(words[i], i == 0));
    facts_.push_back(&words_.back()->facts);
  }
  joint_.read(facts_, hints);
}

LabelSums Tagger::sums_of(std::size_t word) {
  LabelSums sums{};
  const int reach = facts_[word]->small() ? kReachOfSmall : kReach;
  for (int offset = -reach; offset <= reach; ++offset) {
    const auto place = static_cast<std::ptrdiff_t>(word) + offset;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(words_.size())) {
      add(none_[row_of(offset)], sums);
    } else {
      add(words_[static_cast<std::size_t>(place)]->sums[row_of(-offset)], sums);
    }
  }
  for (std::size_t side = 0; side < kBeside; ++side) {
    const std::size_t place = word + side;  // one more than the place
    if (place == 0 || place > words_.size()) continue;
    add(hints_[side][joint_.hint(place - 1)], sums);
    for (NameFlags names = joint_.names(place - 1); names != 0; names &= names - 1) {
      add(names_[side][static_cast<std::size_t>(std::countr_zero(names))], sums);
    }
  }
  features_.clear();
  joint_.append(word, features_);
  model_.add(features_, sums);
  return sums;
}

const Tagging& Tagger::tag(std::span<const std::string_view> words, std::span<const NameHint> hints) {
  read(words, hints);
  scores_.resize(words.size());
  for (std::size_t word = 0; word < words.size(); ++word) {
    const LabelSums sums = sums_of(word);
    for (std::size_t label = 0; label < kLabels; ++label) {
      scores_[word][label] = static_cast<float>(sums[label]) * model_.unit();
    }
  }
  lattice_.read(scores_);
  lattice_.best(tagging_.labels);
  lattice_.probabilities(probabilities_);
  tagging_.probability.clear();
  for (std::size_t word = 0; word < words.size(); ++word) {
    tagging_.probability.push_back(probabilities_[word][tagging_.labels[word]]);
  }
  return tagging_;
}

TaggerPool::Lease::~Lease() {
  const std::scoped_lock lock(pool_.mutex_);
  pool_.free_.push_back(std::move(tagger_));
}

TaggerPool::Lease TaggerPool::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!free_.empty()) {
      auto tagger = std::move(free_.back());
      free_.pop_back();
      return {*this, std::move(tagger)};
    }
  }
  return {*this, std::make_unique<Tagger>(model_, dictionary_)};
}

}  // namespace annalen::actor
