#include "event/status.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "event/status_governor.h"
#include "event/status_noun.h"
#include "event/status_scope.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kDepthMax = 4;         // clauses that hang on each other
constexpr std::uint32_t kNearClausesMax = 8;   // around a clause, looked at for conditions
constexpr std::uint32_t kBehindVerbMax = 3;    // from a participle to its "haben"
constexpr std::uint32_t kAdverbDistance = 60;  // tokens around date and verb

using Grounds = std::vector<std::uint32_t>;

void add(Grounds& to, const Grounds& more) { to.insert(to.end(), more.begin(), more.end()); }

// The content of something, as `content` makes it.
Status hung(Status content, Status told) {
  switch (content) {
    case Status::kHappened:
      return told;
    case Status::kNot:
      return told == Status::kNot ? Status::kHappened : Status::kNot;
    case Status::kPlanned:
      return told == Status::kHappened ? Status::kPlanned : told;
    case Status::kPossible:
      return Status::kPossible;
  }
  return told;
}

class VerbReader {
 public:
  VerbReader(const Occurrence& occurrence, bool reported, const Lexicon& lexicon)
      : occurrence_(occurrence),
        reported_(reported),
        lexicon_(lexicon),
        words_(lexicon.status),
        when_(when_of(occurrence)),
        preposition_(preposition_of_date(occurrence, lexicon)) {}

  [[nodiscard]] Judgement read(std::uint32_t clause, std::uint32_t depth) const {
    const auto governor = governor_of(occurrence_, clause, lexicon_);
    Judgement out = told(clause, governor && governor->link != Link::kPlain, depth);
    read_opening(clause, out);
    if (governor && depth < kDepthMax) read_governor(clause, *governor, depth, out);
    return out;
  }
  [[nodiscard]] When when() const { return when_; }

 private:
  [[nodiscard]] const clause::Clause& at(std::uint32_t clause) const { return occurrence_.clauses.clauses[clause]; }
  [[nodiscard]] std::string lower(std::uint32_t token) const { return lower_word(occurrence_, token); }
  [[nodiscard]] bool inside(std::uint32_t token, std::uint32_t clause) const {
    return token < occurrence_.clauses.clause_of_token.size() && occurrence_.clauses.clause_of_token[token] == clause;
  }
  [[nodiscard]] bool own(std::uint32_t clause) const { return clause == occurrence_.clause_index(); }

  [[nodiscard]] Judgement told(std::uint32_t clause, bool hangs, std::uint32_t depth) const;
  [[nodiscard]] bool is_perfect(std::uint32_t clause) const;
  [[nodiscard]] std::optional<std::uint32_t> modal_infinitive(std::uint32_t clause) const;
  [[nodiscard]] std::optional<Judgement> by_modal(std::uint32_t clause, bool reported,
                                                  std::optional<std::uint32_t> denied) const;
  [[nodiscard]] std::optional<Judgement> by_verb(std::uint32_t clause, std::optional<std::uint32_t> denied) const;
  [[nodiscard]] std::optional<Judgement> by_tense(std::uint32_t clause, bool reported) const;
  [[nodiscard]] bool called_off(std::uint32_t clause) const;
  [[nodiscard]] bool is_date_of_noun_before_verb(std::uint32_t clause) const;
  [[nodiscard]] bool is_meant() const { return preposition_ && words_.meant_for.contains(lower(*preposition_)); }
  void read_hint(std::uint32_t clause, Judgement& out) const;
  void read_opening(std::uint32_t clause, Judgement& out) const;
  void read_infinitive(std::uint32_t clause, const Opening& opening, Judgement& out) const;
  void read_governor(std::uint32_t clause, const Governor& governor, std::uint32_t depth, Judgement& out) const;
  [[nodiscard]] bool is_question(std::uint32_t clause, const Opening& opening) const;
  [[nodiscard]] bool opens_with_verb(std::uint32_t clause, const Opening& opening) const;
  [[nodiscard]] std::optional<std::uint32_t> condition_of(std::uint32_t clause) const;
  [[nodiscard]] std::optional<std::uint32_t> condition_beside(std::uint32_t clause) const;

  const Occurrence& occurrence_;
  bool reported_;
  const Lexicon& lexicon_;
  const StatusWords& words_;
  When when_;
  std::optional<std::uint32_t> preposition_;
};

// "soll … getroffen haben", "getötet worden sein", "gestohlen zu haben"
bool VerbReader::is_perfect(std::uint32_t clause) const {
  const clause::Clause& here = at(clause);
  const bool with_marker = !here.finite_verb;
  bool participle = !here.trigger.empty() && !words_.perfect_infinitives.contains(lower(here.trigger.front()));
  const auto verb = here.trigger.empty() ? here.first_token : here.trigger.back();
  // Where the trigger is the auxiliary itself ("anwesend gewesen sein", "gestohlen zu haben") look before it.
  if (!participle && with_marker && verb >= here.first_token + 2) {
    const auto before = verb - 2;
    const std::string word = lower(before);
    return inside(before, clause) && !occurrence_.document.tokens()[before].capitalised &&
           (word.ends_with('t') || word.ends_with('n')) &&
           occurrence_.document.tokens()[before].kind == text::TokenKind::kWord;
  }
  if (!participle) return verb > here.first_token && words_.perfect_participles.contains(lower(verb - 1));
  for (auto token = verb + 1; token <= verb + kBehindVerbMax && inside(token, clause); ++token) {
    if (token != here.finite_verb && words_.perfect_infinitives.contains(lower(token))) {
      // "soll Recht haben" has no participle, "soll kommen" no "haben"
      const std::string word = lower(verb);
      return word.ends_with('t') || word.ends_with('n');
    }
  }
  return false;
}

// "hätte beginnen sollen", "…, am Montag kommen zu wollen"
std::optional<std::uint32_t> VerbReader::modal_infinitive(std::uint32_t clause) const {
  const clause::Clause& here = at(clause);
  if (here.trigger.empty()) return {};
  const auto verb = here.trigger.back();
  for (auto token = verb; token <= verb + kBehindVerbMax && inside(token, clause); ++token) {
    if (token != here.finite_verb && words_.finite.contains(lower(token)) && lower(token).ends_with('n')) return token;
  }
  return {};
}

std::optional<Judgement> VerbReader::by_modal(std::uint32_t clause, bool reported,
                                              std::optional<std::uint32_t> denied) const {
  const clause::Clause& here = at(clause);
  const auto infinitive = modal_infinitive(clause);
  const auto modal = here.finite_verb ? here.finite_verb : infinitive;
  if (!modal) return {};
  const auto found = words_.finite.find(lower(*modal));
  if (found == words_.finite.end()) return {};
  const StatusWords::Finite& finite = found->second;
  const bool carries = here.finite_verb && infinitive && infinitive != here.finite_verb;  // "hätte … sollen"
  const bool past = carries || here.tense == clause::Tense::kPast || is_perfect(clause);
  Judgement out{.status = finite.plain, .grounds = {*modal}};
  bool fixed = false;  // a negation does not reach it
  if (finite.before && when_ == When::kBefore && own(clause)) out.status = *finite.before;
  if (finite.perfect && past && (when_ != When::kAhead || finite.plain == Status::kPossible)) {
    out.status = *finite.perfect;
    fixed = out.status == Status::kPossible;
    if (carries) out.grounds.push_back(*infinitive);
  }
  if (finite.reported && reported && !carries) {
    out.status = *finite.reported;
    fixed = false;
    if (denied) out.status = Status::kNot;
    if (out.status == Status::kHappened) out.grounds.clear();
  } else if (denied && !fixed) {
    out.status = out.status == Status::kNot ? Status::kHappened : finite.negated.value_or(Status::kNot);
  }
  if (denied) out.grounds.push_back(*denied);
  return out;
}

// "Das Konzert am Samstag wurde abgesagt": before the verb stands one phrase, so the date is the noun's.
bool VerbReader::is_date_of_noun_before_verb(std::uint32_t clause) const {
  const auto& occasion = occurrence_.occasion;
  if (!preposition_ || at(clause).finite_verb != occasion.end_token) return false;
  if (*preposition_ == 0 || !inside(*preposition_ - 1, clause)) return false;
  const auto& before = occurrence_.document.tokens()[*preposition_ - 1];
  return before.kind == text::TokenKind::kWord && before.capitalised;
}

bool VerbReader::called_off(std::uint32_t clause) const {
  const clause::Clause& here = at(clause);
  const bool of_noun = is_date_of_noun_before_verb(clause);
  if (of_noun && words_.undone.contains(here.verb)) return true;
  const bool will = here.tense == clause::Tense::kFuture;
  return words_.cancelled.contains(here.verb) && !will && (of_noun || when_ == When::kAhead || is_meant());
}

std::optional<Judgement> VerbReader::by_verb(std::uint32_t clause, std::optional<std::uint32_t> denied) const {
  const clause::Clause& here = at(clause);
  if (!own(clause) || here.verb.empty()) return {};
  Judgement out{.status = Status::kNot, .grounds = here.trigger};
  const bool turned = denied.has_value();
  if (turned) out.grounds.push_back(*denied);
  if (words_.cancelled.contains(here.verb) && preposition_ && words_.put_off_to.contains(lower(*preposition_))) {
    out.status = turned ? Status::kNot : Status::kPlanned;
    return out;
  }
  if (words_.absent.contains(here.verb) || called_off(clause)) {
    if (turned) out.status = Status::kHappened;
    return out;
  }
  const auto* content = content_of_object(here, lexicon_);
  if (content == nullptr || content->plain == Status::kHappened) return {};
  if (when_ != When::kAhead && !is_meant() && !words_.intended.contains(here.verb)) return {};
  out.status = turned ? content->negated : content->plain;
  return out;
}

std::optional<Judgement> VerbReader::by_tense(std::uint32_t clause, bool reported) const {
  const clause::Clause& here = at(clause);
  const Grounds finite = here.finite_verb ? Grounds{*here.finite_verb} : Grounds{};
  if (here.tense == clause::Tense::kFuture) {
    if (when_ != When::kAhead && is_perfect(clause)) return Judgement{Status::kPossible, finite};
    // "1945 wird er …": a chronicle
    const bool chronicle = when_ == When::kBefore && here.mood == clause::Mood::kIndicative && !reported;
    return Judgement{chronicle ? Status::kHappened : Status::kPlanned, chronicle ? Grounds{} : finite};
  }
  if (here.mood == clause::Mood::kSubjunctive2 && !reported) return Judgement{Status::kPossible, finite};
  const bool announces =
      here.points_ahead && when_ != When::kBefore && occurrence_.occasion.dating.relation != time::Relation::kSince;
  if (announces) return Judgement{Status::kPlanned, here.trigger};
  return {};
}

void VerbReader::read_hint(std::uint32_t clause, Judgement& out) const {
  const clause::Clause& here = at(clause);
  const auto& occasion = occurrence_.occasion;
  const auto middle = own(clause) && inside(occasion.first_token, clause) ? occasion.first_token : here.first_token;
  TokenRange range{middle > kAdverbDistance ? middle - kAdverbDistance : 0, middle + kAdverbDistance};
  range.first = std::max(range.first, here.first_token);
  range.end = std::min(range.end, here.end_token);
  const auto found = hint(occurrence_, clause, range, lexicon_);
  if (!found || found->status == Status::kHappened) return;
  const bool denied = out.status == Status::kNot;
  if (found->status == Status::kPlanned && out.status != Status::kHappened) return;
  if (found->status == Status::kNot && denied) return;
  out.status = found->status;
  out.grounds = found->tokens;
}

Judgement VerbReader::told(std::uint32_t clause, bool hangs, std::uint32_t depth) const {
  const bool reported = (reported_ && depth == 0) || hangs || at(clause).mood == clause::Mood::kSubjunctive1;
  const auto denied = denier(occurrence_, clause, lexicon_);
  Judgement out;
  if (auto by = by_modal(clause, reported, denied)) {
    out = std::move(*by);
  } else if (auto by_its_verb = by_verb(clause, denied)) {
    out = std::move(*by_its_verb);
  } else {
    if (auto by_its_tense = by_tense(clause, reported)) out = std::move(*by_its_tense);
    if (denied) {
      out.status = Status::kNot;
      out.grounds.push_back(*denied);
    }
  }
  read_hint(clause, out);
  return out;
}

bool VerbReader::opens_with_verb(std::uint32_t clause, const Opening& opening) const {
  return opening.word && !opening.coordinated && at(clause).finite_verb == opening.word;
}

bool VerbReader::is_question(std::uint32_t clause, const Opening& opening) const {
  if (at(clause).finite_verb && !opens_with_verb(clause, opening)) return false;
  const auto end = std::min<std::size_t>(at(clause).end_token + 1, occurrence_.document.tokens().size());
  for (auto token = at(clause).end_token - 1; token < end; ++token) {
    if (occurrence_.document.tokens()[token].sentence == at(clause).sentence &&
        occurrence_.document.of(occurrence_.document.tokens()[token]) == "?") {
      return true;
    }
  }
  return false;
}

// The word that makes the clause a condition.
std::optional<std::uint32_t> VerbReader::condition_of(std::uint32_t clause) const {
  const clause::Clause& here = at(clause);
  const Opening opening = opening_of(occurrence_, clause, lexicon_);
  if (!opening.word) return {};
  // "Stimmt der Rat zu, kann …"
  const bool verb_first = opens_with_verb(clause, opening) && here.parent && *here.parent > clause &&
                          at(*here.parent).sentence == here.sentence && here.tense != clause::Tense::kPast;
  if (verb_first) return opening.word;
  const std::string word = lower(*opening.word);
  if (words_.conditions.contains(word)) return opening.word;
  const bool past = here.tense == clause::Tense::kPast && here.mood == clause::Mood::kIndicative;
  if (words_.conditions_unless_past.contains(word) && !past) return opening.word;
  return {};
}

std::optional<std::uint32_t> VerbReader::condition_beside(std::uint32_t clause) const {
  const auto first = clause > kNearClausesMax ? clause - kNearClausesMax : 0;
  const auto end = std::min<std::size_t>(clause + kNearClausesMax, occurrence_.clauses.clauses.size());
  for (auto other = first; other < end; ++other) {
    if (other == clause || at(other).sentence != at(clause).sentence || at(other).parent != clause) continue;
    if (const auto word = condition_of(other)) return word;
  }
  return {};
}

// "um … zu", "statt … zu"; others rest on what they hang on.
void VerbReader::read_infinitive(std::uint32_t clause, const Opening& opening, Judgement& out) const {
  const std::string word = opening.word ? lower(*opening.word) : std::string();
  if (words_.instead.contains(word)) {
    out = {.status = Status::kNot, .grounds = {*opening.word}};
  } else if (words_.purposes.contains(word)) {
    if (out.status == Status::kHappened) out = {.status = Status::kPlanned, .grounds = {*opening.word}};
  } else if (out.status == Status::kHappened && !is_perfect(clause)) {
    out = {.status = when_ == When::kAhead ? Status::kPlanned : Status::kPossible, .grounds = at(clause).trigger};
  }
}

void VerbReader::read_opening(std::uint32_t clause, Judgement& out) const {
  const Opening opening = opening_of(occurrence_, clause, lexicon_);
  if (is_infinitive_clause(occurrence_, clause, lexicon_)) return read_infinitive(clause, opening, out);
  if (!opening.word) return;
  const std::string word = lower(*opening.word);
  const bool last = is_verb_last(occurrence_, clause);
  const bool unreal = at(clause).mood == clause::Mood::kSubjunctive2 && out.status != Status::kPossible;
  const bool doubted = is_question(clause, opening) || (words_.doubts.contains(word) && last);
  const auto condition = doubted ? opening.word : condition_of(clause);
  if (condition && (doubted || !unreal)) {
    out = {.status = Status::kPossible, .grounds = {*condition}};
  } else if (words_.purposes.contains(word) && last && out.status == Status::kHappened) {
    out = {.status = Status::kPlanned, .grounds = {*opening.word}};
  } else if (out.status == Status::kPlanned || (out.status == Status::kHappened && when_ == When::kAhead)) {
    const auto beside = condition_beside(clause);
    if (beside) out = {.status = Status::kPossible, .grounds = {*beside}};
  }
}

void VerbReader::read_governor(std::uint32_t clause, const Governor& governor, std::uint32_t depth,
                               Judgement& out) const {
  if (!governor.content) return;
  Status content = governor.content->plain;
  Grounds grounds = governor.tokens;
  const bool infinitive = governor.link == Link::kInfinitive;
  const bool perfect = infinitive && is_perfect(clause);
  const bool open = out.status == Status::kPossible || out.status == Status::kPlanned;
  if (infinitive && !perfect && open && out.grounds == at(clause).trigger) out = {};  // what it hangs on tells
  if (content == Status::kHappened) {  // "gelang es, … zu": as the verb itself
    if (!infinitive) return;
    Judgement above = read(governor.clause, depth + 1);
    out.status = hung(above.status, out.status);
    add(out.grounds, above.grounds);
    add(out.grounds, grounds);
    return;
  }
  const auto denied = denier(occurrence_, governor.clause, lexicon_);
  if (denied) {
    content = governor.content->negated;
    grounds.push_back(*denied);
  }
  // "versprach, dass er 2014 gezahlt habe"
  const bool told_back = at(clause).finite_verb && at(clause).tense == clause::Tense::kPast;
  if (content == Status::kPlanned && (told_back || perfect)) return;
  // "dementierte, er habe kein Angebot bekommen": the subjunctive says the denial in its own words
  const bool denies_too = governor.link == Link::kSubjunctive && content == Status::kNot && out.status == Status::kNot;
  if (denies_too) return add(out.grounds, grounds);
  const Status before = out.status;
  out.status = hung(content, out.status);
  if (out.status == before && before != Status::kHappened) return;
  add(out.grounds, grounds);
}

}  // namespace

Judgement status_of(const Occurrence& occurrence, bool reported, const Lexicon& lexicon) {
  Judgement out;
  if (occurrence.trigger.empty() || occurrence.told_by_verb()) {
    out = VerbReader(occurrence, reported, lexicon).read(occurrence.clause_index(), 0);
  } else {
    out = status_of_noun(occurrence, lexicon);
  }
  const auto& occasion = occurrence.occasion;
  if (out.status == Status::kHappened && when_of(occurrence) == When::kAhead) {
    out.status = Status::kPlanned;
    out.grounds.clear();
    for (auto token = occasion.first_token; token < occasion.end_token; ++token) out.grounds.push_back(token);
  }
  std::sort(out.grounds.begin(), out.grounds.end());
  out.grounds.erase(std::unique(out.grounds.begin(), out.grounds.end()), out.grounds.end());
  return out;
}

}  // namespace annalen::event
