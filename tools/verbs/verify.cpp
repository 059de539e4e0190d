// verify: recomputes records, payload hashes, tree and indexes; with --checkpoint also that the log extends it.
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "exit_status.h"
#include "store/checkpoint.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

// Checkpoints are a few hundred bytes; signatures may follow.
constexpr std::streamsize kCheckpointBytesMax = std::streamsize{1} << 16U;

Result<std::optional<store::Checkpoint>> read_checkpoint(const std::string& path) {
  if (path.empty()) return std::optional<store::Checkpoint>();
  std::ifstream in(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(kCheckpointBytesMax), '\0');
  in.read(text.data(), kCheckpointBytesMax);
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.is_open() || in.bad()) return Error{ErrorKind::kInput, "the checkpoint cannot be read", path, ""};
  Result<store::Checkpoint> checkpoint = store::checkpoint_from_text(text);
  if (checkpoint) return std::optional<store::Checkpoint>(*checkpoint);
  Error error = checkpoint.error();
  error.where = error.where.empty() ? path : fmt::format("{}, {}", path, error.where);
  return error;
}

// Damage is this verb's answer, even where it keeps the store from being opened.
Result<int> found_damage(const Error& error) {
  if (error.kind != ErrorKind::kDamaged) return error;
  report_error(error);
  return kNo;
}

Result<int> run(const std::string& path, const Session& session) {
  Result<std::optional<store::Checkpoint>> older = read_checkpoint(path);
  if (!older) return older.error();
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return found_damage(store.error());
  Result<store::Verification> found = (*store)->verify(*older);
  if (!found) return found_damage(found.error());
  if (found->first_damage) {
    report_error({ErrorKind::kDamaged, fmt::format("damage: {}", *found->first_damage), session.store_path, ""});
    return kNo;
  }
  session.out->write(fmt::format("{} records, {} payloads, {} index entries: no damage\n", found->records,
                                 found->payloads, found->index_entries));
  if (*older) session.out->write(fmt::format("the log extends the checkpoint of size {}\n", (*older)->size));
  return kDone;
}

}  // namespace

void add_verify(CLI::App& app, Session& session) {
  Verb verb(app, session, "verify", "Prove that what is stored is what was written; status 1 on damage",
            {"verify --store DIR", "verify --store DIR --checkpoint monday.checkpoint"});
  const auto path = std::make_shared<std::string>();
  verb.store_option();
  verb.text("--checkpoint", *path, "Also prove that the log extends this older checkpoint");
  verb.on_call([&session, path] { return run(*path, session); });
}

}  // namespace annalen::tools
