// standpoint.h: what can be asked while one expression is valued: what stands around it, what the text said before, the
// day of publication; and the anchor that its value counts from. For the sources of this room.
// Why:     an imprecise publication has many days. Asking for the day is noted, so that what never does is valued once.
// Threads: one thread at a time.
#pragma once

#include <cstdint>
#include <optional>

#include "time/calendar.h"
#include "timex/aim.h"
#include "timex/expression.h"
#include "timex/history.h"
#include "timex/timex.h"
#include "timex/value.h"
#include "timex/valuer.h"

namespace annalen::timex {

inline constexpr Reference kPublished{Reference::Kind::kPublication, 0};
[[nodiscard]] inline Reference expression_at(std::size_t index) {
  return {Reference::Kind::kTimex, static_cast<std::uint32_t>(index)};
}

// A day on which the article may have appeared.
struct PossibleDay {
  time::CivilDay day;
  CalendarValue value;
};

// A day that is counted from, and what says it.
struct Base {
  time::CivilDay day;
  Reference at;
};

class Standpoint {
 public:
  // REQUIRES: the context outlives it.
  explicit Standpoint(const ValuingContext& context);

  // ---- where it is ----

  // Moves on to an expression. REQUIRES: each one once, in text order.
  void move_to(std::size_t index);
  // Takes a day and what was said before, as of that day; no anchor so far. `history_depends`: other days have another.
  // REQUIRES: both outlive the valuing on that day.
  void stand_on(const PossibleDay& day, const History& history, bool history_depends);
  // Whether the day was asked for since move_to().
  [[nodiscard]] bool depends_on_day() const { return depends_; }

  [[nodiscard]] const ValuingContext& context() const { return context_; }
  [[nodiscard]] bool narrative() const { return context_.narrative; }
  [[nodiscard]] std::size_t index() const { return index_; }
  // The expressions behind and before; null where none is.
  [[nodiscard]] const Expression* next() const { return at(index_ + 1); }
  [[nodiscard]] const Expression* previous() const { return index_ > 0 ? at(index_ - 1) : nullptr; }

  // ---- the day, and what was said before ----

  [[nodiscard]] time::CivilDay today() const {
    depends_ = true;
    return day_->day;
  }
  [[nodiscard]] const CalendarValue& today_value() const {
    depends_ = true;
    return day_->value;
  }
  [[nodiscard]] std::int32_t this_year() const { return today_value().year; }
  [[nodiscard]] const History& history() const {
    depends_ = depends_ || history_depends_;
    return *history_;
  }
  // The year that an account of the past is in.
  [[nodiscard]] std::optional<std::int32_t> told_year() const;
  [[nodiscard]] bool has_day_in(std::uint32_t sentence) const;

  // ---- around it ----

  [[nodiscard]] std::uint32_t sentence_of(const Expression& expression) const {
    return context_.document.tokens()[expression.begin].sentence;
  }
  // The sentence that begins the paragraph of the expression under way.
  [[nodiscard]] std::uint32_t paragraph() const { return paragraph_; }
  // The expression under way begins a range whose end is an expression as well.
  [[nodiscard]] bool opens_joint() const { return joins_next(index_); }
  // The one at `index` ends a range whose beginning is an expression as well.
  [[nodiscard]] bool ends_joint(std::size_t index) const { return index > 0 && joins_next(index - 1); }
  // A programme of the day: mostly clock times, each item on its own.
  [[nodiscard]] bool in_listing() const { return listing_; }
  [[nodiscard]] Aim aim_of(const Expression& expression) const;
  [[nodiscard]] bool in_present(const Expression& expression) const;

  // ---- the anchor ----

  // The day that an anchor stands for. Empty where the text has named none.
  [[nodiscard]] std::optional<Base> anchor_day(Anchor anchor, Unit unit) const;
  void count_from(const CalendarValue& value, Reference at);
  void count_from(const Base& base) { count_from(day_value(base.day), base.at); }
  void count_from_today() { count_from(today_value(), kPublished); }
  void count_from_nothing();
  [[nodiscard]] const std::optional<CalendarValue>& anchor() const { return anchor_; }
  [[nodiscard]] Reference anchor_at() const { return anchor_at_; }

 private:
  [[nodiscard]] const Expression* at(std::size_t index) const {
    return index < context_.expressions.size() ? &context_.expressions[index] : nullptr;
  }
  [[nodiscard]] bool joins_next(std::size_t index) const {
    return index < context_.joints.size() && context_.joints[index] != Joint::kNone;
  }
  [[nodiscard]] bool names_hour() const;

  const ValuingContext& context_;
  bool listing_ = false;
  std::size_t index_ = 0;
  const PossibleDay* day_ = nullptr;
  const History* history_ = nullptr;
  bool history_depends_ = false;
  mutable bool depends_ = false;
  std::uint32_t paragraph_ = 0;
  std::uint32_t sentences_seen_ = 0;
  std::optional<CalendarValue> anchor_;
  Reference anchor_at_;
};

}  // namespace annalen::timex
