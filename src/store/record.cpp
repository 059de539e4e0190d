#include "store/record.h"

#include <algorithm>
#include <array>

namespace annalen::store {
namespace {
constexpr std::array<std::string_view, 5> kPartTexts = {"takes-part", "acts", "acted-upon", "spoken-to", "place"};
}

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

std::optional<Part> part_from_text(std::string_view text) {
  const auto* const found = std::find(kPartTexts.begin(), kPartTexts.end(), text);
  if (found == kPartTexts.end()) return std::nullopt;
  return static_cast<Part>(found - kPartTexts.begin());
}

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
