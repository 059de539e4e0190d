#include "event/assembler.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "event/cast.h"
#include "event/occasion.h"
#include "event/part.h"
#include "event/phrase.h"
#include "event/trigger.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

std::string slice(std::string_view source, const text::Span& span) {
  return std::string(source.substr(span.begin, span.size()));
}

text::Span span_of(const text::Document& document, const TokenRange& range) {
  return {document.tokens()[range.first].span.begin, document.tokens()[range.end - 1].span.end};
}

// The sentence, or of a very long one the tokens around the date.
TokenRange sentence_window(const text::Document& document, const Occasion& occasion) {
  const auto& sentence = document.sentences()[occasion.sentence];
  // A date may run over a line break that was taken for an end.
  const auto& last = document.sentences()[document.tokens()[occasion.end_token - 1].sentence];
  const TokenRange whole{sentence.first_token, std::max(sentence.end_token, last.end_token)};
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

std::string joined_words(const TaggedText& tagged, const std::vector<std::uint32_t>& tokens) {
  std::string out;
  for (const auto token : tokens) {
    if (!out.empty()) out += ' ';
    out += slice(tagged.source, tagged.document.source_span(tagged.document.tokens()[token].span));
  }
  return out;
}

// The same with " … " where other words stand between.
std::string spaced_words(const TaggedText& tagged, const std::vector<std::uint32_t>& tokens) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) out += tokens[i] == tokens[i - 1] + 1 ? " " : " … ";
    out += slice(tagged.source, tagged.document.source_span(tagged.document.tokens()[tokens[i]].span));
  }
  return out;
}

// Spans of the document become spans of the source.
void to_source(const TaggedText& tagged, Participant& participant) {
  participant.span = tagged.document.source_span(participant.span);
  participant.mention = slice(tagged.source, participant.span);
}

// `before` is the event made last, of the same text: what it knows of the sentence is not computed again.
Event event_of(const TaggedText& tagged, const Occasion& occasion, const Cast& cast, PartReader& parts,
               const Lexicon& lexicon, const Event* before) {
  const text::Document& document = tagged.document;
  const timex::Timex& timex = tagged.timexes[occasion.timex];
  const TokenRange date{occasion.first_token, occasion.end_token};
  const clause::Clause& home = tagged.clauses.clauses[occasion.clause];
  const auto phrase = attribute_phrase(document, home, date, lexicon);
  auto aside_of_date = aside(document, home, date, lexicon);
  // Between commas it must say what somebody was: ", am Mittwoch Salzburg," goes on with a list.
  if (aside_of_date && !aside_of_date->bracket && (!aside_of_date->noun || cast.names(*aside_of_date->noun))) {
    aside_of_date.reset();
  }
  const TokenRange window = sentence_window(document, occasion);
  const text::Span timex_span = document.source_span(span_of(document, date));
  const text::Span sentence_span = document.source_span(span_of(document, window));
  auto trigger = trigger_tokens(document, tagged.clauses, occasion, phrase, aside_of_date, lexicon);
  // A name says nobody's doing ("die Erklärung Obamas vom Freitag").
  if (!trigger.empty() && cast.names(trigger.front())) trigger = home.trigger;
  Event event{.id = {},  // the assembler's, who counts equals
              .dating = occasion.dating,
              .timex_type = timex.type,
              .timex = slice(tagged.source, timex_span),
              .timex_value = occasion.value,
              .timex_mod = timex.mod,
              .timex_span = timex_span,
              .derivation = timex.derivation,
              .sentence = slice(tagged.source, sentence_span),
              .sentence_span = sentence_span,
              .in_title = tagged.is_title,
              .trigger = joined_words(tagged, trigger),
              .participants = {},
              .stems = {}};
  const bool known = before != nullptr && before->sentence_span == sentence_span;
  event.stems = known ? before->stems : text::stems(document.of(span_of(document, window)));
  for (Member& member : cast.of(occasion, phrase, aside_of_date)) {
    to_source(tagged, member.participant);
    if (!sentence_span.contains(member.participant.span)) continue;
    const PartReader::Told told = parts.of(member, occasion, phrase, trigger);
    member.participant.part = told.part;
    member.participant.grounds = spaced_words(tagged, told.grounds);
    event.participants.push_back(std::move(member.participant));
  }
  return event;
}

}  // namespace

void Assembler::add(const TaggedText& tagged) {
  const Cast cast(tagged.document, tagged.clauses, tagged.mentions, lexicon_);
  PartReader parts(tagged.document, tagged.clauses, tagged.mentions, tagged.timexes, lexicon_);
  const std::size_t of_other_texts = events_.size();
  for (const Occasion& occasion : occasions(tagged.document, tagged.clauses, tagged.timexes)) {
    if (only_compares(tagged.document, {occasion.first_token, occasion.end_token}, lexicon_)) continue;
    if (events_.size() >= kEventsMax) {
      ++left_out_;
      continue;
    }
    const Event* before = events_.size() > of_other_texts ? &events_.back() : nullptr;
    Event event = event_of(tagged, occasion, cast, parts, lexicon_, before);
    const TokenRange window = sentence_window(tagged.document, occasion);
    event.id = ids_.next(tagged.document.of(span_of(tagged.document, window)),
                         tagged.document.of(span_of(tagged.document, {occasion.first_token, occasion.end_token})));
    events_.push_back(std::move(event));
  }
}

}  // namespace annalen::event
