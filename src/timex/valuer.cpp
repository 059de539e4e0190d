#include "timex/valuer.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "timex/aim.h"
#include "timex/history.h"
#include "timex/narrative_items.h"
#include "timex/yearly.h"

namespace annalen::timex {

namespace {

constexpr Reference kPublished{Reference::Kind::kPublication, 0};

Reference expression_at(std::size_t index) { return {Reference::Kind::kTimex, static_cast<std::uint32_t>(index)}; }

class Valuing {
 public:
  explicit Valuing(const ValuingContext& context) : context_(context), listing_(is_listing()) {
    const time::Publication& publication = context.publication;
    for (time::CivilDay day = publication.first_day(); day.count <= publication.last_day().count; ++day.count) {
      days_.push_back({day, day_value(day)});
    }
  }

  std::vector<ValuedByDay> run() {
    std::vector<ValuedByDay> out;
    out.reserve(context_.expressions.size());
    for (index_ = 0; index_ < context_.expressions.size(); ++index_) {
      if (context_.narrative) {
        for (History& history : histories_) history.year = context_.told_years[index_];
      }
      out.push_back(value_by_day());
      remember(out.back());
    }
    return out;
  }

 private:
  Valued value_on(std::size_t day) {
    day_ = &days_[day];
    history_ = &histories_[histories_.size() == 1 ? 0 : day];
    return value(context_.expressions[index_]);
  }

  ValuedByDay value_by_day() {
    depends_ = false;
    by_day_.assign(1, value_on(0));
    if (!depends_ || days_.size() == 1) return {by_day_};
    by_day_.reserve(days_.size());
    for (std::size_t day = 1; day < days_.size(); ++day) by_day_.push_back(value_on(day));
    const auto as_first = [&](const Valued& valued) { return valued == by_day_.front(); };
    if (!std::all_of(by_day_.begin() + 1, by_day_.end(), as_first)) return {std::exchange(by_day_, {})};
    by_day_.resize(1);
    return {by_day_};
  }

  void remember(const ValuedByDay& valued) {
    const Expression& expression = context_.expressions[index_];
    if (valued.values.size() > histories_.size()) histories_.assign(valued.values.size(), History(histories_.front()));
    bool complete = false;
    for (std::size_t day = 0; day < histories_.size(); ++day) {
      History& history = histories_[day];
      history.range_begin = valued.on(day).value;
      if (!history.range_begin) continue;
      complete = history.remember(index_, expression, *history.range_begin, sentence_of(expression), opens_joint(),
                                  context_.narrative);
    }
    if (!complete || valued.values.size() > 1) return;
    const auto as_first = [&](const History& history) { return history.said_years == histories_.front().said_years; };
    if (std::all_of(histories_.begin() + 1, histories_.end(), as_first)) histories_.resize(1);
  }

  // A programme of the day: mostly clock times, each item on its own.
  bool is_listing() const {
    constexpr std::size_t times_min = 8;
    const auto times = static_cast<std::size_t>(std::count_if(
        context_.expressions.begin(), context_.expressions.end(),
        [](const Expression& expression) { return std::holds_alternative<DaytimeOf>(expression.unvalued.kind); }));
    return !context_.narrative && times >= times_min && 2 * times >= context_.expressions.size();
  }

  std::uint32_t sentence_of(const Expression& expression) const {
    return context_.document.tokens()[expression.begin].sentence;
  }

  bool opens_joint() const { return index_ < context_.joints.size() && context_.joints[index_] != Joint::kNone; }
  Aim aim_of(const Expression& expression) const {
    const Aim aim = timex::aim_of(context_.clauses, expression, opens_joint());
    // "wurde bis 15. Juli verlängert", "war bis 15. Juli gesperrt"
    const bool ends_joint = index_ > 0 && context_.joints[index_ - 1] != Joint::kNone;
    if (aim == Aim::kBack && expression.relation == time::Relation::kUntil && !ends_joint && !context_.narrative) {
      return Aim::kUnknown;
    }
    // "von Samstag, 22 Uhr, bis Sonntag": no attribute
    const bool open = aim == Aim::kUnknown || (expression.opens_range && in_present(expression));
    return open && !expression.is_attribute && names_hour() ? Aim::kAhead : aim;
  }

  // "Freitag, 14. März, 20 Uhr": who says the hour of a day announces it, unless the clause tells of the past. Nobody
  // invites for 13.56: that was seen on a clock.
  bool names_hour() const {
    constexpr std::uint32_t tokens_between_max = 3;
    if (context_.narrative || index_ + 1 >= context_.expressions.size()) return false;
    const Expression& day = context_.expressions[index_];
    const Expression& next = context_.expressions[index_ + 1];
    constexpr std::uint8_t rounded = 5;  // minutes
    return next.unvalued.clock && next.unvalued.clock->minute % rounded == 0 &&
           std::holds_alternative<DaytimeOf>(next.unvalued.kind) && next.begin <= day.end + tokens_between_max &&
           sentence_of(next) == sentence_of(day);
  }
  bool in_present(const Expression& expression) const { return timex::in_present(context_.clauses, expression); }

  std::int32_t this_year() const { return today_value().year; }

  struct Base {
    time::CivilDay day;
    Reference at;
  };

  // The day that an anchor stands for.
  std::optional<Base> anchor_day(Anchor anchor, Unit unit) const {
    const bool mentioned = anchor == Anchor::kMentioned || (anchor == Anchor::kContext && context_.narrative);
    if (!mentioned) return Base{today(), kPublished};
    const bool fine = unit <= Unit::kWeek;
    if (fine && history().last_day && (!history().last || history().last->unit != Unit::kDay)) {
      return Base{*history().last_day, history().last_day_at};
    }
    if (history().last) {
      if (const auto day = first_day(*history().last)) return Base{*day, history().last_at};
    }
    if (!context_.narrative) return Base{today(), kPublished};
    const auto new_year = history().year ? time::civil_day({*history().year, 1, 1}) : std::nullopt;
    return new_year ? std::optional(Base{*new_year, history().year_at()}) : std::nullopt;
  }

  void count_from(const CalendarValue& value, Reference at) {
    anchor_ = value;
    anchor_at_ = at;
  }
  void count_from(const Base& base) { count_from(day_value(base.day), base.at); }

  // ---- years ----

  std::optional<std::int32_t> year_of(const YearPart& part) {
    if (part.year) return year_said(part);
    if (part.two_digits) {
      const std::int32_t base = context_.narrative && history().year ? *history().year + 50 : this_year();
      std::int32_t year = base - base % 100 + *part.two_digits;
      if (year > base) year -= 100;
      return year;
    }
    if (!part.shift) return std::nullopt;
    if (part.anchor == Anchor::kContext && context_.narrative && history().year) {
      count_from(year_value(*history().year), history().year_at());
      return *history().year + *part.shift;
    }
    const auto base = anchor_day(part.anchor, Unit::kYear);
    if (!base) return std::nullopt;
    count_from(*base);
    return time::year_month_day(base->day).year + *part.shift;
  }

  // The year said before is another matter's: "das Abkommen vom 30. Dezember 2019", "die 2017 Silber gewann".
  bool is_background(const Expression& expression) const {
    if (history().last_is_attribute) return true;
    if (history().last_is_participial && aim_of(expression) != Aim::kBack) return true;
    const auto& of_token = context_.clauses.clause_of_token;
    if (of_token.size() <= std::max(expression.begin, history().last_token)) return false;
    const std::uint32_t before = of_token[history().last_token];
    const std::uint32_t now = of_token[expression.begin];
    if (before == now) return false;
    const clause::Clause& said = context_.clauses.clauses[before];
    return said.parent == now || (said.tense == clause::Tense::kPast && in_present(expression));
  }

  // "beginnt im September und endet im Mai": behind what the sentence said to come.
  std::optional<CalendarValue> behind_day_ahead(const Expression& expression,
                                                const YearlyCandidates& candidates) const {
    if (context_.narrative || !history().last || history().last_sentence != sentence_of(expression))
      return std::nullopt;
    const auto before = first_day(*history().last);
    // Further off, it goes on only from what has begun: "im März … im Februar", said in February.
    constexpr std::int32_t days_on_max = 120;
    bool to_come = false;  // the candidate a year before
    if (!before || before->count <= today().count) return std::nullopt;
    for (const auto& candidate : candidates) {
      const auto begin = candidate ? first_day(*candidate) : std::nullopt;
      if (!begin) continue;
      if (begin->count >= before->count) {
        return !to_come || begin->count <= before->count + days_on_max ? candidate : std::nullopt;
      }
      to_come = begin->count > today().count;
    }
    return std::nullopt;
  }

  // "dauert von April bis Oktober", said in June.
  std::optional<CalendarValue> begin_of_running_range(const YearlyCandidates& candidates) const {
    if (context_.narrative || !opens_joint() || index_ + 1 >= context_.expressions.size()) return std::nullopt;
    const auto* last = std::get_if<DateOf>(&context_.expressions[index_ + 1].unvalued.kind);
    if (last == nullptr || !last->month || last->year.said()) return std::nullopt;
    for (const auto& candidate : candidates) {
      const auto begin = candidate ? first_day(*candidate) : std::nullopt;
      if (!begin || begin->count > today().count) continue;
      auto end = date_in(candidate->year, *last);
      if (end && first_day(*end) < begin) end = date_in(candidate->year + 1, *last);
      const auto interval = end ? interval_of(*end) : std::nullopt;
      if (interval && interval->end() > time::start_of(today())) return candidate;
    }
    return std::nullopt;
  }

  // "1989 ging er auf die Straße. Am 9. November fiel die Mauer.": a look back goes on in the year that it told.
  bool goes_on_in_past(const Expression& expression) const {
    constexpr std::uint32_t sentences_max = 2;
    const std::uint32_t sentence = sentence_of(expression);
    if (!history().last_has_year || history().last_is_attribute || expression.is_attribute) return false;
    const auto& tokens = context_.document.tokens();
    const bool number_follows =
        expression.end < tokens.size() && tokens[expression.end].kind == text::TokenKind::kNumber;
    if (number_follows) return false;  // "im November 308"
    if (history().last->year >= this_year() - 1 || sentence > history().last_sentence + sentences_max) return false;
    for (std::uint32_t s = history().last_sentence + 1; s <= sentence; ++s) {
      if (context_.document.sentences()[s].starts_paragraph) return false;
    }
    const Expression& said = context_.expressions[history().last_at.index];
    if (said.in_parentheses || (said.relation && *said.relation != time::Relation::kAt)) return false;
    // "zwischen 2006 und 2010" told of no year alone, "zuletzt im Februar 1986" compares.
    const std::uint32_t at = history().last_at.index;
    if (at > 0 && context_.joints[at - 1] != Joint::kNone) return false;
    constexpr std::uint32_t theme_tokens = 3;
    const clause::Clause& told = context_.clauses.of_token(said.begin);
    if (said.begin > told.first_token + theme_tokens) return false;
    return aim_of(expression) == Aim::kBack && aim_of(said) == Aim::kBack;
  }

  // What lies just behind the publication is news.
  template <class Make>
  bool near_publication(const Expression& expression, const Make& make) {
    constexpr std::int64_t near_days = 45;
    const YearlyCandidates candidates = {make(this_year() - 1), make(this_year()), make(this_year() + 1)};
    const auto value = nearest(candidates, today(), context_.clauses, expression, aim_of(expression));
    const auto day = value ? first_day(*value) : std::nullopt;
    return day && std::abs(day->count - today().count) <= near_days;
  }

  // The year of something that comes once a year and was said without one.
  template <class Make>
  std::optional<CalendarValue> in_fitting_year(const Expression& expression, const Make& make) {
    if (context_.narrative && history().year) {
      count_from(year_value(*history().year), history().year_at());
      return make(*history().year);
    }
    const bool year_said = history().last && (history().last_has_year || history().last->unit == Unit::kYear);
    if (year_said && history().last_sentence == sentence_of(expression) && !is_background(expression)) {
      count_from(*history().last, history().last_at);
      return make(history().last->year);
    }
    if (year_said && goes_on_in_past(expression)) {
      const auto value = make(history().last->year);
      const auto interval = value ? interval_of(*value) : std::nullopt;
      if (interval && !near_publication(expression, make)) {
        count_from(*history().last, history().last_at);
        return value;
      }
    }
    count_from(today_value(), kPublished);
    const time::Interval published = context_.publication.interval();
    const YearlyCandidates candidates = {make(this_year() - 1), make(this_year()), make(this_year() + 1)};
    if (context_.publication.day_count() > 1) {
      for (const auto& value : candidates) {
        const auto interval = value ? interval_of(*value) : std::nullopt;
        if (interval && published.contains(*interval)) return value;
      }
    }
    const Aim aim = aim_of(expression);
    if (aim != Aim::kBack && (aim == Aim::kAhead || in_present(expression))) {
      if (const auto next = behind_day_ahead(expression, candidates)) return next;
    }
    if (aim == Aim::kUnknown && in_present(expression)) {
      if (const auto running = begin_of_running_range(candidates)) return running;
    }
    return nearest(candidates, today(), context_.clauses, expression, aim);
  }

  // ---- kinds ----

  std::optional<CalendarValue> resolve(const Expression&, const Removed&) { return std::nullopt; }
  std::optional<CalendarValue> resolve(const Expression&, const AmountOf&) { return std::nullopt; }
  std::optional<CalendarValue> resolve(const Expression&, const TextOf&) { return std::nullopt; }

  std::optional<CalendarValue> resolve(const Expression& expression, const DateOf& date) {
    if (date.month_shift) {
      const auto base = anchor_day(date.year.anchor, Unit::kMonth);
      if (!base) return std::nullopt;
      count_from(*base);
      auto month = unit_shifted(base->day, Unit::kMonth, *date.month_shift);
      if (month && date.day) return date_in(month->year, {{}, month->part, {}, date.day, {}, {}});
      return month;
    }
    if (const auto year = year_of(date.year)) {
      return date_in(is_next_beginning(expression, date) ? *year + 1 : *year, date);
    }
    if (date.year.said()) return std::nullopt;
    if (date.month) {
      if (date.weekday && date.day) {
        if (const auto value = matching_weekday(date)) return value;
      }
      return in_fitting_year(expression, [&](std::int32_t year) { return date_in(year, date); });
    }
    if (date.weekday && date.day) return day_on_weekday(expression, *date.weekday, *date.day);
    return date.day ? day_of_known_month(expression, *date.day) : std::nullopt;
  }

  // "Samstag, 15., und Sonntag, 16. März": the nearest month whose day is that weekday, the one said behind first.
  std::optional<CalendarValue> day_on_weekday(const Expression& expression, std::uint32_t weekday, std::uint32_t day) {
    constexpr std::int32_t months_max = 11;
    constexpr std::int32_t unfit_days = 400;  // farther than any that fits
    count_from(today_value(), kPublished);
    const Aim aim = aim_of(expression);
    const auto month_behind = month_said_after(expression);
    std::optional<time::CivilDay> best;
    std::int32_t best_cost = 0;
    for (std::int32_t turn = -months_max; turn <= months_max; ++turn) {
      const auto month = unit_shifted(today(), Unit::kMonth, turn);
      const auto found = month ? time::civil_day({month->year, month->part, day}) : std::nullopt;
      if (!found || static_cast<std::uint32_t>(time::weekday_of(*found)) != weekday) continue;
      const std::int32_t days = found->count - today().count;
      const bool other_way = (aim == Aim::kBack && days > 0) || (aim == Aim::kAhead && days < 0);
      const bool unfit = month_behind ? month->part != *month_behind : other_way;
      const std::int32_t cost = std::abs(days) + (unfit ? unfit_days : 0);
      if (!best || cost < best_cost) {
        best = found;
        best_cost = cost;
      }
    }
    return best ? std::optional(day_value(*best)) : std::nullopt;
  }

  std::optional<std::uint32_t> month_said_after(const Expression& expression) const {
    constexpr std::size_t look_ahead = 6;  // expressions
    const std::size_t end = std::min(index_ + 1 + look_ahead, context_.expressions.size());
    for (std::size_t i = index_ + 1; i < end; ++i) {
      const Expression& next = context_.expressions[i];
      if (sentence_of(next) != sentence_of(expression)) break;
      const auto* date = std::get_if<DateOf>(&next.unvalued.kind);
      if (date != nullptr && date->day && date->month) return date->month;
    }
    return std::nullopt;
  }

  // "ab Jahresbeginn gelten": this year's beginning is past.
  bool is_next_beginning(const Expression& expression, const DateOf& date) const {
    constexpr std::uint32_t first_third = 4;  // months
    if (context_.narrative || date.month || !date.year.shift || expression.mod != Mod::kStart) return false;
    if (today_value().part <= first_third) return false;
    return aim_of(expression) == Aim::kAhead || in_present(expression);
  }

  // "Samstag, 14. Dezember": the weekday tells the year, where one of the years around has it so.
  std::optional<CalendarValue> matching_weekday(const DateOf& date) {
    const std::int32_t base = context_.narrative && history().year ? *history().year : this_year();
    for (const std::int32_t turn : {0, 1, -1}) {
      const auto day = time::civil_day({base + turn, *date.month, *date.day});
      if (day && static_cast<std::uint32_t>(time::weekday_of(*day)) == *date.weekday) {
        count_from(year_value(base), context_.narrative && history().year ? history().year_at() : kPublished);
        return day_value(*day);
      }
    }
    return std::nullopt;
  }

  // "am 5.": of the month last mentioned, else of the publication's.
  std::optional<CalendarValue> day_of_known_month(const Expression& expression, std::uint32_t day) {
    std::optional<time::CivilDay> base = history().last_day;
    Reference base_at = history().last_day_at;
    if (!base && history().last && history().last->unit == Unit::kMonth) {
      base = first_day(*history().last);
      base_at = history().last_at;
    }
    const bool told =
        base.has_value() && (context_.narrative || sentence_of(expression) <= history().last_sentence + 1);
    if (!told && context_.narrative) return std::nullopt;
    const time::YearMonthDay anchor = time::year_month_day(told ? *base : today());
    count_from(month_value(anchor.year, anchor.month), told ? base_at : kPublished);
    return date_in(anchor.year, {{}, anchor.month, {}, day, {}, {}});
  }

  std::optional<CalendarValue> resolve(const Expression& expression, const WeekdayOf& weekday) {
    const auto day = weekday_value(expression, weekday);
    if (!day || !weekday.weekend) return day;
    const auto first = first_day(*day);
    return first ? unit_holding(*first, Unit::kWeekend) : std::nullopt;
  }

  // "Am Dienstag starb …": what an obituary tells of these days counts from its own.
  bool tells_of_long_ago() const {
    if (!context_.narrative || !history().year) return context_.narrative;
    return std::abs(*history().year - time::year_month_day(context_.publication.last_day()).year) > 1;
  }

  std::optional<CalendarValue> weekday_value(const Expression& expression, const WeekdayOf& weekday) {
    std::optional<time::CivilDay> base = today();
    const bool programme = !weekday.direction && !weekday.week_shift && goes_on_from_day_ahead(expression);
    const bool account = tells_of_long_ago();
    const bool told = programme || (account && history().last_day);
    if (told) base = history().last_day;
    count_from(day_value(*base), told ? history().last_day_at : kPublished);
    const auto wanted = static_cast<std::int32_t>(weekday.weekday);
    const auto has = static_cast<std::int32_t>(time::weekday_of(*base));
    if (weekday.week_shift) {
      return unit_shifted(*base, Unit::kDay, *weekday.week_shift * 7 + wanted - has);
    }
    const std::int32_t back = (has - wanted + 7) % 7;   // 0-6 days ago
    const std::int32_t ahead = (wanted - has + 7) % 7;  // in 0-6 days
    Aim aim = account ? Aim::kAhead : aim_of(expression);
    if (programme) return unit_shifted(*base, Unit::kDay, ahead);
    // "Er spielt am Montag": the present speaks of a day to come where it is the nearer one or the clause's theme.
    const bool today_said = has_day_in(sentence_of(expression)) && *history().last_day == today();
    const bool to_come = back != 0 && !expression.is_attribute && in_present(expression) &&
                         (ahead < back || today_said || belongs_to_present(context_.clauses, expression));
    if (aim == Aim::kUnknown && to_come) aim = Aim::kAhead;
    const std::int32_t direction = weekday.direction.value_or(0);
    const bool this_one = weekday.direction && direction == 0;  // "diesen Freitag" may be today
    std::int32_t days = -back;
    if (direction < 0) {
      days = (back == 0 ? -7 : -back) + 7 * (direction + 1);
    } else if (this_one) {
      days = aim == Aim::kBack ? -back : ahead;
    } else if (direction > 0 || aim == Aim::kAhead) {
      days = (ahead == 0 ? 7 : ahead) + 7 * std::max(direction - 1, 0);
    }
    return unit_shifted(*base, Unit::kDay, days);
  }

  // "Am Freitag, 25. Juli, spielt … Am Sonntag folgt …": what is announced goes on from the day before.
  bool goes_on_from_day_ahead(const Expression& expression) const {
    if (context_.narrative || !history().last_day || history().last_day->count <= today().count) return false;
    if (history().last_is_bound) return false;
    return sentence_of(expression) <= history().last_day_sentence + 1 && aim_of(expression) != Aim::kBack;
  }

  // "im Mai … am selben Tag", "Anfang Mai … drei Tage später": which day, the text does not say.
  bool day_is_known(std::int32_t count) const {
    if (context_.narrative || !history().last || history().last->unit <= Unit::kWeek) return true;
    return history().last_day && (history().last->unit != Unit::kMonth || std::abs(count) <= 1);
  }

  // "Zu Wochenbeginn wird es kalt": this week's beginning is past.
  bool is_next_week(const Expression& expression, const Shifted& shifted) const {
    constexpr std::int32_t midweek = 3;
    if (context_.narrative || shifted.unit != Unit::kWeek || shifted.count != 0) return false;
    if (context_.rules[expression.rule].emits[expression.group].constants.find(Slot::kMod) !=
        static_cast<std::int32_t>(Mod::kStart)) {
      return false;
    }
    if (static_cast<std::int32_t>(time::weekday_of(today())) < midweek) return false;
    return aim_of(expression) == Aim::kAhead || in_present(expression);
  }

  std::optional<CalendarValue> resolve(const Expression& expression, const Shifted& shifted) {
    if (shifted.anchor == Anchor::kMentioned && shifted.unit <= Unit::kDay && !day_is_known(shifted.count)) {
      CalendarValue unknown;
      unknown.day_unknown = true;
      return unknown;
    }
    if (shifted.nth && !history().last_day) return std::nullopt;
    const auto base = shifted.nth ? std::optional(Base{*history().last_day, history().last_day_at})
                                  : anchor_day(shifted.anchor, shifted.unit);
    if (!base) return std::nullopt;
    count_from(*base);
    const bool counts_days = shifted.unit <= Unit::kDay;
    const std::int32_t count = shifted.count + (is_next_week(expression, shifted) ? 1 : 0);
    const auto value = unit_shifted(base->day, counts_days ? Unit::kDay : shifted.unit, count);
    if (!value || shifted.years_back == 0 || value->unit != Unit::kDay) return value;
    const auto then = time::civil_day({value->year - shifted.years_back, value->part, value->day});
    return then ? std::optional(day_value(*then)) : std::nullopt;
  }

  // "im folgenden Sommer" is the first one behind what was said last.
  std::optional<std::int32_t> year_of_next(const SeasonOf& season) const {
    const bool next = season.year.shift == 1 && season.year.anchor == Anchor::kContext;
    if (!context_.narrative || !next || !history().last || history().last->unit >= Unit::kYear) return std::nullopt;
    const auto last = first_day(*history().last);
    const auto begin = first_day(season_in(history().last->year, season.season));
    if (!last || !begin) return std::nullopt;
    return begin->count > last->count ? history().last->year : history().last->year + 1;
  }

  std::optional<CalendarValue> resolve(const Expression& expression, const SeasonOf& season) {
    const auto make = [&](std::int32_t year) { return std::optional(season_in(year, season.season)); };
    if (const auto year = year_of_next(season)) return make(*year);
    if (const auto year = year_of(season.year)) return make(*year);
    if (season.year.said()) return std::nullopt;
    return in_fitting_year(expression, make);
  }

  std::optional<CalendarValue> resolve(const Expression& expression, const PartOfYear& part) {
    const auto make = [&](std::int32_t year) { return std::optional(part_in(year, part)); };
    if (const auto year = year_of(part.year)) return make(*year);
    if (part.year.said()) return std::nullopt;
    return in_fitting_year(expression, make);
  }

  std::optional<CalendarValue> resolve(const Expression&, const EraOf& era) {
    CalendarValue value;
    value.unit = era.unit;
    value.year = era.number;
    if (era.unit == Unit::kDecade && era.two_digits) {
      const std::int32_t base = context_.narrative && history().year ? *history().year + 40 : this_year();
      value.year = base / 100 * 10 + era.number;
      if (value.year * 10 > base) value.year -= 10;
      count_from(year_value(base), context_.narrative && history().year ? history().year_at() : kPublished);
    }
    return value;
  }

  std::optional<CalendarValue> resolve(const Expression& expression, const HolidayOf& holiday) {
    const auto make = [&](std::int32_t year) { return holiday_in(year, holiday); };
    if (const auto year = year_of(holiday.year)) return make(*year);
    if (holiday.year.said()) return std::nullopt;
    return in_fitting_year(expression, make);
  }

  // The day that a bare time of day belongs to.
  std::optional<CalendarValue> resolve(const Expression& expression, const DaytimeOf&) {
    if (follows_set(expression)) {
      CalendarValue any_day;
      any_day.day_unknown = true;
      return any_day;
    }
    if (!follows_day(expression)) {
      if (const auto next = day_said_after(expression)) return next;
    }
    const std::uint32_t sentence = sentence_of(expression);
    const std::uint32_t sentences_max = sentences_a_day_lasts(expression);
    const bool same_paragraph = paragraph_of(expression) <= history().last_day_sentence;
    if (history().last_day && same_paragraph && sentence <= history().last_day_sentence + sentences_max) {
      count_from(day_value(*history().last_day), history().last_day_at);
      if (history().last_is_eve && is_after_night(expression)) return unit_shifted(*history().last_day, Unit::kDay, 1);
      return anchor_;
    }
    if (!context_.narrative) {
      count_from(today_value(), kPublished);
      return anchor_;
    }
    if (history().last && (history().last->unit == Unit::kYear || history().last->unit == Unit::kMonth)) {
      count_from(*history().last, history().last_at);
      CalendarValue value = *history().last;  // its own time of day is another one
      value.clock.reset();
      value.daypart.reset();
      return value;
    }
    CalendarValue unknown;
    unknown.day_unknown = true;
    return unknown;
  }

  // "Samstag, 7. Juli: 14 Uhr Umzug. 16 Uhr Konzert."
  bool heads_programme() const {
    const auto& tokens = context_.document.tokens();
    return history().last_day && history().last_day_end < tokens.size() &&
           context_.document.of(tokens[history().last_day_end]) == ":";
  }

  // A report of a day gone and the announcement of one to come stay with it for a while.
  std::uint32_t sentences_a_day_lasts(const Expression& expression) const {
    constexpr std::uint32_t in_narrative = 6;
    constexpr std::uint32_t of_programme = 12;
    constexpr std::uint32_t told = 3;
    constexpr std::uint32_t announced = 2;
    if (context_.narrative) return in_narrative;
    if (heads_programme()) return of_programme;
    if (listing_) return 0;
    if (!history().last_day) return 1;
    if (aim_of(expression) == Aim::kBack) return *history().last_day <= today() ? told : 1;
    return *history().last_day > today() ? announced : 1;
  }

  // "in der Nacht auf Mittwoch … um 3.40 Uhr" is Wednesday.
  static bool is_after_night(const Expression& expression) {
    constexpr std::uint8_t noon = 12;
    if (expression.unvalued.clock) return expression.unvalued.clock->hour < noon;
    return expression.unvalued.daypart && *expression.unvalued.daypart != time::Daypart::kNight;
  }

  // "von heute, 21 Uhr, bis morgen"
  bool follows_day(const Expression& expression) const {
    constexpr std::uint32_t tokens_between_max = 2;
    return index_ > 0 && !context_.narrative && history().last_day && history().range_begin &&
           history().range_begin->unit == Unit::kDay && !history().range_begin->clock &&
           context_.expressions[index_ - 1].end + tokens_between_max >= expression.begin &&
           sentence_of(context_.expressions[index_ - 1]) == sentence_of(expression);
  }

  // "jeden Dienstag um 15 Uhr", "täglich von 8 bis 12 und von 14 bis 18 Uhr"
  bool follows_set(const Expression& expression) const {
    constexpr std::uint32_t tokens_between_max = 4;
    constexpr std::size_t times_max = 8;
    std::uint32_t begin = expression.begin;
    for (std::size_t back = 1; back <= std::min(times_max, index_); ++back) {
      const Expression& before = context_.expressions[index_ - back];
      if (before.end + tokens_between_max < begin || sentence_of(before) != sentence_of(expression)) return false;
      if (before.type == Type::kSet) return !is_within_day(before);
      if (!std::holds_alternative<DaytimeOf>(before.unvalued.kind)) return false;
      begin = before.begin;
    }
    return false;
  }

  // "stündlich, die letzte um 16 Uhr"
  static bool is_within_day(const Expression& set) {
    const auto* amount = std::get_if<AmountOf>(&set.unvalued.kind);
    return amount != nullptr && amount->unit <= Unit::kHour;
  }

  bool has_day_in(std::uint32_t sentence) const {
    return history().last_day && history().last_day_sentence == sentence;
  }

  // "um 20 Uhr am Freitag", not "um 20 Uhr, am Freitag", "um 20 Uhr und bis Freitag".
  bool is_close_behind(const Expression& expression, const Expression& next) const {
    if (next.begin > expression.end + 1 || next.relation == time::Relation::kUntil) return false;
    const auto& tokens = context_.document.tokens();
    return next.begin == expression.end || context_.document.of(tokens[expression.end]) != ",";
  }

  // "um 20 Uhr am Donnerstag": the day stands close behind. "am Freitag um 20 Uhr, am Samstag" has its day already.
  std::optional<CalendarValue> day_said_after(const Expression& expression) {
    constexpr std::uint32_t tokens_between_max = 3;
    for (std::size_t i = index_ + 1; i < context_.expressions.size(); ++i) {
      const Expression& next = context_.expressions[i];
      if (next.begin > expression.end + tokens_between_max || sentence_of(next) != sentence_of(expression)) break;
      if (std::holds_alternative<DaytimeOf>(next.unvalued.kind)) continue;
      if (has_day_in(sentence_of(expression)) && !is_close_behind(expression, next)) break;
      const auto value = std::visit([&](const auto& kind) { return base_of(next, kind); }, next.unvalued.kind);
      if (value && value->unit == Unit::kDay) {
        count_from(*value, expression_at(i));
        return value;
      }
      anchor_.reset();
      anchor_at_ = {};
      return std::nullopt;
    }
    return std::nullopt;
  }
  template <class Of>
  std::optional<CalendarValue> base_of(const Expression& next, const Of& kind) {
    return resolve(next, kind);
  }
  std::optional<CalendarValue> base_of(const Expression&, const DaytimeOf&) { return std::nullopt; }

  // ---- amounts ----

  void date_amount(const Expression& expression, const AmountOf& amount, Valued& out) const {
    if (context_.narrative) return;
    const auto whole = amount.centi ? whole_units(amount.unit, *amount.centi) : std::nullopt;
    if (!whole) return;
    const auto [unit, count] = *whole;
    const std::optional<time::Relation> relation = expression.relation;
    if (relation == time::Relation::kBefore || relation == time::Relation::kSince) {
      out.dating = unit_shifted(today(), unit, -count);
      out.to_publication = relation == time::Relation::kSince;
    } else if (amount.direction.value_or(0) < 0) {
      out.dating = unit_shifted(today(), unit, -count);
      out.to_publication = true;
    } else if (amount.direction.value_or(0) > 0) {
      out.dating = unit_shifted(today(), unit, count);
      out.from_publication = true;
    } else if (amount.shift && aim_of(expression) != Aim::kBack) {
      out.dating = unit_shifted(today(), unit, count);
    }
    if (!out.dating) return;
    out.anchor = today_value();
    out.anchor_at = kPublished;
  }

  // The end of a range lies behind its beginning: "von Montag bis Mittwoch", "vom 20. Dezember bis zum 5. Jänner".
  void end_after_begin(const Unvalued& unvalued, Valued& out) const {
    if (!history().range_begin) return;
    const auto begin = first_day(*history().range_begin);
    const auto end = first_day(*out.value);
    if (!begin || !end) return;
    if (std::holds_alternative<DaytimeOf>(unvalued.kind)) return end_after_midnight(*begin, *end, out);
    if (const auto* weekday = std::get_if<WeekdayOf>(&unvalued.kind); weekday != nullptr && !weekday->direction) {
      const std::int32_t days = (end->count - begin->count) % 7;
      out.value = unit_shifted(*begin, Unit::kDay, days > 0 ? days : days + 7);
      if (out.value) out.value->daypart = unvalued.daypart;
      out.anchor = day_value(*begin);
      out.anchor_at = expression_at(index_ - 1);
      return;
    }
    if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) {
      if (holiday->year.said() || holiday->unit || end->count >= begin->count) return;
      if (const auto next = holiday_in(out.value->year + 1, *holiday)) out.value = next;
      return;
    }
    const auto* date = std::get_if<DateOf>(&unvalued.kind);
    if (date == nullptr || date->year.said() || !date->month || end->count >= begin->count) return;
    out.value = date_in(out.value->year + 1, *date);
  }

  // "von 22 bis 5 Uhr"
  void end_after_midnight(time::CivilDay begin, time::CivilDay end, Valued& out) const {
    const auto& from = history().range_begin->clock;
    const auto to = out.value->clock;
    if (begin != end || out.value->day_unknown || !from || !to || *from <= *to) return;
    out.value = unit_shifted(end, Unit::kDay, 1);
    if (out.value) out.value->clock = to;
  }

  // ---- one expression ----

  Valued value(const Expression& expression) {
    anchor_.reset();
    anchor_at_ = {};
    Valued out;
    const Unvalued& unvalued = expression.unvalued;
    out.value = std::visit([&](const auto& kind) { return resolve(expression, kind); }, unvalued.kind);
    if (out.value && unvalued.offset_days != 0 && out.value->unit == Unit::kDay) {
      const auto day = first_day(*out.value);
      out.value = day ? unit_shifted(*day, Unit::kDay, unvalued.offset_days) : std::nullopt;
    }
    if (out.value && (unvalued.clock || unvalued.daypart)) {
      if (unvalued.clock) out.value->clock = unvalued.clock;
      if (unvalued.daypart) out.value->daypart = unvalued.daypart;
    }
    out.anchor = anchor_;
    out.anchor_at = anchor_at_;
    if (out.value && index_ > 0 && context_.joints[index_ - 1] != Joint::kNone) end_after_begin(unvalued, out);
    out.dating = out.value;
    if (const auto* amount = std::get_if<AmountOf>(&unvalued.kind)) date_amount(expression, *amount, out);
    if (!context_.rules[expression.rule].dated) out.dating.reset();
    return out;
  }

  // The sentence that begins the paragraph. Paragraphs are asked for in text order.
  std::uint32_t paragraph_of(const Expression& expression) {
    const std::uint32_t sentence = sentence_of(expression);
    const auto& sentences = context_.document.sentences();
    for (std::uint32_t s = paragraph_seen_; s <= sentence; ++s) {
      if (sentences[s].starts_paragraph) paragraph_ = s;
    }
    paragraph_seen_ = std::max(paragraph_seen_, sentence + 1);
    return paragraph_;
  }

  struct Day {
    time::CivilDay day;
    CalendarValue value;
  };
  // What depends on the day of publication is read through these, so that what does not is valued once.
  time::CivilDay today() const {
    depends_ = true;
    return day_->day;
  }
  const CalendarValue& today_value() const {
    depends_ = true;
    return day_->value;
  }
  const History& history() const {
    depends_ = depends_ || histories_.size() > 1;
    return *history_;
  }

  const ValuingContext& context_;
  bool listing_ = false;
  std::vector<Day> days_;                  // on which the article may have appeared
  const Day* day_ = nullptr;               // under way
  const History* history_ = nullptr;       // of that day
  std::vector<History> histories_ = {{}};  // one, as long as all days have the same; else one a day
  std::vector<Valued> by_day_;             // of the expression under way
  mutable bool depends_ = false;           // on the day, what was valued last
  std::size_t index_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t paragraph_seen_ = 0;
  std::optional<CalendarValue> anchor_;
  Reference anchor_at_;
};

}  // namespace

std::vector<ValuedByDay> value_all(const ValuingContext& context) { return Valuing(context).run(); }

}  // namespace annalen::timex
