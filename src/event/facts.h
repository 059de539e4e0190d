// facts.h: what the sentence makes of an event: predicate, type, status and speaker, each read by a file of its own.
// Threads: a FactsReader belongs to one text and one thread.
#pragma once

#include <cstdint>
#include <optional>

#include "event/assembler.h"
#include "event/occurrence.h"
#include "event/speaker.h"

namespace annalen::event {

class FactsReader {
 public:
  // Both outlive the reader.
  FactsReader(const TaggedText& tagged, const Lexicon& lexicon);

  struct Told {
    Facts facts;                                      // without said_in
    std::optional<std::uint32_t> saying_clause = {};  // whose event is the saying
  };
  [[nodiscard]] Told of(const Occurrence& occurrence) const;

 private:
  [[nodiscard]] Speaker speaker_of(const Saying& saying) const;

  const TaggedText& tagged_;
  const Lexicon& lexicon_;
  SpeakerReader speakers_;
};

}  // namespace annalen::event
