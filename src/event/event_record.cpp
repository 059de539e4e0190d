#include "event/event_record.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include <cstring>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "proto/payload.capnp.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace annalen::event {

namespace {

// A stored article is at most 16 MiB of body beside its metadata; what claims more than this is damage.
constexpr std::size_t kPayloadBytesMax = std::size_t{512} << 20U;
constexpr int kNestingMax = 16;

capnp::Text::Reader text_of(const std::string& value) { return {value.data(), value.size()}; }

capnp::Data::Reader data_of(const Hash& hash) { return {hash.data(), hash.size()}; }

std::string string_of(const capnp::Text::Reader& value) { return {value.cStr(), value.size()}; }

std::string bytes_of(capnp::MessageBuilder& message) {
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

void set_fields(capnp::List<proto::Article::Field>::Builder out,
                const std::vector<std::pair<std::string, std::string>>& fields) {
  for (unsigned i = 0; i < fields.size(); ++i) {
    out[i].setName(text_of(fields[i].first));
    out[i].setJson(text_of(fields[i].second));
  }
}

void set_publication(proto::Publication::Builder out, const time::Publication& publication) {
  out.setPrecision(static_cast<proto::Publication::Precision>(publication.precision()));
  out.setFirstDay(publication.first_day().count);
  out.setLastDay(publication.last_day().count);
  out.setText(text_of(publication.text()));
}

void set_readings(proto::Event::Builder out, const time::Readings& readings) {
  const auto listed = readings.is_regular() ? std::vector<time::Interval>{readings.at(0)} : readings.list();
  auto list = out.initReadings(static_cast<unsigned>(listed.size()));
  for (unsigned i = 0; i < listed.size(); ++i) {
    list[i].setBegin(listed[i].begin().count);
    list[i].setEnd(listed[i].end().count);
  }
  out.setStepMinutes(readings.step_minutes());
  out.setReadingCount(readings.is_regular() ? static_cast<std::uint32_t>(readings.size()) : 0);
}

void set_derivation(proto::Derivation::Builder out, const timex::Derivation& derivation) {
  out.setRule(text_of(derivation.rule));
  auto parts = out.initParts(static_cast<unsigned>(derivation.parts.size()));
  for (unsigned i = 0; i < derivation.parts.size(); ++i) {
    parts[i].setName(text_of(derivation.parts[i].first));
    parts[i].setValue(text_of(derivation.parts[i].second));
  }
  out.setAnchor(text_of(derivation.anchor));
  out.setResult(text_of(derivation.result));
}

// The names under which a query finds somebody: a Participant or Speaker.
template <class Somebody>
std::set<std::string> folded_names(const Somebody& somebody) {
  std::set<std::string> out;
  out.insert(text::fold(somebody.name));
  out.insert(text::fold(somebody.mention));
  if (somebody.key.starts_with("per/")) {
    const auto blank = somebody.name.find_last_of(' ');
    if (blank != std::string::npos) out.insert(text::fold(somebody.name.substr(blank + 1)));
  }
  out.erase("");
  return out;
}

template <class Builder, class Somebody>
void set_folded_names(Builder out, const Somebody& somebody) {
  const auto names = folded_names(somebody);
  auto list = out.initFoldedNames(static_cast<unsigned>(names.size()));
  unsigned i = 0;
  for (const std::string& name : names) list.set(i++, text_of(name));
}

void set_participant(proto::Participant::Builder out, const Participant& participant) {
  out.setMention(text_of(participant.mention));
  out.setKey(text_of(participant.key));
  out.setName(text_of(participant.name));
  out.setTitle(text_of(participant.title));
  out.setOffset(participant.span.begin);
  out.setLength(participant.span.size());
  out.setRole(static_cast<proto::Participant::Role>(participant.role));
  out.setPart(static_cast<proto::Participant::Part>(participant.part));
  out.setGrounds(text_of(participant.grounds));
  set_folded_names(out, participant);
}

void set_speaker(proto::Speaker::Builder out, const Speaker& speaker) {
  out.setMention(text_of(speaker.mention));
  out.setKey(text_of(speaker.key));
  out.setName(text_of(speaker.name));
  out.setOffset(speaker.span.begin);
  out.setLength(speaker.span.size());
  out.setGrounds(text_of(speaker.grounds));
  set_folded_names(out, speaker);
}

void set_facts(proto::Event::Builder out, const Facts& facts) {
  out.setPredicate(text_of(facts.predicate));
  out.setType(text_of(facts.type));
  out.setCameo(text_of(facts.cameo));
  out.setTypeGrounds(text_of(facts.type_grounds));
  out.setStatus(static_cast<proto::Event::Status>(facts.status));
  out.setStatusGrounds(text_of(facts.status_grounds));
  if (facts.speaker) set_speaker(out.initSpeaker(), *facts.speaker);
  out.setSaidIn(text_of(facts.said_in));
}

void set_event(proto::Event::Builder out, const Event& event) {
  out.setId(text_of(event.id));
  set_readings(out, event.dating.readings);
  out.setGranularity(static_cast<std::uint8_t>(event.dating.granularity));
  out.setRelation(static_cast<std::uint8_t>(event.dating.relation));
  out.setOngoing(event.dating.ongoing);
  out.setInTitle(event.in_title);
  out.setEdtf(text_of(event.dating.edtf));
  out.setTimex(text_of(event.timex));
  out.setTimexType(static_cast<proto::TimexType>(event.timex_type));
  out.setTimexValue(text_of(event.timex_value));
  out.setTimexMod(text_of(event.timex_mod));
  out.setTimexOffset(event.timex_span.begin);
  out.setTimexLength(event.timex_span.size());
  set_derivation(out.initDerivation(), event.derivation);
  out.setSentence(text_of(event.sentence));
  out.setSentenceOffset(event.sentence_span.begin);
  out.setSentenceLength(event.sentence_span.size());
  out.setTrigger(text_of(event.trigger));
  auto participants = out.initParticipants(static_cast<unsigned>(event.participants.size()));
  for (unsigned i = 0; i < event.participants.size(); ++i) set_participant(participants[i], event.participants[i]);
  auto stems = out.initStems(static_cast<unsigned>(event.stems.size()));
  for (unsigned i = 0; i < event.stems.size(); ++i) stems.set(i, text_of(event.stems[i]));
  set_facts(out, event.facts);
  out.setBasis(static_cast<proto::Event::Basis>(event.basis));
  out.setBase(text_of(event.base));
}

Error damaged(std::string what) { return Error{ErrorKind::kDamaged, std::move(what), "payload"}; }

Result<article::Article> article_of(const proto::Article::Reader& stored) {
  const auto when = stored.getPublication();
  const auto precision = static_cast<std::uint16_t>(when.getPrecision());
  if (precision > static_cast<std::uint16_t>(time::Publication::Precision::kYear)) {
    return damaged("unknown precision of a publication");
  }
  auto publication = time::Publication::restore(static_cast<time::Publication::Precision>(precision),
                                                time::CivilDay{when.getFirstDay()}, time::CivilDay{when.getLastDay()},
                                                string_of(when.getText()));
  if (!publication) return damaged("a publication whose last day is before its first");
  article::Article out{.identity = string_of(stored.getIdentity()),
                       .title = string_of(stored.getTitle()),
                       .publisher = string_of(stored.getPublisher()),
                       .url = string_of(stored.getUrl()),
                       .collection = string_of(stored.getCollection()),
                       .publication = std::move(*publication),
                       .body = string_of(stored.getBody()),
                       .other = {}};
  for (const auto field : stored.getOther()) {
    out.other.emplace_back(string_of(field.getName()), string_of(field.getJson()));
  }
  if (text::first_bad_utf8(out.title) != std::string_view::npos ||
      text::first_bad_utf8(out.body) != std::string_view::npos) {
    return damaged("an article that is not UTF-8");
  }
  return out;
}

}  // namespace

std::string article_payload(const article::Article& article) {
  capnp::MallocMessageBuilder message;
  auto out = message.initRoot<proto::Payload>().initArticle();
  out.setIdentity(text_of(article.identity));
  out.setTitle(text_of(article.title));
  out.setPublisher(text_of(article.publisher));
  out.setUrl(text_of(article.url));
  out.setCollection(text_of(article.collection));
  set_publication(out.initPublication(), article.publication);
  out.setBody(text_of(article.body));
  out.setContentHash(data_of(article::content_hash(article)));
  set_fields(out.initOther(static_cast<unsigned>(article.other.size())), article.other);
  return bytes_of(message);
}

std::string extraction_payload(std::span<const Event> events, std::string_view article_identity,
                               const Hash& resource_digest) {
  capnp::MallocMessageBuilder message;
  auto out = message.initRoot<proto::Payload>().initExtraction();
  out.setArticleIdentity(text_of(std::string(article_identity)));
  out.setResourceDigest(data_of(resource_digest));
  auto list = out.initEvents(static_cast<unsigned>(events.size()));
  for (unsigned i = 0; i < events.size(); ++i) set_event(list[i], events[i]);
  return bytes_of(message);
}

Result<article::Article> article_from_payload(std::string_view payload) {
  if (payload.empty() || payload.size() % sizeof(capnp::word) != 0 || payload.size() > kPayloadBytesMax) {
    return damaged("no whole number of words");
  }
  // Stored bytes need not be aligned.
  std::vector<capnp::word> words(payload.size() / sizeof(capnp::word));
  std::memcpy(static_cast<void*>(words.data()), payload.data(), payload.size());
  try {
    capnp::ReaderOptions limits;
    limits.traversalLimitInWords = words.size() * 2 + 1024;
    limits.nestingLimit = kNestingMax;
    capnp::FlatArrayMessageReader message(kj::ArrayPtr<const capnp::word>(words.data(), words.size()), limits);
    const auto root = message.getRoot<proto::Payload>();
    if (!root.isArticle()) return damaged("not an article");
    return article_of(root.getArticle());
  } catch (const kj::Exception& exception) {
    return damaged(exception.getDescription().cStr());
  }
}

}  // namespace annalen::event
