#include "clause/chain.h"

#include <algorithm>
#include <vector>

#include "text/fold.h"

namespace annalen::clause {
namespace {

using text::TokenKind;

// How sure it is that a word is the verb of a clause.
enum class Sure : std::uint8_t { kPresentForm, kPastForm, kAuxiliary };

// Verbs that make one predicate: [begin, end).
struct Group {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t carrier = 0;
  Sure sure = Sure::kPresentForm;
  Tense tense = Tense::kPresent;
  bool ahead = false;
};

class Chain {
 public:
  Chain(const text::Document& document, std::uint32_t sentence, const Lexicon& lexicon)
      : document_(document), sentence_(sentence), lexicon_(lexicon) {
    first_ = document.sentences()[sentence].first_token;
    size_ = document.sentences()[sentence].end_token - first_;
  }

  void add_to(Clauses& out) {
    look_up();
    find_groups();
    drop_doubtful();
    const std::size_t count = std::max<std::size_t>(groups_.size(), 1);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t end = i + 1 < groups_.size() ? border(groups_[i].end, groups_[i + 1].begin) : size_;
      add_clause(begin, end, i < groups_.size() ? &groups_[i] : nullptr, out);
      begin = end;
    }
  }

 private:
  const text::Token& token(std::uint32_t at) const { return document_.tokens()[first_ + at]; }
  std::string_view of(std::uint32_t at) const { return document_.of(token(at)); }
  bool is_word(std::uint32_t at) const { return token(at).kind == TokenKind::kWord; }

  void look_up() {
    words_.assign(size_, {});
    bool initial = true;  // a sentence starts here, perhaps one inside quotes or behind a colon
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (!is_word(i)) {
        initial = initial || !token(i).space_before || of(i) == ":" || of(i) == "(";
        continue;
      }
      if (!token(i).capitalised) {
        words_[i] = lexicon_.find(of(i));
      } else if (initial) {
        words_[i] = lexicon_.find(text::lower(of(i)));
        if (!words_[i].is_verb(kAuxiliary)) words_[i].verb = 0;
      }
      initial = false;
    }
  }

  void find_groups() {
    for (std::uint32_t i = 0; i < size_;) {
      const Word& word = words_[i];
      const bool marked = i > 0 && words_[i - 1].is(kInfinitiveMarker);
      const bool noun = i > 0 && words_[i - 1].is(kDeterminer | kPreposition) && !word.is_verb(kAuxiliary);
      if (!word.is_verb(kFinite) || marked || noun) {
        ++i;
        continue;
      }
      groups_.push_back(read_group(i));
      i = groups_.back().end;
    }
  }

  // The next verb or infinitive marker behind `at`, over adverbs and negations; size_ when something else stands there.
  std::uint32_t next_verb(std::uint32_t at) const {
    constexpr std::uint32_t between_max = 3;
    for (std::uint32_t i = at; i < size_ && i <= at + between_max; ++i) {
      if (words_[i].verb != 0 || words_[i].is(kInfinitiveMarker)) return i;
      if (!is_word(i) || token(i).capitalised || words_[i].is(~std::uint32_t{kAdverb | kNegation})) return size_;
    }
    return size_;
  }

  Group read_group(std::uint32_t at) const {
    const Word& finite = words_[at];
    Group group{at, at + 1, at, Sure::kAuxiliary, Tense::kPresent, false};
    if (!finite.is_verb(kAuxiliary)) {
      group.sure = finite.is_verb(kPast) ? Sure::kPastForm : Sure::kPresentForm;
      group.tense = finite.is_verb(kPast) ? Tense::kPast : Tense::kPresent;
      group.ahead = finite.is_verb(kAhead) && group.tense == Tense::kPresent;
      return group;
    }
    if (finite.is_verb(kPast)) group.tense = Tense::kPast;
    if (finite.is_verb(kBecome)) group.tense = Tense::kFuture;
    group.ahead = finite.is_verb(kBecome | kModal) && finite.is_verb(kAhead);
    bool have = finite.is_verb(kHave);
    bool be = finite.is_verb(kBe);
    for (std::uint32_t next = next_verb(at + 1); next < size_; next = next_verb(group.end)) {
      const Word& word = words_[next];
      const bool marker = word.is(kInfinitiveMarker);
      if (!marker && !word.is_verb(kInfinitive | kParticiple | kPresentParticiple | kAhead)) break;
      group.end = next + 1;
      if (marker) {  // "is to meet", "has to appear", "is expected to come"
        group.ahead = group.ahead || group.tense == Tense::kPresent;
        continue;
      }
      group.carrier = next;
      if (have && word.is_verb(kParticiple)) {  // "has gone", "will have gone", "is said to have gone"
        if (group.tense != Tense::kFuture) group.tense = Tense::kPast;
        group.ahead = false;
      } else if (be && (word.is_verb(kPresentParticiple) || word.is_verb(kAhead))) {  // "is meeting", "is planned"
        group.ahead = group.ahead || group.tense == Tense::kPresent;
      }
      if (!word.is_verb(kAuxiliary) && !words_[next].is_verb(kAhead) && !word.is_verb(kPresentParticiple)) break;
      have = word.is_verb(kHave) && !word.is_verb(kParticiple);
      be = word.is_verb(kBe);
    }
    return group;
  }

  bool opens_clause(std::uint32_t at) const { return words_[at].is(kSubordinator | kRelative); }
  bool separates(std::uint32_t at) const {
    if (words_[at].is(kCoordinator)) return true;
    if (token(at).kind != TokenKind::kPunctuation) return false;
    const std::string_view sign = of(at);
    const bool in_number = !token(at).space_before && at + 1 < size_ && token(at + 1).kind == TokenKind::kNumber &&
                           !token(at + 1).space_before;
    if (in_number || sign == "." || sign == "'" || sign == "\u2019") return false;
    return sign != "-" || token(at).space_before;
  }

  // A form that may be a noun or an attribute as well is a verb only where no surer one stands in the same clause or
  // joined clauses.
  void drop_doubtful() {
    std::vector<Group> kept;
    for (std::size_t i = 0; i < groups_.size();) {
      std::size_t end = i + 1;  // groups between the same signs
      while (end < groups_.size() && !apart(groups_[end - 1].end, groups_[end].begin)) ++end;
      Sure best = Sure::kPresentForm;
      for (std::size_t g = i; g < end; ++g) best = std::max(best, groups_[g].sure);
      bool first_present = true;
      for (std::size_t g = i; g < end; ++g) {
        const std::uint32_t begin = groups_[g].begin;  // "they leave", "opened and closes"
        const bool clear = begin > 0 && words_[begin - 1].is(kPronoun | kRelative | kCoordinator);
        const bool present = groups_[g].sure == Sure::kPresentForm && !clear;
        if (present && (best != Sure::kPresentForm || !first_present)) continue;
        first_present = first_present && !present;
        kept.push_back(groups_[g]);
      }
      i = end;
    }
    groups_ = std::move(kept);
  }

  bool apart(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (opens_clause(i) || (separates(i) && !words_[i].is(kCoordinator))) return true;
    }
    return false;
  }

  std::uint32_t border(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t last = to;
    for (std::uint32_t i = from; i < to; ++i) {
      if (opens_clause(i)) return i;
      if (separates(i)) last = words_[i].is(kCoordinator) ? i : i + 1;
    }
    return last;
  }

  void add_clause(std::uint32_t begin, std::uint32_t end, const Group* group, Clauses& out) const {
    const auto number = static_cast<std::uint32_t>(out.clauses.size());
    Clause clause;
    clause.sentence = sentence_;
    clause.first_token = first_ + begin;
    clause.end_token = first_ + end;
    if (begin > 0 && opens_clause(begin)) clause.parent = number - 1;
    for (std::uint32_t i = begin; i < end; ++i) {
      out.clause_of_token[first_ + i] = number;
      if (words_[i].is(kNegation)) clause.negations.push_back(first_ + i);
    }
    if (group != nullptr) {
      clause.finite_verb = first_ + group->begin;
      clause.trigger = {first_ + group->carrier};
      clause.tense = group->tense;
      clause.points_ahead = group->ahead || group->tense == Tense::kFuture;
    }
    out.clauses.push_back(std::move(clause));
  }

  const text::Document& document_;
  std::uint32_t sentence_ = 0;
  const Lexicon& lexicon_;
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
  std::vector<Word> words_;
  std::vector<Group> groups_;
};

}  // namespace

void add_chain(const text::Document& document, std::uint32_t sentence, const Lexicon& lexicon, Clauses& out) {
  Chain(document, sentence, lexicon).add_to(out);
}

}  // namespace annalen::clause
