#include "memory_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "time/edtf.h"

namespace annalen::query {
namespace {

// The extraction stands behind its article.
store::Position extraction_of(store::Position article) { return {article.stream, article.seq + 1}; }

bool is_name_of(std::string_view folded, const store::StoredParticipant& participant) {
  const std::string name = text::fold(participant.name);
  if (name == folded || text::fold(participant.mention) == folded) return true;
  const std::size_t blank = name.rfind(' ');
  return participant.key.starts_with("per/") && blank != std::string::npos && name.substr(blank + 1) == folded;
}

}  // namespace

store::Position MemoryStore::add_article(const std::string& identity, const std::string& publisher,
                                         const std::string& url) {
  const store::Position position{0, next_seq_};
  next_seq_ += 2;
  articles_.emplace(position, store::StoredArticle{.position = position,
                                                   .identity = identity,
                                                   .title = {},
                                                   .publisher = publisher,
                                                   .url = url,
                                                   .collection = {},
                                                   .publication = *time::Publication::parse("2025-02", "Europe/Vienna"),
                                                   .body = "Ein Satz.",
                                                   .content_hash = {},
                                                   .other = {}});
  return position;
}

std::string MemoryStore::add_event(store::Position article, store::StoredEvent event) {
  event.ref.extraction = extraction_of(article);
  event.ref.ordinal = 0;
  while (events_.contains(event.ref)) ++event.ref.ordinal;
  event.article = article;
  event.article_identity = articles_.at(article).identity;
  event.id = "e" + std::to_string(events_.size());
  std::string id = event.id;
  events_.emplace(event.ref, std::move(event));
  return id;
}

Result<std::optional<store::ArticleState>> MemoryStore::article_state(std::string_view identity,
                                                                      std::optional<std::uint64_t> as_of) const {
  std::optional<store::ArticleState> state;
  for (const auto& [position, article] : articles_) {
    if (article.identity != identity || (as_of && position.seq >= *as_of)) continue;
    state = store::ArticleState{position, article.content_hash, extraction_of(position), {}};
  }
  return state;
}

Result<store::StoredArticle> MemoryStore::article(store::Position version) const {
  const auto found = articles_.find(version);
  if (found == articles_.end()) return Error{ErrorKind::kNotFound, "no such article", "", ""};
  return found->second;
}

Result<store::StoredEvent> MemoryStore::event(const store::EventRef& ref) const {
  ++events_read;
  const auto found = events_.find(ref);
  if (found == events_.end()) return Error{ErrorKind::kNotFound, "no such event", "", ""};
  return found->second;
}

Result<store::StoredEvent> MemoryStore::find_event(std::string_view id) const {
  for (const auto& [ref, event] : events_) {
    if (event.id == id) return event;
  }
  return Error{ErrorKind::kNotFound, "no such event", "", ""};
}

template <class Test>
Result<void> MemoryStore::scan(const Scan& scan, const store::EntrySink& sink, const Test& test) const {
  for (const auto& [ref, event] : events_) {
    if ((scan.as_of && ref.extraction.seq >= *scan.as_of) || !test(event)) continue;
    if (event.basis == store::Basis::kImplied && !scan.implied) continue;
    for (const time::Interval& reading : event.readings.list()) {
      if (scan.range && !reading.overlaps(*scan.range)) continue;
      if (!sink({ref, reading})) return {};
    }
  }
  return {};
}

Result<void> MemoryStore::scan_range(const Scan& scan, const store::EntrySink& sink) const {
  return this->scan(scan, sink, [](const store::StoredEvent&) { return true; });
}

Result<void> MemoryStore::scan_actor(std::string_view key, store::ParticipantRole role, const Scan& scan,
                                     const store::EntrySink& sink) const {
  return this->scan(scan, sink, [&](const store::StoredEvent& event) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const store::StoredParticipant& one) { return one.key == key && one.role == role; });
  });
}

Result<void> MemoryStore::scan_stem(std::string_view stem, const Scan& scan, const store::EntrySink& sink) const {
  return this->scan(scan, sink, [&](const store::StoredEvent& event) {
    const std::vector<std::string> stems = text::stems(event.sentence);
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
  });
}

Result<std::vector<store::ActorName>> MemoryStore::actors_of_name(std::string_view folded_name,
                                                                  store::ParticipantRole role) const {
  std::map<std::string, store::ActorName> found;
  for (const auto& [ref, event] : events_) {
    for (const store::StoredParticipant& participant : event.participants) {
      if (participant.role == role && is_name_of(folded_name, participant)) {
        found.emplace(participant.key, store::ActorName{participant.key, participant.name, 0});
      }
    }
  }
  std::vector<store::ActorName> out;
  for (auto& [key, actor] : found) {
    for (const auto& [ref, event] : events_) {
      actor.events += std::any_of(event.participants.begin(), event.participants.end(),
                                  [&](const store::StoredParticipant& one) { return one.key == actor.key; })
                          ? 1
                          : 0;
    }
    out.push_back(actor);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.events > b.events; });
  return out;
}

Result<std::vector<store::ActorName>> MemoryStore::actors(store::ParticipantRole role) const {
  std::map<std::string, store::ActorName> found;
  for (const auto& [ref, event] : events_) {
    std::set<std::string> keys;
    for (const store::StoredParticipant& participant : event.participants) {
      if (participant.role != role || !keys.insert(participant.key).second) continue;
      ++found.try_emplace(participant.key, store::ActorName{participant.key, participant.name, 0}).first->second.events;
    }
  }
  std::vector<store::ActorName> out;
  out.reserve(found.size());
  for (auto& [key, actor] : found) out.push_back(actor);
  return out;
}

Result<std::optional<store::ActorName>> MemoryStore::actor(std::string_view key, store::ParticipantRole role) const {
  const auto all = actors(role);
  for (const store::ActorName& actor : *all) {
    if (actor.key == key) return std::optional<store::ActorName>(actor);
  }
  return std::optional<store::ActorName>();
}

Result<void> MemoryStore::scan_written(std::string_view key, store::ParticipantRole role,
                                       const std::function<bool(const store::WrittenName&)>& sink) const {
  std::map<std::pair<std::string, std::string>, std::uint64_t> found;
  for (const auto& [ref, event] : events_) {
    std::set<std::pair<std::string, std::string>> written;
    for (const store::StoredParticipant& participant : event.participants) {
      if (participant.role == role && (key.empty() || participant.key == key)) {
        written.emplace(participant.key, participant.mention);
      }
    }
    for (const auto& one : written) ++found[one];
  }
  for (const auto& [name, events] : found) {
    if (!sink({name.first, name.second, events})) break;
  }
  return {};
}

Result<std::vector<store::Decision>> MemoryStore::decisions(std::optional<std::uint64_t> as_of) const {
  std::vector<store::Decision> out;
  for (const store::Decision& decision : decisions_) {
    if (!as_of || decision.position.seq < *as_of) out.push_back(decision);
  }
  return out;
}

store::Position MemoryStore::decide(store::Decision decision) {
  decision.position = {0, next_seq_++};
  decisions_.push_back(std::move(decision));
  return decisions_.back().position;
}

store::Position MemoryStore::merge(const std::string& from, const std::string& into) {
  store::Decision decision;
  decision.from = from;
  decision.into = into;
  return decide(std::move(decision));
}

store::StoredEvent make_event(const std::vector<time::Interval>& readings, time::Granularity granularity,
                              const std::string& sentence) {
  const std::optional<time::Readings> made = time::Readings::of(readings);
  if (!made) throw std::logic_error("a test's event without a reading");
  store::StoredEvent event{.ref = {},
                           .article = {},
                           .article_identity = {},
                           .id = {},
                           .readings = *made,
                           .granularity = granularity,
                           .relation = time::Relation::kAt,
                           .ongoing = false,
                           .in_title = false,
                           .edtf = {},
                           .timex = {},
                           .timex_type = store::TimexType::kDate,
                           .timex_value = {},
                           .timex_mod = {},
                           .timex_offset_bytes = 0,
                           .timex_length_bytes = 0,
                           .derivation = {},
                           .sentence = sentence,
                           .sentence_offset_bytes = 0,
                           .sentence_length_bytes = static_cast<std::uint32_t>(sentence.size()),
                           .trigger = {},
                           .participants = {},
                           .other = {}};
  return event;
}

store::StoredParticipant make_participant(const std::string& mention, const std::string& key, const std::string& name,
                                          store::ParticipantRole role) {
  store::StoredParticipant participant;
  participant.mention = mention;
  participant.key = key;
  participant.name = name;
  participant.role = role;
  if (role == store::ParticipantRole::kPlace) participant.part = store::Part::kPlace;
  return participant;
}

time::Interval span_of(const std::string& edtf) {
  const Result<time::Interval> interval = time::interval_of_edtf(edtf);
  if (!interval) throw std::logic_error(edtf);
  return *interval;
}

}  // namespace annalen::query
