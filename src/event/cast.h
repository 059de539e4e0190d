// cast.h: who takes part in an occasion. ("Cast" as of a play.)
// Rules:   the mentions of the occasion's clause; of the noun phrase where the date is its attribute; the subject that
//          "und" shares with the clause before; the name that a relative clause is about; where nobody acts, the actors
//          of its content ("…, dass"); where the clause names none, those of the clauses around it, then of the
//          sentence. A metonym that acts is the actor it stands for. Adjectives and first parts of compounds
//          ("russische Invasion", "US-Politik") count when their noun acts for them ("russische Armee",
//          "US-Regierung") or when nobody else acts, and never within a person's title
//          ("US-Präsident Donald Trump", "Russlands Außenminister Sergej Lawrow").
// Limits:  kParticipantsMax an event, those nearest to the date.
// Threads: const after construction. Linear time over all occasions of ordinary text; bounded each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "actor/mention.h"
#include "clause/clause.h"
#include "event/event.h"
#include "event/lexicon.h"
#include "event/occasion.h"
#include "event/phrase.h"
#include "text/document.h"

namespace annalen::event {

// How somebody comes to take part: named in the clause, as the name that the relative clause is about, as the subject
// that "und" shares, or from other clauses.
enum class Tie : std::uint8_t { kClause, kAntecedent, kShared, kElsewhere };

struct Member {
  std::uint32_t mention = 0;  // index
  Tie tie = Tie::kClause;
  bool subject_shared = false;  // the occasion's clause has its subject from elsewhere
  Participant participant;
};

inline constexpr std::size_t kParticipantsMax = 32;

class Cast {
 public:
  // All three outlive the Cast; `mentions` in text order.
  Cast(const text::Document& document, const clause::Clauses& clauses, std::span<const actor::Mention> mentions,
       const Lexicon& lexicon);

  // In order of mention; `phrase` where the date is an attribute, `aside` where it stands in one. Spans and mentions
  // are of the document, not the source.
  [[nodiscard]] std::vector<Member> of(const Occasion& occasion, const std::optional<AttributePhrase>& phrase,
                                       const std::optional<Aside>& aside) const;
  // True when the token is part of a mention.
  [[nodiscard]] bool names(std::uint32_t token) const;

 private:
  // How a mention may count in an event.
  enum class Weight : std::uint8_t { kFull, kAttribute, kNone };
  struct Indexed {
    std::uint32_t clause = 0;
    std::uint32_t mention = 0;
  };
  using Chosen = std::vector<std::uint32_t>;  // indices of mentions

  [[nodiscard]] Weight weight_of(std::uint32_t mention) const;
  // Of a noun that names an inhabitant: one person is not the state, several may be. Empty for any other mention.
  [[nodiscard]] std::optional<Weight> inhabitant_weight(const actor::Mention& mention) const;
  // "Russlands Außenminister Sergej Lawrow": the state is part of the person's title.
  [[nodiscard]] bool in_title_of_next(std::uint32_t mention) const;
  // "Spanische Grippe": an adjective that has a capital for the name's sake.
  [[nodiscard]] bool in_name(const actor::Mention& mention) const;
  // The name that ends where the aside opens.
  [[nodiscard]] Chosen before(const Aside& aside) const;
  // Of several dates that commas part: the names of this one's part and the clause's subject; all when it names nobody.
  [[nodiscard]] Chosen of_part(const Occasion& occasion, const Chosen& all) const;
  [[nodiscard]] Chosen of_clause(const Occasion& occasion) const;
  [[nodiscard]] bool acts(std::uint32_t mention) const;
  [[nodiscard]] bool any_acts(const Chosen& chosen) const;
  [[nodiscard]] Chosen in_clause(std::uint32_t clause, std::uint32_t near_token) const;
  [[nodiscard]] Chosen in_range(const TokenRange& range) const;
  // Full ones, and the attributes when no full one acts.
  [[nodiscard]] Chosen counted(const Chosen& all) const;
  [[nodiscard]] std::optional<std::uint32_t> first_word(std::uint32_t clause) const;
  [[nodiscard]] bool ends_with_verb(std::uint32_t clause) const;
  // The name before a relative clause: "Trump, der am Montag Putin traf".
  [[nodiscard]] std::optional<std::uint32_t> antecedent(std::uint32_t clause) const;
  [[nodiscard]] std::optional<std::uint32_t> shared_subject(std::uint32_t clause) const;
  // The nearest earlier clause on the same level that has a verb.
  [[nodiscard]] std::optional<std::uint32_t> clause_before(std::uint32_t clause) const;
  [[nodiscard]] std::optional<std::uint32_t> subject_of(std::uint32_t clause) const;
  // Actors of the clause that says what the occasion's clause leaves open ("In Wien wurde am Freitag bekannt, dass …").
  [[nodiscard]] Chosen content_actors(const Occasion& occasion) const;
  [[nodiscard]] Chosen around(const Occasion& occasion) const;
  [[nodiscard]] Participant participant(const actor::Mention& mention) const;

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const actor::Mention> mentions_;
  const Lexicon& lexicon_;
  std::vector<Indexed> by_clause_;  // by clause, then mention
  std::vector<Weight> weights_;     // one a mention
};

}  // namespace annalen::event
