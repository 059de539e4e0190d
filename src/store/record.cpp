#include "store/record.h"

namespace annalen::store {

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

std::string_view to_text(ParticipantRole role) {
  switch (role) {
    case ParticipantRole::kActor:
      return "actor";
    case ParticipantRole::kPlace:
      return "place";
  }
  return "unknown";
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
