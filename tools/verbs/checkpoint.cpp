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
  Verb verb(app, session, "checkpoint", "Print size and Merkle root of the log, to be kept elsewhere",
            {"checkpoint --store DIR > monday.checkpoint"});
  verb.store_option();
  verb.on_call([&session] { return run(session); });
}

}  // namespace annalen::tools
