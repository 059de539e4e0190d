#include "event/status_noun.h"

#include <algorithm>
#include <optional>

#include "event/status_scope.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kNounBehindMax = 5;  // from the participle to its noun
constexpr std::uint32_t kBackMax = 14;       // from the noun to its article

class NounReader {
 public:
  NounReader(const Occurrence& occurrence, const Lexicon& lexicon)
      : occurrence_(occurrence), lexicon_(lexicon), words_(lexicon.status), when_(when_of(occurrence)) {}

  [[nodiscard]] Judgement read() {
    const auto trigger = occurrence_.trigger.front();
    noun_ = trigger;
    const auto& tokens = occurrence_.document.tokens();
    while (!tokens[noun_].capitalised && noun_ < trigger + kNounBehindMax && noun_ + 1 < tokens.size()) ++noun_;
    meant_ = is_meant();
    read_phrase();
    read_verb();
    return out_;
  }

 private:
  [[nodiscard]] bool is_meant() const {
    const auto preposition = preposition_of_date(occurrence_, lexicon_);
    return preposition && words_.meant_for.contains(lower_word(occurrence_, *preposition));
  }
  [[nodiscard]] bool to_come() const { return when_ == When::kAhead || meant_; }
  void set(Status status, std::vector<std::uint32_t> tokens) {
    out_.status = status;
    out_.grounds.insert(out_.grounds.end(), tokens.begin(), tokens.end());
  }

  // From the noun back to its article: attributes, adverbs, negation.
  void read_phrase() {
    const auto& occasion = occurrence_.occasion;
    const auto& tokens = occurrence_.document.tokens();
    const auto clause = occurrence_.clauses.clause_of_token[noun_];
    const auto sentence_first = occurrence_.document.sentences()[tokens[noun_].sentence].first_token;
    bool beside_date = false;  // between the date and its preposition
    std::uint32_t first = noun_;
    while (first > sentence_first && noun_ - first < kBackMax) {
      const auto at = first - 1;
      if (occasion.first_token <= at && at < occasion.end_token) {
        first = at;
        beside_date = true;
        continue;
      }
      if (tokens[at].kind != text::TokenKind::kWord || occurrence_.clauses.clause_of_token[at] != clause) break;
      const std::string lower = lower_word(occurrence_, at);
      const bool article = lexicon_.determiners.contains(lower);
      if (lexicon_.prepositions.contains(lower) || article) {
        if (!beside_date) {
          end_phrase(at, lower, article);
          break;
        }
        beside_date = article && !lexicon_.prepositions.contains(lower);
        first = at;
        continue;
      }
      beside_date = false;
      if (tokens[at].capitalised && at != sentence_first) break;
      read_attribute(at, lower);
      first = at;
    }
    if (const auto found = hint(occurrence_, clause, {first, noun_}, lexicon_)) set(found->status, found->tokens);
  }

  void read_attribute(std::uint32_t at, const std::string& lower) {
    const auto& negations = occurrence_.clauses.clauses[occurrence_.clauses.clause_of_token[at]].negations;
    if (std::find(negations.begin(), negations.end(), at) != negations.end()) return set(Status::kNot, {at});
    // "der gesuchte mutmaßliche Täter": doubt of somebody, not of what the participle tells
    const bool of_noun_only = at > occurrence_.trigger.front();
    if (const Status* status = words_.attribute(words_.attributes, lower)) {
      if (!of_noun_only || *status != Status::kPossible) set(*status, {at});
      return;
    }
    if (!to_come()) return;
    if (const Status* status = words_.attribute(words_.attributes_ahead, lower)) set(*status, {at});
  }

  void end_phrase(std::uint32_t at, const std::string& lower, bool article) {
    if (words_.articles_that_deny.contains(lower)) set(Status::kNot, {at});
    behind_preposition_ = lexicon_.prepositions.contains(lower);
    if (!article || behind_preposition_ || at == 0) return;
    behind_preposition_ = lexicon_.prepositions.contains(lower_word(occurrence_, at - 1));
  }

  // What the clause says of the happening that the noun names.
  void read_verb() {
    const clause::Clause& clause = occurrence_.clause();
    if (behind_preposition_ || clause.verb.empty()) return;
    const auto denied = denier(occurrence_, occurrence_.clause_index(), lexicon_);
    if (words_.taking_place.contains(clause.verb)) {
      if (!denied || out_.status == Status::kNot) return;
      out_.grounds = {};
      set(Status::kNot, clause.trigger);
      set(Status::kNot, {*denied});
      return;
    }
    if (denied) return;
    const bool planned = out_.status == Status::kPlanned || out_.status == Status::kPossible || to_come();
    const bool undone = words_.undone.contains(clause.verb) || words_.cancelled.contains(clause.verb);
    if ((planned && undone) || words_.prevented.contains(clause.verb)) set(Status::kNot, clause.trigger);
  }

  const Occurrence& occurrence_;
  const Lexicon& lexicon_;
  const StatusWords& words_;
  When when_;
  std::uint32_t noun_ = 0;
  bool meant_ = false;
  bool behind_preposition_ = false;
  Judgement out_;
};

}  // namespace

Judgement status_of_noun(const Occurrence& occurrence, const Lexicon& lexicon) {
  return NounReader(occurrence, lexicon).read();
}

}  // namespace annalen::event
