#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "timex/markup.h"
#include "timex/timeml.h"

namespace annalen::timex {

namespace {

// Where a timex's tags go, in bytes of the source.
struct Place {
  std::size_t annotation = 0;
  std::size_t open_at = 0;
  std::size_t close_at = 0;
};

// Indices of annotations in text order, without overlaps.
std::vector<std::size_t> in_order(std::span<const Annotation> annotations, std::size_t text_bytes) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    const text::Span span = annotations[i].span;
    if (span.begin < span.end && span.end <= text_bytes && annotations[i].timex != nullptr) out.push_back(i);
  }
  const auto begin_of = [&](std::size_t i) { return annotations[i].span.begin; };
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return begin_of(a) < begin_of(b); });
  std::uint32_t end = 0;
  std::erase_if(out, [&](std::size_t i) {
    if (annotations[i].span.begin < end) return true;
    end = annotations[i].span.end;
    return false;
  });
  return out;
}

// The timex that the scanner is inside of.
struct Open {
  std::size_t at = 0;
  std::vector<std::size_t> openings;  // tags that stand directly before it
  bool inside_cdata = false;          // ... or stands somewhere in it
  std::size_t depth = 0;              // tags opened inside of it and not yet closed
  std::size_t closed = 0;             // tags closed inside of it that were opened before
};

// Finds where the tags of each annotation go, so that they nest with the tags that are there.
class Placing {
 public:
  Placing(std::string_view up_to_end, std::size_t text_begin, std::span<const Annotation> annotations,
          const std::vector<std::size_t>& ordered)
      : scanner_(up_to_end, text_begin), annotations_(annotations), ordered_(ordered) {}

  std::vector<Place> run() {
    for (Piece piece = scanner_.next(); piece.kind != PieceKind::kEnd && next_ < ordered_.size();
         piece = scanner_.next()) {
      if (piece.is_text()) {
        take_text(piece);
        openings_.clear();
      } else {
        take_tag(piece);
      }
    }
    return std::move(places_);
  }

 private:
  void take_tag(const Piece& piece) {
    const bool opens = piece.kind == PieceKind::kOpening;
    const bool closes = piece.kind == PieceKind::kClosing;
    if (opens) openings_.push_back(piece.begin);
    if (closes) openings_.clear();
    if (!open_) return;
    if (opens) ++open_->depth;
    if (closes && open_->depth == 0) ++open_->closed;
    if (closes && open_->depth > 0) --open_->depth;
  }

  void take_text(const Piece& piece) {
    const std::size_t text_end = text_at_ + piece.text.size();
    while (next_ < ordered_.size()) {
      const text::Span span = annotations_[ordered_[next_]].span;
      if (!open_) {
        if (span.begin >= text_end) break;
        begin(piece, std::max<std::size_t>(span.begin, text_at_));
      }
      if (span.end > text_end) break;
      end(piece, span.end, text_end);
      open_.reset();
      ++next_;
    }
    text_at_ = text_end;
  }

  // An entity is one: a boundary inside of it moves to its edge.
  void begin(const Piece& piece, std::size_t at) {
    const bool first = at == text_at_ || piece.kind == PieceKind::kEntity;
    open_.emplace();
    open_->at = first ? piece.begin : piece.begin + (at - text_at_);
    if (first) open_->openings = openings_;
    open_->inside_cdata = piece.in_cdata;
  }

  void end(const Piece& piece, std::size_t at, std::size_t text_end) {
    const bool last = at == text_end || piece.kind == PieceKind::kEntity;
    Place place{ordered_[next_], open_->at, last ? piece.end : piece.begin + (at - text_at_)};
    // Both ends inside of one CDATA section: it goes in as a whole or not at all.
    const bool same_cdata = open_->inside_cdata && piece.in_cdata && open_->depth == 0 && open_->closed == 0;
    const std::size_t before = open_->closed + (same_cdata ? 1 : 0);
    const std::size_t behind = open_->depth + (same_cdata ? 1 : 0);
    if (before > open_->openings.size() || (behind > 0 && !last)) return;
    if (before > 0) place.open_at = open_->openings[open_->openings.size() - before];
    if (behind > 0) {
      const auto close_at = behind_closings(behind);
      if (!close_at) return;
      place.close_at = *close_at;
    }
    places_.push_back(place);
  }

  // Behind the next `count` closing tags, when nothing but tags stands before them.
  std::optional<std::size_t> behind_closings(std::size_t count) const {
    Scanner ahead = scanner_;
    for (;;) {
      const Piece piece = ahead.next();
      if (piece.kind == PieceKind::kEmptyTag || piece.kind == PieceKind::kOther) continue;
      if (piece.kind != PieceKind::kClosing) return std::nullopt;
      if (--count == 0) return piece.end;
    }
  }

  Scanner scanner_;
  std::span<const Annotation> annotations_;
  const std::vector<std::size_t>& ordered_;
  std::size_t next_ = 0;  // of ordered_
  std::size_t text_at_ = 0;
  std::vector<std::size_t> openings_;  // opening tags since the last text
  std::optional<Open> open_;
  std::vector<Place> places_;
};

// Gives out tids that nothing else has.
class Tids {
 public:
  explicit Tids(const std::vector<std::string>& taken) : taken_(taken.begin(), taken.end()) {}
  std::string next() {
    for (;;) {
      std::string tid = "t" + std::to_string(number_++);
      if (!taken_.contains(tid)) return tid;
    }
  }
  std::string creation_time() { return taken_.contains("t0") ? next() : "t0"; }

 private:
  std::set<std::string> taken_;
  std::size_t number_ = 1;
};

void add_attribute(std::string& tag, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  tag += ' ';
  tag += name;
  tag += "=\"";
  append_escaped_attribute(tag, value);
  tag += '"';
}

std::string_view type_of_date(std::string_view value) {
  return value.find('T') == std::string_view::npos ? "DATE" : "TIME";
}

std::string creation_time_tag(std::string_view tid, std::string_view dct, std::string_view end) {
  std::string tag = "<TIMEX3";
  add_attribute(tag, "tid", tid);
  add_attribute(tag, "type", type_of_date(dct));
  add_attribute(tag, "value", dct);
  add_attribute(tag, "temporalFunction", "false");
  add_attribute(tag, "functionInDocument", "CREATION_TIME");
  return tag.append(end);
}

class Writer {
 public:
  Writer(const TimemlInput& input, std::span<const Annotation> annotations, const std::vector<Place>& places)
      : input_(input), annotations_(annotations), places_(places), tids_(input.tids), dct_id_(input.dct_id) {
    tid_of_.resize(annotations.size());
    range_first_.resize(annotations.size());
    for (const Place& place : places) {
      tid_of_[place.annotation] = tids_.next();
      const auto last = annotations[place.annotation].timex->range_last;
      if (last && *last < annotations.size()) range_first_[*last] = place.annotation;
    }
  }

  std::string run() {
    std::string body;
    std::size_t at = input_.text_begin_bytes;
    const std::string_view source = input_.source;
    for (const Place& place : places_) {
      body += source.substr(at, place.open_at - at);
      write_tags(place, source.substr(place.open_at, place.close_at - place.open_at), body);
      at = place.close_at;
    }
    body += source.substr(at);
    std::string out(source.substr(0, input_.text_begin_bytes));
    if (dct_is_made_) out += creation_time_tag(dct_id_, input_.dct, "/>");
    return out + body;
  }

 private:
  const std::string& creation_time() {
    if (dct_id_.empty() && !input_.dct.empty()) {
      dct_id_ = tids_.creation_time();
      dct_is_made_ = true;
    }
    return dct_id_;
  }

  // Empty when it has no tag.
  const std::string& tid_of(const Reference& reference) {
    static const std::string none;
    switch (reference.kind) {
      case Reference::Kind::kPublication:
        return creation_time();
      case Reference::Kind::kTimex:
        return reference.index < tid_of_.size() ? tid_of_[reference.index] : none;
      case Reference::Kind::kNone:
        break;
    }
    return none;
  }

  void write_tags(const Place& place, std::string_view extent, std::string& body) {
    const Timex& timex = *annotations_[place.annotation].timex;
    std::string implied;
    std::string begin_point;
    std::string end_point;
    if (timex.reach) {
      const std::string other = tids_.next();
      const std::string& published = creation_time();
      const bool ahead = timex.reach->ahead;
      begin_point = ahead ? published : other;
      end_point = ahead ? other : published;
      implied = implied_end(other, published, timex);
    }
    const bool is_counted = timex.type != Type::kDuration && !timex.derivation.anchor.empty();
    std::string tag = "<TIMEX3";
    add_attribute(tag, "tid", tid_of_[place.annotation]);
    add_attribute(tag, "type", to_text(timex.type));
    add_attribute(tag, "value", timex.value);
    add_attribute(tag, "mod", timex.mod);
    add_attribute(tag, "quant", timex.quant);
    add_attribute(tag, "freq", timex.freq);
    add_attribute(tag, "beginPoint", begin_point);
    add_attribute(tag, "endPoint", end_point);
    add_attribute(tag, "temporalFunction", is_counted ? "true" : "false");
    if (is_counted) add_attribute(tag, "anchorTimeID", tid_of(timex.anchor));
    body += tag.append(">").append(extent).append("</TIMEX3>").append(implied);
    body += implied_range(place.annotation);
  }

  // "seit drei Jahren": the year in which it began.
  static std::string implied_end(std::string_view tid, std::string_view published, const Timex& timex) {
    std::string tag = "<TIMEX3";
    const std::string& value = timex.reach->value;
    add_attribute(tag, "tid", tid);
    add_attribute(tag, "type", type_of_date(value));
    add_attribute(tag, "value", value);
    if (timex.mod == "APPROX") add_attribute(tag, "mod", timex.mod);
    add_attribute(tag, "temporalFunction", "true");
    add_attribute(tag, "anchorTimeID", published);
    return tag.append("/>");
  }

  // "vom 5. bis zum 9. Juni": how long that is. Stands behind the end of the range.
  std::string implied_range(std::size_t last) {
    if (!range_first_[last]) return {};
    const std::size_t first = *range_first_[last];
    const std::string& length = annotations_[first].timex->range_length;
    if (length.empty() || tid_of_[first].empty()) return {};
    std::string tag = "<TIMEX3";
    add_attribute(tag, "tid", tids_.next());
    add_attribute(tag, "type", to_text(Type::kDuration));
    add_attribute(tag, "value", length);
    add_attribute(tag, "beginPoint", tid_of_[first]);
    add_attribute(tag, "endPoint", tid_of_[last]);
    add_attribute(tag, "temporalFunction", "false");
    return tag.append("/>");
  }

  const TimemlInput& input_;
  std::span<const Annotation> annotations_;
  const std::vector<Place>& places_;
  Tids tids_;
  std::string dct_id_;
  bool dct_is_made_ = false;
  std::vector<std::string> tid_of_;                      // one an annotation; empty: it has no tag
  std::vector<std::optional<std::size_t>> range_first_;  // one an annotation: of the range that ends with it
};

}  // namespace

std::string write_timeml(const TimemlInput& input, std::span<const Annotation> annotations) {
  const std::vector<std::size_t> ordered = in_order(annotations, input.text.size());
  const std::string_view up_to_end = std::string_view(input.source).substr(0, input.text_end_bytes);
  const std::vector<Place> places = Placing(up_to_end, input.text_begin_bytes, annotations, ordered).run();
  return Writer(input, annotations, places).run();
}

std::string write_timeml(std::string_view text, const TimemlHead& head, std::span<const Annotation> annotations) {
  TimemlInput input;
  input.text = text;
  input.dct = head.dct;
  input.dct_id = "t0";
  input.tids = {"t0"};
  std::string& source = input.source;
  constexpr std::size_t frame_bytes = 400;
  source.reserve(text.size() + text.size() / 16 + head.title.size() + frame_bytes);
  source = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
  append_escaped(source, head.document_id);
  source += "</DOCID>\n<DCT>" + creation_time_tag("t0", head.dct, ">");
  append_escaped(source, head.dct);
  source += "</TIMEX3></DCT>\n";
  if (!head.title.empty()) {
    source += "<TITLE>";
    append_escaped(source, head.title);
    source += "</TITLE>\n";
  }
  source += "<TEXT>";
  input.text_begin_bytes = source.size();
  append_escaped(source, text);
  input.text_end_bytes = source.size();
  source += "</TEXT>\n</TimeML>\n";
  return write_timeml(input, annotations);
}

}  // namespace annalen::timex
