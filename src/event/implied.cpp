#include "event/implied.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::size_t kEventsBackMax = 16;      // looked at for a base
constexpr std::uint32_t kSentencesBackMax = 5;  // from a sentence to its base

// "nach 20 Minuten" keeps to the day, "in den vergangenen Monaten" does not.
bool is_elsewhere(const timex::Timex& timex) {
  return timex.type != timex::Type::kDuration || timex.reach || timex.value.find('T') == std::string::npos;
}

}  // namespace

ImpliedReader::ImpliedReader(const text::Document& document, const clause::Clauses& clauses,
                             std::span<const timex::Timex> timexes, const Tale& tale, const Lexicon& lexicon)
    : document_(document),
      clauses_(clauses),
      tale_(tale),
      lexicon_(lexicon),
      timed_(document.sentences().size(), false),
      first_clause_(document.sentences().size() + 1, static_cast<std::uint32_t>(clauses.clauses.size())) {
  for (const timex::Timex& timex : timexes) {
    if (is_elsewhere(timex)) timed_[timex.sentence] = true;
  }
  for (const auto& [token, told] : tale.events()) timed_[told.sentence] = true;
  for (auto i = static_cast<std::uint32_t>(clauses.clauses.size()); i > 0; --i) {
    first_clause_[clauses.clauses[i - 1].sentence] = i - 1;
  }
  for (auto i = document.sentences().size(); i > 0; --i) {
    first_clause_[i - 1] = std::min(first_clause_[i - 1], first_clause_[i]);
  }
  for (std::uint32_t i = 0; i < document.sentences().size(); ++i) {
    if (tale.paragraph_of(i) == first_token_.size()) first_token_.push_back(document.sentences()[i].first_token);
  }
  first_token_.push_back(static_cast<std::uint32_t>(document.tokens().size()));
  if (!tale.events().empty()) lead_ = tale.paragraph_of(tale.events().begin()->second.sentence);
}

std::string ImpliedReader::lower(std::uint32_t token) const {
  return text::lower(document_.of(document_.tokens()[token]));
}

std::optional<std::uint32_t> ImpliedReader::main_clause(std::uint32_t sentence) const {
  for (auto i = first_clause_[sentence]; i < first_clause_[sentence + 1]; ++i) {
    const clause::Clause& clause = clauses_.clauses[i];
    if (!clause.parent && clause.finite_verb) return i;
  }
  return {};
}

bool ImpliedReader::tells(std::uint32_t clause) const {
  const clause::Clause& here = clauses_.clauses[clause];
  const ImpliedWords& words = lexicon_.implied;
  if (!tells_past(document_, here, lexicon_) || here.points_ahead) return false;
  if (tale_.is_quoted(*here.finite_verb) || tale_.is_quoted(here.trigger.front())) return false;
  if (words.states.contains(here.verb) || words.not_told.contains(lower(*here.finite_verb))) return false;
  // "war geschlossen" is a state, "ist gekommen" is none.
  return here.voice != clause::Voice::kUnclear || lexicon_.parts.is_moving(here.verb);
}

bool ImpliedReader::points_elsewhere(std::uint32_t sentence) const {
  const ImpliedWords& words = lexicon_.implied;
  const text::Sentence& whole = document_.sentences()[sentence];
  for (auto token = whole.first_token; token < whole.end_token; ++token) {
    const text::Token& atom = document_.tokens()[token];
    // Nouns are none of these words.
    if (atom.kind != text::TokenKind::kWord || (atom.capitalised && token != whole.first_token)) continue;
    const std::string word = lower(token);
    if (words.elsewhen.contains(word) || words.first_person.contains(word)) return true;
    if (lexicon_.story.phrases.contains(word) && !lexicon_.prepositions.contains(word)) return true;
  }
  return false;
}

std::vector<ImpliedTime> ImpliedReader::times() const {
  std::vector<ImpliedTime> out;
  if (!lead_) return out;
  for (std::uint32_t i = 0; i < timed_.size(); ++i) {
    if (timed_[i] || !tale_.is_ended(i) || tale_.is_question(i)) continue;
    const auto clause = main_clause(i);
    if (clause && tells(*clause) && !points_elsewhere(i)) out.push_back({i, *clause});
  }
  return out;
}

bool ImpliedReader::is_main_line(const Told& told) const {
  using time::Relation;
  const clause::Clause& clause = tale_.clause_of(told);
  if (told.granularity > time::Granularity::kWeek || told.status != Status::kHappened) return false;
  if (told.relation != Relation::kAt && told.relation != Relation::kDuring && told.relation != Relation::kAfter) {
    return false;
  }
  return !clause.pluperfect && tells_past(document_, clause, lexicon_) &&
         !lexicon_.implied.no_base.contains(clause.verb);
}

std::optional<Told> ImpliedReader::told_before(const ImpliedTime& time, bool saying) const {
  const auto paragraph = tale_.paragraph_of(time.sentence);
  auto at = tale_.events().lower_bound(document_.sentences()[time.sentence].first_token);
  for (std::size_t step = 0; at != tale_.events().begin() && step < kEventsBackMax; ++step) {
    const Told& told = (--at)->second;
    if (tale_.paragraph_of(told.sentence) != paragraph || told.sentence + kSentencesBackMax < time.sentence) return {};
    if (!told.by_clause || (told.saying && !saying)) continue;
    const bool report = tale_.clause_of(told).mood != clause::Mood::kIndicative;
    if (report && clauses_.clauses[time.clause].mood == clause::Mood::kIndicative) return {};
    return is_main_line(told) ? std::optional(told) : std::nullopt;
  }
  return {};
}

std::optional<Told> ImpliedReader::first_of(std::uint32_t paragraph, bool saying) const {
  auto at = tale_.events().lower_bound(first_token_[paragraph]);
  for (std::size_t step = 0; at != tale_.events().end() && step < kEventsBackMax; ++at, ++step) {
    const Told& told = at->second;
    if (tale_.paragraph_of(told.sentence) != paragraph) return {};
    if (told.by_clause && (saying || !told.saying)) return is_main_line(told) ? std::optional(told) : std::nullopt;
  }
  return {};
}

std::optional<ImpliedBase> ImpliedReader::base_of(const ImpliedTime& time, bool saying) const {
  const clause::Clause& clause = clauses_.clauses[time.clause];
  const auto paragraph = tale_.paragraph_of(time.sentence);
  const auto first_event = tale_.events().lower_bound(first_token_[paragraph]);
  const bool dated_paragraph = first_event != tale_.events().end() && first_event->first < first_token_[paragraph + 1];
  auto told = told_before(time, saying);
  const bool report = clause.mood != clause::Mood::kIndicative;
  bool of_saying = false;
  if (!told && report) {
    told = told_before(time, true);
    of_saying = told && told->saying;
  }
  if (!told && !report && !clause.pluperfect && !dated_paragraph && paragraph == *lead_ + 1) {
    told = first_of(*lead_, saying);
  }
  if (!told) return {};
  if (!clause.pluperfect && !of_saying) return ImpliedBase{*told, told->relation};
  if (told->relation == time::Relation::kAfter) return {};
  return ImpliedBase{*told, time::Relation::kBefore};
}

}  // namespace annalen::event
