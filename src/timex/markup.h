// markup.h: XML as found in the wild, piece by piece: text, tags, entities, CDATA. Inside of the timex room.
// Tolerance: what is not well-formed markup stands for itself as text. Nothing is ever refused.
// Cost:      linear in the bytes, whatever they are.
// Threads:   one scanner, one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annalen::timex {

// Text is a run of plain bytes; an entity is one "&…;" that was decoded. kOther: comments, instructions, declarations.
// "<![CDATA[" opens and "]]>" closes; what stands between them is text as it is.
enum class PieceKind : std::uint8_t { kEnd, kText, kEntity, kOpening, kClosing, kEmptyTag, kOther };

struct Piece {
  PieceKind kind = PieceKind::kEnd;
  std::size_t begin = 0;  // in the scanner's bytes
  std::size_t end = 0;
  std::string_view text = {};        // kText, kEntity: what it says; valid until the next call
  std::string_view name = {};        // of a tag; empty for CDATA
  std::string_view attributes = {};  // of a tag: what stands behind the name
  bool in_cdata = false;             // kText

  [[nodiscard]] bool is_text() const { return kind == PieceKind::kText || kind == PieceKind::kEntity; }
  [[nodiscard]] bool is_tag(std::string_view tag) const { return !name.empty() && name == tag; }
};

class Scanner {
 public:
  // `bytes` stays with the caller.
  explicit Scanner(std::string_view bytes, std::size_t begin = 0) : bytes_(bytes), at_(begin) {}
  // kEnd behind the last byte, again and again.
  [[nodiscard]] Piece next();

 private:
  [[nodiscard]] Piece markup();
  [[nodiscard]] Piece enclosed(std::size_t head_bytes, std::string_view tail, bool& has_none);
  [[nodiscard]] Piece tag();
  [[nodiscard]] Piece text();

  std::string_view bytes_;
  std::size_t at_;
  bool in_cdata_ = false;
  bool no_comment_end_ = false;  // no "-->" stands ahead
  bool no_cdata_end_ = false;    // no "]]>" stands ahead
  bool no_instruction_end_ = false;
  std::string entity_;
};

// The value of an attribute as written; empty when there is none.
[[nodiscard]] std::string_view attribute(std::string_view attributes, std::string_view name);
// Tags left out, entities decoded.
[[nodiscard]] std::string decoded(std::string_view bytes);
// For content; for attributes quotes as well.
void append_escaped(std::string& out, std::string_view text);
void append_escaped_attribute(std::string& out, std::string_view text);

}  // namespace annalen::timex
