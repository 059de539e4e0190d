#include "timex/narrative_items.h"

#include <array>
#include <string_view>

namespace annalen::timex {

namespace {

using Kind = NarrativeItem::Kind;

// In units of "a year said in passing, mid-sentence, is 0.6".
constexpr float kPassBare = 0.6F;
constexpr float kPassSubordinate = 0.18F;
constexpr float kPassParentheses = 0.2F;
constexpr float kPassRangeEnd = 0.1F;
constexpr float kPassDate = 1.8F;
constexpr float kPassOpening = 1.8F;
constexpr float kPassHeading = 3.5F;
constexpr float kPassStep = 1.7F;
constexpr float kInSubordinate = 0.6F;  // factors
constexpr float kInPluperfect = 0.3F;

constexpr float kDaysAMonth = 30.5F;

class Collector {
 public:
  Collector(const text::Document& document, const clause::Clauses& clauses, std::span<const Expression> expressions,
            std::span<const Joint> joints)
      : document_(document), clauses_(clauses), expressions_(expressions), joints_(joints) {}

  std::vector<NarrativeItem> collect() {
    std::vector<NarrativeItem> items;
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      if (auto item = item_of(i)) {
        if (item->kind != Kind::kMonth || !item->pluperfect) section_ = false;
        items.push_back(*item);
      }
    }
    return items;
  }

 private:
  std::optional<NarrativeItem> item_of(std::size_t index) {
    const Expression& expression = expressions_[index];
    NarrativeItem item;
    item.expression = index;
    item.sentence = document_.tokens()[expression.begin].sentence;
    item.paragraph = paragraph_of(item.sentence);
    item.new_section = section_;
    item.in_heading = is_heading(item.sentence);
    if (expression.type == Type::kSet || !read(expression.unvalued, item)) return std::nullopt;
    if (item.kind == Kind::kMonth && ends_range(index)) return std::nullopt;
    const clause::Clause* clause = clause_of(expression);
    const bool until = expression.relation == time::Relation::kUntil;  // "Bis Mai hatte er …" leads on
    item.pluperfect = clause != nullptr && clause->pluperfect && !until;
    if (item.kind == Kind::kSaid) item.pass_cost = pass_cost(index, item);
    if (item.kind == Kind::kStep) item.pass_cost = kPassStep;
    return item;
  }

  // The text may go on from the begin of a range.
  bool ends_range(std::size_t index) const { return index > 0 && joints_[index - 1] != Joint::kNone; }

  static bool read_year(const YearPart& part, NarrativeItem& item) {
    if (const auto year = year_said(part)) {
      item.year = *year;
      return true;
    }
    if (part.shift) {
      item.kind = Kind::kStep;
      item.step = *part.shift;
      return item.step > 0 && part.anchor != Anchor::kPublication;
    }
    item.kind = Kind::kMonth;
    return !part.said();
  }

  static bool read_date(const DateOf& date, NarrativeItem& item) {
    if (date.month) {
      item.position = static_cast<float>(*date.month - 1);
      if (date.day) *item.position += static_cast<float>(*date.day - 1) / kDaysAMonth;
    }
    return !date.month_shift && read_year(date.year, item) && (item.kind != Kind::kMonth || item.position);
  }

  static bool read_shift(const Shifted& shifted, NarrativeItem& item) {
    if (shifted.count <= 0 || shifted.anchor != Anchor::kMentioned) return false;
    const auto count = static_cast<float>(shifted.count);
    if (shifted.unit == Unit::kYear) {
      item.kind = Kind::kStep;
      item.step = shifted.count;
      return true;
    }
    item.kind = Kind::kLater;
    if (shifted.unit == Unit::kMonth) {
      item.months = count;
    } else if (shifted.unit <= Unit::kDay) {
      item.months = count / kDaysAMonth;
    } else if (shifted.unit == Unit::kWeek) {
      item.months = 7 * count / kDaysAMonth;
    }
    return item.months > 0;
  }

  static bool read(const Unvalued& unvalued, NarrativeItem& item) {
    if (const auto* date = std::get_if<DateOf>(&unvalued.kind)) return read_date(*date, item);
    if (const auto* season = std::get_if<SeasonOf>(&unvalued.kind)) {
      static constexpr std::array<float, 4> begins = {2.5F, 5.5F, 8.5F, 11};
      if (season->year.shift && season->year.anchor == Anchor::kContext) {  // "im folgenden Sommer"
        item.kind = Kind::kMonth;
        item.position = begins[season->season % 4];
        return true;
      }
      item.position = season->year.two_digits ? 0 : begins[season->season % 4];  // "Winter 1777/78" ends in January
      return read_year(season->year, item);
    }
    if (const auto* holiday = std::get_if<HolidayOf>(&unvalued.kind)) {
      constexpr std::int32_t last_fixed = 1300;
      constexpr float spring = 3.5F;
      const std::int32_t months_before = holiday->code / 100 - 1;
      item.position = holiday->code < last_fixed ? static_cast<float>(months_before) : spring;
      return read_year(holiday->year, item);
    }
    if (const auto* shifted = std::get_if<Shifted>(&unvalued.kind)) return read_shift(*shifted, item);
    return false;
  }

  const clause::Clause* clause_of(const Expression& expression) const {
    if (clauses_.clause_of_token.size() <= expression.begin) return nullptr;
    return &clauses_.of_token(expression.begin);
  }

  float pass_cost(std::size_t index, const NarrativeItem& item) const {
    const Expression& expression = expressions_[index];
    if (ends_range(index)) return kPassRangeEnd;
    if (item.in_heading) return kPassHeading;
    if (expression.in_parentheses) return kPassParentheses;
    if (expression.relation == time::Relation::kSince || expression.relation == time::Relation::kUntil ||
        expression.relation == time::Relation::kBefore) {
      return kPassSubordinate;
    }
    const clause::Clause* clause = clause_of(expression);
    const bool topic = opens_clause(expression, clause);
    float cost = item.position ? kPassDate : kPassBare;
    if (topic || opens_sentence(expression, clause)) cost = kPassOpening;
    if (clause != nullptr && clause->parent && !topic) cost *= kInSubordinate;
    if (item.pluperfect) cost *= kInPluperfect;
    return cost;
  }

  static constexpr std::uint32_t kOpeningTokens = 3;

  bool opens_sentence(const Expression& expression, const clause::Clause* clause) const {
    const std::uint32_t sentence = document_.tokens()[expression.begin].sentence;
    const bool first = expression.begin <= document_.sentences()[sentence].first_token + kOpeningTokens;
    return first && (clause == nullptr || !clause->finite_verb || expression.begin < *clause->finite_verb);
  }

  // "…, 1916 ging es weiter": the verb stands second.
  static bool opens_clause(const Expression& expression, const clause::Clause* clause) {
    if (clause == nullptr || !clause->finite_verb) return false;
    const bool verb_last = *clause->finite_verb + 2 >= clause->end_token;  // "wo er 1915 starb,"
    return expression.begin <= clause->first_token + kOpeningTokens && *clause->finite_verb == expression.end &&
           !verb_last;
  }

  // A paragraph of one sentence that does not end as one.
  bool is_heading(std::uint32_t sentence) const {
    const auto& sentences = document_.sentences();
    if (!sentences[sentence].starts_paragraph) return false;
    if (sentence + 1 < sentences.size() && !sentences[sentence + 1].starts_paragraph) return false;
    const std::string_view last = document_.of(document_.tokens()[sentences[sentence].end_token - 1]);
    return last != "." && last != "!" && last != "?" && last != ":" && last != "“" && last != "\"";
  }

  // The sentence that begins the paragraph; asked for in text order. Notes whether a heading was passed.
  std::uint32_t paragraph_of(std::uint32_t sentence) {
    for (; seen_ <= sentence; ++seen_) {
      if (!document_.sentences()[seen_].starts_paragraph) continue;
      paragraph_ = seen_;
      if (is_heading(seen_)) section_ = true;
    }
    return paragraph_;
  }

  const text::Document& document_;
  const clause::Clauses& clauses_;
  std::span<const Expression> expressions_;
  std::span<const Joint> joints_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t seen_ = 0;
  bool section_ = true;
};

}  // namespace

std::vector<NarrativeItem> narrative_items(const text::Document& document, const clause::Clauses& clauses,
                                           std::span<const Expression> expressions, std::span<const Joint> joints) {
  return Collector(document, clauses, expressions, joints).collect();
}

std::optional<std::int32_t> year_said(const YearPart& part) {
  if (!part.year || !part.two_digits) return part.year;
  const bool before_christ = *part.year <= 0;  // years count down: 478/77
  const std::int32_t written = before_christ ? 1 - *part.year : *part.year;
  std::int32_t year = written - written % 100 + *part.two_digits;
  if (before_christ) {
    if (year > written) year -= 100;
    return 1 - year;
  }
  return year < written ? year + 100 : year;
}

}  // namespace annalen::timex
