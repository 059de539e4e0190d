#include "event/facts.h"

#include <utility>

#include "event/predicate.h"
#include "event/source_words.h"
#include "event/status.h"
#include "event/type.h"

namespace annalen::event {

FactsReader::FactsReader(const TaggedText& tagged, const Lexicon& lexicon)
    : tagged_(tagged),
      lexicon_(lexicon),
      speakers_(tagged.document, tagged.clauses, tagged.mentions, tagged.timexes, lexicon) {}

FactsReader::Told FactsReader::of(const Occurrence& occurrence) const {
  const auto words = [&](const std::vector<std::uint32_t>& tokens) {
    return spaced_words(tagged_.source, tagged_.document, tokens);
  };
  Predicate predicate = predicate_of(occurrence, lexicon_);
  Type type = type_of(occurrence, predicate, lexicon_);
  const auto saying = speakers_.of(occurrence);
  const Judgement judgement = status_of(occurrence, saying.has_value(), lexicon_);
  Told out{.facts = {.predicate = std::move(predicate.lemma),
                     .type = std::move(type.code),
                     .cameo = std::move(type.cameo),
                     .type_grounds = words(type.grounds),
                     .status = judgement.status,
                     .status_grounds = words(judgement.grounds),
                     .speaker = {},
                     .said_in = {}}};
  if (saying) {
    out.facts.speaker = speaker_of(*saying);
    out.saying_clause = saying->clause;
  }
  return out;
}

Speaker FactsReader::speaker_of(const Saying& saying) const {
  Speaker out;
  out.span = tagged_.document.source_span(span_of(tagged_.document, saying.speaker));
  out.mention = source_slice(tagged_.source, out.span);
  out.grounds = spaced_words(tagged_.source, tagged_.document, saying.grounds);
  out.name = out.mention;
  if (!saying.mention) return out;
  // Who speaks acts: a metonym is the actor that it stands for.
  const actor::Mention& mention = tagged_.mentions[*saying.mention];
  const bool stands_for = !mention.stands_for_key.empty();
  out.key = stands_for ? mention.stands_for_key : mention.key;
  out.name = stands_for ? mention.stands_for_name : mention.name;
  return out;
}

}  // namespace annalen::event
