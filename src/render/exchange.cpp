#include "render/exchange.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/readings_json.h"

namespace annalen::render {
namespace {

using Json = nlohmann::ordered_json;

Json participants_json(const query::Hit& hit) {
  Json out = Json::array();
  for (std::size_t i = 0; i < hit.event.participants.size(); ++i) {
    const store::StoredParticipant& participant = hit.event.participants[i];
    Json entry{{"mention", participant.mention},     {"key", participant.key},
               {"name", participant.name},           {"offset", participant.offset_bytes},
               {"length", participant.length_bytes}, {"role", store::to_text(participant.part)}};
    if (!participant.title.empty()) entry["title"] = participant.title;
    if (!participant.grounds.empty()) entry["grounds"] = participant.grounds;
    // Behind what a merge or split has made of it.
    if (!hit.extracted_keys.empty() && hit.extracted_keys[i] != participant.key) {
      entry["extracted_key"] = hit.extracted_keys[i];
    }
    out.push_back(std::move(entry));
  }
  return out;
}

Json derivation_json(const store::StoredDerivation& derivation) {
  Json parts = Json::object();
  for (const auto& [name, value] : derivation.parts) parts[name] = value;
  return Json{
      {"rule", derivation.rule}, {"parts", parts}, {"anchor", derivation.anchor}, {"result", derivation.result}};
}

Json speaker_json(const store::StoredSpeaker& speaker) {
  return Json{{"mention", speaker.mention},     {"key", speaker.key},
              {"name", speaker.name},           {"offset", speaker.offset_bytes},
              {"length", speaker.length_bytes}, {"grounds", speaker.grounds}};
}

void add_facts(Json& out, const store::StoredEvent& event) {
  const store::StoredFacts& facts = event.facts;
  if (facts.type.empty()) return;  // of an earlier version, which judged nothing
  out["predicate"] = facts.predicate;
  out["type"] = facts.type;
  if (!facts.cameo.empty()) out["cameo"] = facts.cameo;
  if (!facts.type_grounds.empty()) out["type_grounds"] = facts.type_grounds;
  out["status"] = store::to_text(facts.status);
  if (!facts.status_grounds.empty()) out["status_grounds"] = facts.status_grounds;
  if (facts.speaker) {
    out["said_by"] = facts.speaker->name;
    out["speaker"] = speaker_json(*facts.speaker);
  }
  if (!facts.said_in.empty()) out["said_in"] = facts.said_in;
  if (event.basis != store::Basis::kStated) out["basis"] = store::to_text(event.basis);
  if (!event.base.empty()) out["base"] = event.base;
}

// What DESIGN.md's form does not name stands behind it.
void add_extras(Json& out, const store::StoredEvent& event) {
  if (event.in_title) out["in"] = "title";
  out["timex_type"] = store::to_text(event.timex_type);
  if (!event.timex_mod.empty()) out["timex_mod"] = event.timex_mod;
  if (event.ongoing) out["ongoing"] = true;
  if (!event.derivation.rule.empty()) out["derived"] = derivation_json(event.derivation);
  for (const auto& [name, json] : event.other) {
    if (out.contains(name)) continue;
    Json value = Json::parse(json, nullptr, false);
    out[name] = value.is_discarded() ? Json(json) : std::move(value);
  }
}

template <class Wanted>
std::vector<std::string> names_where(const store::StoredEvent& event, const Wanted& wanted) {
  std::vector<std::string> names;
  for (const store::StoredParticipant& participant : event.participants) {
    if (!wanted(participant)) continue;
    if (std::find(names.begin(), names.end(), participant.name) == names.end()) names.push_back(participant.name);
  }
  return names;
}

}  // namespace

std::string_view match_text(time::Match match) {
  switch (match) {
    case time::Match::kNone:
      return "none";
    case time::Match::kPossible:
      return "possible";
    case time::Match::kCertain:
      return "certain";
  }
  return "none";
}

std::vector<std::string> names_of(const store::StoredEvent& event, store::ParticipantRole role) {
  return names_where(event, [role](const store::StoredParticipant& one) { return one.role == role; });
}

std::vector<std::string> names_of(const store::StoredEvent& event, store::Part part) {
  return names_where(event, [part](const store::StoredParticipant& one) { return one.part == part; });
}

std::string exchange_json(const query::Hit& hit) {
  const store::StoredEvent& event = hit.event;
  const time::Interval hull = event.readings.hull();
  Json out;
  out["id"] = event.id;
  out["begin"] = time::to_text(hull.begin());
  out["end"] = time::to_text(hull.end());
  out["granularity"] = time::to_text(event.granularity);
  out["relation"] = time::to_text(event.relation);
  out["exact"] = event.readings.exact();
  if (hit.match) out["match"] = match_text(*hit.match);
  out["readings"] = readings_json(event.readings);
  out["edtf"] = event.edtf;
  out["timex"] = event.timex;
  out["timex_value"] = event.timex_value;
  out["offset"] = event.timex_offset_bytes;
  out["length"] = event.timex_length_bytes;
  out["text"] = event.sentence;
  out["text_offset"] = event.sentence_offset_bytes;
  out["text_length"] = event.sentence_length_bytes;
  out["trigger"] = event.trigger;
  add_facts(out, event);
  out["actors"] = names_of(event, store::ParticipantRole::kActor);
  out["participants"] = participants_json(hit);
  out["article"] = event.article_identity;
  out["url"] = hit.article ? hit.article->url : std::string();
  out["publisher"] = hit.article ? hit.article->publisher : std::string();
  out["published"] = hit.article ? hit.article->publication.text() : std::string();
  add_extras(out, event);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace annalen::render
