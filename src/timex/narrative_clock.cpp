#include "timex/narrative_clock.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace annalen::timex {

namespace {

// What an expression tells the clock.
struct Item {
  enum class Kind : std::uint8_t { kSaid, kMonth, kStep };
  Kind kind = Kind::kSaid;
  std::size_t expression = 0;
  std::int32_t year = 0;  // kSaid
  std::int32_t step = 0;  // kStep: years
  std::optional<std::int32_t> month;
  float pass_cost = 0;  // of taking it as background
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
};

// In units of "a year said in passing, mid-sentence".
constexpr float kPassBare = 0.6F;
constexpr float kPassSubordinate = 0.3F;
constexpr float kPassParentheses = 0.2F;
constexpr float kPassDate = 1.8F;
constexpr float kPassOpening = 1.8F;
constexpr float kForwardOne = 0.3F;
constexpr float kForwardMore = 0.15F;
constexpr float kForwardMax = 2.5F;
constexpr float kBackward = 0.7F;
constexpr float kBackwardMore = 0.2F;
constexpr float kBackwardMax = 3.0F;
constexpr float kTurn = 0.75F;        // December to January without a word
constexpr float kMonthAhead = 0.02F;  // a month
constexpr float kMonthBack = 0.1F;
constexpr float kAgainstNear = 0.5F;  // another year than the one said just before
constexpr float kNever = std::numeric_limits<float>::max() / 4;

constexpr std::size_t kWindowItems = 2000;
constexpr std::size_t kStatesMax = 160;

float move_cost(std::int32_t from, std::int32_t to) {
  const std::int32_t step = to - from;
  if (step == 0) return 0;
  if (step > 0) return std::min(kForwardMax, kForwardOne + kForwardMore * static_cast<float>(step - 1));
  return std::min(kBackwardMax, kBackward + kBackwardMore * static_cast<float>(-step));
}

// Collects the items in text order.
class Collector {
 public:
  Collector(const text::Document& document, const clause::Clauses& clauses, std::span<const Expression> expressions,
            std::span<const Joint> joints)
      : document_(document), clauses_(clauses), expressions_(expressions), joints_(joints) {}

  std::vector<Item> collect() {
    std::vector<Item> items;
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      if (auto item = item_of(i)) items.push_back(*item);
    }
    return items;
  }

 private:
  std::optional<Item> item_of(std::size_t index) {
    const Expression& expression = expressions_[index];
    Item item;
    item.expression = index;
    item.sentence = document_.tokens()[expression.begin].sentence;
    item.paragraph = paragraph_of(item.sentence);
    if (expression.type == Type::kSet || !read(expression.unvalued, item)) return std::nullopt;
    if (item.kind != Item::Kind::kMonth) item.pass_cost = pass_cost(index, item);
    return item;
  }

  static bool read_year(const YearPart& part, Item& item) {
    if (part.year && part.two_digits) {
      item.year = *part.year - *part.year % 100 + *part.two_digits;
      if (item.year < *part.year) item.year += 100;
      return true;
    }
    if (part.year) {
      item.year = *part.year;
      return true;
    }
    item.kind = Item::Kind::kMonth;
    return !part.said();
  }

  static bool read(const Unvalued& unvalued, Item& item) {
    if (const auto* date = std::get_if<DateOf>(&unvalued.kind)) {
      if (date->month) item.month = static_cast<std::int32_t>(*date->month);
      return !date->month_shift && read_year(date->year, item) && (item.kind == Item::Kind::kSaid || item.month);
    }
    if (const auto* season = std::get_if<SeasonOf>(&unvalued.kind)) {
      static constexpr std::array<std::int32_t, 4> season_months = {4, 7, 10, 12};
      item.month = season_months[season->season % 4];
      return read_year(season->year, item);
    }
    if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) {
      if (holiday->code < 1300) item.month = holiday->code / 100;
      return read_year(holiday->year, item);
    }
    if (const auto* shifted = std::get_if<Shifted>(&unvalued.kind)) {
      item.kind = Item::Kind::kStep;
      item.step = shifted->count;
      return shifted->unit == Unit::kYear && shifted->count > 0 && shifted->anchor == Anchor::kMentioned;
    }
    return false;
  }

  float pass_cost(std::size_t index, const Item& item) const {
    const Expression& expression = expressions_[index];
    if (expression.in_parentheses) return kPassParentheses;
    if (index > 0 && joints_[index - 1] != Joint::kNone) return kPassParentheses;
    if (expression.relation == time::Relation::kSince || expression.relation == time::Relation::kUntil ||
        expression.relation == time::Relation::kBefore) {
      return kPassSubordinate;
    }
    const bool subordinate =
        clauses_.clause_of_token.size() > expression.begin && clauses_.of_token(expression.begin).parent.has_value();
    constexpr std::uint32_t tokens_before = 3;
    const bool opening = expression.begin <= document_.sentences()[item.sentence].first_token + tokens_before;
    float cost = item.month ? kPassDate : kPassBare;
    if (opening) cost = kPassOpening;
    return subordinate ? cost * 0.6F : cost;
  }

  // The sentence that begins the paragraph; asked for in text order.
  std::uint32_t paragraph_of(std::uint32_t sentence) {
    for (; seen_ <= sentence; ++seen_) {
      if (document_.sentences()[seen_].starts_paragraph) paragraph_ = seen_;
    }
    return paragraph_;
  }

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const Expression> expressions_;
  std::span<const Joint> joints_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t seen_ = 0;
};

// The cheapest way through one window of items.
class Way {
 public:
  Way(std::span<const Item> items, std::optional<std::int32_t> start) : items_(items) {
    if (start) years_.push_back(*start);
    for (const Item& item : items) {
      if (item.kind != Item::Kind::kSaid) continue;
      for (const std::int32_t year : {item.year, item.year + 1}) {
        if (years_.size() < kStatesMax && std::find(years_.begin(), years_.end(), year) == years_.end()) {
          years_.push_back(year);
        }
      }
    }
    std::sort(years_.begin(), years_.end());
    cost_.assign(years_.size(), start ? kNever : 0.0F);
    month_.assign(years_.size(), 0);
    if (start) cost_[index_of(*start)] = 0;
  }

  // The year of each item.
  std::vector<std::int32_t> find() {
    std::vector<std::int32_t> chosen(items_.size(), 0);
    if (years_.empty()) return {};
    std::vector<std::uint8_t> from(items_.size() * years_.size(), 0);
    for (std::size_t i = 0; i < items_.size(); ++i) step(i, from.data() + i * years_.size());
    auto state = static_cast<std::size_t>(std::min_element(cost_.begin(), cost_.end()) - cost_.begin());
    for (std::size_t i = items_.size(); i-- > 0;) {
      chosen[i] = years_[state];
      state = from[i * years_.size() + state];
    }
    return chosen;
  }

 private:
  std::size_t index_of(std::int32_t year) const {
    const auto found = std::lower_bound(years_.begin(), years_.end(), year);
    return found != years_.end() && *found == year ? static_cast<std::size_t>(found - years_.begin()) : years_.size();
  }

  void step(std::size_t index, std::uint8_t* from) {
    const Item& item = items_[index];
    const bool new_paragraph = index > 0 && items_[index - 1].paragraph != item.paragraph;
    if (new_paragraph) near_.reset();
    for (std::size_t s = 0; s < years_.size(); ++s) from[s] = static_cast<std::uint8_t>(s);
    switch (item.kind) {
      case Item::Kind::kSaid:
        said(item, from);
        break;
      case Item::Kind::kMonth:
        month(item, new_paragraph, from);
        break;
      case Item::Kind::kStep:
        stepped(item, from);
        break;
    }
  }

  void said(const Item& item, std::uint8_t* from) {
    const std::size_t target = index_of(item.year);
    if (target < years_.size()) {
      float best = cost_[target];
      for (std::size_t s = 0; s < years_.size(); ++s) {
        const float cost = cost_[s] + move_cost(years_[s], item.year);
        if (cost >= best) continue;
        best = cost;
        from[target] = static_cast<std::uint8_t>(s);
      }
      for (std::size_t s = 0; s < years_.size(); ++s) {
        if (s != target) cost_[s] += item.pass_cost;
      }
      cost_[target] = best;
      month_[target] = item.month.value_or(0);
    }
    near_ = item.year;
    near_sentence_ = item.sentence;
  }

  void month(const Item& item, bool new_paragraph, std::uint8_t* from) {
    constexpr std::uint32_t near_sentences = 2;
    const std::int32_t wanted = item.month.value_or(0);
    const std::vector<float> before = cost_;
    const std::vector<std::int32_t> months = month_;
    const bool near = near_ && item.sentence <= near_sentence_ + near_sentences;
    for (std::size_t s = 0; s < years_.size(); ++s) {
      float stay = before[s] + inside_year(months[s], wanted, new_paragraph);
      // December to January.
      if (s > 0 && years_[s - 1] + 1 == years_[s] && months[s - 1] > wanted) {
        const float turn = before[s - 1] + kTurn + kMonthAhead * static_cast<float>(wanted + 12 - months[s - 1]);
        if (turn < stay) {
          stay = turn;
          from[s] = static_cast<std::uint8_t>(s - 1);
        }
      }
      if (near && years_[s] != *near_ && from[s] == s) stay += kAgainstNear;
      cost_[s] = std::min(stay, kNever);
      month_[s] = wanted;
    }
  }

  static float inside_year(std::int32_t last, std::int32_t wanted, bool new_paragraph) {
    if (last == 0) return 0;
    const auto months = static_cast<float>(wanted - last);
    if (months >= 0) return kMonthAhead * months;
    return kMonthBack * -months * (new_paragraph ? 0.5F : 1.0F);
  }

  void stepped(const Item& item, std::uint8_t* from) {
    const std::vector<float> before = cost_;
    for (std::size_t s = 0; s < years_.size(); ++s) cost_[s] = std::min(before[s] + item.pass_cost, kNever);
    for (std::size_t s = 0; s < years_.size(); ++s) {
      const std::size_t target = index_of(years_[s] + item.step);
      const float cost = before[s] + kForwardOne / 2;
      if (target >= years_.size() || cost >= cost_[target]) continue;
      cost_[target] = cost;
      from[target] = static_cast<std::uint8_t>(s);
      month_[target] = 0;
    }
  }

  std::span<const Item> items_;
  std::vector<std::int32_t> years_;  // states
  std::vector<float> cost_;
  std::vector<std::int32_t> month_;   // last month told in the state; 0: none
  std::optional<std::int32_t> near_;  // year said last in this paragraph
  std::uint32_t near_sentence_ = 0;
};

}  // namespace

std::vector<std::optional<std::int32_t>> narrative_years(const text::Document& document, const clause::Clauses& clauses,
                                                         std::span<const Expression> expressions,
                                                         std::span<const Joint> joints) {
  const std::vector<Item> items = Collector(document, clauses, expressions, joints).collect();
  std::vector<std::optional<std::int32_t>> out(expressions.size());
  std::optional<std::int32_t> current;
  std::size_t next = 0;  // expression
  for (std::size_t begin = 0; begin < items.size(); begin += kWindowItems) {
    const auto window = std::span(items).subspan(begin, std::min(kWindowItems, items.size() - begin));
    const std::vector<std::int32_t> years = Way(window, current).find();
    for (std::size_t i = 0; i < years.size(); ++i) {
      for (; next < window[i].expression; ++next) out[next] = current;
      current = years[i];
    }
  }
  for (; next < out.size(); ++next) out[next] = current;
  return out;
}

}  // namespace annalen::timex
