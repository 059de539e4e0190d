#include "store/rocks/index.h"

#include <map>
#include <set>
#include <utility>

#include "base/byte_order.h"
#include "proto/payload.capnp.h"
#include "store/decision.h"
#include "store/rocks/article_table.h"
#include "store/rocks/keys.h"
#include "store/rocks/message.h"
#include "store/rocks/payload_values.h"
#include "store/rocks/postings.h"

namespace annalen::store::rocks {
namespace {

std::string where_of(std::uint64_t seq) { return "record " + to_text(Position{0, seq}); }

void add_total(IndexSink& sink, std::initializer_list<std::pair<Total, std::int64_t>> changes) {
  Counters totals(kTotals, 0);
  for (const auto& [total, change] : changes) totals[total] += change;
  sink.add(totals_key(), totals);
}

// In how many events of an extraction each name stands (keys of spaces C and F), and its events.
struct Census {
  std::map<std::string, std::int64_t> names;
  std::int64_t events = 0;
  std::int64_t events_exact = 0;
};

void count_event(const proto::Event::Reader& event, std::uint16_t layout, Census& census) {
  std::set<std::pair<ParticipantRole, std::string_view>> seen;
  std::set<std::string> aliases;
  for (const auto participant : event.getParticipants()) {
    const auto role = static_cast<ParticipantRole>(participant.getRole());
    const std::string_view key = view_of(participant.getKey());
    if (seen.emplace(role, key).second) ++census.names[name_key(role, key, view_of(participant.getName()))];
    for (const auto folded : participant.getFoldedNames()) {
      if (folded.size() != 0) aliases.insert(alias_key(role, view_of(folded), key));
    }
    const std::string_view mention = view_of(participant.getMention());
    if (layout != kIndexVersionWithoutNames && !mention.empty() && mention.size() <= kWrittenBytesMax) {
      aliases.insert(written_key(role, key, mention));
    }
  }
  for (const auto& alias : aliases) ++census.names[alias];
  ++census.events;
}

Result<Census> census_of(const proto::Extraction::Reader& extraction, std::uint64_t seq, std::uint16_t layout) {
  Census census;
  for (const auto event : extraction.getEvents()) {
    const auto readings = readings_of(event);
    if (!readings) return Error{ErrorKind::kDamaged, "an event has no valid readings", where_of(seq)};
    count_event(event, layout, census);
    if (readings->exact()) ++census.events_exact;
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

// Time and participant postings of one event: one for each listed reading, or one for the hull of a regular set.
void put_postings(const std::string& prefix, const time::Readings& readings, std::uint64_t seq, std::uint32_t ordinal,
                  IndexSink& sink) {
  if (readings.is_regular()) {
    sink.put(posting_key(prefix, Posting{readings.hull(), seq, ordinal}), regular_value(readings));
    return;
  }
  for (std::size_t i = 0; i < readings.size(); ++i) {
    sink.put(posting_key(prefix, Posting{readings.at(i), seq, ordinal}), "");
  }
}

void put_event(const proto::Event::Reader& event, const time::Readings& readings, std::uint64_t seq,
               std::uint32_t ordinal, IndexSink& sink, std::map<std::string, StemValueWriter>& stems) {
  sink.put(event_id_key(view_of(event.getId()), seq, ordinal), "");
  put_postings(time_prefix(), readings, seq, ordinal, sink);
  std::set<std::string> prefixes;
  for (const auto participant : event.getParticipants()) {
    prefixes.insert(actor_prefix(static_cast<ParticipantRole>(participant.getRole()), view_of(participant.getKey())));
  }
  for (const auto& prefix : prefixes) put_postings(prefix, readings, seq, ordinal, sink);
  for (const auto stem : event.getStems()) {
    if (stem.size() <= kStemBytesMax) stems[std::string(view_of(stem))].add(ordinal, readings);
  }
}

Result<void> put_events(const proto::Extraction::Reader& extraction, std::uint64_t seq, IndexSink& sink) {
  std::map<std::string, StemValueWriter> stems;
  const auto events = extraction.getEvents();
  for (std::uint32_t ordinal = 0; ordinal < events.size(); ++ordinal) {
    const auto readings = readings_of(events[ordinal]);
    if (!readings) return Error{ErrorKind::kDamaged, "an event has no valid readings", where_of(seq)};
    put_event(events[ordinal], *readings, seq, ordinal, sink, stems);
  }
  for (const auto& [stem, writer] : stems) sink.put(stem_key(stem, seq), writer.value());
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
  auto census = census_of(extraction, seq, layout);
  if (!census) return census.error();
  add_census(*census, current ? 1 : 0, true, sink);
  return put_events(extraction, seq, sink);
}

}  // namespace

Result<void> index_record(const Record& record, const std::optional<std::string>& payload, IndexSource& source,
                          IndexSink& sink, std::uint16_t layout) {
  if (!payload) return {};
  const std::uint64_t seq = record.position.seq;
  add_total(sink, {{kTotalPayloadBytes, static_cast<std::int64_t>(payload->size())}});
  if (is_decision(record.kind) && layout != kIndexVersionWithoutNames) sink.put(decision_key(seq), "");
  if (record.kind != RecordKind::kArticle && record.kind != RecordKind::kExtraction) return {};
  return with_message<void>(*payload, ErrorKind::kDamaged, where_of(seq),
                            [&](capnp::MessageReader& message) -> Result<void> {
                              const auto root = message.getRoot<proto::Payload>();
                              if (record.kind == RecordKind::kArticle && root.isArticle()) {
                                return index_article(root.getArticle(), seq, source, sink, layout);
                              }
                              if (record.kind == RecordKind::kExtraction && root.isExtraction()) {
                                return index_extraction(root.getExtraction(), record, source, sink, layout);
                              }
                              return Error{ErrorKind::kDamaged, "the payload is of another kind", where_of(seq)};
                            });
}

}  // namespace annalen::store::rocks
