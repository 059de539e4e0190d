// speaker.h: who says what a clause tells.
// Evidence: verbs of saying around, before, behind and inside their content; "laut", "nach Angaben", "zufolge", "so X";
//           quotations; "Das teilte X mit" about the sentence before; Konjunktiv I that goes on over sentences.
// Default:  the article itself. The act of saying is the article's, unless it stands in another's report.
// Threads: a SpeakerReader belongs to one text and one thread. Linear time over the text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actor/mention.h"
#include "clause/clause.h"
#include "event/lexicon.h"
#include "event/occurrence.h"
#include "event/phrase.h"
#include "event/sayer.h"
#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

struct Saying {
  TokenRange speaker;                         // the name, or the noun phrase without its article
  std::optional<std::uint32_t> mention = {};  // index, where the speaker is a name
  std::optional<std::uint32_t> clause = {};   // that tells the saying; empty for "laut …"
  std::vector<std::uint32_t> grounds = {};    // tokens in text order that tell so
};

class SpeakerReader {
 public:
  // All outlive the reader. Reads the whole text.
  SpeakerReader(const text::Document& document, const clause::Clauses& clauses,
                std::span<const actor::Mention> mentions, std::span<const timex::Timex> timexes,
                const Lexicon& lexicon);
  // Empty: the article itself.
  [[nodiscard]] std::optional<Saying> of(const Occurrence& occurrence) const;
  // Who says what the clause tells; its `clause` is the saying.
  [[nodiscard]] std::optional<Saying> saying_of_clause(std::uint32_t clause) const;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;   // the article, or not known yet
  static constexpr std::uint32_t kNobody = kNone - 1;  // a saying of nobody: "es heißt, …"
  using Number = std::uint32_t;                        // of a saying, or one of these
  // A quotation that holds a clause.
  struct Quotation {
    TokenRange tokens;
    Number saying = kNone;
  };
  // The tokens of a sentence's clauses, by clause number.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  [[nodiscard]] std::string lower(std::uint32_t token) const;
  [[nodiscard]] bool is_sign(std::uint32_t token, std::string_view sign) const;
  [[nodiscard]] std::uint32_t first_word(std::uint32_t clause) const;
  [[nodiscard]] std::uint32_t takes(std::uint32_t clause) const;
  [[nodiscard]] bool begins_with_verb(std::uint32_t clause) const;
  [[nodiscard]] bool is_aside(std::uint32_t clause) const;
  [[nodiscard]] bool in_subjunctive(std::uint32_t clause) const;
  [[nodiscard]] bool is_content(std::uint32_t clause, std::uint32_t saying) const;
  [[nodiscard]] bool goes_on(std::uint32_t clause) const;
  [[nodiscard]] std::uint32_t range_end(std::uint32_t clause) const;
  [[nodiscard]] const Quotation* quotation_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t telling_token(std::uint32_t clause) const;

  Number add(std::optional<Sayer> sayer, std::optional<std::uint32_t> clause, std::vector<std::uint32_t> grounds);
  // The saying that the clause tells, whatever its content.
  Number saying_in(std::uint32_t clause);
  void note(Number number, std::uint32_t sentence);
  void read_phrases(const text::Sentence& sentence);
  void read_verbs(const Range& range);
  void read_this(std::uint32_t sentence, const Range& range, const Range& before);
  void inherit(const Range& range);
  void go_on(std::uint32_t sentence, const Range& range);
  void read_quotations();
  [[nodiscard]] Number speaker_beside(const TokenRange& tokens);

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const actor::Mention> mentions_;
  const Lexicon& lexicon_;
  const SpeakerWords& words_;
  SayerFinder sayers_;
  std::vector<Saying> sayings_;
  std::vector<Number> said_;                // by clause: who says its content
  std::vector<Number> says_;                // by clause: the saying that it tells
  std::vector<bool> read_;                  // by clause: `says_` is known
  std::map<std::uint32_t, Number> asides_;  // by token: ", so Peskow"
  std::vector<Quotation> quotations_;
  std::vector<Number> last_of_sentence_;
  Number last_ = kNone;  // the saying read last
  std::uint32_t last_sentence_ = 0;
};

}  // namespace annalen::event
