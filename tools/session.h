// session.h: what main gives to a verb: clock, randomness, terminal, environment. Nothing below asks for them itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "output.h"
#include "store/store.h"

namespace annalen::tools {

struct Session {
  Clock* clock = nullptr;
  Randomness* randomness = nullptr;
  Output* out = nullptr;
  bool out_is_terminal = false;
  bool error_is_terminal = false;
  bool colour = false;       // when nothing is said: a terminal, and NO_COLOR is not set
  std::size_t columns = 80;  // of the terminal
  std::string store_path;    // ANNALEN_STORE, then --store
  std::string operator_name;
  // The verb that was called; gives the exit status.
  std::function<Result<int>()> action;
};

inline constexpr store::ToolVersion kToolVersion{ANNALEN_VERSION_MAJOR, ANNALEN_VERSION_MINOR, ANNALEN_VERSION_PATCH};

// Opens --store. A store that is not there is kUsage.
[[nodiscard]] Result<std::unique_ptr<store::Store>> open_store(const Session& session, store::OpenMode mode);

// "annalen: error: …" on standard error, one line, nothing in it steers a terminal.
void report_error(const Error& error);
// "annalen: note: …", likewise.
void report_note(const std::string& note);

}  // namespace annalen::tools
