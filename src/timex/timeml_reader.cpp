#include <optional>
#include <utility>

#include "text/utf8.h"
#include "timex/markup.h"
#include "timex/timeml.h"

namespace annalen::timex {

namespace {

struct Element {
  std::size_t begin = 0;  // of its content
  std::size_t end = 0;
};

// What is known of the file before TEXT is read.
struct Outline {
  std::optional<Element> text;
  std::string title;
  std::string dct_text;   // what the DCT element says
  std::string dct_value;  // value of the TIMEX3 in the DCT element
  std::string dct_id;
  std::string creation_value;  // value of the TIMEX3 that says it is the creation time, wherever it stands
  std::string creation_id;     // empty inside of TEXT
  std::vector<std::string> tids;
};

bool is_creation_time(const Piece& tag) {
  const std::string_view function = attribute(tag.attributes, "functionInDocument");
  return function == "CREATION_TIME" || function == "PUBLICATION_TIME";
}

// One way through the file.
class Outliner {
 public:
  explicit Outliner(std::string_view bytes) : bytes_(bytes), scanner_(bytes) {}

  Outline run() {
    for (Piece piece = scanner_.next(); piece.kind != PieceKind::kEnd; piece = scanner_.next()) {
      if (piece.is_text()) {
        if (saying_ != nullptr) *saying_ += piece.text;
      } else {
        take(piece);
      }
    }
    // An element that does not end is none.
    if (out_.text && out_.text->end == 0) out_.text.reset();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool in_text() const { return out_.text && out_.text->end == 0; }

  void take(const Piece& tag) {
    const bool opens = tag.kind == PieceKind::kOpening;
    const bool closes = tag.kind == PieceKind::kClosing;
    if (tag.is_tag("TIMEX3")) {
      if (!closes) take_timex(tag);
    } else if (tag.is_tag("TEXT")) {
      if (opens && !out_.text) out_.text = Element{tag.end, 0};
      if (closes && in_text()) out_.text->end = tag.begin;
    } else if (tag.is_tag("DCT") || tag.is_tag("TITLE") || tag.is_tag("HEADLINE")) {
      if (!in_text()) take_header(tag, opens);
    }
  }

  void take_header(const Piece& tag, bool opens) {
    in_dct_ = opens && tag.is_tag("DCT");
    saying_ = nullptr;
    if (!opens) return;
    std::string& said = in_dct_ ? out_.dct_text : out_.title;
    if (said.empty()) saying_ = &said;
  }

  void take_timex(const Piece& tag) {
    const std::string_view tid = attribute(tag.attributes, "tid");
    const std::string_view value = attribute(tag.attributes, "value");
    if (!in_text() && !tid.empty()) out_.tids.emplace_back(tid);
    if (in_dct_ && out_.dct_value.empty()) {
      out_.dct_value = value;
      out_.dct_id = tid;
    }
    if (out_.creation_value.empty() && is_creation_time(tag)) {
      out_.creation_value = value;
      if (!in_text()) out_.creation_id = tid;
    }
  }

  std::string_view bytes_;
  Scanner scanner_;
  Outline out_;
  bool in_dct_ = false;
  std::string* saying_ = nullptr;  // where the text goes that comes
};

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

void take_creation_time(Outline& outline, TimemlInput& input) {
  if (!outline.creation_value.empty()) {
    input.dct = std::move(outline.creation_value);
    input.dct_id = std::move(outline.creation_id);
  } else if (!outline.dct_value.empty()) {
    input.dct = std::move(outline.dct_value);
    input.dct_id = std::move(outline.dct_id);
  } else {
    input.dct = trimmed(outline.dct_text);
    input.dct_id = std::move(outline.dct_id);
  }
}

}  // namespace

Result<TimemlInput> read_timeml(std::string_view bytes) {
  const std::size_t bad = text::first_bad_utf8(bytes);
  if (bad != std::string_view::npos) return Error{ErrorKind::kInput, "not UTF-8", "byte " + std::to_string(bad)};
  Outline outline = Outliner(bytes).run();
  if (!outline.text) return Error{ErrorKind::kInput, "no TEXT element", "byte " + std::to_string(bytes.size())};
  TimemlInput input;
  take_creation_time(outline, input);
  input.title = trimmed(outline.title);
  input.tids = std::move(outline.tids);
  const Element body = *outline.text;
  input.source = bytes.substr(0, body.begin);
  input.text_begin_bytes = body.begin;
  Scanner scanner(bytes.substr(0, body.end), body.begin);  // no tag reaches across the element's end
  for (Piece piece = scanner.next(); piece.kind != PieceKind::kEnd; piece = scanner.next()) {
    if (!piece.is_tag("TIMEX3")) input.source += bytes.substr(piece.begin, piece.end - piece.begin);
  }
  input.text_end_bytes = input.source.size();
  // Not while reading: in damaged markup a tag left out may leave another one behind.
  input.text = decoded(std::string_view(input.source).substr(input.text_begin_bytes));
  input.source += bytes.substr(body.end);
  return input;
}

}  // namespace annalen::timex
