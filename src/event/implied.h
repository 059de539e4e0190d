// implied.h: which sentences without any time of their own take that of an event of their paragraph, and from which.
// Sentence: no date, clock time or time of the story, no word that points elsewhere ("damals", "stets"); its main
// clause
//          tells by a full verb, past and neither quoted nor wished for, what was done; it ends with an end sign.
// Base:    the event told last before in the paragraph, when it is main line: told by a clause in the past, happened, a
//          week or finer, neither told back nor ongoing; else no base. In a paragraph without any that follows the
//          lead's, the first of the lead, which is the first paragraph that has one. Dates further on in the paragraph
//          were tried and found to be of other matters too often. What is told is not dated by a saying: that is passed
//          over, unless the sentence is a saying itself.
// Date:    the base's; a time within a day gives the day. What is told back ("hatte … gebaut"), and what a report in
// the
//          Konjunktiv tells where only its saying is dated, is before it.
// Threads: const after construction. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "event/lexicon.h"
#include "event/tale.h"
#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

struct ImpliedTime {
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
};

struct ImpliedBase {
  Told told;
  time::Relation relation = time::Relation::kAt;
};

class ImpliedReader {
 public:
  // All outlive the reader.
  ImpliedReader(const text::Document& document, const clause::Clauses& clauses, std::span<const timex::Timex> timexes,
                const Tale& tale, const Lexicon& lexicon);
  // In text order: sentences that may take a date from elsewhere.
  [[nodiscard]] std::vector<ImpliedTime> times() const;
  // `saying`: the sentence is one. Empty: nothing that dates it.
  [[nodiscard]] std::optional<ImpliedBase> base_of(const ImpliedTime& time, bool saying) const;

 private:
  using Place = Tale::Events::const_iterator;

  [[nodiscard]] std::optional<std::uint32_t> main_clause(std::uint32_t sentence) const;
  [[nodiscard]] bool tells(std::uint32_t clause) const;
  [[nodiscard]] bool points_elsewhere(std::uint32_t sentence) const;
  [[nodiscard]] bool is_main_line(const Told& told) const;
  [[nodiscard]] std::optional<Told> told_before(const ImpliedTime& time, bool saying) const;
  [[nodiscard]] std::optional<Told> first_of(std::uint32_t paragraph, bool saying) const;
  [[nodiscard]] std::string lower(std::uint32_t token) const;

  const text::Document& document_;
  const clause::Clauses& clauses_;
  const Tale& tale_;
  const Lexicon& lexicon_;
  std::vector<bool> timed_;                  // by sentence
  std::vector<std::uint32_t> first_clause_;  // by sentence; one more at the end
  std::vector<std::uint32_t> first_token_;   // by paragraph; one more at the end
  std::optional<std::uint32_t> lead_;        // the first paragraph with an event
};

}  // namespace annalen::event
