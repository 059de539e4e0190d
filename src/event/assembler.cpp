#include "event/assembler.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "event/cast.h"
#include "event/facts.h"
#include "event/implied.h"
#include "event/occasion.h"
#include "event/occurrence.h"
#include "event/part.h"
#include "event/phrase.h"
#include "event/source_words.h"
#include "event/story.h"
#include "event/tale.h"
#include "event/trigger.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

// The sentence, or of a very long one the tokens around the date.
TokenRange sentence_window(const text::Document& document, const Occasion& occasion) {
  const auto& sentence = document.sentences()[occasion.sentence];
  TokenRange whole{sentence.first_token, sentence.end_token};
  // A date may run over a line break that was taken for an end.
  if (occasion.worded()) {
    const auto& last = document.sentences()[document.tokens()[occasion.end_token - 1].sentence];
    whole.end = std::max(whole.end, last.end_token);
  }
  if (span_of(document, whole).size() <= kSentenceBytesMax) return whole;
  TokenRange window{occasion.first_token, occasion.end_token};
  bool grown = true;
  while (grown) {
    grown = false;
    if (window.first > whole.first && span_of(document, {window.first - 1, window.end}).size() <= kSentenceBytesMax) {
      --window.first;
      grown = true;
    }
    if (window.end < whole.end && span_of(document, {window.first, window.end + 1}).size() <= kSentenceBytesMax) {
      ++window.end;
      grown = true;
    }
  }
  return window;
}

// Spans of the document become spans of the source.
void to_source(const TaggedText& tagged, Participant& participant) {
  participant.span = tagged.document.source_span(participant.span);
  participant.mention = source_slice(tagged.source, participant.span);
}

// What reads one text.
struct Readers {
  Cast cast;
  PartReader parts;
  FactsReader facts;
};

// The words of an occasion that tell it, and those around its date.
struct Telling {
  std::optional<AttributePhrase> phrase;
  std::optional<Aside> aside;
  std::vector<std::uint32_t> trigger;
};

Telling telling_of(const TaggedText& tagged, const Occasion& occasion, const Cast& cast, const Lexicon& lexicon) {
  const clause::Clause& home = tagged.clauses.clauses[occasion.clause];
  if (occasion.basis != Basis::kStated) return {{}, {}, home.trigger};
  const text::Document& document = tagged.document;
  const TokenRange date{occasion.first_token, occasion.end_token};
  Telling out;
  out.phrase = attribute_phrase(document, home, date, lexicon);
  out.aside = aside(document, home, date, lexicon);
  // Between commas it must say what somebody was: ", am Mittwoch Salzburg," goes on with a list.
  if (out.aside && !out.aside->bracket && (!out.aside->noun || cast.names(*out.aside->noun))) out.aside.reset();
  out.trigger = trigger_tokens(document, tagged.clauses, occasion, out.phrase, out.aside, lexicon);
  // A name says nobody's doing ("die Erklärung Obamas vom Freitag").
  if (!out.trigger.empty() && cast.names(out.trigger.front())) out.trigger = home.trigger;
  return out;
}

// An event and where the text tells it.
struct Made {
  Event event;
  Occasion occasion;
  std::uint32_t clause = 0;
  bool by_clause = false;  // what the clause tells, not a noun or an aside in it
  std::optional<std::uint32_t> saying_clause;
};

// `before` is the event made last, of the same text: what it knows of the sentence is not computed again.
Made event_of(const TaggedText& tagged, const Occasion& occasion, Readers& readers, const Lexicon& lexicon,
              const Event* before) {
  const text::Document& document = tagged.document;
  const timex::Timex& timex = tagged.timexes[occasion.timex];
  const Telling telling = telling_of(tagged, occasion, readers.cast, lexicon);
  const TokenRange window = sentence_window(document, occasion);
  const text::Span sentence_span = document.source_span(span_of(document, window));
  text::Span timex_span{sentence_span.begin, sentence_span.begin};
  if (occasion.worded()) {
    timex_span = document.source_span(span_of(document, {occasion.first_token, occasion.end_token}));
  }
  Event event{.id = {},  // the assembler's, who counts equals
              .dating = occasion.dating,
              .timex_type = timex.type,
              .timex = source_slice(tagged.source, timex_span),
              .timex_value = occasion.value,
              .timex_mod = timex.mod,
              .timex_span = timex_span,
              .derivation = timex.derivation,
              .sentence = source_slice(tagged.source, sentence_span),
              .sentence_span = sentence_span,
              .in_title = tagged.is_title,
              .trigger = joined_words(tagged.source, document, telling.trigger),
              .participants = {},
              .stems = {}};
  const bool known = before != nullptr && before->sentence_span == sentence_span;
  event.stems = known ? before->stems : text::stems(document.of(span_of(document, window)));
  for (Member& member : readers.cast.of(occasion, telling.phrase, telling.aside)) {
    to_source(tagged, member.participant);
    if (!sentence_span.contains(member.participant.span)) continue;
    const PartReader::Told part = readers.parts.of(member, occasion, telling.phrase, telling.trigger);
    member.participant.part = part.part;
    member.participant.grounds = spaced_words(tagged.source, document, part.grounds);
    event.participants.push_back(std::move(member.participant));
  }
  const Occurrence occurrence{document, tagged.clauses, occasion, telling.trigger, tagged.published};
  FactsReader::Told told = readers.facts.of(occurrence);
  event.facts = std::move(told.facts);
  const bool by_clause = occurrence.told_by_verb() || !occurrence.clause().finite_verb;
  return {std::move(event), occasion, occurrence.clause_index(), by_clause, told.saying_clause};
}

// Ties what is said to the event that is the saying: the first one that its clause tells.
void link_sayings(std::vector<Made>& made) {
  std::map<std::uint32_t, std::size_t> first_of_clause;
  for (std::size_t i = 0; i < made.size(); ++i) first_of_clause.emplace(made[i].clause, i);
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (!made[i].saying_clause) continue;
    const auto saying = first_of_clause.find(*made[i].saying_clause);
    if (saying == first_of_clause.end() || saying->second == i) continue;
    made[i].event.facts.said_in = made[saying->second].event.id;
  }
}

bool is_saying(const Event& event) { return event.facts.type == "statement"; }

// The derivation of a date that another event gives.
timex::Derivation counted_from(const Event& base, std::string rule, std::string_view words) {
  timex::Derivation out;
  out.rule = std::move(rule);
  if (!words.empty()) out.parts.emplace_back("words", words);
  out.anchor = base.timex_value;
  out.result = base.derivation.result;
  return out;
}

}  // namespace

// The events of one text in the making: first the stated ones, then those that are dated against others.
class Assembler::Text {
 public:
  Text(const TaggedText& tagged, const Lexicon& lexicon, EventIds& ids)
      : tagged_(tagged),
        lexicon_(lexicon),
        ids_(ids),
        readers_{Cast(tagged.document, tagged.clauses, tagged.mentions, lexicon),
                 PartReader(tagged.document, tagged.clauses, tagged.mentions, tagged.timexes, lexicon),
                 FactsReader(tagged, lexicon)},
        tale_(tagged.document, tagged.clauses) {}

  // Each makes at most `room` events in all and answers how many it left out.
  std::size_t add_stated(std::size_t room);
  std::size_t add_story(std::size_t room);
  std::size_t add_implied(std::size_t room);
  // In text order.
  void take(std::vector<Event>& out);

 private:
  Made& add(const Occasion& occasion);
  Made& keep(Made made);
  void date_by(Made& made, const ImpliedBase& base) const;

  const TaggedText& tagged_;
  const Lexicon& lexicon_;
  EventIds& ids_;
  Readers readers_;
  Tale tale_;
  std::vector<Made> made_;
};

Made& Assembler::Text::add(const Occasion& occasion) {
  return keep(event_of(tagged_, occasion, readers_, lexicon_, made_.empty() ? nullptr : &made_.back().event));
}

Made& Assembler::Text::keep(Made one) {
  const text::Document& document = tagged_.document;
  made_.push_back(std::move(one));
  Made& made = made_.back();
  const Occasion& occasion = made.occasion;
  const auto words = occasion.worded() ? document.of(span_of(document, {occasion.first_token, occasion.end_token}))
                                       : std::string_view{};
  made.event.id = ids_.next(document.of(span_of(document, sentence_window(document, occasion))), words);
  made.event.basis = occasion.basis;
  if (occasion.basis == Basis::kImplied) return made;  // no base of others
  tale_.add({.event = made_.size() - 1,
             .first_token = occasion.first_token,
             .sentence = occasion.sentence,
             .clause = made.clause,
             .by_clause = made.by_clause,
             .saying = is_saying(made.event),
             .status = made.event.facts.status,
             .granularity = made.event.dating.granularity,
             .relation = made.event.dating.relation});
  return made;
}

std::size_t Assembler::Text::add_stated(std::size_t room) {
  std::size_t left_out = 0;
  for (const Occasion& occasion : occasions(tagged_.document, tagged_.clauses, tagged_.timexes)) {
    if (only_compares(tagged_.document, {occasion.first_token, occasion.end_token}, lexicon_)) continue;
    if (made_.size() < room) {
      add(occasion);
    } else {
      ++left_out;
    }
  }
  return left_out;
}

std::size_t Assembler::Text::add_story(std::size_t room) {
  if (made_.empty()) return 0;
  std::size_t left_out = 0;
  const StoryReader story(tagged_.document, tagged_.clauses, tagged_.timexes, lexicon_);
  for (const StoryTime& time : story.times(tale_)) {
    const auto base = story.base_of(time, tale_);
    if (!base) continue;
    if (made_.size() >= room) {
      ++left_out;
      continue;
    }
    Occasion occasion = made_[base->told.event].occasion;
    occasion.first_token = time.words.first;
    occasion.end_token = time.words.end;
    occasion.sentence = time.sentence;
    occasion.clause = time.clause;
    occasion.part_first = 0;
    occasion.part_end = ~std::uint32_t{0};
    occasion.basis = Basis::kStory;
    occasion.dating.relation = base->relation;
    Event& event = add(occasion).event;
    const Event& counted = made_[base->told.event].event;
    event.base = counted.id;
    event.derivation = counted_from(counted, "story", event.timex);
  }
  return left_out;
}

// The day that a time of day lies in; a night over midnight stays.
timex::Dating day_of(timex::Dating dating, std::string& value) {
  if (dating.granularity >= time::Granularity::kDay) return dating;
  std::vector<time::Interval> days;
  for (const time::Interval& reading : dating.readings.list()) {
    const auto day = time::day_of(reading.begin());
    const auto next = time::CivilDay{day.count + 1};
    auto whole = time::Interval::make(time::start_of(day), time::start_of(next));
    if (!whole || !whole->contains(reading)) return dating;
    days.push_back(*whole);
  }
  auto readings = time::Readings::of(std::move(days));
  if (!readings) return dating;
  dating.readings = std::move(*readings);
  dating.granularity = time::Granularity::kDay;
  value = value.substr(0, value.find('T'));
  dating.edtf = dating.readings.exact() ? time::to_text(dating.readings.hull().begin()) : std::string();
  return dating;
}

void Assembler::Text::date_by(Made& made, const ImpliedBase& base) const {
  const Made& from = made_[base.told.event];
  const timex::Timex& timex = tagged_.timexes[from.occasion.timex];
  made.occasion.timex = from.occasion.timex;
  made.event.timex_type = timex.type;
  made.event.timex_mod = timex.mod;
  made.event.timex_value = from.event.timex_value;
  made.event.dating = day_of(from.event.dating, made.event.timex_value);
  made.event.dating.relation = base.relation;
  made.event.base = from.event.id;
  made.event.derivation = counted_from(from.event, "implied", {});
}

std::size_t Assembler::Text::add_implied(std::size_t room) {
  if (made_.empty()) return 0;
  std::size_t left_out = 0;
  const ImpliedReader implied(tagged_.document, tagged_.clauses, tagged_.timexes, tale_, lexicon_);
  for (const ImpliedTime& time : implied.times()) {
    if (!implied.base_of(time, true) && !implied.base_of(time, false)) continue;
    Occasion occasion = made_.front().occasion;
    occasion.first_token = tagged_.document.sentences()[time.sentence].first_token;
    occasion.end_token = occasion.first_token;
    occasion.sentence = time.sentence;
    occasion.clause = time.clause;
    occasion.part_first = 0;
    occasion.part_end = ~std::uint32_t{0};
    occasion.basis = Basis::kImplied;
    Made made = event_of(tagged_, occasion, readers_, lexicon_, nullptr);
    // Nobody named, nothing known of what was done: nothing that a search finds.
    if (made.event.participants.empty() && made.event.facts.type == "other") continue;
    const auto base = implied.base_of(time, is_saying(made.event));
    if (!base) continue;
    if (made_.size() >= room) {
      ++left_out;
      continue;
    }
    date_by(made, *base);
    keep(std::move(made));
  }
  return left_out;
}

void Assembler::Text::take(std::vector<Event>& out) {
  link_sayings(made_);
  std::stable_sort(made_.begin(), made_.end(),
                   [](const Made& a, const Made& b) { return a.occasion.first_token < b.occasion.first_token; });
  for (Made& one : made_) out.push_back(std::move(one.event));
}

void Assembler::add(const TaggedText& tagged) {
  Text text(tagged, lexicon_, ids_);
  const std::size_t room = kEventsMax - events_.size();
  left_out_ += text.add_stated(room);
  if (!tagged.is_title) {
    left_out_ += text.add_story(room);
    left_out_ += text.add_implied(room);
  }
  text.take(events_);
}

}  // namespace annalen::event
