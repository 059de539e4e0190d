#include "event/event_record.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <doctest/doctest.h>

#include <cstring>

#include "proto/payload.capnp.h"
#include "scene.h"
#include "text/utf8.h"

namespace annalen::event {
namespace {

article::Article sample_article() {
  auto publication = time::Publication::parse("2025-02", "Europe/Vienna");
  REQUIRE(publication.ok());
  return {.identity = "https://example.org/a",
          .title = "Ein Titel",
          .publisher = "Alpenpresse",
          .url = "https://example.org/a",
          .collection = "archiv",
          .publication = *publication,
          .body = "Am Donnerstag schneite es.\n\nIm J\x61\xCC\x88nner nicht.",
          .other = {{"author", "\"Anna\""}, {"tags", "[\"wetter\",1]"}}};
}

// A payload's own reader, as the store has one.
class Read {
 public:
  explicit Read(const std::string& payload) : words_(payload.size() / sizeof(capnp::word)) {
    REQUIRE(payload.size() % sizeof(capnp::word) == 0);
    std::memcpy(static_cast<void*>(words_.data()), payload.data(), payload.size());
    message_.emplace(kj::ArrayPtr<const capnp::word>(words_.data(), words_.size()));
  }
  proto::Payload::Reader operator*() { return message_->getRoot<proto::Payload>(); }

 private:
  std::vector<capnp::word> words_;
  std::optional<capnp::FlatArrayMessageReader> message_;
};

std::vector<std::string> texts(capnp::List<capnp::Text>::Reader list) {
  std::vector<std::string> out;
  for (const auto text : list) out.emplace_back(text.cStr(), text.size());
  return out;
}

TEST_CASE("event/event_record: an article comes back from its payload as it was") {
  for (const std::string date : {"2025", "2025-02", "2025-02-27", "2025-02-27T10:00:00+01:00"}) {
    CAPTURE(date);
    article::Article article = sample_article();
    article.publication = *time::Publication::parse(date, "Europe/Vienna");
    const auto back = article_from_payload(article_payload(article));
    REQUIRE(back.ok());
    CHECK(back->identity == article.identity);
    CHECK(back->title == article.title);
    CHECK(back->publisher == article.publisher);
    CHECK(back->url == article.url);
    CHECK(back->collection == article.collection);
    CHECK(back->body == article.body);
    CHECK(back->other == article.other);
    CHECK(back->publication.precision() == article.publication.precision());
    CHECK(back->publication.first_day() == article.publication.first_day());
    CHECK(back->publication.last_day() == article.publication.last_day());
    CHECK(back->publication.text() == article.publication.text());
    CHECK(article::content_hash(*back) == article::content_hash(article));
  }
}

// event_record.h: "Same values, same bytes."
TEST_CASE("event/event_record: same values, same bytes, other values, other bytes") {
  article::Article article = sample_article();
  const std::string bytes = article_payload(article);
  CHECK(article_payload(sample_article()) == bytes);
  article.body += " ";
  CHECK(article_payload(article) != bytes);
}

TEST_CASE("event/event_record: every truncation of a payload is an error or the article, never a crash") {
  const std::string bytes = article_payload(sample_article());
  std::size_t refused = 0;
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto back = article_from_payload(std::string_view(bytes).substr(0, length));
    refused += back.ok() ? 0 : 1;
    if (!back.ok()) CHECK(back.error().kind == ErrorKind::kDamaged);
  }
  CHECK(refused == bytes.size());
}

TEST_CASE("event/event_record: every flipped byte of a payload gives an error or an article, never a crash") {
  const std::string bytes = article_payload(sample_article());
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ static_cast<unsigned char>(flip));
      const auto back = article_from_payload(damaged);
      if (!back.ok()) continue;
      ++accepted;
      CHECK(text::first_bad_utf8(back->body) == std::string_view::npos);
    }
  }
  // Most bytes are text; the store's hash tells damage there.
  CHECK(accepted > 0);
  CHECK(accepted < 3 * bytes.size());
}

TEST_CASE("event/event_record: a payload of another kind is no article") {
  const auto back = article_from_payload(extraction_payload({}, "a", Hash{}));
  REQUIRE_FALSE(back.ok());
  CHECK(back.error().what == "not an article");
}

TEST_CASE("event/event_record: an extraction holds every field of its events") {
  Scene scene("Kreml-Sprecher Dmitri Peskow sprach am Donnerstag in Moskau.");
  scene.verb("sprach");
  scene.person("Dmitri Peskow", "Kreml-Sprecher").key = "per/dmitri-peskow";
  scene.metonym("Moskau", "RU").as_place = true;
  scene.timex("Donnerstag", timex::Type::kDate,
              Scene::dating({interval("2025-02-20", "2025-02-21"), interval("2025-02-27", "2025-02-28")},
                            time::Granularity::kDay));
  const auto events = scene.events("id");
  REQUIRE(events.size() == 1);
  Hash digest{};
  digest[0] = 7;
  const std::string bytes = extraction_payload(events, "id", digest);
  CHECK(extraction_payload(scene.events("id"), "id", digest) == bytes);
  Read read(bytes);
  const auto extraction = (*read).getExtraction();
  CHECK(std::string(extraction.getArticleIdentity().cStr()) == "id");
  CHECK(extraction.getResourceDigest().size() == 32);
  CHECK(extraction.getResourceDigest()[0] == 7);
  REQUIRE(extraction.getEvents().size() == 1);
  const auto stored = extraction.getEvents()[0];
  const Event& event = events[0];
  CHECK(stored.getId().cStr() == event.id);
  REQUIRE(stored.getReadings().size() == 2);
  CHECK(stored.getReadings()[1].getBegin() == event.dating.readings.at(1).begin().count);
  CHECK(stored.getReadings()[1].getEnd() == event.dating.readings.at(1).end().count);
  CHECK(stored.getStepMinutes() == 0);
  CHECK(stored.getReadingCount() == 0);
  CHECK(stored.getGranularity() == 3);
  CHECK(stored.getRelation() == 0);
  CHECK(stored.getTimex().cStr() == event.timex);
  CHECK(stored.getTimexOffset() == event.timex_span.begin);
  CHECK(stored.getTimexLength() == event.timex.size());
  CHECK(stored.getSentence().cStr() == event.sentence);
  CHECK(stored.getTrigger().cStr() == std::string("sprach"));
  CHECK(texts(stored.getStems()) == event.stems);
  REQUIRE(stored.getParticipants().size() == 2);
  const auto person = stored.getParticipants()[0];
  CHECK(person.getMention().cStr() == std::string("Dmitri Peskow"));
  CHECK(person.getTitle().cStr() == std::string("Kreml-Sprecher"));
  CHECK(person.getRole() == proto::Participant::Role::ACTOR);
  CHECK(texts(person.getFoldedNames()) == std::vector<std::string>{"dmitri peskow", "peskow"});
  const auto place = stored.getParticipants()[1];
  CHECK(place.getRole() == proto::Participant::Role::PLACE);
  CHECK(place.getOffset() == event.participants[1].span.begin);
}

// DESIGN.md, Time 2: "regular longer sets are kept as first, step, count".
TEST_CASE("event/event_record: regular readings are stored as first, step and count") {
  const auto regular = time::Readings::regular(interval("2025-01-01", "2025-01-02"), time::kMinutesPerDay, 300);
  REQUIRE(regular);
  Scene scene("Er kam gestern an.");
  scene.timex("gestern", timex::Type::kDate,
              timex::Dating{*regular, time::Granularity::kDay, time::Relation::kAt, false, ""});
  Read read(extraction_payload(scene.events(), "a", Hash{}));
  const auto stored = (*read).getExtraction().getEvents()[0];
  CHECK(stored.getReadings().size() == 1);
  CHECK(stored.getStepMinutes() == time::kMinutesPerDay);
  CHECK(stored.getReadingCount() == 300);
}

// A query finds both "Moskau" and "Russland" (DESIGN.md, Words, participant).
TEST_CASE("event/event_record: a metonym is found under its own name and under that of its actor") {
  Scene scene("Moskau lenkte 2022 ein.");
  scene.metonym("Moskau", "RU").stands_for_name = "Russland";
  scene.date("2022", "2022-01-01", "2023-01-01", time::Granularity::kYear);
  Read read(extraction_payload(scene.events(), "a", Hash{}));
  const auto participant = (*read).getExtraction().getEvents()[0].getParticipants()[0];
  CHECK(texts(participant.getFoldedNames()) == std::vector<std::string>{"moskau", "russland"});
}

}  // namespace
}  // namespace annalen::event
