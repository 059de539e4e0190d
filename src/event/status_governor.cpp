#include "event/status_governor.h"

#include <algorithm>

#include "event/status_scope.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kOpeningMax = 6;    // tokens looked at for a clause's first word
constexpr std::uint32_t kNounBackMax = 10;  // from the comma back to the noun whose content follows
constexpr std::size_t kNounEndBytesMin = 4;

using Contents = StatusWords::Table<StatusWords::Content>;

const StatusWords::Content* find(const Contents& table, std::string_view word) {
  const auto found = table.find(word);
  return found == table.end() ? nullptr : &found->second;
}

bool is_passive(const clause::Clause& clause) { return clause.voice != clause::Voice::kActive; }

const StatusWords::Content* content_of_clause(const clause::Clause& clause, const Lexicon& lexicon) {
  const StatusWords& words = lexicon.status;
  if (is_passive(clause)) {
    if (const auto* found = find(words.content_of_passive, clause.verb)) return found;
  }
  if (const auto* found = find(words.content_in_clauses, clause.verb)) return found;
  return find(words.content, clause.verb);
}

// "Vorwurf", "Bestechungsvorwurf"
const StatusWords::Content* content_of_word(std::string_view lower, bool noun, const Lexicon& lexicon) {
  const Contents& table = lexicon.status.content_of_words;
  if (const auto* found = find(table, lower)) return found;
  if (!noun) return nullptr;
  for (std::size_t from = 1; from + kNounEndBytesMin <= lower.size(); ++from) {
    if (const auto* found = find(table, lower.substr(from))) return found;
  }
  return nullptr;
}

// The noun or adjective before the comma that opens the clause.
void find_word(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon, Governor& out) {
  const auto& tokens = occurrence.document.tokens();
  const auto first = occurrence.clauses.clauses[clause].first_token;
  const clause::Clause& above = occurrence.clauses.clauses[out.clause];
  for (std::uint32_t back = 1; back <= kNounBackMax && first >= above.first_token + back; ++back) {
    const auto at = first - back;
    if (occurrence.clauses.clause_of_token[at] != out.clause) return;
    if (tokens[at].kind != text::TokenKind::kWord) continue;
    const auto* found = content_of_word(lower_word(occurrence, at), tokens[at].capitalised, lexicon);
    if (found == nullptr) continue;
    out.content = *found;
    out.tokens = {at};
    return;
  }
}

Link link_of(const Occurrence& occurrence, std::uint32_t index, const Opening& opening, const Lexicon& lexicon) {
  const clause::Clause& clause = occurrence.clauses.clauses[index];
  if (is_infinitive_clause(occurrence, index, lexicon)) return Link::kInfinitive;
  if (!opening.word || !clause.finite_verb) return Link::kNone;
  if (lexicon.complementisers.contains(lower_word(occurrence, *opening.word))) return Link::kThat;
  if (is_verb_last(occurrence, index) || opening.coordinated) return Link::kNone;
  return clause.mood == clause::Mood::kIndicative ? Link::kPlain : Link::kSubjunctive;
}

}  // namespace

Opening opening_of(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon) {
  Opening out;
  const clause::Clause& here = occurrence.clauses.clauses[clause];
  const auto& tokens = occurrence.document.tokens();
  for (auto at = here.first_token; at < here.end_token && at < here.first_token + kOpeningMax; ++at) {
    if (occurrence.clauses.clause_of_token[at] != clause || tokens[at].kind == text::TokenKind::kPunctuation) continue;
    if (lexicon.coordinators.contains(lower_word(occurrence, at))) {
      out.coordinated = true;
      continue;
    }
    out.word = at;
    return out;
  }
  return out;
}

bool is_infinitive_clause(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon) {
  const clause::Clause& here = occurrence.clauses.clauses[clause];
  if (here.finite_verb || here.trigger.empty()) return false;
  const auto verb = here.trigger.front();
  // "… zu kommen", "… gestohlen zu haben"
  for (auto at = verb; at + 1 >= verb && at > here.first_token; --at) {
    if (lexicon.parts.infinitive_markers.contains(lower_word(occurrence, at - 1))) return true;
  }
  for (auto at = verb + 1; at < here.end_token && at <= verb + 3; ++at) {
    if (lexicon.parts.infinitive_markers.contains(lower_word(occurrence, at))) return true;
  }
  const std::string written = lower_word(occurrence, verb);
  return !here.verb.empty() && written != here.verb && written.size() > here.verb.size() && written.ends_with('n');
}

bool is_verb_last(const Occurrence& occurrence, std::uint32_t clause) {
  const clause::Clause& here = occurrence.clauses.clauses[clause];
  const auto& tokens = occurrence.document.tokens();
  if (!here.finite_verb) return false;
  auto end = here.end_token;
  while (end > *here.finite_verb + 1 && (tokens[end - 1].kind == text::TokenKind::kPunctuation ||
                                         occurrence.clauses.clause_of_token[end - 1] != clause)) {
    --end;
  }
  return end == *here.finite_verb + 1 && end > here.first_token + 2;
}

std::optional<Governor> governor_of(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon) {
  const clause::Clause& here = occurrence.clauses.clauses[clause];
  if (!here.parent || *here.parent == clause) return {};
  const Opening opening = opening_of(occurrence, clause, lexicon);
  Governor out{
      .clause = *here.parent, .link = link_of(occurrence, clause, opening, lexicon), .content = {}, .tokens = {}};
  // "dass er kam und … ging"
  if (out.link == Link::kNone && opening.coordinated && is_verb_last(occurrence, clause)) {
    const clause::Clause& first = occurrence.clauses.clauses[out.clause];
    const Opening its = opening_of(occurrence, out.clause, lexicon);
    out.link = link_of(occurrence, out.clause, its, lexicon);
    if (!first.parent || out.link != Link::kThat) return {};
    clause = out.clause;
    out.clause = *first.parent;
  }
  if (out.link == Link::kNone) return {};
  const clause::Clause& above = occurrence.clauses.clauses[out.clause];
  const auto* by_verb = content_of_clause(above, lexicon);
  // "wies den Vorwurf zurück, …": what undoes goes before the noun.
  const bool undoes = by_verb != nullptr && by_verb->plain == Status::kNot;
  const bool may_hang_on_noun = out.link == Link::kInfinitive || out.link == Link::kThat;
  if (may_hang_on_noun && !undoes) find_word(occurrence, clause, lexicon, out);
  if (!out.content && by_verb != nullptr) {
    out.content = *by_verb;
    out.tokens = above.trigger;
  }
  // Two main clauses beside each other: only what somebody thinks needs no subjunctive.
  const bool thought = out.content && out.content->plain == Status::kPossible && above.end_token == here.first_token;
  if (out.link == Link::kPlain && !thought) return {};
  return out;
}

const StatusWords::Content* content_of_object(const clause::Clause& clause, const Lexicon& lexicon) {
  if (is_passive(clause)) {
    if (const auto* found = find(lexicon.status.content_of_passive, clause.verb)) return found;
  }
  return find(lexicon.status.content, clause.verb);
}

}  // namespace annalen::event
