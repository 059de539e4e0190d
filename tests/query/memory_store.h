// memory_store.h: a Store of events in memory, by scanning them all: what the indexes of a real one must agree with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/store.h"
#include "text/fold.h"

namespace annalen::query {

class MemoryStore : public store::Store {
 public:
  // An article of one extraction; gives its position.
  store::Position add_article(const std::string& identity, const std::string& publisher = "",
                              const std::string& url = "");
  // An event at the end of the article's extraction; gives its id ("e0", "e1", …).
  std::string add_event(store::Position article, store::StoredEvent event);
  // A decision at the end of the log; gives its position.
  store::Position decide(store::Decision decision);
  store::Position merge(const std::string& from, const std::string& into);
  // How often event() was asked: what a plan costs.
  mutable std::uint64_t events_read = 0;

  Result<std::vector<store::Position>> append(std::span<const store::Draft>) override { return unsupported(); }
  Result<store::StoredRecord> record(store::Position) const override { return unsupported(); }
  Result<void> scan_log(std::uint64_t, const std::function<bool(const store::StoredRecord&)>&) const override {
    return unsupported();
  }
  std::uint64_t size() const override { return next_seq_; }
  const std::string& store_id() const override { return id_; }
  Result<std::optional<store::ArticleState>> article_state(std::string_view identity,
                                                           std::optional<std::uint64_t> as_of) const override;
  Result<store::StoredArticle> article(store::Position version) const override;
  Result<void> scan_articles(const std::function<bool(std::string_view, const store::ArticleState&)>&) const override {
    return unsupported();
  }
  Result<store::StoredEvent> event(const store::EventRef& ref) const override;
  Result<store::StoredEvent> find_event(std::string_view id) const override;
  Result<void> scan_range(const Scan& scan, const store::EntrySink& sink) const override;
  Result<void> scan_actor(std::string_view key, store::ParticipantRole role, const Scan& scan,
                          const store::EntrySink& sink) const override;
  Result<void> scan_stem(std::string_view stem, const Scan& scan, const store::EntrySink& sink) const override;
  Result<std::vector<store::ActorName>> actors_of_name(std::string_view folded_name,
                                                       store::ParticipantRole role) const override;
  Result<std::vector<store::ActorName>> actors(store::ParticipantRole role) const override;
  Result<std::optional<store::ActorName>> actor(std::string_view key, store::ParticipantRole role) const override;
  Result<void> scan_written(std::string_view key, store::ParticipantRole role,
                            const std::function<bool(const store::WrittenName&)>& sink) const override;
  Result<std::vector<store::Decision>> decisions(std::optional<std::uint64_t> as_of) const override;
  Result<std::uint64_t> size_at(std::int64_t) const override { return unsupported(); }
  Result<store::Statistics> statistics() const override { return unsupported(); }
  Result<store::Checkpoint> checkpoint() const override { return unsupported(); }
  Result<store::Verification> verify(const std::optional<store::Checkpoint>&) const override { return unsupported(); }
  Result<void> reindex() override { return unsupported(); }

 private:
  static Error unsupported() { return Error{ErrorKind::kSystem, "not in a memory store", "", ""}; }
  template <class Test>
  Result<void> scan(const Scan& scan, const store::EntrySink& sink, const Test& test) const;

  std::string id_ = "annalen/memory";
  std::uint64_t next_seq_ = 0;
  std::map<store::Position, store::StoredArticle> articles_;
  std::map<store::EventRef, store::StoredEvent> events_;
  std::vector<store::Decision> decisions_;
};

// Pieces of an event.
[[nodiscard]] store::StoredEvent make_event(const std::vector<time::Interval>& readings,
                                            time::Granularity granularity = time::Granularity::kDay,
                                            const std::string& sentence = "Ein Satz.");
[[nodiscard]] store::StoredParticipant make_participant(const std::string& mention, const std::string& key,
                                                        const std::string& name,
                                                        store::ParticipantRole role = store::ParticipantRole::kActor);
// "2022-03-10" to the same day's end, "2022-03" and "2022" likewise.
[[nodiscard]] time::Interval span_of(const std::string& edtf);

}  // namespace annalen::query
