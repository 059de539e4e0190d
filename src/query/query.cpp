#include "query/query.h"

#include <algorithm>

#include "query/candidate.h"
#include "text/fold.h"

namespace annalen::query {
namespace {

bool in_order(const Selected& a, const Selected& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  if (a.granularity != b.granularity) return a.granularity < b.granularity;
  return a.ref < b.ref;
}

// What the indexes do not say.
bool asks_for_details(const Filter& filter) {
  return filter.part || filter.range || filter.certain || filter.exact || filter.finer_than || filter.status ||
         !filter.types.empty() || !filter.said_by.empty() || !filter.publisher.empty() || !filter.article.empty();
}

// Holds candidates against the filter.
class Sieve {
 public:
  Sieve(const store::Store& store, const Filter& filter, const Keys& keys)
      : store_(store),
        filter_(filter),
        keys_(keys),
        folded_publisher_(text::fold(filter.publisher)),
        folded_speaker_(text::fold(filter.said_by)),
        loader_(store) {}

  // Empty: it does not pass.
  [[nodiscard]] Result<std::optional<Selected>> look(const Candidate& candidate) {
    Result<store::StoredEvent> event = store_.event(candidate.ref);
    if (!event) return event.error();
    Selected out{candidate.ref, event->readings.hull().begin(), event->granularity, std::nullopt};
    if (filter_.exact && !event->readings.exact()) return std::optional<Selected>();
    if (filter_.finer_than && !(event->granularity < *filter_.finer_than)) return std::optional<Selected>();
    if (filter_.range) {
      out.match = time::match(event->readings, event->relation, *filter_.range);
      const bool kept = filter_.certain ? out.match == time::Match::kCertain : out.match != time::Match::kNone;
      if (!kept) return std::optional<Selected>();
    }
    if (filter_.part && !parts_pass(*event)) return std::optional<Selected>();
    if (!facts_pass(*event)) return std::optional<Selected>();
    Result<bool> source = source_passes(*event);
    if (!source) return source.error();
    return *source ? std::optional<Selected>(out) : std::nullopt;
  }

 private:
  [[nodiscard]] bool parts_pass(const store::StoredEvent& event) const {
    const auto plays = [&](const std::vector<Wanted>* of_name) {
      return std::any_of(event.participants.begin(), event.participants.end(), [&](const auto& one) {
        if (one.part != *filter_.part) return false;
        if (of_name == nullptr) return true;
        const std::string key = keys_.identities.key_of(event, one);
        return std::any_of(of_name->begin(), of_name->end(), [&](const Wanted& wanted) { return wanted.key == key; });
      });
    };
    const auto name_plays = [&](const std::vector<Wanted>& of_name) { return plays(&of_name); };
    if (keys_.actors.empty()) return plays(nullptr);
    return filter_.any_actor ? std::any_of(keys_.actors.begin(), keys_.actors.end(), name_plays)
                             : std::all_of(keys_.actors.begin(), keys_.actors.end(), name_plays);
  }

  [[nodiscard]] bool facts_pass(const store::StoredEvent& event) const {
    const store::StoredFacts& facts = event.facts;
    const auto& types = filter_.types;
    if (!types.empty() && std::find(types.begin(), types.end(), facts.type) == types.end()) return false;
    // What was recorded before events were judged has no status, whatever the default says.
    if (filter_.status && (facts.type.empty() || facts.status != *filter_.status)) return false;
    return filter_.said_by.empty() || (facts.speaker && speaks(event, *facts.speaker));
  }

  // By what the name means; where it means no key, or the speaker has none, as the sentence calls the speaker.
  [[nodiscard]] bool speaks(const store::StoredEvent& event, const store::StoredSpeaker& speaker) const {
    if (speaker.key.empty() || keys_.speakers.empty()) {
      const auto& names = speaker.folded_names;
      return std::find(names.begin(), names.end(), folded_speaker_) != names.end();
    }
    const std::string key = keys_.identities.key_of(speaker.key, event.article_identity, {});
    return std::find(keys_.speakers.begin(), keys_.speakers.end(), key) != keys_.speakers.end();
  }

  [[nodiscard]] Result<bool> source_passes(const store::StoredEvent& event) {
    if (filter_.publisher.empty() && filter_.article.empty()) return true;
    Result<std::shared_ptr<const store::StoredArticle>> article = loader_.article(event.article);
    if (!article) return article.error();
    if (!filter_.article.empty() && (*article)->identity != filter_.article && (*article)->url != filter_.article) {
      return false;
    }
    return filter_.publisher.empty() || text::fold((*article)->publisher) == folded_publisher_;
  }

  const store::Store& store_;
  const Filter& filter_;
  const Keys& keys_;
  std::string folded_publisher_;
  std::string folded_speaker_;
  Loader loader_;
};

// Where nothing but order and limit is left to see, only the candidates that may come within the limit are read: those
// that begin no later (no earlier, newest first) than the last of them.
void keep_what_the_limit_may_reach(std::vector<Candidate>& candidates, const Filter& filter) {
  if (filter.limit == 0 || candidates.size() <= filter.limit) return;
  std::vector<time::CivilMinute> begins;
  begins.reserve(candidates.size());
  for (const Candidate& candidate : candidates) begins.push_back(candidate.begin);
  const auto last = begins.begin() + static_cast<std::ptrdiff_t>(filter.limit - 1);
  if (filter.newest_first) {
    std::nth_element(begins.begin(), last, begins.end(), std::greater<>());
  } else {
    std::nth_element(begins.begin(), last, begins.end());
  }
  const time::CivilMinute bound = *last;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return filter.newest_first ? candidate.begin < bound : candidate.begin > bound;
  });
}

void order_and_limit(std::vector<Selected>& hits, const Filter& filter) {
  std::sort(hits.begin(), hits.end(), in_order);
  if (filter.newest_first) std::reverse(hits.begin(), hits.end());
  if (filter.limit > 0 && hits.size() > filter.limit) hits.resize(filter.limit);
}

}  // namespace

Result<Selection> select(const store::Store& store, const Filter& filter) {
  if (filter.certain && !filter.range) {
    return Error{ErrorKind::kUsage, "--certain asks for a range", "", "give --from or --to"};
  }
  if (!filter.text.empty() && text::stems(filter.text).empty()) {
    return Error{ErrorKind::kUsage, "--text holds no word", "", ""};
  }
  Selection out;
  Result<Keys> keys = resolve_keys(store, filter);
  if (!keys) return keys.error();
  out.notes = keys->notes;
  if (keys->impossible) return out;
  Result<std::vector<Candidate>> candidates = find_candidates(store, filter, *keys);
  if (!candidates) return candidates.error();

  const bool all_pass = !asks_for_details(filter);
  out.total = candidates->size();
  if (all_pass) keep_what_the_limit_may_reach(*candidates, filter);
  Sieve sieve(store, filter, *keys);
  for (const Candidate& candidate : *candidates) {
    Result<std::optional<Selected>> passed = sieve.look(candidate);
    if (!passed) return passed.error();
    if (*passed) out.hits.push_back(**passed);
  }
  if (!all_pass) out.total = out.hits.size();
  order_and_limit(out.hits, filter);
  return out;
}

Result<Answer> run(const store::Store& store, const Filter& filter) {
  Result<Selection> selection = select(store, filter);
  if (!selection) return selection.error();
  Answer answer{{}, selection->total, std::move(selection->notes)};
  Loader loader(store, filter.as_of);
  for (const Selected& selected : selection->hits) {
    Result<Hit> hit = loader.load(selected);
    if (!hit) return hit.error();
    answer.hits.push_back(*std::move(hit));
  }
  return answer;
}

Result<Hit> find(const store::Store& store, std::string_view event_id) {
  Result<store::StoredEvent> event = store.find_event(event_id);
  if (!event) return event.error();
  return Loader(store).load({event->ref, event->readings.hull().begin(), event->granularity, std::nullopt});
}

}  // namespace annalen::query
