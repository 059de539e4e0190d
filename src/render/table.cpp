#include <fmt/format.h>

#include <algorithm>

#include "render/block.h"
#include "render/date_text.h"
#include "render/exchange.h"
#include "render/fact_text.h"
#include "render/forms.h"
#include "render/width.h"

namespace annalen::render {
namespace {

constexpr std::size_t kDateColumns = 23;  // "2025-01-30 … 2025-02-27"
constexpr std::size_t kGapColumns = 2;
constexpr std::size_t kTwoColumnsMin = 60;  // narrower: the date stands above the text
constexpr std::size_t kColumnsMin = 20;
constexpr std::size_t kSentenceLinesMax = 24;

void append(std::vector<Line>& lines, std::vector<Line> more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

// Publisher, else URL, else identity.
std::string source_of(const query::Hit& hit) {
  if (hit.article && !hit.article->publisher.empty()) return hit.article->publisher;
  if (hit.article && !hit.article->url.empty()) return hit.article->url;
  return hit.event.article_identity;
}

std::string thousands(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

// An instant's day is enough here: its minute and zone would crowd out the source.
std::string published_text(const time::Publication& publication) {
  return publication.precision() == time::Publication::Precision::kInstant
             ? time::to_text(time::start_of(publication.first_day()))
             : publication.text();
}

class TableRenderer : public Renderer {
 public:
  TableRenderer(const Style& style, TextSink sink)
      : columns_(std::max(style.columns, kColumnsMin)), colour_(style.colour), sink_(std::move(sink)) {}

  void hit(const query::Hit& hit) override {
    if (shown_++ > 0) sink_("\n");
    if (columns_ < kTwoColumnsMin) {
      write_stacked(hit);
    } else {
      write_beside(hit);
    }
  }

  void end(const query::Answer& answer) override {
    if (answer.total == 0) {
      sink_("no events\n");
      return;
    }
    const std::string text =
        shown_ < answer.total
            ? fmt::format("{} of {} events; --limit 0 shows all", thousands(shown_), thousands(answer.total))
            : fmt::format("{} event{}", thousands(answer.total), answer.total == 1 ? "" : "s");
    sink_(fmt::format("\n{}\n", painted(text, Paint::kQuiet, colour_)));
  }

 private:
  [[nodiscard]] std::vector<Line> date_lines(const query::Hit& hit, std::size_t columns) const {
    std::vector<Line> lines = block(date_text(hit.event), columns, Paint::kDate, colour_);
    append(lines, block(date_remark(hit.event), columns, Paint::kPlain, colour_));
    if (hit.match) {
      const Paint paint = *hit.match == time::Match::kCertain ? Paint::kCertain : Paint::kPossible;
      append(lines, block(match_text(*hit.match), columns, paint, colour_));
    }
    return lines;
  }

  [[nodiscard]] std::vector<Line> text_lines(const query::Hit& hit, std::size_t columns) const {
    const store::StoredEvent& event = hit.event;
    std::string names = joined(names_of(event, store::ParticipantRole::kActor));
    const std::string places = joined(names_of(event, store::ParticipantRole::kPlace));
    if (!places.empty()) names = fmt::format("{}{}@ {}", names, names.empty() ? "" : " ", places);
    std::vector<Line> lines = block(names, columns, Paint::kActor, colour_);
    const std::size_t mark =
        std::max(event.timex_offset_bytes, event.sentence_offset_bytes) - event.sentence_offset_bytes;
    append(lines, block_with_mark(event.sentence, {mark, mark + event.timex_length_bytes}, columns, kSentenceLinesMax,
                                  colour_));
    append(lines, fact_lines(event.facts, columns));
    const std::string behind = fmt::format("{}{}{} · {}", hit.article ? " · " : "",
                                           hit.article ? published_text(hit.article->publication) : "",
                                           event.in_title ? " · title" : "", event.id);
    const std::size_t room = columns > columns_of(behind) + 8 ? columns - columns_of(behind) : 8;
    append(lines, block(shortened(printable(source_of(hit)), room) + behind, columns, Paint::kQuiet, colour_));
    return lines;
  }

  // What is not simply told stands out.
  [[nodiscard]] std::vector<Line> fact_lines(const store::StoredFacts& facts, std::size_t columns) const {
    const std::string status = status_text(facts);
    const std::string predicate = predicate_text(facts);
    std::vector<Line> lines;
    if (!status.empty()) {
      const Paint paint = facts.status == store::Status::kHappened ? Paint::kPlain : Paint::kPossible;
      append(lines,
             block(fmt::format("{}{}{}", status, predicate.empty() ? "" : ": ", predicate), columns, paint, colour_));
    } else if (!predicate.empty()) {
      append(lines, block(predicate, columns, Paint::kQuiet, colour_));
    }
    return lines;
  }

  void write_beside(const query::Hit& hit) {
    const std::vector<Line> left = date_lines(hit, kDateColumns);
    const std::vector<Line> right = text_lines(hit, columns_ - kDateColumns - kGapColumns);
    std::string out;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      std::size_t used = 0;
      if (i < left.size()) {
        out += left[i].text;
        used = left[i].columns;
      }
      if (i < right.size()) {
        out.append(kDateColumns + kGapColumns - used, ' ');
        out += right[i].text;
      }
      out += "\n";
    }
    sink_(out);
  }

  void write_stacked(const query::Hit& hit) {
    std::string out;
    for (const Line& line : date_lines(hit, columns_)) out += fmt::format("{}\n", line.text);
    for (const Line& line : text_lines(hit, columns_ - kGapColumns)) out += fmt::format("  {}\n", line.text);
    sink_(out);
  }

  std::size_t columns_;
  bool colour_;
  TextSink sink_;
  std::uint64_t shown_ = 0;
};

}  // namespace

std::unique_ptr<Renderer> make_table(const Style& style, TextSink sink) {
  return std::make_unique<TableRenderer>(style, std::move(sink));
}

}  // namespace annalen::render
