// checkpoint: size and Merkle root of the log, in C2SP form.
#include "store/checkpoint.h"

#include "exit_status.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

Result<int> run(const Session& session) {
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<store::Checkpoint> checkpoint = (*store)->checkpoint();
  if (!checkpoint) return checkpoint.error();
  session.out->write(store::to_text(*checkpoint));
  return kDone;
}

}  // namespace

void add_checkpoint(CLI::App& app, Session& session) {
  CLI::App& verb = add_verb(app, "checkpoint", "Print size and Merkle root of the log, to be kept elsewhere",
                            {"checkpoint --store DIR > monday.checkpoint"});
  add_store_option(verb, session);
  verb.callback([&session] { session.action = [&session] { return run(session); }; });
}

}  // namespace annalen::tools
