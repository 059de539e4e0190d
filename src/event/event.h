// event.h: one dated happening with its sentence, participants and source.
// Offsets: bytes of the article's body (or title, when in_title) as given.
// Threads: value types.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

inline constexpr std::size_t kEventsMax = 20'000;  // of one article

// Stored numbers: DO NOT CHANGE, only append. The same as in proto/payload.capnp.
enum class Role : std::uint8_t { kActor = 0, kPlace = 1 };
// What the participant does in the event; kTakesPart where the clause does not tell.
enum class Part : std::uint8_t { kTakesPart = 0, kActs = 1, kActedUpon = 2, kSpokenTo = 3, kPlace = 4 };

struct Participant {
  text::Span span;
  std::string mention;  // as written
  std::string key;      // of the actor that it stands for ("Moskau" acting -> state/RU), or the place
  std::string name;     // canonical
  std::string title;    // role as written ("Kreml-Sprecher"); may be empty
  Role role = Role::kActor;
  Part part = Part::kTakesPart;  // kPlace exactly where `role` is
  std::string grounds;           // the words that tell the part ("von … wurde … empfangen"); empty when none do
};

struct Event {
  std::string id;  // 16 base32 characters, DESIGN.md, Event id
  timex::Dating dating;
  timex::Type timex_type = timex::Type::kDate;
  std::string timex;  // as written; a range from its first to its last word
  std::string timex_value;
  std::string timex_mod;
  text::Span timex_span;
  timex::Derivation derivation;
  std::string sentence;
  text::Span sentence_span;
  bool in_title = false;
  std::string trigger;                    // as written, a separated particle last ("wies zurück"); may be empty
  std::vector<Participant> participants;  // in order of mention
  std::vector<std::string> stems;         // sorted stems of the sentence, for --text
};

}  // namespace annalen::event
