#include "render/paint.h"

namespace annalen::render {
namespace {

std::string_view code_of(Paint paint) {
  switch (paint) {
    case Paint::kPlain:
      return "";
    case Paint::kDate:
      return "\x1b[1m";
    case Paint::kActor:
      return "\x1b[36m";
    case Paint::kTimex:
      return "\x1b[1;4m";
    case Paint::kCertain:
      return "\x1b[32m";
    case Paint::kPossible:
      return "\x1b[33m";
    case Paint::kQuiet:
      return "\x1b[2m";
  }
  return "";
}

}  // namespace

std::string painted(std::string_view text, Paint paint, bool colour) {
  const std::string_view code = code_of(paint);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code).append(text).append("\x1b[0m");
}

}  // namespace annalen::render
