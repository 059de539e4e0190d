#include "event/extractor.h"

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "actor/finder.h"
#include "actor/resources.h"
#include "base/byte_order.h"
#include "clause/clause.h"
#include "event/assembler.h"
#include "event/lexicon.h"
#include "text/language.h"
#include "text/segmenter.h"
#include "text/utf8.h"
#include "timex/tagger.h"

// The packs that have no accessor of their own; each is made by tools/cmake/embed.cmake.
namespace annalen::text {
EmbeddedFiles embedded_files(std::string_view language);
}
namespace annalen::clause {
text::EmbeddedFiles embedded_files(std::string_view language);
}
namespace annalen::event {
text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

// Raised whenever code (not data) changes what is found in some article.
constexpr std::uint32_t kExtractorVersion = 4;

template <class Files>
void add_embedded(Sha256& hash, std::string_view room, const Files& files) {
  hash.update_field(room);
  for (const auto& [name, content] : files) hash.update_field(name).update_field(content);
}

template <class Files>
void add_pack(Sha256& hash, std::string_view room, const Files& files) {
  hash.update_field(room);
  for (const auto& file : files) hash.update_field(file.name).update_field(file.text);
}

void add_bytes(Sha256& hash, std::string_view name, std::span<const std::byte> bytes) {
  hash.update_field(name).update_field({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Hash digest_of_everything() {
  std::string version;
  put_big_endian(version, kExtractorVersion);
  Sha256 hash;
  hash.update_field("annalen extractor").update_field(version);
  const std::string_view german = text::to_text(text::Language::kGerman);
  add_embedded(hash, "text", text::embedded_files(german));
  add_embedded(hash, "clause", clause::embedded_files(german));
  add_pack(hash, "timex", timex::pack_of(text::Language::kGerman));
  add_pack(hash, "actor", actor::german_pack());
  const auto resources = actor::embedded_resources(german);
  add_bytes(hash, "names", resources.model);
  add_bytes(hash, "words", resources.dictionary);
  add_embedded(hash, "event", embedded_files(german));
  return hash.finish();
}

bool readable(std::string_view text) {
  return text.size() <= text::kBodyBytesMax && text::first_bad_utf8(text) == std::string_view::npos;
}

}  // namespace

struct Extractor::Parts {
  text::Segmenter segmenter;
  clause::Analyser analyser;
  timex::Tagger tagger;
  actor::Finder finder;
  Lexicon lexicon;
  Hash digest;
};

Extractor Extractor::german() {
  const clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  return Extractor(std::make_shared<const Parts>(Parts{
      .segmenter = text::Segmenter::of(text::Language::kGerman),
      .analyser = analyser,
      .tagger = timex::Tagger::of(text::Language::kGerman),
      .finder = actor::Finder::german(),
      .lexicon = Lexicon::german(analyser),
      .digest = digest_of_everything(),
  }));
}

std::vector<Event> Extractor::extract(const article::Article& article) const {
  std::size_t left_out = 0;
  return extract(article, left_out);
}

std::vector<Event> Extractor::extract(const article::Article& article, std::size_t& left_out) const {
  left_out = 0;
  // Readers check this; an article made by hand or read back need not be so.
  if (!readable(article.title) || !readable(article.body)) return {};
  const text::Document title = parts_->segmenter.segment(article.title);
  const text::Document body = parts_->segmenter.segment(article.body);
  const clause::Clauses title_clauses = parts_->analyser.analyse(title);
  const clause::Clauses body_clauses = parts_->analyser.analyse(body);
  // An archive holds chronicles and obituaries too, whose days belong to the years told. A headline is news.
  const auto title_timexes = parts_->tagger.tag(title, title_clauses, article.publication, timex::Domain::kNews);
  const auto body_timexes = parts_->tagger.tag(body, body_clauses, article.publication, timex::Domain::kAuto);
  const std::array<actor::Part, 2> texts{actor::Part{&title, &title_clauses}, actor::Part{&body, &body_clauses}};
  const auto mentions = parts_->finder.find(texts);
  Assembler assembler(parts_->lexicon, article.identity);
  assembler.add(
      {article.title, title, title_clauses, title_timexes, mentions[0], true, article.publication.interval()});
  assembler.add({article.body, body, body_clauses, body_timexes, mentions[1], false, article.publication.interval()});
  left_out = assembler.left_out();
  return assembler.take();
}

const Hash& Extractor::resource_digest() const { return parts_->digest; }

}  // namespace annalen::event
