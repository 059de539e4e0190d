#include "session.h"

#include <cstdio>

#include "render/width.h"

namespace annalen::tools {
namespace {

void report(std::string_view kind, std::string_view text) {
  std::string line = "annalen: ";
  line.append(kind).append(": ").append(render::printable(text)).append("\n");
  std::fputs(line.c_str(), stderr);
}

}  // namespace

void report_error(const Error& error) { report("error", error.message()); }
void report_note(const std::string& note) { report("note", note); }

Result<std::unique_ptr<store::Store>> open_store(const Session& session, store::OpenMode mode) {
  if (session.store_path.empty()) {
    return Error{ErrorKind::kUsage, "no store is named", "", "give --store DIR or set ANNALEN_STORE"};
  }
  store::OpenOptions options;
  options.mode = mode;
  options.operator_name = session.operator_name;
  options.tool = kToolVersion;
  options.clock = session.clock;
  options.randomness = session.randomness;
  Result<std::unique_ptr<store::Store>> opened = store::open_rocks_store(session.store_path, options);
  if (opened || opened.error().kind != ErrorKind::kNotFound) return opened;
  Error error = opened.error();
  error.kind = ErrorKind::kUsage;
  return error;
}

}  // namespace annalen::tools
