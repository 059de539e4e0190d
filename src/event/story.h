// story.h: words that date what their clause tells against the event told before: "zuvor", "kurz darauf".
// Base:    the clause above that tells it in the same sentence, else the nearest dated event before in the paragraph,
// or in
//          the paragraph before for a sentence that opens one. Passed over: what a noun or an aside tells, what is told
//          back
//          ("hatte … gebaut"), what somebody says unless the clause is a saying too, what is coarser than a year, and
//          background of a month or coarser in a subordinate clause. No base across a heading.
// Clause:  has a full verb in a past tense, or one that points ahead, no date of its own, and is neither a question nor
//          quoted. One such word a clause counts, the first.
// Relation: "zuvor" before, "danach" after the base, "unterdessen" as the base. What would be after something before,
// or
//          counted from a span without an end of its own ("seit"), is not dated.
// Threads: const after construction. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "event/lexicon.h"
#include "event/phrase.h"
#include "event/tale.h"
#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

struct StoryTime {
  TokenRange words;
  StoryTie tie = StoryTie::kBefore;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
};

struct StoryBase {
  Told told;
  time::Relation relation = time::Relation::kAt;
};

class StoryReader {
 public:
  // All outlive the reader.
  StoryReader(const text::Document& document, const clause::Clauses& clauses, std::span<const timex::Timex> timexes,
              const Lexicon& lexicon);
  // In text order; those whose clause may be dated so.
  [[nodiscard]] std::vector<StoryTime> times(const Tale& tale) const;
  // Empty: nothing that it counts from.
  [[nodiscard]] std::optional<StoryBase> base_of(const StoryTime& time, const Tale& tale) const;

 private:
  [[nodiscard]] std::optional<StoryTime> phrase_at(std::uint32_t token) const;
  [[nodiscard]] bool is_time(const StoryTime& time) const;
  [[nodiscard]] bool opens_clause(const StoryTime& time) const;
  [[nodiscard]] bool may_count_from(const StoryTime& time, const Told& told, const Tale& tale) const;
  [[nodiscard]] std::optional<Told> above(const StoryTime& time, const Tale& tale) const;
  [[nodiscard]] std::optional<Told> before(const StoryTime& time, const Tale& tale) const;
  [[nodiscard]] Told head_of(const StoryTime& time, const Told& nearest, const Tale& tale) const;
  [[nodiscard]] std::string lower(std::uint32_t token) const;

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const timex::Timex> timexes_;
  const Lexicon& lexicon_;
  std::vector<std::optional<std::uint32_t>> timex_of_token_;
  std::vector<bool> dated_clause_;
};

}  // namespace annalen::event
