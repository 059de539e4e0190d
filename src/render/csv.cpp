#include <array>

#include "render/exchange.h"
#include "render/forms.h"

namespace annalen::render {
namespace {

// RFC 4180: quoted where it must be, lines end in CRLF. Names of a list are joined by "; ".
constexpr std::string_view kHead =
    "id,begin,end,granularity,relation,exact,match,readings,edtf,timex,timex_value,trigger,actors,places,text,in,"
    "offset,"
    "length,article,url,publisher,published,acts,acted_upon,spoken_to,companions,"
    "predicate,type,status,said_by,basis\r\n";

std::string quoted(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += "; ";
    out += name;
  }
  return out;
}

class CsvRenderer : public Renderer {
 public:
  explicit CsvRenderer(TextSink sink) : sink_(std::move(sink)) {}
  void begin() override { sink_(kHead); }

  void hit(const query::Hit& hit) override {
    const store::StoredEvent& event = hit.event;
    const time::Interval hull = event.readings.hull();
    const store::StoredArticle* article = hit.article.get();
    const bool judged = !event.facts.type.empty();
    const std::array<std::string, 31> fields = {
        event.id,
        time::to_text(hull.begin()),
        time::to_text(hull.end()),
        std::string(time::to_text(event.granularity)),
        std::string(time::to_text(event.relation)),
        event.readings.exact() ? "true" : "false",
        hit.match ? std::string(match_text(*hit.match)) : std::string(),
        std::to_string(event.readings.size()),
        event.edtf,
        event.timex,
        event.timex_value,
        event.trigger,
        joined(names_of(event, store::ParticipantRole::kActor)),
        joined(names_of(event, store::ParticipantRole::kPlace)),
        event.sentence,
        event.in_title ? "title" : "body",
        std::to_string(event.timex_offset_bytes),
        std::to_string(event.timex_length_bytes),
        event.article_identity,
        article ? article->url : std::string(),
        article ? article->publisher : std::string(),
        article ? article->publication.text() : std::string(),
        joined(names_of(event, store::Part::kActs)),
        joined(names_of(event, store::Part::kActedUpon)),
        joined(names_of(event, store::Part::kSpokenTo)),
        joined(names_of(event, store::Part::kCompanion)),
        event.facts.predicate,
        event.facts.type,
        judged ? std::string(store::to_text(event.facts.status)) : std::string(),
        event.facts.speaker ? event.facts.speaker->name : std::string(),
        std::string(store::to_text(event.basis))};
    std::string line;
    for (const std::string& field : fields) {
      if (&field != &fields.front()) line.push_back(',');
      line += quoted(field);
    }
    line += "\r\n";
    sink_(line);
  }

 private:
  TextSink sink_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv(TextSink sink) { return std::make_unique<CsvRenderer>(std::move(sink)); }

}  // namespace annalen::render
