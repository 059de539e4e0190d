#include "clause/reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.h"

namespace annalen::clause {
namespace {

using text::TokenKind;

constexpr std::array<std::string_view, 12> kQuotes = {"\"",     "'",      "\u201E", "\u201C", "\u201D", "\u201A",
                                                      "\u2018", "\u2019", "\u00BB", "\u00AB", "\u203A", "\u2039"};
constexpr std::array<std::string_view, 5> kAdjectiveEndings = {"e", "en", "er", "es", "em"};
constexpr std::uint32_t kSmallWord = kDeterminer | kPronoun | kPreposition | kAdverb | kSubordinator |
                                     kSubordinatorMaybe | kConjunction | kInfinitiveMarker | kNegation | kRelative;

}  // namespace

bool Reader::is_word(std::uint32_t at) const { return token(at).kind == TokenKind::kWord; }
bool Reader::is_noun(std::uint32_t at) const { return is_word(at) && token(at).capitalised && at > 0; }
bool Reader::is_sign(std::uint32_t at, std::string_view sign) const {
  return token(at).kind == TokenKind::kPunctuation && of(at) == sign;
}
bool Reader::is_quote(std::uint32_t at) const {
  return token(at).kind == TokenKind::kPunctuation &&
         std::find(kQuotes.begin(), kQuotes.end(), of(at)) != kQuotes.end();
}

bool Reader::looks_adjective(std::uint32_t at) const {
  if (!is_word(at) || token(at).capitalised || words_[at].is(kSmallWord) || words_[at].is_verb(kAuxiliary))
    return false;
  const std::string_view word = of(at);
  return std::any_of(kAdjectiveEndings.begin(), kAdjectiveEndings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool Reader::marked_infinitive(std::uint32_t at) const {
  const Word& word = words_[at];
  if (word.is_verb(kMarkedInfinitive)) return true;
  if (at == 0 || !words_[at - 1].is(kInfinitiveMarker) || !is_word(at) || token(at).capitalised) return false;
  if (word.is_verb(kInfinitive)) return !noun_follows(at) || word.is_verb(kAuxiliary);
  return word.classes == 0 && of(at).ends_with('n') && !noun_follows(at) && of(at).size() > 4;
}

// A noun stands behind `at`, at most adjectives between.
bool Reader::noun_follows(std::uint32_t at) const {
  constexpr std::uint32_t between_max = 5;
  for (std::uint32_t i = at + 1; i < size_ && i <= at + between_max; ++i) {
    if (is_noun(i)) return true;
    const bool joins = words_[i].is(kCoordinator) && i + 1 < size_ && looks_adjective(i + 1);
    if (!joins && !looks_adjective(i)) return false;
  }
  return false;
}

Word Reader::look_up(std::uint32_t at, bool initial) const {
  const std::string_view written = of(at);
  const bool capitalised = token(at).capitalised;
  if (capitalised && !initial) return {};
  Word word = capitalised ? lexicon_.find(text::lower(written)) : lexicon_.find(written);
  // "Kommt er, …", "Wird …", but never a noun: "Frage", "Stand", "Reise".
  const bool verb_first =
      word.is_verb(kAuxiliary) || (word.certain() && word.is_verb(kPresent | kSubjunctive2) && !word.is_verb(kGuessed));
  if (capitalised && (!verb_first || word.is_verb(kSubjunctive1 & ~kAuxiliary))) word.verb = 0;
  return word;
}

void Reader::look_up_words() {
  words_.assign(size_, {});
  bool initial = true;  // a sentence starts here, perhaps one inside quotes or behind a colon
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (!is_word(i)) {
      initial = initial ? is_quote(i) || !token(i).space_before : is_sign(i, ":") || is_sign(i, "(") || is_quote(i);
      continue;
    }
    words_[i] = look_up(i, initial);
    const bool bound_left = i > 0 && is_sign(i - 1, "-") && !token(i).space_before;
    const bool bound_right = i + 1 < size_ && is_sign(i + 1, "-") && !token(i + 1).space_before;
    if (bound_left || bound_right) words_[i].verb = 0;
    initial = false;
  }
  open_with_participle();
  const bool first_person =
      std::any_of(words_.begin(), words_.end(), [](const Word& word) { return word.is(kFirstPerson); });
  for (std::uint32_t i = 0; i < size_; ++i) {
    const bool in_name = i > 0 && i + 1 < size_ && token(i - 1).capitalised && token(i + 1).capitalised;
    const bool of_name = !first_person || (in_name && !words_[i - 1].is(kFirstPerson));
    if (words_[i].is(kFirstPersonVerb) && of_name) words_[i].verb = 0;
    settle(i);
  }
}

// "Gegründet wurde …", "Aufgeflogen war …": a capital for the sentence's sake.
void Reader::open_with_participle() {
  std::uint32_t first = 0;
  while (first < size_ && !is_word(first)) ++first;
  if (first + 1 >= size_ || !token(first).capitalised || !words_[first + 1].is_verb(kBe | kBecome | kHave)) return;
  const Word word = lexicon_.find(text::lower(of(first)));
  const bool finite = words_[first + 1].is_verb(kFinite) ||  // "Geschlossen worden war …"
                      (first + 2 < size_ && words_[first + 2].is_verb(kFinite));
  if (!word.is_verb(kParticiple) || word.is_verb(kAuxiliary) || !finite) return;
  words_[first].verb = kParticiple | (word.verb & kAhead);
  words_[first].lemma = word.lemma;
  words_[first].particle = word.particle;
}

// What the words around make of a form.
void Reader::settle(std::uint32_t i) {
  Word& word = words_[i];
  // "sein", "ihr": possessives before a noun, else verb and pronoun
  const bool possessive = word.is(kDeterminer) && word.is_verb(kInfinitive) && i + 1 < size_;
  if (possessive && (is_noun(i + 1) || looks_adjective(i + 1))) word.verb = 0;
  // "Ginge es nach ihr, …" but "Angriffe", "Unterschiede"
  const bool doubtful = token(i).capitalised && word.is_verb(kSubjunctive2) && !word.is_verb(kAuxiliary);
  if (doubtful && (i + 1 == size_ || !words_[i + 1].is(kPronoun))) word.verb = 0;
  // An auxiliary that is no infinitive: those stand at the end.
  const bool undecided = word.is_verb(kAuxiliary) && word.undecided() && i + 1 < size_ && !marked_infinitive(i);
  if (!undecided || token(i + 1).kind == TokenKind::kPunctuation) return;
  if (words_[i + 1].verb == 0 && !words_[i + 1].is(kCoordinator | kConjunction)) {
    word.verb &= ~std::uint32_t{kInfinitive};
  }
}

// "der seit Jänner amtierende Präsident": a participle with what belongs to it, between article and noun.
bool Reader::opens_attribute(std::uint32_t at) const {
  if (at + 1 >= size_ || !words_[at].is(kDeterminer) || !words_[at].is(kRelative)) return false;
  if (at > 0 && is_sign(at - 1, ",")) return false;
  if (at > 1 && is_sign(at - 2, ",") && words_[at - 1].is(kPreposition)) return false;
  return words_[at + 1].is(kPreposition | kAdverb) && !words_[at + 1].is(kDeterminer);
}

bool Reader::is_attribute(std::uint32_t at, bool open) const {
  const Word& word = words_[at];
  if (word.is_verb(kAuxiliary) || token(at).capitalised) return false;
  const std::string_view written = of(at);
  const bool inflected =
      written.ends_with("te") || written.ends_with("ten") || word.is_verb(kInfinitive | kSubjunctive1);
  if (!inflected || at == 0 || !noun_follows(at)) return false;
  std::uint32_t left = at - 1;
  if (is_quote(left) && left > 0) --left;
  const Word& before = words_[left];
  if (before.is(kInfinitiveMarker) && word.is_verb(kInfinitive)) return false;
  if (open || before.is(kPreposition | kDeterminer)) return true;
  if (before.is(kSubordinatorMaybe) && left < at - 1) return true;
  const bool at_start = is_sign(left, ",") || is_sign(left, ":") || is_quote(left);
  if (at_start && word.is_verb(kGuessed)) return !written.ends_with("ierte") && !written.ends_with("ierten");
  if (token(left).kind == TokenKind::kNumber) return left > 0 || of(left).size() != 4;
  if (before.is(kCoordinator)) return left > 0 && looks_adjective(left - 1) && words_[left - 1].verb == 0;
  return noun_phrase_opens_before(left);
}

// "mit international scharf kritisierten …": back over adverbs and adjectives to an article or preposition.
bool Reader::noun_phrase_opens_before(std::uint32_t at) const {
  constexpr std::uint32_t back_max = 4;
  bool adjective = false;
  for (std::uint32_t steps = 0; steps < back_max; ++steps) {
    const Word& word = words_[at];
    if (word.is(kPreposition | kDeterminer)) return true;
    if (!is_word(at) || token(at).capitalised || word.verb != 0 || word.is(kSmallWord & ~kAdverb)) return adjective;
    adjective = adjective || (steps == 0 && looks_adjective(at));
    if (at-- == 0) return adjective;
  }
  return adjective;
}

void Reader::take_attributes_out() {
  constexpr std::uint32_t attribute_tokens_max = 12;
  std::uint32_t open_until = 0;
  taken_.assign(size_, 0);
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (is_sign(i, ",") || is_sign(i, ";") || is_sign(i, ":")) open_until = 0;
    if (!is_word(i)) continue;
    if (opens_attribute(i)) {
      open_until = i + attribute_tokens_max;
      continue;
    }
    const bool open = i < open_until;
    if (words_[i].is_verb(kAuxiliary)) open_until = 0;
    const bool closes =
        open && looks_adjective(i) && noun_follows(i) &&
        (words_[i - 1].is(kPronoun) || !(words_[i - 1].is(kDeterminer | kPreposition) || looks_adjective(i - 1)));
    if (words_[i].verb != 0 && !words_[i].is_verb(kAuxiliary)) {
      if (is_attribute(i, open) || (open && words_[i].is_verb(kParticiple) && !words_[i].certain())) {
        taken_[i] = std::exchange(words_[i].verb, 0);
      }
    }
    if (closes) open_until = 0;
  }
}

// "Das teilte Merz mit.", "Zwischen 1868 und 1891 unterrichtete Bruckner …": what looks like an attribute is the verb
// of a sentence that has no other. False when nothing changed.
bool Reader::give_verb_back() {
  const Piece& piece = pieces_.front();
  if (size_ == 0 || !is_sign(size_ - 1, ".") || piece.kind != PieceKind::kMain) return false;
  if (piece.finite != Piece::kNone || piece.undecided != Piece::kNone) return false;
  std::uint32_t last = piece.end;
  while (last > piece.begin && token(last - 1).kind == TokenKind::kPunctuation) --last;
  const bool particle = last > piece.begin && words_[last - 1].is(kParticle) && last - 1 > piece.begin;
  const auto has_verb = [](const Piece& other) {
    return other.kind == PieceKind::kMain && (other.finite != Piece::kNone || other.undecided != Piece::kNone);
  };
  if (!particle && std::any_of(pieces_.begin() + 1, pieces_.end(), has_verb)) return false;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    constexpr std::uint32_t preterite = kFinite | kPast;
    if ((taken_[i] & preterite) != preterite) continue;
    words_[i].verb = std::exchange(taken_[i], 0);
    return true;
  }
  return false;
}

// Which brackets hold a clause of their own. Brackets inside brackets count as text of the outer ones.
void Reader::match_brackets() {
  clause_bracket_.assign(size_, false);
  std::uint32_t opened = Piece::kNone;
  std::uint32_t depth = 0;
  bool verb = false;
  bool pronoun = false;
  for (std::uint32_t i = 0; i < size_; ++i) {
    pronoun = pronoun || words_[i].is(kPronoun);
    if (is_sign(i, "(")) {
      if (depth++ == 0) {
        opened = i;
        verb = pronoun = false;
      }
    } else if (is_sign(i, ")") && depth > 0) {
      if (--depth == 0 && verb) clause_bracket_[opened] = clause_bracket_[i] = true;
    } else if (words_[i].certain() || (pronoun && words_[i].is_verb(kFinite))) {
      verb = true;
    }
  }
}

// Whether the token is a sign that bounds clauses; `next` is what stands before the following piece then.
bool Reader::boundary_at(std::uint32_t at, Boundary& next) const {
  const text::Token& sign = token(at);
  if (sign.kind != TokenKind::kPunctuation) return false;
  const std::string_view written = of(at);
  const bool spaced_behind = at + 1 < size_ && token(at + 1).space_before;
  const bool in_number = at > 0 && at + 1 < size_ && token(at - 1).kind == TokenKind::kNumber &&
                         token(at + 1).kind == TokenKind::kNumber && !spaced_behind && !sign.space_before;
  if (in_number) return false;
  next = Boundary::kComma;
  if (written == ",") return true;
  if (written == "\u2013" || written == "\u2014" || written == "-") return sign.space_before && spaced_behind;
  if (written == "(" && clause_bracket_[at]) {
    next = Boundary::kOpening;
    return true;
  }
  if (written == ")" && clause_bracket_[at]) {
    next = Boundary::kClosing;
    return true;
  }
  if (written == ";" || written == ":") {
    next = written == ";" ? Boundary::kSemicolon : Boundary::kColon;
    return true;
  }
  // "Was nun?" fragte er.
  const bool stopped = at > 0 && (is_sign(at - 1, "?") || is_sign(at - 1, "!") || is_sign(at - 1, "."));
  return is_quote(at) && stopped && at + 1 < size_ && spaced_behind && !token(at + 1).capitalised &&
         words_[at + 1].certain();
}

void Reader::cut() {
  pieces_.clear();
  Piece piece;
  std::uint32_t in_bracket = 0;  // commas in a bracket without a verb bound nothing
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (is_sign(i, "(") && !clause_bracket_[i]) ++in_bracket;
    if (is_sign(i, ")") && !clause_bracket_[i] && in_bracket > 0) --in_bracket;
    Boundary next = Boundary::kComma;
    if (in_bracket > 0 && !is_sign(i, ";")) continue;
    if (!boundary_at(i, next)) continue;
    piece.end = i + 1;
    cut_coordinated(piece);
    piece = {};
    piece.begin = i + 1;
    piece.boundary = next;
  }
  piece.end = size_;
  if (piece.begin < piece.end) cut_coordinated(piece);
}

// Cuts at each coordinator that has a finite verb on both sides.
void Reader::cut_coordinated(Piece piece) {
  std::uint32_t coordinator = Piece::kNone;  // the last one, behind the verb of the left side
  std::uint32_t left = Piece::kNone;         // finite verb of the left side
  const std::uint32_t end = piece.end;
  const auto split = [&](std::uint32_t verb) {
    Piece before = piece;
    before.end = coordinator;
    describe(before);
    pieces_.push_back(before);
    piece.begin = coordinator;
    piece.boundary = Boundary::kCoordinator;
    coordinator = Piece::kNone;
    left = verb;
  };
  for (std::uint32_t i = piece.begin; i < end; ++i) {
    const Word& word = words_[i];
    if (word.is(kCoordinator) && left != Piece::kNone && i > piece.begin) {
      coordinator = i;
      continue;
    }
    if (!word.is_verb(kFinite) || marked_infinitive(i)) continue;
    const bool counts =
        word.certain() || (left == Piece::kNone ? coordinator == Piece::kNone : !words_[left].is_verb(kAuxiliary));
    if (!counts) continue;
    if (left == Piece::kNone || (word.certain() && !words_[left].certain() && coordinator == Piece::kNone)) {
      left = i;
    } else if (coordinator != Piece::kNone) {
      split(i);
    }
  }
  describe(piece);
  pieces_.push_back(piece);
}

std::uint32_t Reader::first_word(const Piece& piece, bool& coordinator) const {
  coordinator = false;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    if (!is_word(i) && token(i).kind != TokenKind::kNumber) continue;
    if (!words_[i].is(kConjunction)) return i;
    coordinator = true;
  }
  return Piece::kNone;
}

bool Reader::only_nonfinite(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_word(i) && !words_[i].is_verb(kInfinitive | kParticiple)) return false;
    if (token(i).kind == TokenKind::kNumber) return false;
  }
  return true;
}

void Reader::find_verbs(Piece& piece) const {
  std::uint32_t last = Piece::kNone;
  std::uint32_t undecided_last = Piece::kNone;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    const Word& word = words_[i];
    if (!word.is_verb(kFinite) || marked_infinitive(i)) continue;
    if (word.certain()) {
      if (piece.finite == Piece::kNone) piece.finite = i;
      last = i;
    } else {
      if (piece.undecided == Piece::kNone) piece.undecided = i;
      undecided_last = i;
    }
  }
  if (last != Piece::kNone) {
    piece.verb_last = only_nonfinite(last + 1, piece.end);
  } else if (undecided_last != Piece::kNone) {
    piece.verb_last = only_nonfinite(undecided_last + 1, piece.end);
    // "verkauft haben", "gelöst werden können": the last one is finite; "sollen gelöst werden": the first
    const bool last_rules = !words_[piece.undecided].is_verb(kAuxiliary) || undecided_last == piece.undecided + 1;
    if (piece.verb_last && last_rules && words_[undecided_last].is_verb(kAuxiliary)) piece.undecided = undecided_last;
  }
}

bool Reader::is_relative(const Piece& piece, std::uint32_t first) const {
  const bool apart = piece.boundary == Boundary::kComma || piece.boundary == Boundary::kOpening;
  if (!apart || token(first).capitalised) return false;
  std::uint32_t pronoun = first;
  if (words_[first].is(kPreposition) && !words_[first].is(kRelative)) ++pronoun;
  if (pronoun >= piece.end || !words_[pronoun].is(kRelative)) return false;
  std::uint32_t next = pronoun + 1;
  while (next < piece.end && is_quote(next)) ++next;
  const bool verb = piece.finite != Piece::kNone || piece.undecided != Piece::kNone;
  if (verb && piece.verb_last) return true;
  if (next >= piece.end || !is_word(next)) return next < piece.end && is_sign(next, ",");
  const bool compound = next + 1 < piece.end && is_sign(next + 1, "-") && !token(next + 1).space_before;
  const bool counted = words_[next].is(kQuantifier) && noun_follows(next);
  const bool noun_phrase = is_noun(next) || looks_adjective(next) || compound || counted;
  if (piece.finite != Piece::kNone) return !noun_phrase && next != piece.finite && pronoun == first;
  return !noun_phrase;
}

bool Reader::is_infinitive(const Piece& piece, std::uint32_t first) const {
  if (piece.finite != Piece::kNone) return false;
  bool marked = false;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    if (marked_infinitive(i)) marked = true;
  }
  const bool opener = words_[first].is(kInfinitiveOpener);
  if (!opener && piece.undecided == first + 1) return false;  // "alle scheinen überzeugt zu sein"
  const bool third = piece.undecided != Piece::kNone && !words_[piece.undecided].is_verb(kInfinitive);
  if (marked) return opener || !third || piece.boundary == Boundary::kComma;
  return false;
}

// A clause with its verb at the end, whose last word nobody listed: "…, der ins Meer mündet".
bool Reader::guess_last(Piece& piece) {
  constexpr std::size_t verb_bytes_min = 4;
  std::uint32_t last = piece.end;
  while (last > piece.begin && token(last - 1).kind == TokenKind::kPunctuation) --last;
  if (last <= piece.begin + 2 || !is_word(last - 1) || token(last - 1).capitalised) return false;
  Word& word = words_[last - 1];
  const std::string_view written = of(last - 1);
  if (word.verb != 0 || word.classes != 0 || written.size() < verb_bytes_min) return false;
  if (!written.ends_with('t') && !written.ends_with("en") && !written.ends_with("ern")) return false;
  if (marked_infinitive(last - 1)) return false;
  word.verb = kFinite | kPresent | kGuessed;
  piece.finite = last - 1;
  piece.verb_last = true;
  return true;
}

// A sentence without a known verb: the word in second place that looks like one: "Anrainer murren über …".
void Reader::guess_second(Piece& piece) {
  constexpr std::size_t verb_bytes_min = 5;
  for (std::uint32_t i = piece.begin + 1; i + 1 < piece.end; ++i) {
    if (!is_word(i) || token(i).capitalised || words_[i].classes != 0 || words_[i].verb != 0) continue;
    const std::string_view written = of(i);
    const bool ending =
        written.ends_with('t') || written.ends_with("en") || written.ends_with("rn") || written.ends_with("ln");
    if (words_[i - 1].is(kDeterminer | kPreposition)) continue;
    const bool behind = is_word(i - 1) && (token(i - 1).capitalised || words_[i - 1].is(kAdverb));
    constexpr std::uint32_t opens_phrase = kPronoun | kDeterminer | kPreposition | kAdverb | kNegation;
    if (written.size() < verb_bytes_min || !ending || !behind || !words_[i + 1].is(opens_phrase)) continue;
    words_[i].verb = kFinite | kPresent | kGuessed;
    piece.finite = i;
    return;
  }
}

void Reader::describe(Piece& piece) {
  find_verbs(piece);
  const std::uint32_t first = first_word(piece, piece.coordinator);
  if (first == Piece::kNone) return;
  piece.begins_finite = first == piece.finite || (piece.finite == Piece::kNone && first == piece.undecided);
  const Word& word = words_[first];
  bool verb = piece.finite != Piece::kNone || piece.undecided != Piece::kNone;
  piece.relative = is_relative(piece, first);
  const bool opener = word.is(kSubordinator | kSubordinatorMaybe) || piece.relative;
  if (!verb && opener && guess_last(piece)) verb = true;
  const bool apart = piece.boundary == Boundary::kComma && word.is(kRelativeAdverb) && !verb;
  if (apart || word.is(kSubordinator) || piece.relative || (word.is(kSubordinatorMaybe) && verb && piece.verb_last)) {
    piece.kind = PieceKind::kSubordinate;
  } else if (is_infinitive(piece, first)) {
    piece.kind = PieceKind::kInfinitive;
  } else if (!verb && piece.boundary == Boundary::kStart) {
    guess_second(piece);
  }
}

void Reader::read(const text::Sentence& sentence) {
  first_ = sentence.first_token;
  size_ = sentence.end_token - sentence.first_token;
  look_up_words();
  take_attributes_out();
  match_brackets();
  cut();
  if (pieces_.empty() || !give_verb_back()) return;
  match_brackets();
  cut();
}

}  // namespace annalen::clause
