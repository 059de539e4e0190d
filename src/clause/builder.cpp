#include "clause/builder.h"

#include <algorithm>
#include <utility>

namespace annalen::clause {

// The finite verb that the piece would bring; an undecided form does not count where an auxiliary claims it.
std::uint32_t Builder::finite_of(const Piece& piece) const {
  if (piece.finite != Piece::kNone) return piece.finite;
  if (piece.undecided == Piece::kNone || waits_for_nonfinite()) return Piece::kNone;
  // "Mann in Linz verhaftet", without a full stop: a headline
  constexpr std::uint32_t headline_tokens_min = 3;
  const bool headline = piece.verb_last && piece.end == piece.undecided + 1 && piece.begin == 0 &&
                        piece.end == reader_.words().size() && piece.end >= headline_tokens_min &&
                        reader_.words()[piece.undecided].is_verb(kParticiple);
  if (headline) return Piece::kNone;
  // "…, von Franz Antel verfilmt, floppte 1959": an apposition, the verb comes later
  const bool apposition = piece.boundary == Boundary::kComma && piece.verb_last && !piece.begins_finite &&
                          piece.end < reader_.words().size() && reader_.words()[piece.undecided].is_verb(kParticiple);
  if (apposition && !stack_.empty() && stack_.front().kind == PieceKind::kMain) return Piece::kNone;
  // "Man habe es gewusst, betont der Minister": a saying behind; but "hat gelebt, erzählt und gelacht"
  const bool behind = piece.begins_finite && !stack_.empty() && stack_.back().nonfinite &&
                      piece.undecided + 1 < piece.end && !reader_.words()[piece.undecided + 1].is(kConjunction);
  if (behind && piece.boundary == Boundary::kComma) return piece.undecided;
  const bool behind_auxiliary = !stack_.empty() && stack_.back().complete && stack_.back().auxiliary;
  return behind_auxiliary && piece.boundary != Boundary::kSemicolon && piece.boundary != Boundary::kColon
             ? Piece::kNone
             : piece.undecided;
}

bool Builder::waits_for_nonfinite() const {
  return std::any_of(stack_.begin(), stack_.end(), [](const Open& open) {
    return open.kind == PieceKind::kMain && open.complete && open.auxiliary && !open.nonfinite;
  });
}

// Closes what is complete above the uppermost clause that still waits for its verb; false when none waits.
bool Builder::pop_to_incomplete() {
  const auto waiting = std::find_if(stack_.rbegin(), stack_.rend(), [](const Open& open) { return !open.complete; });
  if (waiting == stack_.rend()) return false;
  stack_.erase(waiting.base(), stack_.end());
  return true;
}

void Builder::open(const Piece& piece, PieceKind kind, std::optional<std::uint32_t> parent) {
  Clause clause;
  clause.sentence = sentence_;
  clause.first_token = first_token_ + piece.begin;
  clause.end_token = first_token_ + piece.end;
  clause.parent = parent;
  Open opened;
  opened.clause = static_cast<std::uint32_t>(out_.clauses.size());
  opened.kind = kind;
  out_.clauses.push_back(std::move(clause));
  stack_.push_back(opened);
  join(piece);
}

void Builder::take_verbs(const Piece& piece, Open& clause, bool claims) {
  if (!clause.complete && clause.kind != PieceKind::kInfinitive) {
    std::uint32_t finite = piece.finite;
    if (finite == Piece::kNone && piece.undecided != Piece::kNone) {
      const bool fits = clause.kind == PieceKind::kMain ? claims : piece.verb_last;
      finite = fits ? piece.undecided : Piece::kNone;
    }
    if (finite != Piece::kNone) {
      clause.finite = finite;
      clause.complete = true;
      clause.auxiliary = reader_.words()[finite].is_verb(kAuxiliary);
      out_.clauses[clause.clause].finite_verb = first_token_ + finite;
    }
  }
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    const bool marked = reader_.marked_infinitive(i);
    if (marked && clause.kind == PieceKind::kInfinitive) clause.complete = true;
    if (i != clause.finite && (marked || reader_.words()[i].is_verb(kInfinitive | kParticiple)))
      clause.nonfinite = true;
  }
}

// Gives the piece to the clause on top.
void Builder::join(const Piece& piece) {
  const bool claims = piece.finite != Piece::kNone || finite_of(piece) != Piece::kNone;
  Open& top = stack_.back();
  Clause& clause = out_.clauses[top.clause];
  clause.end_token = std::max(clause.end_token, first_token_ + piece.end);
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) out_.clause_of_token[first_token_ + i] = top.clause;
  take_verbs(piece, top, claims);
}

void Builder::add_main(const Piece& piece) {
  const bool joined = piece.boundary == Boundary::kCoordinator || piece.coordinator;
  if (stack_.empty()) return open(piece, PieceKind::kMain, std::nullopt);
  const Open top = stack_.back();
  if (piece.boundary == Boundary::kCoordinator && top.complete) {  // "… kam und ging"
    if (top.kind == PieceKind::kSubordinate) return open(piece, PieceKind::kSubordinate, top.clause);
    const std::uint32_t base = top.kind == PieceKind::kInfinitive ? stack_.front().clause : top.clause;
    stack_.clear();
    return open(piece, PieceKind::kMain, base);
  }
  if (pop_to_incomplete()) return join(piece);
  const std::uint32_t base = stack_.front().clause;
  if (piece.begins_finite && !joined) {  // "…", sagte er. Wenn …, geht er.
    stack_.clear();
    open(piece, PieceKind::kMain, std::nullopt);
    if (!out_.clauses[base].parent && piece.boundary != Boundary::kSemicolon) {
      out_.clauses[base].parent = stack_.back().clause;
    }
    return;
  }
  if (joined && top.kind == PieceKind::kSubordinate && piece.verb_last) {
    return open(piece, PieceKind::kSubordinate, top.clause);
  }
  stack_.clear();
  const bool apart = piece.boundary == Boundary::kSemicolon;
  open(piece, PieceKind::kMain, apart ? std::nullopt : std::optional<std::uint32_t>(base));
}

void Builder::add_without_verb(const Piece& piece) {
  if (stack_.empty()) return open(piece, PieceKind::kMain, std::nullopt);
  const bool main_on_top = stack_.back().kind == PieceKind::kMain;
  if (!stack_.back().complete || main_on_top) return join(piece);
  if (pop_to_incomplete()) return join(piece);
  if (stack_.size() > 1) {
    stack_.pop_back();
    return join(piece);
  }
  const std::uint32_t first = stack_.back().clause;
  stack_.clear();
  open(piece, PieceKind::kMain, std::nullopt);
  if (!out_.clauses[first].parent) out_.clauses[first].parent = stack_.back().clause;
}

void Builder::add(const Piece& piece) {
  if (piece.boundary == Boundary::kOpening) {
    const std::optional<std::uint32_t> parent =
        stack_.empty() ? std::nullopt : std::optional<std::uint32_t>(stack_.back().clause);
    brackets_.push_back(std::exchange(stack_, {}));
    return open(piece, piece.kind, parent);
  }
  if (piece.boundary == Boundary::kClosing && !brackets_.empty()) {
    stack_ = std::move(brackets_.back());
    brackets_.pop_back();
  }
  // "Er hat, wie er sagte, die Tat gestanden": what looks relative is what the auxiliary waits for
  const bool awaited = piece.relative && piece.finite == Piece::kNone && piece.undecided != Piece::kNone &&
                       reader_.words()[piece.undecided].is_verb(kParticiple) && waits_for_nonfinite();
  if (piece.kind != PieceKind::kMain && !awaited) {
    const bool base = stack_.empty();
    return open(piece, piece.kind, base ? std::nullopt : std::optional<std::uint32_t>(stack_.back().clause));
  }
  if (finite_of(piece) != Piece::kNone) {
    add_main(piece);
  } else {
    add_without_verb(piece);
  }
}

void Builder::build(std::uint32_t sentence, std::uint32_t first_token) {
  sentence_ = sentence;
  first_token_ = first_token;
  stack_.clear();
  brackets_.clear();
  for (const Piece& piece : reader_.pieces()) add(piece);
}

}  // namespace annalen::clause
