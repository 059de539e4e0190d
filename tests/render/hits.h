// hits.h: hits to render.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/query.h"
#include "render/renderer.h"
#include "time/edtf.h"

namespace annalen::render {

inline time::Interval span_of(const std::string& edtf) { return *time::interval_of_edtf(edtf); }

// An event of article "a-1"; its timex is found in the sentence.
inline query::Hit make_hit(const std::vector<time::Interval>& readings, time::Granularity granularity,
                           const std::string& sentence, const std::string& timex) {
  store::StoredArticle article{.position = {0, 1},
                               .identity = "a-1",
                               .title = "Der Titel",
                               .publisher = "Beispielblatt",
                               .url = "https://beispiel.at/1",
                               .collection = {},
                               .publication = *time::Publication::parse("2025-02", "Europe/Vienna"),
                               .body = sentence,
                               .content_hash = {},
                               .other = {}};
  const auto offset = static_cast<std::uint32_t>(100 + sentence.find(timex));
  store::StoredEvent event{.ref = {{0, 2}, 0},
                           .article = {0, 1},
                           .article_identity = "a-1",
                           .id = "abcdefgh23456777",
                           .readings = *time::Readings::of(readings),
                           .granularity = granularity,
                           .relation = time::Relation::kAt,
                           .ongoing = false,
                           .in_title = false,
                           .edtf = {},
                           .timex = timex,
                           .timex_type = store::TimexType::kDate,
                           .timex_value = {},
                           .timex_mod = {},
                           .timex_offset_bytes = offset,
                           .timex_length_bytes = static_cast<std::uint32_t>(timex.size()),
                           .derivation = {},
                           .sentence = sentence,
                           .sentence_offset_bytes = 100,
                           .sentence_length_bytes = static_cast<std::uint32_t>(sentence.size()),
                           .trigger = {},
                           .participants = {},
                           .other = {}};
  return {std::move(event), std::nullopt, std::make_shared<const store::StoredArticle>(std::move(article))};
}

inline void add_participant(query::Hit& hit, const std::string& mention, const std::string& key,
                            const std::string& name, store::ParticipantRole role = store::ParticipantRole::kActor,
                            const std::string& title = "") {
  store::StoredParticipant participant;
  participant.mention = mention;
  participant.key = key;
  participant.name = name;
  participant.title = title;
  participant.offset_bytes = static_cast<std::uint32_t>(100 + hit.event.sentence.find(mention));
  participant.length_bytes = static_cast<std::uint32_t>(mention.size());
  participant.role = role;
  if (role == store::ParticipantRole::kPlace) participant.part = store::Part::kPlace;
  hit.event.participants.push_back(participant);
}

// March 2022, as the seed article has it.
inline query::Hit march_hit() {
  query::Hit hit = make_hit(
      {span_of("2022-03")}, time::Granularity::kMonth,
      "Im März 2022 hatte die Türkei Gespräche zwischen Moskau und Kiew in Istanbul ausgerichtet.", "März 2022");
  hit.event.edtf = hit.event.timex_value = "2022-03";
  hit.event.trigger = "ausgerichtet";
  hit.event.derivation = {"month_year", {{"month", "03"}, {"year", "2022"}}, "", "2022-03"};
  add_participant(hit, "Türkei", "state/TR", "Türkei");
  hit.event.participants.back().part = store::Part::kActs;
  hit.event.participants.back().grounds = "hatte … ausgerichtet";
  add_participant(hit, "Moskau", "state/RU", "Russland");
  add_participant(hit, "Kiew", "state/UA", "Ukraine");
  add_participant(hit, "Istanbul", "place/istanbul", "Istanbul", store::ParticipantRole::kPlace);
  hit.match = time::Match::kCertain;
  return hit;
}

// One of the Thursdays of 2025-02.
inline query::Hit thursday_hit() {
  query::Hit hit = make_hit({span_of("2025-01-30"), span_of("2025-02-06"), span_of("2025-02-13"), span_of("2025-02-20"),
                             span_of("2025-02-27")},
                            time::Granularity::kDay, "Das sagte Peskow am Donnerstag.", "Donnerstag");
  add_participant(hit, "Peskow", "per/dmitri-peskow", "Dmitri Peskow", store::ParticipantRole::kActor, "Sprecher");
  hit.match = time::Match::kPossible;
  return hit;
}

inline std::string rendered(Form form, const std::vector<query::Hit>& hits, const Style& style = {},
                            std::uint64_t total = 0) {
  std::string out;
  const std::unique_ptr<Renderer> renderer = make_renderer(form, style, [&](std::string_view text) { out += text; });
  renderer->begin();
  for (const query::Hit& hit : hits) renderer->hit(hit);
  renderer->end({.hits = {}, .total = total == 0 ? hits.size() : total, .notes = {}});
  return out;
}

// What Moscow denies.
inline query::Hit denied_hit() {
  query::Hit hit = make_hit({span_of("2014")}, time::Granularity::kYear,
                            "Moskau bestreitet, 2014 die Krim annektiert zu haben.", "2014");
  add_participant(hit, "Moskau", "state/RU", "Russland");
  hit.event.facts = {.predicate = "annektieren",
                     .type = "assault",
                     .cameo = "19",
                     .type_grounds = "annektiert",
                     .status = store::Status::kNot,
                     .status_grounds = "bestreitet",
                     .speaker = store::StoredSpeaker{.mention = "Moskau",
                                                     .key = "state/RU",
                                                     .name = "Russland",
                                                     .offset_bytes = 100,
                                                     .length_bytes = 6,
                                                     .grounds = "bestreitet",
                                                     .folded_names = {"moskau", "russland"}},
                     .said_in = "zyxwvuts23456777"};
  return hit;
}

}  // namespace annalen::render
