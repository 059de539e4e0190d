// exit_status.h: what `annalen` answers to the shell (DESIGN.md, Command line).
#pragma once

#include "base/result.h"

namespace annalen::tools {

inline constexpr int kDone = 0;    // also when nothing matched
inline constexpr int kNo = 1;      // verify found damage, no such id
inline constexpr int kWrong = 2;   // the call or an input was wrong
inline constexpr int kFailed = 3;  // disk full, permission, damage met by any verb but verify

[[nodiscard]] constexpr int exit_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
    case ErrorKind::kInput:
      return kWrong;
    case ErrorKind::kNotFound:
      return kNo;
    case ErrorKind::kDamaged:
    case ErrorKind::kBusy:
    case ErrorKind::kSystem:
      return kFailed;
  }
  return kFailed;
}

}  // namespace annalen::tools
