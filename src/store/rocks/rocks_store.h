// rocks_store.h: the Store interface over a Database; made by open.h.
// Threads: append() and reindex() one at a time (a mutex sees to it); reading from any thread. reindex() REQUIRES that
//          nobody reads meanwhile.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/rocks/database.h"
#include "store/rocks/files.h"
#include "store/rocks/tree.h"
#include "store/store.h"

namespace annalen::store::rocks {

class RocksStore final : public Store {
 public:
  // What opening found out.
  struct Parts {
    std::string folder;
    OpenOptions options;
    std::optional<WriterLock> lock;  // absent when opened for reading
    std::unique_ptr<Database> database;
    std::string store_id;
    std::uint64_t size = 0;
    Result<std::optional<Checkpoint>> head;  // what file HEAD said before the database was opened
    // For writing only:
    Frontier frontier = {};
    std::int64_t recorded_ms = 0;                       // of the last record
    std::optional<Error> write_blocked = std::nullopt;  // why nothing can be appended (a damaged tree, a failed write)
  };
  explicit RocksStore(Parts parts);

  [[nodiscard]] Result<std::vector<Position>> append(std::span<const Draft> drafts) override;
  [[nodiscard]] Result<StoredRecord> record(Position position) const override;
  [[nodiscard]] Result<void> scan_log(std::uint64_t from_seq,
                                      const std::function<bool(const StoredRecord&)>& sink) const override;
  [[nodiscard]] std::uint64_t size() const override { return size_.load(); }
  [[nodiscard]] const std::string& store_id() const override { return parts_.store_id; }

  [[nodiscard]] Result<std::optional<ArticleState>> article_state(std::string_view identity,
                                                                  std::optional<std::uint64_t> as_of) const override;
  [[nodiscard]] Result<StoredArticle> article(Position version) const override;
  [[nodiscard]] Result<void> scan_articles(
      const std::function<bool(std::string_view identity, const ArticleState&)>& sink) const override;
  [[nodiscard]] Result<StoredEvent> event(const EventRef& ref) const override;
  [[nodiscard]] Result<StoredEvent> find_event(std::string_view id) const override;

  [[nodiscard]] Result<void> scan_range(const Scan& scan, const EntrySink& sink) const override;
  [[nodiscard]] Result<void> scan_actor(std::string_view key, ParticipantRole role, const Scan& scan,
                                        const EntrySink& sink) const override;
  [[nodiscard]] Result<void> scan_stem(std::string_view stem, const Scan& scan, const EntrySink& sink) const override;

  [[nodiscard]] Result<std::vector<ActorName>> actors_of_name(std::string_view folded_name,
                                                              ParticipantRole role) const override;
  [[nodiscard]] Result<std::vector<ActorName>> actors(ParticipantRole role) const override;
  [[nodiscard]] Result<std::optional<ActorName>> actor(std::string_view key, ParticipantRole role) const override;
  [[nodiscard]] Result<void> scan_written(std::string_view key, ParticipantRole role,
                                          const std::function<bool(const WrittenName&)>& sink) const override;
  [[nodiscard]] Result<std::vector<Decision>> decisions(std::optional<std::uint64_t> as_of) const override;
  [[nodiscard]] Result<std::uint64_t> size_at(std::int64_t recorded_ms) const override;
  [[nodiscard]] Result<Statistics> statistics() const override;
  [[nodiscard]] Result<Checkpoint> checkpoint() const override;
  [[nodiscard]] Result<Verification> verify(const std::optional<Checkpoint>& older) const override;
  [[nodiscard]] Result<void> reindex() override;

 private:
  Parts parts_;
  std::atomic<std::uint64_t> size_;
  std::mutex mutex_;  // guards tree_ and what parts_ has for writing
  TreeWriter tree_;
};

}  // namespace annalen::store::rocks
