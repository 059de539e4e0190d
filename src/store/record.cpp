#include "store/record.h"

#include <algorithm>
#include <array>

namespace annalen::store {
namespace {
constexpr std::array<std::string_view, 6> kPartTexts = {"takes-part", "acts",  "acted-upon",
                                                        "spoken-to",  "place", "companion"};
constexpr std::array<std::string_view, 4> kStatusTexts = {"happened", "not", "planned", "possible"};
constexpr std::array<std::string_view, 3> kBasisTexts = {"stated", "story", "implied"};

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<std::string_view, N>& texts, std::string_view text) {
  const auto* const found = std::find(texts.begin(), texts.end(), text);
  if (found == texts.end()) return std::nullopt;
  return static_cast<Value>(found - texts.begin());
}
}  // namespace

std::string to_text(const Position& position) {
  return std::to_string(position.stream) + "/" + std::to_string(position.seq);
}

std::string_view to_text(RecordKind kind) {
  switch (kind) {
    case RecordKind::kGenesis:
      return "genesis";
    case RecordKind::kArticle:
      return "article";
    case RecordKind::kExtraction:
      return "extraction";
    case RecordKind::kCorrection:
      return "correction";
    case RecordKind::kRetraction:
      return "retraction";
    case RecordKind::kMerge:
      return "merge";
    case RecordKind::kUnmerge:
      return "unmerge";
    case RecordKind::kSplit:
      return "split";
    case RecordKind::kRedaction:
      return "redaction";
  }
  return "unknown";  // a kind of a later version: kept, not understood
}

std::string_view to_text(ParticipantRole role) { return role == ParticipantRole::kPlace ? "place" : "actor"; }

std::string_view to_text(Part part) { return kPartTexts[static_cast<std::size_t>(part)]; }

std::optional<Part> part_from_text(std::string_view text) { return value_of<Part>(kPartTexts, text); }

std::string_view to_text(Status status) { return kStatusTexts[static_cast<std::size_t>(status)]; }

std::optional<Status> status_from_text(std::string_view text) { return value_of<Status>(kStatusTexts, text); }

std::string_view to_text(Basis basis) { return kBasisTexts[static_cast<std::size_t>(basis)]; }

std::string_view to_text(TimexType type) {
  switch (type) {
    case TimexType::kDate:
      return "DATE";
    case TimexType::kTime:
      return "TIME";
    case TimexType::kDuration:
      return "DURATION";
    case TimexType::kSet:
      return "SET";
  }
  return "UNKNOWN";
}

}  // namespace annalen::store
