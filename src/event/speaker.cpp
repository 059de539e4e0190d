#include "event/speaker.h"

namespace annalen::event {

SpeakerReader::SpeakerReader(const text::Document& /*document*/, const clause::Clauses& /*clauses*/,
                             std::span<const actor::Mention> /*mentions*/, const Lexicon& /*lexicon*/) {}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): will look at the text
std::optional<Saying> SpeakerReader::of(const Occurrence& /*occurrence*/) const { return std::nullopt; }

}  // namespace annalen::event
