#include "event/story.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::size_t kEventsBackMax = 16;  // looked at for a base
constexpr std::uint32_t kClausesUpMax = 8;  // from a clause to those above it
constexpr std::uint32_t kSentencesBackMax = 6;

// How an event stands to X that is told so of one that stands so to X.
std::optional<time::Relation> relation_of(StoryTie tie, time::Relation base) {
  using time::Relation;
  const bool at = base == Relation::kAt || base == Relation::kDuring || base == Relation::kBetween;
  if (tie == StoryTie::kMeanwhile)
    return at || base == Relation::kBefore || base == Relation::kAfter ? std::optional(base) : std::nullopt;
  const Relation towards = tie == StoryTie::kBefore ? Relation::kBefore : Relation::kAfter;
  return at || base == towards ? std::optional(towards) : std::nullopt;
}

}  // namespace

StoryReader::StoryReader(const text::Document& document, const clause::Clauses& clauses,
                         std::span<const timex::Timex> timexes, const Lexicon& lexicon)
    : document_(document),
      clauses_(clauses),
      timexes_(timexes),
      lexicon_(lexicon),
      timex_of_token_(document.tokens().size()),
      dated_clause_(clauses.clauses.size(), false) {
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    for (auto token = timexes[i].first_token; token < timexes[i].end_token; ++token) timex_of_token_[token] = i;
    if (timexes[i].dating) dated_clause_[clauses.clause_of_token[timexes[i].first_token]] = true;
  }
}

std::string StoryReader::lower(std::uint32_t token) const {
  return text::lower(document_.of(document_.tokens()[token]));
}

// The longest phrase that begins here. A vague expression ("wenige Minuten danach") that it ends is taken whole.
std::optional<StoryTime> StoryReader::phrase_at(std::uint32_t token) const {
  const auto& tokens = document_.tokens();
  const StoryWords& words = lexicon_.story;
  if (tokens[token].kind != text::TokenKind::kWord || tokens[token].span.size() > words.first_bytes_max) return {};
  const auto end = document_.sentences()[tokens[token].sentence].end_token;
  std::optional<StoryTime> best;
  const auto [first, last] = words.phrases.equal_range(lower(token));
  for (auto at = first; at != last; ++at) {
    const auto& phrase = at->second;
    if (phrase.words.size() > end - token) continue;
    bool same = true;
    for (std::uint32_t i = 1; same && i < phrase.words.size(); ++i) same = lower(token + i) == phrase.words[i];
    const TokenRange range{token, token + static_cast<std::uint32_t>(phrase.words.size())};
    if (same && (!best || range.end > best->words.end)) {
      best = StoryTime{range, phrase.tie, tokens[token].sentence, clauses_.clause_of_token[token]};
    }
  }
  if (!best) return {};
  if (const auto timex = timex_of_token_[best->words.end - 1]) {
    const timex::Timex& vague = timexes_[*timex];
    if (vague.dating || vague.type != timex::Type::kDate || vague.end_token != best->words.end) return {};
    best->words.first = std::min(best->words.first, vague.first_token);
  }
  // "zwei Stunden später"
  if (best->words.first > 0 && timex_of_token_[best->words.first - 1]) {
    const timex::Timex& amount = timexes_[*timex_of_token_[best->words.first - 1]];
    const bool beside = amount.sentence == best->sentence && amount.end_token == best->words.first;
    if (beside && amount.type == timex::Type::kDuration) best->words.first = amount.first_token;
  }
  return best;
}

bool StoryReader::opens_clause(const StoryTime& time) const {
  for (auto token = time.words.first; token > clauses_.clauses[time.clause].first_token; --token) {
    if (clauses_.clause_of_token[token - 1] != time.clause) continue;
    const bool word = document_.tokens()[token - 1].kind == text::TokenKind::kWord;
    if (word && !lexicon_.coordinators.contains(lower(token - 1))) return false;
  }
  return true;
}

// The words tell when the clause's verb was done.
bool StoryReader::is_time(const StoryTime& time) const {
  const StoryWords& words = lexicon_.story;
  const clause::Clause& clause = clauses_.clauses[time.clause];
  const text::Sentence& sentence = document_.sentences()[time.sentence];
  const std::string last = lower(time.words.end - 1);
  const auto in_company = [&](const StoryWords::Company& company, const std::string& other) {
    const auto found = company.find(last);
    return found != company.end() && found->second.contains(other);
  };
  if (time.words.first > sentence.first_token && words.not_behind.contains(lower(time.words.first - 1))) return false;
  if (time.words.end < sentence.end_token && in_company(words.not_before, lower(time.words.end))) return false;
  if (in_company(words.governed, clause.verb)) return false;
  if (time.words.end - time.words.first == 1 && words.opening_only.contains(last) && !opens_clause(time)) return false;
  if (clause.parent && words.main_only.contains(last)) return false;
  if (clause.mood != clause::Mood::kIndicative && words.not_in_reports.contains(last)) return false;
  // "die daraufhin verhängte Sperre", "das zuvor vom Gericht verhängte Verbot", but "jene, die zuvor verhängt wurde"
  if (time.words.first > clause.first_token && lexicon_.determiners.contains(lower(time.words.first - 1))) {
    const bool relative = clause.parent && time.words.first - 1 == clause.first_token;
    if (!relative) return false;
  }
  return !attribute_phrase(document_, clause, time.words, lexicon_);
}

std::vector<StoryTime> StoryReader::times(const Tale& tale) const {
  std::vector<StoryTime> out;
  for (std::uint32_t token = 0; token < document_.tokens().size(); ++token) {
    const auto time = phrase_at(token);
    if (!time) continue;
    token = time->words.end - 1;
    const clause::Clause& clause = clauses_.clauses[time->clause];
    const bool told =
        tells_past(document_, clause, lexicon_) || (clause.points_ahead && tells_doing(document_, clause, lexicon_));
    if (!told || dated_clause_[time->clause] || tale.is_quoted(token) || tale.is_question(time->sentence)) continue;
    if (!out.empty() && out.back().clause == time->clause) continue;
    if (is_time(*time)) out.push_back(*time);
  }
  return out;
}

bool StoryReader::may_count_from(const StoryTime& time, const Told& told, const Tale& tale) const {
  const clause::Clause& own = clauses_.clauses[time.clause];
  const clause::Clause& other = tale.clause_of(told);
  if (!told.by_clause || told.granularity > time::Granularity::kYear) return false;
  if (!relation_of(time.tie, told.relation)) return false;
  const bool back = time.tie == StoryTie::kBefore;
  if (time.tie == StoryTie::kMeanwhile && told.granularity > time::Granularity::kDay) return false;
  const bool same_sentence = told.sentence == time.sentence;
  if (other.pluperfect && !same_sentence && (back || !own.pluperfect)) return false;
  // After what is yet to come, or may never come, nothing is past.
  if (!back && told.status != Status::kHappened && !own.points_ahead) return false;
  return told.status != Status::kNot;
}

// "Nachdem er zuvor … hatte, kam er am Montag", "sagte am Montag, zuvor habe er …"
std::optional<Told> StoryReader::above(const StoryTime& time, const Tale& tale) const {
  const auto& sentence = document_.sentences()[time.sentence];
  auto clause = clauses_.clauses[time.clause].parent;
  for (std::uint32_t up = 0; clause && up < kClausesUpMax; ++up) {
    auto at = tale.events().lower_bound(sentence.first_token);
    for (std::size_t step = 0; at != tale.events().end() && step < kEventsBackMax; ++at, ++step) {
      const Told& told = at->second;
      if (told.sentence != time.sentence) break;
      if (told.clause != *clause) continue;
      // What is said is not counted from the saying, but is over by then.
      const bool counts = !told.saying || time.tie == StoryTie::kBefore;
      if (counts && may_count_from(time, told, tale)) return told;
    }
    clause = clauses_.clauses[*clause].parent;
  }
  return {};
}

std::optional<Told> StoryReader::before(const StoryTime& time, const Tale& tale) const {
  const auto paragraph = tale.paragraph_of(time.sentence);
  const bool opening = time.sentence == 0 || tale.paragraph_of(time.sentence - 1) != paragraph;
  auto at = tale.events().lower_bound(time.words.first);
  for (std::size_t step = 0; at != tale.events().begin() && step < kEventsBackMax; ++step) {
    const Told& told = (--at)->second;
    const auto theirs = tale.paragraph_of(told.sentence);
    const bool near = theirs == paragraph || (opening && theirs + 1 == paragraph && !tale.is_heading(theirs));
    if (!near || told.sentence + kSentencesBackMax < time.sentence) break;
    if (told.clause == time.clause || !may_count_from(time, told, tale)) continue;
    const bool subordinate = tale.clause_of(told).parent.has_value();
    if (subordinate && told.granularity >= time::Granularity::kMonth) continue;
    if (told.saying && time.tie != StoryTie::kBefore) continue;
    return head_of(time, told, tale);
  }
  return {};
}

// The event that the sentence is about rather than one that it adds: of the clause above, and of several dates in one
// clause the finest, the first ("einigten sich am Freitag auf den Übergang zum 1. Jänner").
Told StoryReader::head_of(const StoryTime& time, const Told& nearest, const Tale& tale) const {
  const auto& clauses = clauses_.clauses;
  const auto above = clauses[nearest.clause].parent;
  Told best = nearest;
  auto at = tale.events().lower_bound(document_.sentences()[nearest.sentence].first_token);
  for (std::size_t step = 0; at != tale.events().end() && step < kEventsBackMax; ++at, ++step) {
    const Told& other = at->second;
    if (other.sentence != nearest.sentence || other.first_token >= time.words.first) break;
    if (other.saying || !may_count_from(time, other, tale)) continue;
    const bool finer = other.granularity < best.granularity;
    const bool first = other.granularity == best.granularity && other.first_token < best.first_token;
    if (other.clause == best.clause ? finer || first : other.clause == above && best.clause == nearest.clause) {
      best = other;
    }
  }
  return best;
}

std::optional<StoryBase> StoryReader::base_of(const StoryTime& time, const Tale& tale) const {
  auto told = above(time, tale);
  if (!told) told = before(time, tale);
  if (!told) return {};
  return StoryBase{*told, *relation_of(time.tie, told->relation)};
}

}  // namespace annalen::event
