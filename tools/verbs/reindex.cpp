// reindex: drops every index and builds it anew from log and payloads.
#include <fmt/format.h>

#include <cstdio>

#include "exit_status.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

Result<int> run(const Session& session) {
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWrite);
  if (!store) return store.error();
  if (Result<void> state = (*store)->reindex(); !state) return state.error();
  std::fputs(fmt::format("reindexed {} records\n", (*store)->size()).c_str(), stderr);
  return kDone;
}

}  // namespace

void add_reindex(CLI::App& app, Session& session) {
  Verb verb(app, session, "reindex", "Build all indexes anew from the log", {"reindex --store DIR"});
  verb.store_option();
  verb.on_call([&session] { return run(session); });
}

}  // namespace annalen::tools
