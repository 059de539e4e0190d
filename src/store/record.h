// record.h: what the store keeps, as value types. Knows records, not German.
// Threads: value types.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "time/granularity.h"
#include "time/publication.h"
#include "time/readings.h"

namespace annalen::store {

inline constexpr std::uint16_t kFormatVersion = 1;

struct Position {
  std::uint32_t stream = 0;
  std::uint64_t seq = 0;
  auto operator<=>(const Position&) const = default;
};
[[nodiscard]] std::string to_text(const Position& position);  // "0/17"

// Numbers of proto/record.capnp: DO NOT CHANGE, only append.
enum class RecordKind : std::uint16_t {
  kGenesis = 1,
  kArticle = 2,
  kExtraction = 3,
  kCorrection = 4,
  kRetraction = 5,
  kMerge = 6,
  kUnmerge = 7,
  kSplit = 8,
  kRedaction = 9,
};
[[nodiscard]] std::string_view to_text(RecordKind kind);

struct ToolVersion {
  std::uint16_t major = 0;
  std::uint16_t minor = 0;
  std::uint16_t patch = 0;
  auto operator<=>(const ToolVersion&) const = default;
};

struct Record {
  RecordKind kind = RecordKind::kGenesis;
  std::uint16_t format_version = kFormatVersion;
  Position position;
  std::int64_t recorded_ms = 0;  // since 1970-01-01T00:00Z
  std::uint64_t operator_id = 0;
  ToolVersion tool;
  std::optional<Position> subject;
  std::optional<Position> object;
  Hash payload_hash{};  // SHA-256 over (salt, payload bytes)
};

// A record as it is stored, for audit.
struct StoredRecord {
  Record record;
  std::string bytes;                   // exactly what the Merkle tree was computed over
  std::optional<std::string> salt;     // absent once redacted
  std::optional<std::string> payload;  // bytes of a Payload message; absent once redacted
};

struct StoredArticle {
  Position position;
  std::string identity;
  std::string title;
  std::string publisher;
  std::string url;
  std::string collection;
  time::Publication publication;
  std::string body;
  Hash content_hash{};
  std::vector<std::pair<std::string, std::string>> other;  // name -> JSON text
};

// Where an event stands: the ordinal within its extraction record.
struct EventRef {
  Position extraction;
  std::uint32_t ordinal = 0;
  auto operator<=>(const EventRef&) const = default;
};

enum class ParticipantRole : std::uint16_t { kActor = 0, kPlace = 1 };
// What a participant does in the event; kPlace exactly for those whose role is a place.
enum class Part : std::uint16_t {
  kTakesPart = 0,
  kActs = 1,
  kActedUpon = 2,
  kSpokenTo = 3,
  kPlace = 4,
  kCompanion = 5
};
// Whether the event happened, as far as its speaker says.
enum class Status : std::uint16_t { kHappened = 0, kNot = 1, kPlanned = 2, kPossible = 3 };
// What the date rests on: words of its own, a word that ties it to another event, or no word.
enum class Basis : std::uint16_t { kStated = 0, kStory = 1, kImplied = 2 };
enum class TimexType : std::uint16_t { kDate = 0, kTime = 1, kDuration = 2, kSet = 3 };
[[nodiscard]] std::string_view to_text(ParticipantRole role);  // "actor", "place"
// "takes-part", "acts", "acted-upon", "spoken-to", "place", "companion"
[[nodiscard]] std::string_view to_text(Part part);
[[nodiscard]] std::optional<Part> part_from_text(std::string_view text);
[[nodiscard]] std::string_view to_text(TimexType type);  // "DATE", …
[[nodiscard]] std::string_view to_text(Status status);   // "happened", "not", "planned", "possible"
[[nodiscard]] std::optional<Status> status_from_text(std::string_view text);
[[nodiscard]] std::string_view to_text(Basis basis);  // "stated", "story", "implied"

struct StoredParticipant {
  std::string mention;
  std::string key;
  std::string name;
  std::string title;
  std::uint32_t offset_bytes = 0;
  std::uint32_t length_bytes = 0;
  ParticipantRole role = ParticipantRole::kActor;  // what the indexes tell apart
  Part part = Part::kTakesPart;
  std::string grounds;  // the words that tell the part; empty when none do
};

// Who says that an event happened.
struct StoredSpeaker {
  std::string mention;
  std::string key;  // empty for somebody without a name ("die Polizei")
  std::string name;
  std::uint32_t offset_bytes = 0;
  std::uint32_t length_bytes = 0;
  std::string grounds;                    // the words that tell so
  std::vector<std::string> folded_names;  // under which a query finds the speaker
};

// What the sentence makes of an event. Grounds: the words that tell.
struct StoredFacts {
  std::string predicate;
  std::string type;  // empty in records of earlier versions
  std::string cameo;
  std::string type_grounds;
  Status status = Status::kHappened;
  std::string status_grounds;
  std::optional<StoredSpeaker> speaker = {};  // empty: the article itself
  std::string said_in;                        // id of the event that is the saying
};

struct StoredDerivation {
  std::string rule;
  std::vector<std::pair<std::string, std::string>> parts;
  std::string anchor;
  std::string result;
};

struct StoredEvent {
  EventRef ref;
  Position article;  // the version it was found in
  std::string article_identity;
  std::string id;
  time::Readings readings;
  time::Granularity granularity = time::Granularity::kDay;
  time::Relation relation = time::Relation::kAt;
  bool ongoing = false;
  bool in_title = false;
  std::string edtf;
  std::string timex;
  TimexType timex_type = TimexType::kDate;
  std::string timex_value;
  std::string timex_mod;
  std::uint32_t timex_offset_bytes = 0;
  std::uint32_t timex_length_bytes = 0;
  StoredDerivation derivation;
  std::string sentence;
  std::uint32_t sentence_offset_bytes = 0;
  std::uint32_t sentence_length_bytes = 0;
  std::string trigger;
  std::vector<StoredParticipant> participants;
  std::vector<std::pair<std::string, std::string>> other;  // name -> JSON text
  StoredFacts facts = {};
  Basis basis = Basis::kStated;
  std::string base = {};  // id of the event that it is dated against; empty when stated
};

}  // namespace annalen::store
