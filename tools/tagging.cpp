#include "tagging.h"

#include <nlohmann/json.hpp>

#include "timex/timeml.h"

namespace annalen::tools {
namespace {

std::vector<timex::Annotation> annotations_of(const TaggedText& tagged) {
  std::vector<timex::Annotation> annotations;
  annotations.reserve(tagged.timexes.size());
  for (const timex::Timex& timex : tagged.timexes) {
    annotations.push_back({tagged.document.source_span(timex.span), &timex});
  }
  return annotations;
}

void add_dating(nlohmann::ordered_json& out, const timex::Dating& dating) {
  const time::Interval hull = dating.readings.hull();
  out["begin"] = time::to_text(hull.begin());
  out["end"] = time::to_text(hull.end());
  out["granularity"] = time::to_text(dating.granularity);
  out["relation"] = time::to_text(dating.relation);
  out["exact"] = dating.readings.exact();
}

}  // namespace

Tagging::Tagging(timex::Domain domain, std::optional<text::Language> language) : domain_(domain), language_(language) {
  for (const text::Language each : text::kLanguages) {
    if (language && each != *language) continue;
    packs_[static_cast<std::size_t>(each)].emplace(
        Pack{text::Segmenter::of(each), clause::Analyser::of(each), timex::Tagger::of(each)});
  }
}

TaggedText Tagging::tag(std::string_view utf8, const time::Publication& publication) const {
  ReadAs read_as;
  const std::optional<text::Language> language = language_ ? language_ : finder_.find(utf8);
  read_as.language = language.value_or(text::Language::kGerman);
  read_as.language_known = language.has_value();
  const Pack& used = pack(read_as.language);
  text::Document document = used.segmenter.segment(utf8);
  read_as.domain = domain_ == timex::Domain::kAuto ? used.tagger.decided_domain(document, publication) : domain_;
  return tag(used, std::move(document), publication, read_as);
}

TaggedText Tagging::tag(std::string_view utf8, const time::Publication& publication, const ReadAs& read_as) const {
  const Pack& used = pack(read_as.language);
  return tag(used, used.segmenter.segment(utf8), publication, read_as);
}

TaggedText Tagging::tag(const Pack& pack, text::Document document, const time::Publication& publication,
                        const ReadAs& read_as) const {
  TaggedText tagged{std::move(document), {}, read_as};
  tagged.timexes = pack.tagger.tag(tagged.document, pack.analyser, publication, read_as.domain);
  return tagged;
}

std::string to_timeml(const TaggedText& tagged, std::string_view utf8, const time::Publication& publication,
                      std::string_view document_id) {
  return timex::write_timeml(utf8, publication.text(), document_id, annotations_of(tagged));
}

std::string to_jsonl(const TaggedText& tagged, std::string_view file, std::string_view article, Place place) {
  std::string out;
  for (const timex::Timex& timex : tagged.timexes) {
    const text::Span span = tagged.document.source_span(timex.span);
    nlohmann::ordered_json line{{"file", file}};
    if (!article.empty()) line["article"] = article;
    line["lang"] = text::to_text(tagged.read_as.language);
    line["domain"] = timex::to_text(tagged.read_as.domain);
    if (place == Place::kTitle) line["in"] = "title";
    line["offset"] = span.begin;
    line["length"] = span.size();
    line["timex"] = tagged.document.of(timex.span);
    line["type"] = timex::to_text(timex.type);
    line["value"] = timex.value;
    if (!timex.mod.empty()) line["mod"] = timex.mod;
    if (!timex.quant.empty()) line["quant"] = timex.quant;
    if (!timex.freq.empty()) line["freq"] = timex.freq;
    line["rule"] = timex.derivation.rule;
    if (timex.dating) add_dating(line, *timex.dating);
    out += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    out.push_back('\n');
  }
  return out;
}

Result<TaggedFile> tag_timeml(const Tagging& tagging, std::string_view bytes, std::string_view file,
                              const TimemlOptions& options) {
  Result<timex::TimemlInput> input = timex::read_timeml(bytes);
  if (!input) {
    Error error = input.error();
    error.where = error.where.empty() ? std::string(file) : std::string(file).append(", ").append(error.where);
    return error;
  }
  const std::string date = input->dct.empty() ? options.published : input->dct;
  if (date.empty()) {
    return Error{ErrorKind::kInput, "the document has no creation time (DCT)", std::string(file),
                 "give one with --published"};
  }
  Result<time::Publication> publication = time::Publication::parse(date, options.zone);
  if (!publication) {
    Error error = publication.error();
    error.where = std::string(file);
    return error;
  }
  const TaggedText tagged = tagging.tag(input->text, *publication);
  return TaggedFile{options.jsonl ? to_jsonl(tagged, file, "") : timex::write_timeml(*input, annotations_of(tagged)),
                    tagged.read_as};
}

}  // namespace annalen::tools
