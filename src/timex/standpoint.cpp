#include "timex/standpoint.h"

#include <algorithm>

namespace annalen::timex {

namespace {

bool is_listing(const ValuingContext& context) {
  constexpr std::size_t times_min = 8;
  const auto times = static_cast<std::size_t>(std::count_if(
      context.expressions.begin(), context.expressions.end(),
      [](const Expression& expression) { return std::holds_alternative<DaytimeOf>(expression.unvalued.kind); }));
  return !context.narrative && times >= times_min && 2 * times >= context.expressions.size();
}

}  // namespace

Standpoint::Standpoint(const ValuingContext& context) : context_(context), listing_(is_listing(context)) {}

void Standpoint::move_to(std::size_t index) {
  index_ = index;
  depends_ = false;
  const std::uint32_t sentence = sentence_of(context_.expressions[index]);
  const auto& sentences = context_.document.sentences();
  for (std::uint32_t s = sentence + 1; s > sentences_seen_; --s) {
    if (!sentences[s - 1].starts_paragraph) continue;
    paragraph_ = s - 1;
    break;
  }
  sentences_seen_ = std::max(sentences_seen_, sentence + 1);
}

void Standpoint::stand_on(const PossibleDay& day, const History& history, bool history_depends) {
  day_ = &day;
  history_ = &history;
  history_depends_ = history_depends;
  count_from_nothing();
}

std::optional<std::int32_t> Standpoint::told_year() const { return narrative() ? history().year : std::nullopt; }

bool Standpoint::has_day_in(std::uint32_t sentence) const {
  return history().last_day && history().last_day_sentence == sentence;
}

Aim Standpoint::aim_of(const Expression& expression) const {
  const Aim aim = timex::aim_of(context_.clauses, expression, opens_joint());
  // "wurde bis 15. Juli verlängert", "war bis 15. Juli gesperrt"
  if (aim == Aim::kBack && expression.relation == time::Relation::kUntil && !ends_joint(index_) && !narrative()) {
    return Aim::kUnknown;
  }
  // "von Samstag, 22 Uhr, bis Sonntag": no attribute
  const bool open = aim == Aim::kUnknown || (expression.opens_range && in_present(expression));
  return open && !expression.is_attribute && names_hour() ? Aim::kAhead : aim;
}

bool Standpoint::in_present(const Expression& expression) const {
  return timex::in_present(context_.clauses, expression);
}

// "Freitag, 14. März, 20 Uhr": who says the hour of a day announces it, unless the clause tells of the past. Nobody
// invites for 13.56: that was seen on a clock.
bool Standpoint::names_hour() const {
  constexpr std::uint32_t tokens_between_max = 3;
  constexpr std::uint8_t rounded = 5;  // minutes
  const Expression* hour = next();
  if (narrative() || hour == nullptr) return false;
  const Expression& day = context_.expressions[index_];
  return hour->unvalued.clock && hour->unvalued.clock->minute % rounded == 0 &&
         std::holds_alternative<DaytimeOf>(hour->unvalued.kind) && hour->begin <= day.end + tokens_between_max &&
         sentence_of(*hour) == sentence_of(day);
}

std::optional<Base> Standpoint::anchor_day(Anchor anchor, Unit unit) const {
  const bool mentioned = anchor == Anchor::kMentioned || (anchor == Anchor::kContext && narrative());
  if (!mentioned) return Base{today(), kPublished};
  const bool fine = unit <= Unit::kWeek;
  const History& before = history();
  if (fine && before.last_day && (!before.last || before.last->unit != Unit::kDay)) {
    return Base{*before.last_day, before.last_day_at};
  }
  if (before.last) {
    if (const auto day = first_day(*before.last)) return Base{*day, before.last_at};
  }
  if (!narrative()) return Base{today(), kPublished};
  const auto new_year = before.year ? time::civil_day({*before.year, 1, 1}) : std::nullopt;
  return new_year ? std::optional(Base{*new_year, before.year_at()}) : std::nullopt;
}

void Standpoint::count_from(const CalendarValue& value, Reference at) {
  anchor_ = value;
  anchor_at_ = at;
}

void Standpoint::count_from_nothing() {
  anchor_.reset();
  anchor_at_ = {};
}

}  // namespace annalen::timex
