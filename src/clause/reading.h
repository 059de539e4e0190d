// reading.h: the words of one sentence as the lexicon sees them, attributes taken out, cut into pieces, for the sources
// of this room. A piece lies between commas, other boundaries, or at a coordinator that joins two verbs. Linear:  each
// token looks a bounded way around.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clause/lexicon.h"
#include "clause/word.h"
#include "text/document.h"

namespace annalen::clause {

// What stands before a piece.
enum class Boundary : std::uint8_t { kStart, kComma, kColon, kSemicolon, kCoordinator, kOpening, kClosing };

// What a piece looks like by itself.
enum class PieceKind : std::uint8_t { kMain, kSubordinate, kInfinitive };

struct Piece {
  std::uint32_t begin = 0;  // tokens of the sentence, [begin, end); boundary signs behind belong to it
  std::uint32_t end = 0;
  Boundary boundary = Boundary::kStart;
  PieceKind kind = PieceKind::kMain;
  bool relative = false;            // begins as a relative clause does
  bool coordinator = false;         // begins with "und", "aber" …
  bool begins_finite = false;       // its first word is its finite verb
  bool verb_last = false;           // its finite verb is its last word, infinitives and participles aside
  std::uint32_t finite = kNone;     // the certain one that counts
  std::uint32_t undecided = kNone;  // a form that may be finite where `finite` is kNone

  static constexpr std::uint32_t kNone = UINT32_MAX;
};

class Reader {
 public:
  // REQUIRES: both outlive the reader.
  Reader(const text::Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {}

  // Reads a sentence; words() and pieces() are its own until the next call.
  void read(const text::Sentence& sentence);
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] bool marked_infinitive(std::uint32_t at) const;
  [[nodiscard]] std::string_view of(std::uint32_t at) const { return document_.of(document_.tokens()[first_ + at]); }

 private:
  [[nodiscard]] const text::Token& token(std::uint32_t at) const { return document_.tokens()[first_ + at]; }
  [[nodiscard]] bool is_word(std::uint32_t at) const;
  [[nodiscard]] bool is_noun(std::uint32_t at) const;
  [[nodiscard]] bool is_sign(std::uint32_t at, std::string_view sign) const;
  [[nodiscard]] bool is_quote(std::uint32_t at) const;
  [[nodiscard]] bool looks_adjective(std::uint32_t at) const;
  [[nodiscard]] bool noun_follows(std::uint32_t at) const;
  [[nodiscard]] bool is_attribute(std::uint32_t at, bool open) const;
  [[nodiscard]] bool noun_phrase_opens_before(std::uint32_t at) const;
  [[nodiscard]] bool opens_attribute(std::uint32_t at) const;
  [[nodiscard]] Word look_up(std::uint32_t at, bool initial) const;
  void look_up_words();
  void open_with_participle();
  void settle(std::uint32_t at);
  void take_attributes_out();
  [[nodiscard]] bool give_verb_back();
  void match_brackets();
  [[nodiscard]] bool boundary_at(std::uint32_t at, Boundary& next) const;
  void cut();
  void cut_coordinated(Piece piece);
  void describe(Piece& piece);
  bool guess_last(Piece& piece);
  void guess_second(Piece& piece);
  [[nodiscard]] std::uint32_t first_word(const Piece& piece, bool& coordinator) const;
  [[nodiscard]] bool is_relative(const Piece& piece, std::uint32_t first) const;
  [[nodiscard]] bool is_infinitive(const Piece& piece, std::uint32_t first) const;
  [[nodiscard]] bool only_nonfinite(std::uint32_t begin, std::uint32_t end) const;
  void find_verbs(Piece& piece) const;

  const text::Document& document_;
  const Lexicon& lexicon_;
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
  std::vector<Word> words_;
  std::vector<std::uint32_t> taken_;  // verb bits that attributes had, one a word
  std::vector<Piece> pieces_;
  std::vector<bool> clause_bracket_;  // a bracket with a verb inside
};

}  // namespace annalen::clause
