#include "timex/program_index.h"

#include <bit>
#include <map>

namespace annalen::timex {

ProgramIndex::ProgramIndex(const Lexicon& lexicon, std::span<const Program* const> programs)
    : words_((programs.size() + 63) / 64) {
  std::vector<Set> first(lexicon.class_count(), none());
  std::vector<Set> second = first;
  std::vector<Set> single = first;
  for (std::size_t p = 0; p < programs.size(); ++p) {
    for (const ClassId cls : programs[p]->first) insert(first[cls], p);
    for (const ClassId cls : programs[p]->second) insert(second[cls], p);
    for (const ClassId cls : programs[p]->single) insert(single[cls], p);
  }
  first_ = place_of(lexicon, first);
  second_ = place_of(lexicon, second);
  single_ = place_of(lexicon, single);
}

ProgramIndex::Place ProgramIndex::place_of(const Lexicon& lexicon, const std::vector<Set>& by_class) const {
  Place place;
  place.by_builtin = none();
  place.by_shape.assign(lexicon.shapes().size(), none());
  for (std::size_t c = 0; c < by_class.size(); ++c) {
    const WordClass& cls = lexicon.cls(static_cast<ClassId>(c));
    if (cls.kind == ClassKind::kShape) place.by_shape[cls.shape] = by_class[c];
    if (cls.kind != ClassKind::kBuiltin) continue;
    for (std::size_t w = 0; w < words_; ++w) place.by_builtin[w] |= by_class[c][w];
  }
  std::map<Set, std::uint32_t> known = {{none(), 0}};
  place.sets = none();
  place.set_of_lexeme.reserve(lexicon.lexeme_count());
  for (std::size_t l = 0; l < lexicon.lexeme_count(); ++l) {
    Set set = none();
    for (const Sense& sense : lexicon.senses(static_cast<Lexicon::LexemeId>(l))) {
      for (std::size_t w = 0; w < words_; ++w) set[w] |= by_class[sense.cls][w];
    }
    const auto [entry, is_new] = known.try_emplace(set, static_cast<std::uint32_t>(known.size()));
    if (is_new) place.sets.insert(place.sets.end(), set.begin(), set.end());
    place.set_of_lexeme.push_back(entry->second);
  }
  return place;
}

std::uint64_t ProgramIndex::Fitting::word(std::size_t w) const {
  std::uint64_t bits = by_lexeme[w];  // of a number: none
  for (std::uint32_t left = shapes; left != 0; left &= left - 1) {
    bits |= place.by_shape[static_cast<std::size_t>(std::countr_zero(left))][w];
  }
  return bits;
}

void ProgramIndex::find(const TokenFacts& token, const TokenFacts* next, const Set& among, Set& out) const {
  const Fitting first = fitting(first_, token);
  const Fitting single = fitting(single_, token);
  const Fitting second = fitting(second_, next != nullptr ? *next : token);
  for (std::size_t w = 0; w < words_; ++w) {
    std::uint64_t bits = first.word(w);
    if (token.is_number) bits |= first_.by_builtin[w];
    bits &= among[w];
    if (bits != 0) {
      std::uint64_t behind = single.word(w) | single_.by_builtin[w];
      if (next != nullptr) behind |= second.word(w) | second_.by_builtin[w];
      bits &= behind;
    }
    out[w] = bits;
  }
}

}  // namespace annalen::timex
