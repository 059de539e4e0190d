// tagger.h: finds temporal expressions and values them against the publication.
// The engine knows no word of any language: rules, words and their examples are a language pack (lang/<tag>/), read at
// load. Same input, same output. Linear time in the document's length. Threads: Tagger is const after load, shareable.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "clause/clause.h"
#include "text/document.h"
#include "text/language.h"
#include "time/publication.h"
#include "timex/timex.h"

namespace annalen::timex {

enum class Domain : std::uint8_t { kAuto, kNews, kNarrative };
[[nodiscard]] std::string_view to_text(Domain domain);  // "auto", "news", "narrative"

// One file of a language pack.
struct PackFile {
  std::string_view name;  // "words.txt", "rules.txt", …; stands in error messages
  std::string_view text;
};

// A rule's example as the pack states it; the tests run them all.
struct RuleExample {
  std::string rule;
  std::string text;       // a sentence or phrase
  std::string published;  // publication that it is valued against
  std::string expected;   // "extent => value [mod]", joined by "; "; "-": no timex at all; empty: a counter-example, no
                          // timex may come from this rule
  std::string where;      // file:line
  Domain domain = Domain::kNews;  // the reading that it is valued in
  bool essay = false;             // holds in a long text without words of the day
};

class Tagger {
 public:
  // Error{kInput} names file and line; a rule without examples does not load.
  [[nodiscard]] static Result<Tagger> load(std::span<const PackFile> pack);
  [[nodiscard]] static Tagger of(text::Language language);

  // Timexes in text order, not overlapping. `clauses` belongs to `document`.
  // kAuto decides from the document; decided_domain() tells which.
  [[nodiscard]] std::vector<Timex> tag(const text::Document& document, const clause::Clauses& clauses,
                                       const time::Publication& publication, Domain domain) const;
  // The same, analysing only the sentences that a temporal expression stands in.
  [[nodiscard]] std::vector<Timex> tag(const text::Document& document, const clause::Analyser& analyser,
                                       const time::Publication& publication, Domain domain) const;
  [[nodiscard]] Domain decided_domain(const text::Document& document) const;
  // The same with the publication known: what tag() decides.
  [[nodiscard]] Domain decided_domain(const text::Document& document, const time::Publication& publication) const;
  [[nodiscard]] std::vector<RuleExample> examples() const;

 private:
  struct Pack;
  struct Reading;
  [[nodiscard]] Reading read(const text::Document& document, const time::Publication& publication, Domain domain) const;
  [[nodiscard]] std::vector<Timex> value(const text::Document& document, const Reading& reading,
                                         const clause::Clauses& clauses, const time::Publication& publication) const;
  explicit Tagger(std::shared_ptr<const Pack> pack) : pack_(std::move(pack)) {}
  std::shared_ptr<const Pack> pack_;
};

// All bytes of the language pack that is embedded in the program.
[[nodiscard]] std::vector<PackFile> pack_of(text::Language language);

}  // namespace annalen::timex
