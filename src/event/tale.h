// tale.h: the events of a text told so far, and what of the text is told at all, as others may be dated against them.
// Threads: a Tale belongs to one text and one thread. Linear time.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "clause/clause.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "text/document.h"
#include "time/granularity.h"

namespace annalen::event {

struct Told {
  std::size_t event = 0;          // index, the keeper's
  std::uint32_t first_token = 0;  // of the words that date it
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;  // that tells it
  bool by_clause = false;    // what the clause tells, not a noun or an aside in it
  bool saying = false;       // the act of saying something
  Status status = Status::kHappened;
  time::Granularity granularity = time::Granularity::kDay;
  time::Relation relation = time::Relation::kAt;
};

class Tale {
 public:
  using Events = std::multimap<std::uint32_t, Told>;  // by first token

  // Both outlive the Tale.
  Tale(const text::Document& document, const clause::Clauses& clauses);
  void add(const Told& told) { events_.emplace(told.first_token, told); }
  [[nodiscard]] const Events& events() const { return events_; }
  [[nodiscard]] const clause::Clause& clause_of(const Told& told) const { return clauses_.clauses[told.clause]; }

  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t sentence) const { return paragraphs_[sentence]; }
  // A paragraph of one sentence without an end sign.
  [[nodiscard]] bool is_heading(std::uint32_t paragraph) const { return headings_[paragraph]; }
  // Between quotation marks.
  [[nodiscard]] bool is_quoted(std::uint32_t token) const { return quoted_[token]; }
  [[nodiscard]] bool is_question(std::uint32_t sentence) const;
  // It ends with an end sign, as a line of a list or a caption seldom does.
  [[nodiscard]] bool is_ended(std::uint32_t sentence) const;

 private:
  const text::Document& document_;
  const clause::Clauses& clauses_;
  Events events_;
  std::vector<std::uint32_t> paragraphs_;  // one a sentence
  std::vector<bool> headings_;             // one a paragraph
  std::vector<bool> quoted_;               // one a token
};

// The clause says by a verb what happened, and that it did: a full verb in a past tense, also of a report.
[[nodiscard]] bool tells_past(const text::Document& document, const clause::Clause& clause, const Lexicon& lexicon);
// A full verb rather than "sein", "haben", "werden", "heißen".
[[nodiscard]] bool tells_doing(const text::Document& document, const clause::Clause& clause, const Lexicon& lexicon);

}  // namespace annalen::event
