// scan.h: answers of the indexes: postings of a range, participant or stem, seen as of a log size.
// Errors:  kDamaged names the key.
// Threads: functions over a View; the sink is called on the caller's thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/rocks/database.h"
#include "store/store.h"

namespace annalen::store::rocks {

// Tells which extractions are seen at a log size (FORMAT.md, Visibility). Remembers the last answers.
class Visibility {
 public:
  // Without `as_of`: now.
  [[nodiscard]] static Result<Visibility> make(const View& view, std::optional<std::uint64_t> as_of);
  [[nodiscard]] Result<bool> seen(std::uint64_t extraction_seq);

 private:
  Visibility(const View& view, std::optional<std::uint64_t> as_of, bool any_superseded)
      : view_(&view), as_of_(as_of), any_superseded_(any_superseded) {}
  struct Answer {
    std::uint64_t seq = UINT64_MAX;
    bool seen = false;
  };
  static constexpr std::size_t kAnswers = 1024;
  const View* view_;
  std::optional<std::uint64_t> as_of_;
  bool any_superseded_;
  std::vector<Answer> answers_;  // slot: seq modulo kAnswers
};

// Prefix of key space `T`, or of one participant in `K`.
[[nodiscard]] Result<void> scan_postings(const View& view, const std::string& prefix, const Store::Scan& scan,
                                         const EntrySink& sink);
[[nodiscard]] Result<void> scan_stem_postings(const View& view, std::string_view stem, const Store::Scan& scan,
                                              const EntrySink& sink);
[[nodiscard]] Result<std::optional<EventRef>> find_current_event(const View& view, std::string_view id);
// The hull of the current events; empty without any.
[[nodiscard]] Result<std::optional<time::Interval>> hull_of_current(const View& view);

}  // namespace annalen::store::rocks
