#include "store/rocks/index.h"

#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/byte_order.h"
#include "store/decision.h"
#include "store/rocks/article_table.h"
#include "store/rocks/keys.h"
#include "store/rocks/message.h"
#include "store/rocks/payload_values.h"
#include "store/rocks/postings.h"

namespace annalen::store::rocks {
namespace {

bool is_implied(const proto::Event::Reader& event) { return event.getBasis() == proto::Event::Basis::IMPLIED; }

std::string where_of(std::uint64_t seq) { return "record " + to_text(Position{0, seq}); }

void add_total(IndexSink& sink, std::initializer_list<std::pair<Total, std::int64_t>> changes) {
  Counters totals(kTotals, 0);
  for (const auto& [total, change] : changes) totals[total] += change;
  sink.add(totals_key(), totals);
}

// In how many events of an extraction each name stands (keys of spaces C, F and W), and its events.
struct Census {
  std::unordered_map<std::string, std::int64_t> names;
  std::int64_t events = 0;
  std::int64_t events_exact = 0;
};

// Implied events are not counted, but their names are there to be found: with no event.
void count_event(const proto::Event::Reader& event, bool exact, std::uint16_t layout, Census& census) {
  const bool implied = is_implied(event);
  const std::int64_t one = implied ? 0 : 1;
  std::set<std::pair<ParticipantRole, std::string_view>> seen;
  std::set<std::string> aliases;
  for (const auto participant : event.getParticipants()) {
    const auto role = static_cast<ParticipantRole>(participant.getRole());
    const std::string_view key = view_of(participant.getKey());
    if (seen.emplace(role, key).second) census.names[name_key(role, key, view_of(participant.getName()))] += one;
    for (const auto folded : participant.getFoldedNames()) {
      if (folded.size() != 0) aliases.insert(alias_key(role, view_of(folded), key));
    }
    const std::string_view mention = view_of(participant.getMention());
    if (layout != kIndexVersionWithoutNames && !implied && !mention.empty() && mention.size() <= kWrittenBytesMax) {
      aliases.insert(written_key(role, key, mention));
    }
  }
  for (const auto& alias : aliases) census.names[alias] += one;
  census.events += one;
  census.events_exact += exact ? one : 0;
}

Error no_readings(std::uint64_t seq) {
  return Error{ErrorKind::kDamaged, "an event has no valid readings", where_of(seq)};
}

Result<Census> census_of(const proto::Extraction::Reader& extraction, std::uint64_t seq, std::uint16_t layout) {
  Census census;
  for (const auto event : extraction.getEvents()) {
    const auto readings = readings_of(event);
    if (!readings) return no_readings(seq);
    count_event(event, readings->exact(), layout, census);
  }
  return census;
}

// `sign` +1: becomes current; -1: is current no longer. `fresh`: the extraction is new.
void add_census(const Census& census, std::int64_t sign, bool fresh, IndexSink& sink) {
  for (const auto& [key, events] : census.names) sink.add(key, Counters{sign * events, fresh ? events : 0});
  if (sign != 0) {
    add_total(sink, {{kTotalEvents, sign * census.events}, {kTotalEventsExact, sign * census.events_exact}});
  }
}

std::string seq_bytes(std::uint64_t seq) {
  std::string out;
  put_big_endian(out, seq);
  return out;
}

// Extraction `seq` is seen no longer from the record at `by` on.
Result<void> supersede(std::uint64_t seq, std::uint64_t by, IndexSource& source, IndexSink& sink,
                       std::uint16_t layout) {
  sink.put(superseded_key(seq), seq_bytes(by));
  add_total(sink, {{kTotalSuperseded, 1}});
  const auto payload = source.payload(seq);
  if (!payload) return payload.error();
  if (!*payload) return {};  // redacted: its counts went with it
  return with_message<void>(**payload, ErrorKind::kDamaged, where_of(seq),
                            [&](capnp::MessageReader& message) -> Result<void> {
                              auto census = census_of(message.getRoot<proto::Payload>().getExtraction(), seq, layout);
                              if (!census) return census.error();
                              add_census(*census, -1, false, sink);
                              return {};
                            });
}

// Where an event stands, and how its readings are told there.
struct Place {
  std::uint64_t seq = 0;
  std::uint32_t ordinal = 0;
  bool implied = false;
};

// Time and participant postings of one event: one for each listed reading, or one for the hull of a regular set.
void put_postings(const std::string& prefix, const time::Readings& readings, const Place& place, IndexSink& sink) {
  const auto key = [&](const time::Interval& interval) {
    return posting_key(prefix, Posting{interval, place.seq, place.ordinal, place.implied});
  };
  if (readings.is_regular()) {
    sink.put(key(readings.hull()), regular_value(readings));
    return;
  }
  for (std::size_t i = 0; i < readings.size(); ++i) sink.put(key(readings.at(i)), "");
}

// An extraction's stems, those of implied events apart; the views are of its message.
using Stems = std::array<std::unordered_map<std::string_view, StemValueWriter>, 2>;

void put_event(const proto::Event::Reader& event, const time::Readings& readings, const Place& place, IndexSink& sink,
               Stems& stems) {
  sink.put(event_id_key(view_of(event.getId()), place.seq, place.ordinal), "");
  put_postings(time_prefix(), readings, place, sink);
  std::set<std::string> prefixes;
  for (const auto participant : event.getParticipants()) {
    prefixes.insert(actor_prefix(static_cast<ParticipantRole>(participant.getRole()), view_of(participant.getKey())));
  }
  for (const auto& prefix : prefixes) put_postings(prefix, readings, place, sink);
  const std::string told = stem_readings(readings);
  for (const auto stem : event.getStems()) {
    if (stem.size() <= kStemBytesMax) stems[place.implied ? 1 : 0][view_of(stem)].add(place.ordinal, told);
  }
}

void put_stems(const Stems& stems, std::uint64_t seq, IndexSink& sink, std::uint16_t layout) {
  for (const bool implied : {false, true}) {
    for (const auto& [stem, writer] : stems[implied ? 1 : 0]) {
      if (layout <= kIndexVersionStemEntries) {
        sink.put(stem_entry_key(stem, seq), writer.value());
      } else {
        sink.append(stem_key(stem, implied, seq), stem_block_part(seq, writer));
      }
    }
  }
}

// `current`: the extraction is seen from now on.
Result<void> put_events(const proto::Extraction::Reader& extraction, std::uint64_t seq, bool current, IndexSink& sink,
                        std::uint16_t layout) {
  Stems stems;
  Census census;
  const auto events = extraction.getEvents();
  for (std::uint32_t ordinal = 0; ordinal < events.size(); ++ordinal) {
    const auto event = events[ordinal];
    const auto readings = readings_of(event);
    if (!readings) return no_readings(seq);
    count_event(event, readings->exact(), layout, census);
    put_event(event, *readings, Place{seq, ordinal, is_implied(event)}, sink, stems);
  }
  put_stems(stems, seq, sink, layout);
  add_census(census, current ? 1 : 0, true, sink);
  return {};
}

Result<void> index_article(const proto::Article::Reader& article, std::uint64_t seq, IndexSource& source,
                           IndexSink& sink, std::uint16_t layout) {
  const std::string_view identity = view_of(article.getIdentity());
  const auto digest = hash_from_bytes(view_of(article.getContentHash()));
  if (!digest) return Error{ErrorKind::kDamaged, "has no content hash", where_of(seq)};
  const auto state = source.state_before(identity, seq);
  if (!state) return state.error();
  sink.put(article_key(identity, seq), article_value(ArticleEntry{RecordKind::kArticle, seq, *digest}));
  add_total(sink, {{kTotalVersions, 1}, {kTotalArticles, *state ? 0 : 1}});
  if (*state && (*state)->extraction) return supersede((*state)->extraction->seq, seq, source, sink, layout);
  return {};
}

Result<void> index_extraction(const proto::Extraction::Reader& extraction, const Record& record, IndexSource& source,
                              IndexSink& sink, std::uint16_t layout) {
  const std::uint64_t seq = record.position.seq;
  const std::string_view identity = view_of(extraction.getArticleIdentity());
  const auto digest = hash_from_bytes(view_of(extraction.getResourceDigest()));
  if (!digest || !record.subject) return Error{ErrorKind::kDamaged, "is no extraction of an article", where_of(seq)};
  const auto state = source.state_before(identity, seq);
  if (!state) return state.error();

  sink.put(article_key(identity, seq),
           article_value(ArticleEntry{RecordKind::kExtraction, record.subject->seq, *digest}));
  add_total(sink, {{kTotalExtractions, 1}});
  const bool current = *state && (*state)->article == *record.subject;
  if (current && (*state)->extraction) {
    if (auto done = supersede((*state)->extraction->seq, seq, source, sink, layout); !done) return done;
  }
  if (!current) {
    sink.put(superseded_key(seq), seq_bytes(seq));
    add_total(sink, {{kTotalSuperseded, 1}});
  }
  return put_events(extraction, seq, current, sink, layout);
}

}  // namespace

Result<void> index_record(const Record& record, const OpenPayload& payload, IndexSource& source, IndexSink& sink,
                          std::uint16_t layout) {
  const std::uint64_t seq = record.position.seq;
  add_total(sink, {{kTotalPayloadBytes, static_cast<std::int64_t>(payload.bytes)}});
  if (is_decision(record.kind) && layout != kIndexVersionWithoutNames) sink.put(decision_key(seq), "");
  if (record.kind != RecordKind::kArticle && record.kind != RecordKind::kExtraction) return {};
  if (record.kind == RecordKind::kArticle && payload.root.isArticle()) {
    return index_article(payload.root.getArticle(), seq, source, sink, layout);
  }
  if (record.kind == RecordKind::kExtraction && payload.root.isExtraction()) {
    return index_extraction(payload.root.getExtraction(), record, source, sink, layout);
  }
  return Error{ErrorKind::kDamaged, "the payload is of another kind", where_of(seq)};
}

Result<void> index_record(const Record& record, const std::optional<std::string>& payload, IndexSource& source,
                          IndexSink& sink, std::uint16_t layout) {
  if (!payload) return {};
  return with_message<void>(*payload, ErrorKind::kDamaged, where_of(record.position.seq),
                            [&](capnp::MessageReader& message) -> Result<void> {
                              const OpenPayload open{message.getRoot<proto::Payload>(), payload->size()};
                              return index_record(record, open, source, sink, layout);
                            });
}

}  // namespace annalen::store::rocks
