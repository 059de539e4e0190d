// builder.h: pieces of a sentence -> clauses: who interrupts, resumes, joins whom, for the sources of this room.
// Linear:  each clause is opened once and closed once.
#pragma once

#include <cstdint>
#include <vector>

#include "clause/clause.h"
#include "clause/reading.h"

namespace annalen::clause {

class Builder {
 public:
  // REQUIRES: both outlive the builder.
  Builder(const Reader& reader, Clauses& out) : reader_(reader), out_(out) {}

  // Appends the sentence's clauses with hull, parent and finite verb, and an entry for each of its tokens.
  void build(std::uint32_t sentence, std::uint32_t first_token);

 private:
  // A clause that may still be continued.
  struct Open {
    std::uint32_t clause = 0;
    PieceKind kind = PieceKind::kMain;
    std::uint32_t finite = Piece::kNone;
    bool complete = false;   // has its verb
    bool auxiliary = false;  // its finite verb is one
    bool nonfinite = false;  // what the auxiliary waits for has come
  };

  void add(const Piece& piece);
  void add_main(const Piece& piece);
  void add_without_verb(const Piece& piece);
  void open(const Piece& piece, PieceKind kind, std::optional<std::uint32_t> parent);
  void join(const Piece& piece);
  void take_verbs(const Piece& piece, Open& clause, bool claims);
  [[nodiscard]] std::uint32_t finite_of(const Piece& piece) const;
  [[nodiscard]] bool waits_for_nonfinite() const;
  [[nodiscard]] bool pop_to_incomplete();

  const Reader& reader_;
  Clauses& out_;
  std::vector<Open> stack_;
  std::vector<std::vector<Open>> brackets_;  // stacks outside
  std::uint32_t sentence_ = 0;
  std::uint32_t first_token_ = 0;
};

}  // namespace annalen::clause
