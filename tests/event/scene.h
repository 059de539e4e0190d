// scene.h: a text with clauses, dates and mentions set by hand, so that the rules of assembling are tested alone.
// Everything is named by its words; the nth occurrence of words is "words#n" (from 1).
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/assembler.h"
#include "event/cast.h"
#include "event/phrase.h"
#include "text/segmenter.h"
#include "time/interval.h"

namespace annalen::event {

inline time::Interval interval(std::string_view begin, std::string_view end) {
  const auto first = time::minute_from_text(begin);
  const auto last = time::minute_from_text(end);
  REQUIRE(first);
  REQUIRE(last);
  const auto made = time::Interval::make(*first, *last);
  REQUIRE(made);
  return *made;
}

class Scene {
 public:
  explicit Scene(std::string source)
      : source_(std::move(source)), document_(text::Segmenter::of(text::Language::kGerman).segment(source_)) {
    clauses_.clause_of_token.resize(document_.tokens().size());
    for (std::uint32_t i = 0; i < document_.sentences().size(); ++i) {
      const auto& sentence = document_.sentences()[i];
      clauses_.clauses.push_back({});
      clauses_.clauses.back().sentence = i;
      clauses_.clauses.back().first_token = sentence.first_token;
      clauses_.clauses.back().end_token = sentence.end_token;
      for (auto token = sentence.first_token; token < sentence.end_token; ++token) clauses_.clause_of_token[token] = i;
    }
  }

  // A new clause of these words, depending on `parent` (a clause index) or on none.
  Scene& clause(std::string_view words, std::optional<std::uint32_t> parent = {}) {
    const TokenRange range = find(words);
    clause::Clause made;
    made.sentence = document_.tokens()[range.first].sentence;
    made.first_token = range.first;
    made.end_token = range.end;
    made.parent = parent;
    const auto index = static_cast<std::uint32_t>(clauses_.clauses.size());
    clauses_.clauses.push_back(made);
    for (auto token = range.first; token < range.end; ++token) clauses_.clause_of_token[token] = index;
    return *this;
  }
  // The finite verb of the words' clause; also its trigger unless one is set.
  Scene& verb(std::string_view words) {
    const TokenRange range = find(words);
    auto& owner = clauses_.clauses[clauses_.clause_of_token[range.first]];
    owner.finite_verb = range.first;
    if (owner.trigger.empty()) owner.trigger = {range.first};
    return *this;
  }
  Scene& trigger(std::vector<std::string_view> words) {
    std::vector<std::uint32_t> tokens;
    for (const auto word : words) tokens.push_back(find(word).first);
    clauses_.clauses[clauses_.clause_of_token[tokens.front()]].trigger = tokens;
    return *this;
  }

  Scene& timex(std::string_view words, timex::Type type, std::optional<timex::Dating> dating, std::string value = "V") {
    const TokenRange range = find(words);
    timex::Timex made;
    made.first_token = range.first;
    made.end_token = range.end;
    made.span = {document_.tokens()[range.first].span.begin, document_.tokens()[range.end - 1].span.end};
    made.sentence = document_.tokens()[range.first].sentence;
    made.type = type;
    made.value = std::move(value);
    made.dating = std::move(dating);
    timexes_.push_back(std::move(made));
    return *this;
  }
  static timex::Dating dating(std::vector<time::Interval> readings, time::Granularity granularity,
                              time::Relation relation = time::Relation::kAt) {
    auto set = time::Readings::of(std::move(readings));
    REQUIRE(set);
    return {*set, granularity, relation, relation == time::Relation::kSince, ""};
  }
  Scene& date(std::string_view words, std::string_view begin, std::string_view end,
              time::Granularity granularity = time::Granularity::kDay, time::Relation relation = time::Relation::kAt) {
    return timex(words, timex::Type::kDate, dating({interval(begin, end)}, granularity, relation), std::string(begin));
  }
  Scene& time(std::string_view words, std::string_view begin, std::string_view end,
              time::Granularity granularity = time::Granularity::kMinute) {
    return timex(words, timex::Type::kTime, dating({interval(begin, end)}, granularity), std::string(begin));
  }
  // The newest timex but `back` begins a range that ends with the newest.
  Scene& range_of_last(std::uint32_t count) {
    const auto last = static_cast<std::uint32_t>(timexes_.size() - 1);
    timexes_[timexes_.size() - count].range_last = last;
    return *this;
  }

  actor::Mention& mention(std::string_view words, actor::Kind kind, std::string key, std::string name) {
    const TokenRange range = find(words);
    actor::Mention made;
    made.first_token = range.first;
    made.end_token = range.end;
    made.span = {document_.tokens()[range.first].span.begin, document_.tokens()[range.end - 1].span.end};
    made.kind = kind;
    made.key = std::move(key);
    made.name = std::move(name);
    mentions_.push_back(std::move(made));
    return mentions_.back();
  }
  actor::Mention& person(std::string_view words, std::string title = "") {
    auto& made = mention(words, actor::Kind::kPerson, "per/" + std::string(words), std::string(words));
    made.title = std::move(title);
    return made;
  }
  actor::Mention& state(std::string_view words, std::string name) {
    return mention(words, actor::Kind::kState, "state/" + name, name);
  }
  actor::Mention& metonym(std::string_view words, std::string name) {
    auto& made = mention(words, actor::Kind::kPlace, "place/" + std::string(words), std::string(words));
    made.stands_for_key = "state/" + name;
    made.stands_for_name = std::move(name);
    return made;
  }

  [[nodiscard]] std::vector<Event> events(const std::string& identity = "article", bool is_title = false) const {
    const Lexicon lexicon = Lexicon::german();
    Assembler assembler(lexicon, identity);
    assembler.add({source_, document_, clauses_, timexes_, mentions_, is_title});
    return assembler.take();
  }
  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] const text::Document& document() const { return document_; }
  [[nodiscard]] TaggedText tagged(bool is_title) const {
    return {source_, document_, clauses_, timexes_, mentions_, is_title};
  }

 private:
  [[nodiscard]] TokenRange find(std::string_view words) const {
    std::size_t occurrence = 1;
    if (const auto mark = words.find('#'); mark != std::string_view::npos) {
      occurrence = static_cast<std::size_t>(words[mark + 1] - '0');
      words = words.substr(0, mark);
    }
    std::size_t at = document_.text().find(words);
    for (; occurrence > 1 && at != std::string::npos; --occurrence) at = document_.text().find(words, at + 1);
    CAPTURE(words);
    REQUIRE(at != std::string::npos);
    TokenRange range;
    const auto& tokens = document_.tokens();
    while (tokens[range.first].span.begin < at) ++range.first;
    range.end = range.first;
    while (range.end < tokens.size() && tokens[range.end].span.end <= at + words.size()) ++range.end;
    REQUIRE(range.first < range.end);
    return range;
  }

  std::string source_;
  text::Document document_;
  clause::Clauses clauses_;
  std::vector<timex::Timex> timexes_;
  std::vector<actor::Mention> mentions_;
};

// "Russland, Donald Trump @Istanbul": names in order of mention, places behind '@'.
inline std::string cast_of(const Event& event) {
  std::string out;
  for (const Participant& participant : event.participants) {
    if (!out.empty()) out += ", ";
    if (participant.role == Role::kPlace) out += "@";
    out += participant.name;
  }
  return out;
}

}  // namespace annalen::event
