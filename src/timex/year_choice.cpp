#include "timex/year_choice.h"

#include <algorithm>
#include <cstdlib>

#include "timex/aim.h"
#include "timex/narrative_items.h"
#include "timex/yearly.h"

namespace annalen::timex {

namespace {

std::int32_t completed(const Standpoint& here, std::int32_t two_digits) {
  constexpr std::int32_t years_ahead = 50;  // of the year told
  const auto told = here.told_year();
  const std::int32_t base = told ? *told + years_ahead : here.this_year();
  const std::int32_t year = base - base % 100 + two_digits;
  return year > base ? year - 100 : year;
}

YearlyCandidates candidates_of(const Standpoint& here, const Unvalued& unvalued) {
  const std::int32_t year = here.this_year();
  return {yearly_in(year - 1, unvalued), yearly_in(year, unvalued), yearly_in(year + 1, unvalued)};
}

// The year said before is another matter's: "das Abkommen vom 30. Dezember 2019", "die 2017 Silber gewann".
bool is_background(const Standpoint& here, const Expression& expression) {
  const History& before = here.history();
  if (before.last_is_attribute) return true;
  if (before.last_is_participial && here.aim_of(expression) != Aim::kBack) return true;
  const clause::Clauses& clauses = here.context().clauses;
  const auto& of_token = clauses.clause_of_token;
  if (of_token.size() <= std::max(expression.begin, before.last_token)) return false;
  const std::uint32_t then = of_token[before.last_token];
  const std::uint32_t now = of_token[expression.begin];
  if (then == now) return false;
  const clause::Clause& said = clauses.clauses[then];
  return said.parent == now || (said.tense == clause::Tense::kPast && here.in_present(expression));
}

// Not in passing, nor as a span: "zwischen 2006 und 2010" told of no year alone, "zuletzt im Februar 1986" compares.
bool told_of_its_year(const Standpoint& here, std::size_t index) {
  constexpr std::uint32_t theme_tokens = 3;
  const Expression& said = here.context().expressions[index];
  if (said.in_parentheses || (said.relation && *said.relation != time::Relation::kAt)) return false;
  if (here.ends_joint(index)) return false;
  return said.begin <= here.context().clauses.of_token(said.begin).first_token + theme_tokens &&
         here.aim_of(said) == Aim::kBack;
}

bool paragraph_begins_between(const Standpoint& here, std::uint32_t sentence, std::uint32_t last) {
  const auto& sentences = here.context().document.sentences();
  return std::any_of(sentences.begin() + sentence + 1, sentences.begin() + std::max(sentence, last) + 1,
                     [](const text::Sentence& s) { return s.starts_paragraph; });
}

// "1989 ging er auf die Straße. Am 9. November fiel die Mauer.": a look back goes on in the year that it told.
bool goes_on_in_past(const Standpoint& here, const Expression& expression) {
  constexpr std::uint32_t sentences_max = 2;
  const History& before = here.history();
  const std::uint32_t sentence = here.sentence_of(expression);
  if (!before.last_has_year || before.last_is_attribute || expression.is_attribute) return false;
  const auto& tokens = here.context().document.tokens();
  const bool number_follows = expression.end < tokens.size() && tokens[expression.end].kind == text::TokenKind::kNumber;
  if (number_follows) return false;  // "im November 308"
  if (before.last->year >= here.this_year() - 1 || sentence > before.last_sentence + sentences_max) return false;
  if (paragraph_begins_between(here, before.last_sentence, sentence)) return false;
  return here.aim_of(expression) == Aim::kBack && told_of_its_year(here, before.last_at.index);
}

// What lies just behind the publication is news.
bool is_news(const Standpoint& here, const Expression& expression) {
  constexpr std::int64_t near_days = 45;
  const auto value = nearest(candidates_of(here, expression.unvalued), here.today(), here.context().clauses, expression,
                             here.aim_of(expression));
  const auto day = value ? first_day(*value) : std::nullopt;
  return day && std::abs(day->count - here.today().count) <= near_days;
}

// The year was said before: by the sentence, or by the look back that goes on.
bool is_in_year_said(const Standpoint& here, const Expression& expression) {
  const History& before = here.history();
  if (!before.last || !(before.last_has_year || before.last->unit == Unit::kYear)) return false;
  if (before.last_sentence == here.sentence_of(expression) && !is_background(here, expression)) return true;
  if (!goes_on_in_past(here, expression)) return false;
  const auto value = yearly_in(before.last->year, expression.unvalued);
  return value && interval_of(*value) && !is_news(here, expression);
}

// "beginnt im September und endet im Mai": behind what the sentence said to come.
std::optional<CalendarValue> behind_day_ahead(const Standpoint& here, const Expression& expression,
                                              const YearlyCandidates& candidates) {
  // Further off, it goes on only from what has begun: "im März … im Februar", said in February.
  constexpr std::int32_t days_on_max = 120;
  if (!here.history().last || here.history().last_sentence != here.sentence_of(expression)) return std::nullopt;
  const auto before = first_day(*here.history().last);
  const time::CivilDay today = here.today();
  if (!before || before->count <= today.count) return std::nullopt;
  bool to_come = false;  // the candidate a year before
  for (const auto& candidate : candidates) {
    const auto begin = candidate ? first_day(*candidate) : std::nullopt;
    if (!begin) continue;
    if (begin->count >= before->count) {
      return !to_come || begin->count <= before->count + days_on_max ? candidate : std::nullopt;
    }
    to_come = begin->count > today.count;
  }
  return std::nullopt;
}

// "dauert von April bis Oktober", said in June.
std::optional<CalendarValue> begin_of_running_range(const Standpoint& here, const YearlyCandidates& candidates) {
  if (!here.opens_joint() || here.next() == nullptr) return std::nullopt;
  const auto* last = std::get_if<DateOf>(&here.next()->unvalued.kind);
  if (last == nullptr || !last->month || last->year.said()) return std::nullopt;
  const time::CivilDay today = here.today();
  for (const auto& candidate : candidates) {
    const auto begin = candidate ? first_day(*candidate) : std::nullopt;
    if (!begin || begin->count > today.count) continue;
    auto end = date_in(candidate->year, *last);
    if (end && first_day(*end) < begin) end = date_in(candidate->year + 1, *last);
    const auto interval = end ? interval_of(*end) : std::nullopt;
    if (interval && interval->end() > time::start_of(today)) return candidate;
  }
  return std::nullopt;
}

// An imprecise publication: the first one that lies inside it.
std::optional<CalendarValue> within_publication(const Standpoint& here, const YearlyCandidates& candidates) {
  const time::Publication& publication = here.context().publication;
  if (publication.day_count() <= 1) return std::nullopt;
  const time::Interval published = publication.interval();
  for (const auto& value : candidates) {
    const auto interval = value ? interval_of(*value) : std::nullopt;
    if (interval && published.contains(*interval)) return value;
  }
  return std::nullopt;
}

std::optional<CalendarValue> near_publication(const Standpoint& here, const Expression& expression) {
  const YearlyCandidates candidates = candidates_of(here, expression.unvalued);
  if (const auto within = within_publication(here, candidates)) return within;
  const Aim aim = here.aim_of(expression);
  const bool present = here.in_present(expression);
  if (!here.narrative() && (aim == Aim::kAhead || (aim == Aim::kUnknown && present))) {
    if (const auto next = behind_day_ahead(here, expression, candidates)) return next;
  }
  if (!here.narrative() && aim == Aim::kUnknown && present) {
    if (const auto running = begin_of_running_range(here, candidates)) return running;
  }
  return nearest(candidates, here.today(), here.context().clauses, expression, aim);
}

}  // namespace

std::optional<std::int32_t> year_of(Standpoint& here, const YearPart& part) {
  if (part.year) return year_said(part);
  if (part.two_digits) return completed(here, *part.two_digits);
  if (!part.shift) return std::nullopt;
  if (const auto told = here.told_year(); told && part.anchor == Anchor::kContext) {
    here.count_from(year_value(*told), here.history().year_at());
    return *told + *part.shift;
  }
  const auto base = here.anchor_day(part.anchor, Unit::kYear);
  if (!base) return std::nullopt;
  here.count_from(*base);
  return time::year_month_day(base->day).year + *part.shift;
}

std::optional<std::int32_t> year_of_next(const Standpoint& here, const SeasonOf& season) {
  const bool next = season.year.shift == 1 && season.year.anchor == Anchor::kContext;
  if (!here.narrative() || !next) return std::nullopt;
  const auto& said = here.history().last;
  if (!said || said->unit >= Unit::kYear) return std::nullopt;
  const auto last = first_day(*said);
  const auto begin = first_day(season_in(said->year, season.season));
  if (!last || !begin) return std::nullopt;
  return begin->count > last->count ? said->year : said->year + 1;
}

std::optional<CalendarValue> in_fitting_year(Standpoint& here, const Expression& expression) {
  const Unvalued& unvalued = expression.unvalued;
  if (const auto told = here.told_year()) {
    here.count_from(year_value(*told), here.history().year_at());
    return yearly_in(*told, unvalued);
  }
  if (is_in_year_said(here, expression)) {
    const CalendarValue& said = *here.history().last;
    here.count_from(said, here.history().last_at);
    return yearly_in(said.year, unvalued);
  }
  here.count_from_today();
  return near_publication(here, expression);
}

}  // namespace annalen::timex
