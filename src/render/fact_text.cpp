#include "render/fact_text.h"

#include <string_view>

namespace annalen::render {
namespace {

constexpr std::string_view kNoType = "other";

std::string_view words_of(store::Status status) {
  switch (status) {
    case store::Status::kHappened:
      return "";
    case store::Status::kNot:
      return "did not happen";
    case store::Status::kPlanned:
      return "planned";
    case store::Status::kPossible:
      return "unconfirmed";  // "possible" is said of dates
  }
  return "";
}

}  // namespace

std::string status_text(const store::StoredFacts& facts) {
  std::string out(words_of(facts.status));
  if (!facts.speaker) return out;
  if (!out.empty()) out += ", ";
  return out.append("says ").append(facts.speaker->name);
}

std::string predicate_text(const store::StoredFacts& facts) {
  const bool typed = !facts.type.empty() && facts.type != kNoType;
  if (facts.predicate.empty()) return typed ? facts.type : std::string();
  return typed ? facts.predicate + " (" + facts.type + ")" : facts.predicate;
}

}  // namespace annalen::render
