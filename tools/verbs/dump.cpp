// dump: the log, record by record, for audit.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "exit_status.h"
#include "moment.h"
#include "store/dump.h"
#include "store/record_json.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

nlohmann::ordered_json bytes_json(const std::optional<std::string>& bytes) {
  return bytes ? nlohmann::ordered_json(to_base64(*bytes)) : nlohmann::ordered_json();
}

// `content` is JSON already and stands last, as it is.
std::string line_of(const store::StoredRecord& stored) {
  const nlohmann::ordered_json head{{"position", store::to_text(stored.record.position)},
                                    {"kind", store::to_text(stored.record.kind)},
                                    {"recorded", moment_text(stored.record.recorded_ms)},
                                    {"leaf", to_base64(stored.bytes)},
                                    {"salt", bytes_json(stored.salt)},
                                    {"payload", bytes_json(stored.payload)}};
  std::string line = head.dump();
  line.pop_back();
  const std::string content = store::content_json(stored);
  line.append(",\"content\":").append(content.empty() ? "null" : content).append("}\n");
  return line;
}

Result<int> run(const std::string& format, const Session& session) {
  if (format != "jsonl" && format != "capnp") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", format), "", "jsonl or capnp"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  const bool readable = format == "jsonl";
  Result<void> state = (*store)->scan_log(0, [&](const store::StoredRecord& stored) {
    return session.out->write(readable ? line_of(stored) : store::dump_entry_bytes(stored));
  });
  if (!state) return state.error();
  return kDone;
}

}  // namespace

void add_dump(CLI::App& app, Session& session) {
  Verb verb(
      app, session, "dump", "Write every record with its payload",
      {"dump --store DIR > store.jsonl", "dump --store DIR --format capnp | capnp decode proto/dump.capnp DumpEntry"});
  const auto format = std::make_shared<std::string>("jsonl");
  verb.store_option();
  verb.text("--format", *format, "jsonl or capnp");
  verb.on_call([&session, format] { return run(*format, session); });
}

}  // namespace annalen::tools
