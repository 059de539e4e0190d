#include "tagging.h"

#include <nlohmann/json.hpp>

#include "render/readings_json.h"
#include "text/utf8.h"
#include "time/timex_value.h"
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

// A document that is no UTF-8 becomes it, and says so.
std::optional<std::string> as_utf8(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // stays where it is
  constexpr std::string_view attribute = "encoding=";
  std::optional<std::string> utf8 = text::to_utf8(bytes);
  if (!utf8) return std::nullopt;
  if (bytes.starts_with(mark) && bytes.substr(mark.size()) == *utf8) return std::string(bytes);
  if (bytes == *utf8 || !utf8->starts_with("<?xml")) return utf8;
  const std::size_t end = utf8->find("?>");
  const std::size_t found = utf8->find(attribute);
  if (end == std::string::npos || found >= end) return utf8;
  const std::size_t quote = found + attribute.size();
  const std::size_t close = utf8->find((*utf8)[quote], quote + 1);
  if (close < end) utf8->replace(quote + 1, close - quote - 1, "UTF-8");
  return utf8;
}

// The day that a value like "20100220" or "2010-02-20TMO" begins with, as it can be read.
std::string day_of(std::string_view value) {
  const std::string day(value.substr(0, value.find('T')));
  const bool compact = day.size() == 8 && day.find_first_not_of("0123456789") == std::string::npos;
  return compact ? day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6) : day;
}

// What a creation time says: a value, else a date in words ("20. Februar 2010").
Result<time::Publication> creation_time(const Tagging& tagging, const std::string& dct, const std::string& zone) {
  Result<time::Publication> as_written = time::Publication::parse(dct, zone);
  if (as_written) return as_written;
  if (Result<time::Publication> day = time::Publication::parse(day_of(dct), zone); day) return day;
  const Result<time::Publication> any = time::Publication::parse("2000-01-01", zone);
  if (!any) return as_written;
  for (const timex::Timex& timex : tagging.tag(dct, *any).timexes) {
    if (!timex.derivation.anchor.empty()) continue;  // it does not say its year
    if (Result<time::Publication> said = time::Publication::parse(day_of(timex.value), zone); said) return said;
  }
  return as_written;
}

// What one line says of where it comes from.
struct Origin {
  std::string_view file;
  std::string_view article = {};  // may be empty
  bool in_title = false;
};

void add_dating(nlohmann::ordered_json& line, const timex::Timex& timex) {
  if (!timex.dating) {
    line["edtf"] = time::edtf_of_value(timex.value, timex.mod);
    line["readings"] = nlohmann::ordered_json::array();
    line["granularity"] = "";
    line["relation"] = "";
    return;
  }
  const timex::Dating& dating = *timex.dating;
  line["edtf"] = dating.edtf;
  line["readings"] = render::readings_json(dating.readings);
  line["granularity"] = time::to_text(dating.granularity);
  line["relation"] = time::to_text(dating.relation);
  const time::Interval hull = dating.readings.hull();
  line["begin"] = time::to_text(hull.begin());
  line["end"] = time::to_text(hull.end());
  line["exact"] = dating.readings.exact();
  if (dating.ongoing) line["ongoing"] = true;
}

// `source`: the text that was tagged, as given.
std::string lines_of(const TaggedText& tagged, std::string_view source, const Origin& origin) {
  std::string out;
  for (const timex::Timex& timex : tagged.timexes) {
    const text::Span span = tagged.document.source_span(timex.span);
    nlohmann::ordered_json line{{"file", origin.file}};
    if (!origin.article.empty()) line["article"] = origin.article;
    line["lang"] = text::to_text(tagged.read_as.language);
    line["domain"] = timex::to_text(tagged.read_as.domain);
    if (origin.in_title) line["in"] = "title";
    line["offset"] = span.begin;
    line["length"] = span.size();
    line["text"] = source.substr(span.begin, span.size());
    line["type"] = timex::to_text(timex.type);
    line["value"] = timex.value;
    line["mod"] = timex.mod;
    if (!timex.quant.empty()) line["quant"] = timex.quant;
    if (!timex.freq.empty()) line["freq"] = timex.freq;
    add_dating(line, timex);
    line["rule"] = timex.derivation.rule;
    line["anchor"] = timex.derivation.anchor;
    if (timex.anchor.kind == timex::Reference::Kind::kTimex) {
      line["anchor_offset"] = tagged.document.source_span(tagged.timexes[timex.anchor.index].span).begin;
    }
    out += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    out.push_back('\n');
  }
  return out;
}

// Titles only in lines: TimeML tags nothing outside of TEXT.
TaggedFile lines_of(const Tagging& tagging, std::string_view title, std::string_view body,
                    const time::Publication& publication, const Origin& origin) {
  const TaggedText tagged = tagging.tag(body, publication);
  std::string out;
  if (!title.empty()) {
    const Origin above{origin.file, origin.article, true};
    out = lines_of(tagging.tag(title, publication, tagged.read_as), title, above);
  }
  return {out + lines_of(tagged, body, origin), tagged.read_as};
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

TaggedFile tag_article(const Tagging& tagging, const article::Article& article, std::string_view file, TagForm form) {
  if (form == TagForm::kJsonl) {
    return lines_of(tagging, article.title, article.body, article.publication,
                    {.file = file, .article = article.identity});
  }
  const TaggedText tagged = tagging.tag(article.body, article.publication);
  const timex::TimemlHead head{article.identity, article.publication.text(), article.title};
  return {timex::write_timeml(article.body, head, annotations_of(tagged)), tagged.read_as};
}

Result<TaggedFile> tag_timeml(const Tagging& tagging, std::string_view bytes, std::string_view file,
                              const TimemlOptions& options) {
  const std::optional<std::string> utf8 = as_utf8(bytes);
  if (!utf8) {
    return Error{ErrorKind::kInput, "neither UTF-8 nor convertible to it", std::string(file), "is it a binary file?"};
  }
  Result<timex::TimemlInput> input = timex::read_timeml(*utf8);
  if (!input) {
    Error error = input.error();
    error.where = error.where.empty() ? std::string(file) : std::string(file).append(", ").append(error.where);
    return error;
  }
  if (input->dct.empty() && options.published.empty()) {
    return Error{ErrorKind::kInput, "the document has no creation time (DCT)", std::string(file),
                 "give one with --published"};
  }
  Result<time::Publication> publication = input->dct.empty() ? time::Publication::parse(options.published, options.zone)
                                                             : creation_time(tagging, input->dct, options.zone);
  if (!publication) {
    Error error = publication.error();
    error.where = std::string(file);
    return error;
  }
  if (options.form == TagForm::kJsonl)
    return lines_of(tagging, input->title, input->text, *publication, {.file = file});
  const TaggedText tagged = tagging.tag(input->text, *publication);
  input->dct = publication->text();
  return TaggedFile{timex::write_timeml(*input, annotations_of(tagged)), tagged.read_as};
}

}  // namespace annalen::tools
