#include "store/rocks/scan.h"

#include <utility>

#include "base/byte_order.h"
#include "store/rocks/counters.h"
#include "store/rocks/keys.h"
#include "store/rocks/postings.h"

namespace annalen::store::rocks {
namespace {

Error damaged(std::string_view key) {
  return Error{ErrorKind::kDamaged, "is no valid entry", describe_key(key), "`annalen reindex` builds it anew"};
}

// One scan's state: the first error ends it, a sink that has had enough too.
class Scanner {
 public:
  Scanner(Visibility visibility, const Store::Scan& scan, const EntrySink& sink)
      : visibility_(std::move(visibility)), scan_(scan), sink_(sink) {}

  // False ends the scan.
  bool take_posting(std::string_view key, std::string_view value, std::size_t prefix_bytes) {
    const auto posting = posting_from_bytes(key.substr(prefix_bytes));
    if (!posting) return stop(damaged(key));
    if (scan_.range && !posting->interval.overlaps(*scan_.range)) return true;
    if (!value.empty()) {
      const auto regular = regular_from_value(posting->interval, value);
      if (!regular) return stop(damaged(key));
      if (scan_.range && !regular->any_overlaps(*scan_.range)) return true;
    }
    return give(posting->seq, posting->ordinal, posting->interval);
  }

  bool take_stem_block(std::string_view key, std::string_view value, std::uint64_t first_seq) {
    StemBlockReader reader(first_seq, value);
    while (const auto found = reader.next()) {
      if (!take_stem_event(found->seq, found->event)) return false;
    }
    return !reader.damaged() || stop(damaged(key));
  }

  // Of one extraction: layouts 1 and 2.
  bool take_stem_entry(std::string_view key, std::string_view value, std::uint64_t seq) {
    StemValueReader reader(value);
    while (const auto event = reader.next()) {
      if (!take_stem_event(seq, *event)) return false;
    }
    return !reader.damaged() || stop(damaged(key));
  }

  bool stop(Error error) {
    error_ = std::move(error);
    return false;
  }
  [[nodiscard]] bool stopped() const { return stopped_ || error_.has_value(); }
  [[nodiscard]] Result<void> result(const Result<void>& scanned) const {
    if (!scanned) return scanned;
    if (error_) return *error_;
    return {};
  }

 private:
  bool take_stem_event(std::uint64_t seq, const StemEvent& event) {
    const bool regular = event.readings.is_regular();
    if (regular && scan_.range && !event.readings.any_overlaps(*scan_.range)) return true;
    for (std::size_t i = 0; i < (regular ? 1 : event.readings.size()); ++i) {
      const time::Interval reading = regular ? event.readings.hull() : event.readings.at(i);
      if (scan_.range && !reading.overlaps(*scan_.range)) continue;
      if (!give(seq, event.ordinal, reading)) return false;
    }
    return true;
  }

  bool give(std::uint64_t seq, std::uint32_t ordinal, const time::Interval& reading) {
    const auto seen = visibility_.seen(seq);
    if (!seen) return stop(seen.error());
    if (!*seen) return true;
    stopped_ = !sink_(EventEntry{EventRef{Position{0, seq}, ordinal}, reading});
    return !stopped_;
  }

  Visibility visibility_;
  const Store::Scan& scan_;
  const EntrySink& sink_;
  std::optional<Error> error_;
  bool stopped_ = false;
};

}  // namespace

Result<Visibility> Visibility::make(const View& view, std::optional<std::uint64_t> as_of) {
  // A store whose articles were all extracted once needs no look-ups.
  const auto totals = view.get(totals_key());
  if (!totals) return totals.error();
  bool any = false;
  if (*totals) {
    const auto counters = counters_from_bytes(**totals, kTotals);
    if (!counters) return damaged(totals_key());
    any = (*counters)[kTotalSuperseded] != 0;
  }
  return Visibility(view, as_of, any);
}

Result<bool> Visibility::seen(std::uint64_t extraction_seq) {
  if (as_of_ && extraction_seq >= *as_of_) return false;
  if (!any_superseded_) return true;
  if (answers_.empty()) answers_.resize(kAnswers);
  Answer& answer = answers_[extraction_seq % kAnswers];
  if (answer.seq == extraction_seq) return answer.seen;
  const std::string key = superseded_key(extraction_seq);
  const auto value = view_->get(key);
  if (!value) return value.error();
  bool seen = true;
  if (*value) {
    if ((*value)->size() != sizeof(std::uint64_t)) return damaged(key);
    const auto by = get_big_endian<std::uint64_t>(**value);
    seen = as_of_ && *as_of_ <= by;
  }
  answer = Answer{extraction_seq, seen};
  return seen;
}

Result<void> scan_postings(const View& view, const std::string& prefix, const Store::Scan& scan,
                           const EntrySink& sink) {
  auto visibility = Visibility::make(view, scan.as_of);
  if (!visibility) return visibility.error();
  Scanner scanner(std::move(*visibility), scan, sink);
  const auto take = [&](std::string_view key, std::string_view value) {
    return scanner.take_posting(key, value, prefix.size());
  };
  if (!scan.range) {
    const auto [lower, upper] = class_bounds(prefix, scan.implied);
    return scanner.result(view.scan(Family::kIndex, lower, upper, take));
  }
  for (const bool implied : {false, true}) {
    if (implied && !scan.implied) break;
    for (std::uint8_t length = 0; length < kLengthClasses && !scanner.stopped(); ++length) {
      const auto [lower, upper] = posting_bounds(prefix, length, implied, *scan.range);
      auto done = scanner.result(view.scan(Family::kIndex, lower, upper, take));
      if (!done) return done;
    }
  }
  return scanner.result({});
}

Result<void> scan_stem_postings(const View& view, std::string_view stem, const Store::Scan& scan,
                                const EntrySink& sink) {
  if (stem.empty() || stem.size() > kStemBytesMax || stem.find('\0') != std::string_view::npos) return {};
  auto visibility = Visibility::make(view, scan.as_of);
  if (!visibility) return visibility.error();
  Scanner scanner(std::move(*visibility), scan, sink);
  const auto [lower, upper] = class_bounds(stem_prefix(stem), scan.implied);
  return scanner.result(view.scan(Family::kIndex, lower, upper, [&](std::string_view bytes, std::string_view value) {
    const auto key = parse_key(bytes);
    if (!key) return scanner.stop(damaged(bytes));
    return key->block ? scanner.take_stem_block(bytes, value, key->number)
                      : scanner.take_stem_entry(bytes, value, key->number);
  }));
}

Result<std::optional<EventRef>> find_current_event(const View& view, std::string_view id) {
  if (id.empty() || id.find('\0') != std::string_view::npos) return std::optional<EventRef>();
  auto visibility = Visibility::make(view, std::nullopt);
  if (!visibility) return visibility.error();
  std::optional<EventRef> found;
  std::optional<Error> error;
  const std::string prefix = event_id_prefix(id);
  auto scanned = view.scan_back(Family::kIndex, prefix, prefix_end(prefix), [&](std::string_view bytes, auto) {
    const auto key = parse_key(bytes);
    const auto seen = key ? visibility->seen(key->number) : Result<bool>(damaged(bytes));
    if (!seen) {
      error = seen.error();
      return false;
    }
    if (*seen) found = EventRef{Position{0, key->number}, key->ordinal};
    return !found.has_value();
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return found;
}

Result<std::optional<time::Interval>> hull_of_current(const View& view) {
  auto visibility = Visibility::make(view, std::nullopt);
  if (!visibility) return visibility.error();
  std::optional<time::Interval> hull;
  std::optional<Error> error;
  // True once an entry has been looked at and seen.
  const auto take = [&](std::string_view key, std::size_t prefix_bytes) {
    const auto posting = posting_from_bytes(key.substr(prefix_bytes));
    const auto seen = posting ? visibility->seen(posting->seq) : Result<bool>(damaged(key));
    if (!seen) error = seen.error();
    if (!seen || !*seen) return false;
    hull = hull ? hull->hull(posting->interval) : posting->interval;
    return true;
  };
  for (std::uint8_t length = 0; length < kLengthClasses && !error; ++length) {
    std::string lower = time_prefix();
    put_big_endian(lower, length);
    const std::string upper = prefix_end(lower);
    const std::size_t prefix_bytes = time_prefix().size();
    auto first = view.scan(Family::kIndex, lower, upper,
                           [&](std::string_view key, auto) { return !take(key, prefix_bytes) && !error; });
    if (!first) return first.error();
    // Backwards until what begins earlier cannot end later any more.
    auto last = view.scan_back(Family::kIndex, lower, upper, [&](std::string_view key, auto) {
      (void)take(key, prefix_bytes);
      const auto posting = posting_from_bytes(key.substr(prefix_bytes));
      return !error && posting &&
             (!hull || kClassLimitMinutes[length] > hull->end().count - posting->interval.begin().count);
    });
    if (!last) return last.error();
  }
  if (error) return *error;
  return hull;
}

}  // namespace annalen::store::rocks
