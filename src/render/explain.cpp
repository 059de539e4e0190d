#include "render/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/block.h"
#include "render/date_text.h"
#include "render/exchange.h"

namespace annalen::render {
namespace {

constexpr std::size_t kLabelColumns = 13;
constexpr std::size_t kColumnsMin = 30;
constexpr std::size_t kReadingsShown = 12;

// Labelled lines, one below the other.
class Sheet {
 public:
  Sheet(const Style& style, const TextSink& sink)
      : columns_(std::max(style.columns, kColumnsMin)), colour_(style.colour), sink_(sink) {}

  // Nothing for an empty value.
  void row(std::string_view label, std::string_view value, Paint paint = Paint::kPlain) {
    write(label, block(value, room(), paint, colour_));
  }
  void sentence_row(std::string_view label, const store::StoredEvent& event) {
    const std::size_t mark =
        std::max(event.timex_offset_bytes, event.sentence_offset_bytes) - event.sentence_offset_bytes;
    write(label, block_with_mark(event.sentence, {mark, mark + event.timex_length_bytes}, room(), 1000, colour_));
  }
  void gap() { sink_("\n"); }

 private:
  [[nodiscard]] std::size_t room() const { return columns_ - kLabelColumns; }
  void write(std::string_view label, const std::vector<Line>& lines) {
    std::string out;
    for (const Line& line : lines) {
      out += painted(padded(&line == &lines.front() ? label : "", kLabelColumns), Paint::kQuiet, colour_);
      out += line.text;
      out += '\n';
    }
    if (!out.empty()) sink_(out);
  }

  std::size_t columns_;
  bool colour_;
  const TextSink& sink_;
};

std::string place_in_text(std::uint32_t offset, std::uint32_t length, bool in_title) {
  return fmt::format("{}bytes {} to {}", in_title ? "title " : "", offset, offset + length);
}

void write_timex(Sheet& sheet, const store::StoredEvent& event) {
  sheet.row("timex", fmt::format("\"{}\", {}", event.timex,
                                 place_in_text(event.timex_offset_bytes, event.timex_length_bytes, event.in_title)));
  sheet.row("value", fmt::format("{} {}{}{}", store::to_text(event.timex_type), event.timex_value,
                                 event.timex_mod.empty() ? "" : " mod ", event.timex_mod));
  const store::StoredDerivation& derivation = event.derivation;
  sheet.row("rule", derivation.rule);
  for (std::size_t i = 0; i < derivation.parts.size(); ++i) {
    sheet.row(i == 0 ? "parts" : "", fmt::format("{} = {}", derivation.parts[i].first, derivation.parts[i].second));
  }
  sheet.row("anchor", derivation.anchor);
  sheet.row("result", derivation.result);
}

void write_readings(Sheet& sheet, const store::StoredEvent& event) {
  const std::size_t shown = std::min(event.readings.size(), kReadingsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const time::Interval reading = event.readings.at(i);
    sheet.row(i > 0                    ? ""
              : event.readings.exact() ? "interval"
                                       : "readings",
              fmt::format("[{}, {})", time::to_text(reading.begin()), time::to_text(reading.end())));
  }
  if (shown < event.readings.size()) {
    const std::string last = time::to_text(event.readings.hull().end());
    sheet.row("", fmt::format("and {} more, to {}", event.readings.size() - shown, last));
  }
  sheet.row("granularity", time::to_text(event.granularity));
  sheet.row("relation",
            fmt::format("{}{}", time::to_text(event.relation), event.ongoing ? ", ongoing at publication" : ""));
  sheet.row("EDTF", event.edtf);
}

std::string told_by(std::string_view grounds) {
  return grounds.empty() ? std::string() : fmt::format(", told by \"{}\"", grounds);
}

void write_participants(Sheet& sheet, const query::Hit& hit) {
  const store::StoredEvent& event = hit.event;
  sheet.row("trigger", event.trigger);
  for (std::size_t i = 0; i < event.participants.size(); ++i) {
    const store::StoredParticipant& participant = event.participants[i];
    const bool decided = !hit.extracted_keys.empty() && hit.extracted_keys[i] != participant.key;
    const std::string text = fmt::format(
        "{} ({}{}{}){}{}: \"{}\", {}{}", participant.name, participant.key, decided ? ", extracted as " : "",
        decided ? hit.extracted_keys[i] : "", participant.title.empty() ? "" : ", ", participant.title,
        participant.mention, place_in_text(participant.offset_bytes, participant.length_bytes, event.in_title),
        told_by(participant.grounds));
    sheet.row(store::to_text(participant.part), text, Paint::kActor);
  }
}

void write_facts(Sheet& sheet, const store::StoredEvent& event) {
  const store::StoredFacts& facts = event.facts;
  sheet.row("predicate", facts.predicate);
  sheet.row("type", fmt::format("{}{}{}", facts.type, facts.cameo.empty() ? "" : ", CAMEO " + facts.cameo,
                                told_by(facts.type_grounds)));
  sheet.row("status", fmt::format("{}{}", store::to_text(facts.status), told_by(facts.status_grounds)));
  if (facts.speaker) {
    const store::StoredSpeaker& speaker = *facts.speaker;
    sheet.row("said by",
              fmt::format("{}{}: \"{}\", {}{}", speaker.name, speaker.key.empty() ? "" : " (" + speaker.key + ")",
                          speaker.mention, place_in_text(speaker.offset_bytes, speaker.length_bytes, event.in_title),
                          told_by(speaker.grounds)));
  }
  sheet.row("said in", facts.said_in);
  if (event.basis != store::Basis::kStated) {
    sheet.row("dated by",
              fmt::format("{}, event {}", event.basis == store::Basis::kStory ? "the story" : "no word (implied)",
                          event.base));
  }
}

void write_source(Sheet& sheet, const query::Hit& hit) {
  sheet.row("article", hit.event.article_identity);
  if (hit.article) {
    sheet.row("title", hit.article->title);
    sheet.row("publisher", hit.article->publisher);
    sheet.row("URL", hit.article->url);
    sheet.row("published", hit.article->publication.text());
    sheet.row("collection", hit.article->collection);
  }
  sheet.row("records", fmt::format("article {}, extraction {}, event {}", store::to_text(hit.event.article),
                                   store::to_text(hit.event.ref.extraction), hit.event.ref.ordinal));
}

}  // namespace

void explain(const query::Hit& hit, const Style& style, const TextSink& sink) {
  const store::StoredEvent& event = hit.event;
  Sheet sheet(style, sink);
  sheet.row("event", event.id);
  const std::string remark = date_remark(event);
  sheet.row("date", fmt::format("{}{}{}", date_text(event), remark.empty() ? "" : ", ", remark), Paint::kDate);
  sheet.sentence_row("sentence", event);
  sheet.row("", place_in_text(event.sentence_offset_bytes, event.sentence_length_bytes, event.in_title));
  sheet.gap();
  write_timex(sheet, event);
  sheet.gap();
  write_readings(sheet, event);
  sheet.gap();
  write_participants(sheet, hit);
  sheet.gap();
  if (!event.facts.type.empty()) {  // else of an earlier version, which judged nothing
    write_facts(sheet, event);
    sheet.gap();
  }
  write_source(sheet, hit);
}

}  // namespace annalen::render
