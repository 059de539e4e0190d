#include "timex/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "text/codepoint.h"

namespace annalen::timex {

namespace {

constexpr std::string_view kCdataBegin = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
// Longer tags are text: so that scanning stays linear, whatever is given.
constexpr std::size_t kTagBytesMax = 4096;

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == ':' || c == '.';
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Decodes the entity at `at` ("&amp;", "&#228;") into `out`; its size, or 0 when '&' stands for itself.
std::size_t entity_at(std::string_view bytes, std::size_t at, std::string& out) {
  constexpr std::size_t entity_bytes_max = 12;
  static constexpr std::array<std::pair<std::string_view, char>, 5> named_entities = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  const std::size_t end = bytes.substr(at, entity_bytes_max).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = bytes.substr(at + 1, end - 1);
  for (const auto& [known, c] : named_entities) {
    if (known != name) continue;
    out.push_back(c);
    return end + 1;
  }
  if (name.front() != '#' || name.size() < 2) return 0;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool whole = failed == std::errc() && stop == digits.data() + digits.size() && !digits.empty();
  if (!whole || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
  text::append_codepoint(out, code);
  return end + 1;
}

// What stands for a character that XML keeps to itself; empty for others.
std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

// Runs of plain characters are copied as one.
void append_escaped(std::string& out, std::string_view text, bool quotes) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c > '>' || c < '"' || (c == '"' && !quotes)) continue;  // most of a text
    const std::string_view escape = escape_of(c);
    if (escape.empty()) continue;
    out.append(text, copied, i - copied).append(escape);
    copied = i + 1;
  }
  out.append(text, copied);
}

}  // namespace

Piece Scanner::next() {
  if (at_ >= bytes_.size()) return {.kind = PieceKind::kEnd, .begin = bytes_.size(), .end = bytes_.size()};
  Piece piece;
  if (in_cdata_) {
    const std::size_t end = bytes_.find(kCdataEnd, at_);  // it is there
    in_cdata_ = end > at_;
    piece = end > at_ ? Piece{.kind = PieceKind::kText,
                              .begin = at_,
                              .end = end,
                              .text = bytes_.substr(at_, end - at_),
                              .in_cdata = true}
                      : Piece{.kind = PieceKind::kClosing, .begin = at_, .end = at_ + kCdataEnd.size()};
  } else {
    piece = markup();
    if (piece.end == piece.begin) piece = text();
  }
  at_ = piece.end;
  return piece;
}

// From "<!--" and the like to its end; empty when it has none.
Piece Scanner::enclosed(std::size_t head_bytes, std::string_view tail, bool& has_none) {
  Piece piece{.kind = PieceKind::kOther, .begin = at_, .end = at_};
  const std::size_t end = has_none ? std::string_view::npos : bytes_.find(tail, at_ + head_bytes);
  if (end == std::string_view::npos) {
    has_none = true;
  } else {
    piece.end = end + tail.size();
  }
  return piece;
}

// An empty piece when what stands here is text.
Piece Scanner::markup() {
  const std::string_view rest = bytes_.substr(at_);
  if (!rest.starts_with('<')) return {.begin = at_, .end = at_};
  if (rest.starts_with("<!--")) return enclosed(4, "-->", no_comment_end_);
  if (rest.starts_with("<?")) return enclosed(2, "?>", no_instruction_end_);
  if (!rest.starts_with(kCdataBegin)) return tag();
  Piece piece = enclosed(kCdataBegin.size(), kCdataEnd, no_cdata_end_);
  if (piece.end == piece.begin) return piece;
  in_cdata_ = true;
  piece.kind = PieceKind::kOpening;
  piece.end = at_ + kCdataBegin.size();
  return piece;
}

Piece Scanner::tag() {
  const std::string_view rest = bytes_.substr(at_, kTagBytesMax);
  Piece piece{.begin = at_, .end = at_};
  const bool closes = rest.starts_with("</");
  const bool declares = rest.starts_with("<!");
  const std::size_t begin = closes || declares ? 2 : 1;
  std::size_t name_end = begin;
  while (name_end < rest.size() && is_name_byte(rest[name_end])) ++name_end;
  if (name_end == begin) return piece;
  char quote = 0;
  for (std::size_t i = name_end; i < rest.size(); ++i) {
    if (quote != 0) {
      if (rest[i] == quote) quote = 0;
    } else if (rest[i] == '"' || rest[i] == '\'') {
      quote = rest[i];
    } else if (rest[i] == '<') {
      return piece;
    } else if (rest[i] == '>') {
      piece.name = rest.substr(begin, name_end - begin);
      piece.attributes = rest.substr(name_end, i - name_end);
      const bool is_empty = piece.attributes.ends_with('/');
      piece.kind = is_empty ? PieceKind::kEmptyTag : PieceKind::kOpening;
      if (closes) piece.kind = PieceKind::kClosing;
      if (declares) piece.kind = PieceKind::kOther;
      piece.end = at_ + i + 1;
      return piece;
    }
  }
  return piece;
}

// An entity, or all bytes up to the next one that may be anything else.
Piece Scanner::text() {
  if (bytes_[at_] == '&') {
    entity_.clear();
    if (const std::size_t size = entity_at(bytes_, at_, entity_); size > 0) {
      return {.kind = PieceKind::kEntity, .begin = at_, .end = at_ + size, .text = entity_};
    }
  }
  std::size_t end = at_ + 1;
  while (end < bytes_.size() && bytes_[end] != '<' && bytes_[end] != '&') ++end;
  return {.kind = PieceKind::kText, .begin = at_, .end = end, .text = bytes_.substr(at_, end - at_)};
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
    if (at > 0 && !is_blank(attributes[at - 1])) continue;
    std::size_t i = at + name.size();
    while (i < attributes.size() && (is_blank(attributes[i]) || attributes[i] == '=')) ++i;
    if (i >= attributes.size() || (attributes[i] != '"' && attributes[i] != '\'')) continue;
    const std::size_t end = attributes.find(attributes[i], i + 1);
    if (end != std::string_view::npos) return attributes.substr(i + 1, end - i - 1);
  }
  return {};
}

std::string decoded(std::string_view bytes) {
  std::string out;
  Scanner scanner(bytes);
  for (Piece piece = scanner.next(); piece.kind != PieceKind::kEnd; piece = scanner.next()) {
    if (piece.is_text()) out += piece.text;
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text) { append_escaped(out, text, false); }
void append_escaped_attribute(std::string& out, std::string_view text) { append_escaped(out, text, true); }

}  // namespace annalen::timex
