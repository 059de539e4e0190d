// event.h: one dated happening with its sentence, participants and source.
// Offsets: bytes of the article's body (or title, when in_title) as given.
// Threads: value types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/document.h"
#include "timex/timex.h"

namespace annalen::event {

inline constexpr std::size_t kEventsMax = 20'000;  // of one article

// Stored numbers: DO NOT CHANGE, only append. The same as in proto/payload.capnp.
enum class Role : std::uint8_t { kActor = 0, kPlace = 1 };
// What the participant does in the event; kTakesPart where the clause does not tell.
enum class Part : std::uint8_t { kTakesPart = 0, kActs = 1, kActedUpon = 2, kSpokenTo = 3, kPlace = 4, kCompanion = 5 };
// Whether it happened, as far as the speaker says (DESIGN.md, Conventions, Status).
enum class Status : std::uint8_t { kHappened = 0, kNot = 1, kPlanned = 2, kPossible = 3 };
// What the date rests on: the event's own words, a word that ties it to the event told before ("danach"), or no word.
enum class Basis : std::uint8_t { kStated = 0, kStory = 1, kImplied = 2 };

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

// Who says that it happened.
struct Speaker {
  text::Span span;
  std::string mention;  // as written
  std::string key;      // as a participant's; empty for somebody without a name ("die Polizei")
  std::string name;     // canonical name of the key, else the noun phrase without its article
  std::string grounds;  // the words that tell so ("sagte", "laut")
};

// What the sentence makes of the event. Grounds: words as written, " … " where others stand between.
struct Facts {
  std::string predicate;  // infinitive ("zurückweisen"), or the noun where no verb is known; may be empty
  std::string type = "other";
  std::string cameo;  // CAMEO root code, two digits; may be empty
  std::string type_grounds;
  Status status = Status::kHappened;
  std::string status_grounds;
  std::optional<Speaker> speaker = {};  // empty: the article itself
  std::string said_in;                  // id of the event that is the saying; may be empty
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
  Facts facts = {};
  Basis basis = Basis::kStated;
  std::string base = {};  // id of the event that it is dated against; empty when stated
};

// Of these, how many a word dates: what a store counts, and a query finds that does not ask for implied dates.
[[nodiscard]] std::size_t told_count(const std::vector<Event>& events);

}  // namespace annalen::event
