#include "timex/narrative_clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "timex/narrative_items.h"

namespace annalen::timex {

namespace {

using Item = NarrativeItem;

constexpr float kForwardOne = 0.7F;
constexpr float kForwardMore = 0.15F;
constexpr float kForwardMax = 2.5F;
constexpr float kBackward = 0.7F;
constexpr float kBackwardMore = 0.2F;
constexpr float kBackwardMax = 3.0F;
constexpr float kMoveHeading = 0.15F;  // factors
constexpr float kMoveReady = 0.25F;
constexpr float kTurnUnderHeadings = 0.4F;  // more where headings tell the years
constexpr float kBackwardSection = 0.6F;    // a new section may begin anew: factor
constexpr float kTurn = 0.5F;               // December to January without a word
constexpr float kMonthAhead = 0.02F;        // a month
constexpr float kMonthBack = 0.12F;
constexpr float kMonthBackSection = 0.37F;  // factors
constexpr float kMonthBackParagraph = 0.8F;
constexpr float kAgainstNear = 0.5F;  // another year than the one said just before
constexpr float kNearPass = 0.6F;     // …what is passed more cheaply is less near
constexpr float kNever = std::numeric_limits<float>::max() / 4;

constexpr std::size_t kWindowItems = 2000;
constexpr std::size_t kStatesMax = 160;
constexpr float kUnknown = -1;  // position in the year
constexpr float kYearMonths = 12;

float distance(std::int32_t step) {
  if (step == 0) return 0;
  if (step > 0) return std::min(kForwardMax, kForwardOne + kForwardMore * static_cast<float>(step - 1));
  return std::min(kBackwardMax, kBackward + kBackwardMore * static_cast<float>(-step));
}

// What is said with more weight is more readily followed.
float move_cost(std::int32_t from, const Item& to) {
  const float ready = std::max(kMoveHeading, 1 - kMoveReady * to.pass_cost);
  const float cost = distance(to.year - from) * ready;
  return to.new_section && to.year < from ? cost * kBackwardSection : cost;
}

// The years that the text may be in: those said, those that steps and turns of the year lead to.
std::vector<std::int32_t> possible_years(std::span<const Item> items, std::optional<std::int32_t> start) {
  std::vector<std::int32_t> years;
  const auto add = [&](std::int32_t year) {
    if (years.size() < kStatesMax && std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  };
  std::optional<std::int32_t> year = start;
  float position = kUnknown;
  if (year) add(*year);
  for (const Item& item : items) {
    if (item.kind == Item::Kind::kSaid) year = item.year;
    if (!year) continue;
    if (item.kind == Item::Kind::kStep) *year += item.step;
    const bool turns = item.kind == Item::Kind::kMonth && position > *item.position + kYearMonths / 3;
    if (turns && !item.pluperfect) ++*year;
    if (item.position) position = *item.position;
    add(*year);
    add(*year + 1);
  }
  std::sort(years.begin(), years.end());
  return years;
}

// The cheapest way through one window of items.
class Way {
 public:
  Way(std::span<const Item> items, std::optional<std::int32_t> start)
      : items_(items), years_(possible_years(items, start)) {
    cost_.assign(years_.size(), start ? kNever : 0.0F);
    position_.assign(years_.size(), kUnknown);
    if (start) cost_[index_of(*start)] = 0;
    constexpr std::ptrdiff_t headings_min = 3;
    const auto headings = std::count_if(items.begin(), items.end(), [](const Item& item) {
      return item.in_heading && item.kind == Item::Kind::kSaid && !item.position;
    });
    turn_ = headings >= headings_min ? kTurn + kTurnUnderHeadings : kTurn;
  }

  // The year of each item. Empty where no year is said.
  std::vector<std::int32_t> find() {
    if (years_.empty()) return {};
    std::vector<std::uint8_t> from(items_.size() * years_.size(), 0);
    for (std::size_t i = 0; i < items_.size(); ++i) step(i, from.data() + i * years_.size());
    auto state = static_cast<std::size_t>(std::min_element(cost_.begin(), cost_.end()) - cost_.begin());
    std::vector<std::int32_t> chosen(items_.size(), 0);
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
    if (new_paragraph) near_ = nullptr;
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
      case Item::Kind::kLater:
        later(item, from);
        break;
    }
  }

  void said(const Item& item, std::uint8_t* from) {
    const std::size_t target = index_of(item.year);
    if (target < years_.size()) {
      float best = cost_[target];
      for (std::size_t s = 0; s < years_.size(); ++s) {
        const float cost = cost_[s] + move_cost(years_[s], item);
        if (cost >= best) continue;
        best = cost;
        from[target] = static_cast<std::uint8_t>(s);
      }
      for (std::size_t s = 0; s < years_.size(); ++s) {
        if (s != target) cost_[s] = std::min(cost_[s] + item.pass_cost, kNever);
      }
      cost_[target] = best;
      position_[target] = item.position.value_or(kUnknown);
    }
    if (!item.pluperfect) near_ = &item;
  }

  void month(const Item& item, bool new_paragraph, std::uint8_t* from) {
    constexpr std::uint32_t near_sentences = 2;
    if (item.pluperfect) return;
    const float wanted = *item.position;
    const std::vector<float> before = cost_;
    const std::vector<float> positions = position_;
    const bool near = near_ != nullptr && item.sentence <= near_->sentence + near_sentences;
    const float against_near = near ? kAgainstNear * nearness(*near_, wanted) : 0;
    float back = item.new_section ? kMonthBackSection : 1;
    if (new_paragraph && !item.new_section) back = kMonthBackParagraph;
    for (std::size_t s = 0; s < years_.size(); ++s) {
      float stay = before[s] + inside_year(positions[s], wanted, back);
      // December to January.
      if (s > 0 && years_[s - 1] + 1 == years_[s] && positions[s - 1] > wanted) {
        const float turn = before[s - 1] + turn_ + kMonthAhead * (wanted + kYearMonths - positions[s - 1]);
        if (turn < stay) {
          stay = turn;
          from[s] = static_cast<std::uint8_t>(s - 1);
        }
      }
      if (near && years_[s] != near_->year && from[s] == s) stay += against_near;
      cost_[s] = std::min(stay, kNever);
      position_[s] = wanted;
    }
  }

  // "Bis zum März 1776 hatte er … Am 4. März": what goes on just there is near, even if said in passing.
  static float nearness(const Item& said, float position) {
    constexpr float just_behind = 1.2F;  // months
    if (said.position && position >= *said.position && position < *said.position + just_behind) return 1;
    return std::min(1.0F, said.pass_cost / kNearPass);
  }

  static float inside_year(float last, float wanted, float back) {
    if (last < 0) return 0;
    const float months = wanted - last;
    return months >= 0 ? kMonthAhead * months : kMonthBack * back * -months;
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
      position_[target] = item.position.value_or(kUnknown);
    }
  }

  // Where it leads into the next year, the text goes on there.
  void later(const Item& item, std::uint8_t* from) {
    const std::vector<float> before = cost_;
    const std::vector<float> positions = position_;
    for (std::size_t s = 0; s < years_.size(); ++s) {
      if (positions[s] < 0) continue;
      position_[s] = positions[s] + item.months;
      if (position_[s] >= kYearMonths) {
        cost_[s] = std::min(cost_[s] + kTurn, kNever);
        position_[s] = kYearMonths - 1;
      }
      const bool follows = s > 0 && years_[s - 1] + 1 == years_[s] && positions[s - 1] >= 0;
      if (!follows || positions[s - 1] + item.months < kYearMonths || before[s - 1] >= cost_[s]) continue;
      cost_[s] = before[s - 1];
      from[s] = static_cast<std::uint8_t>(s - 1);
      position_[s] = std::fmod(positions[s - 1] + item.months, kYearMonths);
    }
  }

  std::span<const Item> items_;
  std::vector<std::int32_t> years_;  // states
  std::vector<float> cost_;
  float turn_ = kTurn;
  std::vector<float> position_;  // in the year, of what was told last in the state
  const Item* near_ = nullptr;   // said last in this paragraph
};

// The years of the expressions, from those of the items: what is told back may lie in the year before, and what counts
// from a year ("des folgenden Jahres") has the one that it counts from.
class Telling {
 public:
  std::int32_t year_of(const Item& item, std::int32_t chosen) {
    std::int32_t told = chosen;
    constexpr float clearly_later = 2;  // months
    if (item.kind == Item::Kind::kMonth && item.pluperfect) {
      if (position_ >= 0 && *item.position > position_ + clearly_later) --told;
      return told;
    }
    if (item.kind == Item::Kind::kStep && year_ && chosen == *year_ + item.step) told = *year_;
    const bool passed = item.kind == Item::Kind::kSaid && item.year != chosen;
    if (year_ != chosen) position_ = kUnknown;
    if (item.position && !passed) position_ = *item.position;
    year_ = chosen;
    return told;
  }

 private:
  std::optional<std::int32_t> year_;
  float position_ = kUnknown;
};

}  // namespace

std::vector<std::optional<std::int32_t>> narrative_years(const text::Document& document, const clause::Clauses& clauses,
                                                         std::span<const Expression> expressions,
                                                         std::span<const Joint> joints) {
  const std::vector<Item> items = narrative_items(document, clauses, expressions, joints);
  std::vector<std::optional<std::int32_t>> out(expressions.size());
  std::optional<std::int32_t> current;
  std::size_t next = 0;  // expression
  Telling telling;
  for (std::size_t begin = 0; begin < items.size(); begin += kWindowItems) {
    const auto window = std::span(items).subspan(begin, std::min(kWindowItems, items.size() - begin));
    const std::vector<std::int32_t> years = Way(window, current).find();
    for (std::size_t i = 0; i < years.size(); ++i) {
      for (; next < window[i].expression; ++next) out[next] = current;
      out[next++] = telling.year_of(window[i], years[i]);
      current = years[i];
    }
  }
  for (; next < out.size(); ++next) out[next] = current;
  return out;
}

}  // namespace annalen::timex
