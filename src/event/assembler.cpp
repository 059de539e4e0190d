#include "event/assembler.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "event/cast.h"
#include "event/facts.h"
#include "event/occasion.h"
#include "event/occurrence.h"
#include "event/part.h"
#include "event/phrase.h"
#include "event/source_words.h"
#include "event/trigger.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

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

// An event and where the text tells it.
struct Made {
  Event event;
  std::uint32_t clause = 0;
  std::optional<std::uint32_t> saying_clause;
};

// `before` is the event made last, of the same text: what it knows of the sentence is not computed again.
Made event_of(const TaggedText& tagged, const Occasion& occasion, Readers& readers, const Lexicon& lexicon,
              const Event* before) {
  const text::Document& document = tagged.document;
  const timex::Timex& timex = tagged.timexes[occasion.timex];
  const TokenRange date{occasion.first_token, occasion.end_token};
  const clause::Clause& home = tagged.clauses.clauses[occasion.clause];
  const auto phrase = attribute_phrase(document, home, date, lexicon);
  auto aside_of_date = aside(document, home, date, lexicon);
  // Between commas it must say what somebody was: ", am Mittwoch Salzburg," goes on with a list.
  if (aside_of_date && !aside_of_date->bracket && (!aside_of_date->noun || readers.cast.names(*aside_of_date->noun))) {
    aside_of_date.reset();
  }
  const TokenRange window = sentence_window(document, occasion);
  const text::Span timex_span = document.source_span(span_of(document, date));
  const text::Span sentence_span = document.source_span(span_of(document, window));
  auto trigger = trigger_tokens(document, tagged.clauses, occasion, phrase, aside_of_date, lexicon);
  // A name says nobody's doing ("die Erklärung Obamas vom Freitag").
  if (!trigger.empty() && readers.cast.names(trigger.front())) trigger = home.trigger;
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
              .trigger = joined_words(tagged.source, document, trigger),
              .participants = {},
              .stems = {}};
  const bool known = before != nullptr && before->sentence_span == sentence_span;
  event.stems = known ? before->stems : text::stems(document.of(span_of(document, window)));
  for (Member& member : readers.cast.of(occasion, phrase, aside_of_date)) {
    to_source(tagged, member.participant);
    if (!sentence_span.contains(member.participant.span)) continue;
    const PartReader::Told part = readers.parts.of(member, occasion, phrase, trigger);
    member.participant.part = part.part;
    member.participant.grounds = spaced_words(tagged.source, document, part.grounds);
    event.participants.push_back(std::move(member.participant));
  }
  const Occurrence occurrence{document, tagged.clauses, occasion, trigger};
  FactsReader::Told told = readers.facts.of(occurrence);
  event.facts = std::move(told.facts);
  return {std::move(event), occurrence.clause_index(), told.saying_clause};
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

}  // namespace

void Assembler::add(const TaggedText& tagged) {
  Readers readers{Cast(tagged.document, tagged.clauses, tagged.mentions, lexicon_),
                  PartReader(tagged.document, tagged.clauses, tagged.mentions, tagged.timexes, lexicon_),
                  FactsReader(tagged, lexicon_)};
  std::vector<Made> made;
  for (const Occasion& occasion : occasions(tagged.document, tagged.clauses, tagged.timexes)) {
    if (only_compares(tagged.document, {occasion.first_token, occasion.end_token}, lexicon_)) continue;
    if (events_.size() + made.size() >= kEventsMax) {
      ++left_out_;
      continue;
    }
    made.push_back(event_of(tagged, occasion, readers, lexicon_, made.empty() ? nullptr : &made.back().event));
    const TokenRange window = sentence_window(tagged.document, occasion);
    made.back().event.id =
        ids_.next(tagged.document.of(span_of(tagged.document, window)),
                  tagged.document.of(span_of(tagged.document, {occasion.first_token, occasion.end_token})));
  }
  link_sayings(made);
  for (Made& one : made) events_.push_back(std::move(one.event));
}

}  // namespace annalen::event
