// actors: who takes part in events, and how often.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "exit_status.h"
#include "render/width.h"
#include "text/fold.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

constexpr std::uint64_t kTerminalLimit = 100;
constexpr std::size_t kNameColumns = 40;

struct Options {
  std::string like;
  std::string format = "table";
  bool places = false;
  std::optional<std::uint64_t> limit;
};

Result<int> run(const Options& options, const Session& session) {
  if (options.format != "table" && options.format != "jsonl") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", options.format), "", "table or jsonl"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<std::vector<store::ActorName>> actors =
      (*store)->actors(options.places ? store::ParticipantRole::kPlace : store::ParticipantRole::kActor);
  if (!actors) return actors.error();
  const std::string like = text::fold(options.like);
  std::erase_if(*actors, [&](const store::ActorName& actor) {
    return text::fold(actor.name).find(like) == std::string::npos && actor.key.find(like) == std::string::npos;
  });
  std::stable_sort(actors->begin(), actors->end(),
                   [](const store::ActorName& a, const store::ActorName& b) { return a.events > b.events; });
  const std::uint64_t limit = options.limit.value_or(session.out_is_terminal ? kTerminalLimit : 0);
  if (limit > 0 && actors->size() > limit) actors->resize(limit);
  for (const store::ActorName& actor : *actors) {
    if (options.format == "jsonl") {
      const nlohmann::ordered_json row{{"key", actor.key}, {"name", actor.name}, {"events", actor.events}};
      session.out->write(row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    } else {
      const std::string name =
          render::padded(render::shortened(render::printable(actor.name), kNameColumns), kNameColumns);
      session.out->write(fmt::format("{:>8}  {}  {}\n", actor.events, name, render::printable(actor.key)));
    }
  }
  return kDone;
}

}  // namespace

void add_actors(CLI::App& app, Session& session) {
  Verb verb(app, session, "actors", "List who takes part in events, most events first",
            {"actors --store DIR", "actors --store DIR --like trump"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.text("--like", options->like, "Only names or keys that hold this text, case and accents aside");
  verb.flag("--places", options->places, "Places instead of actors");
  verb.number("--limit", options->limit, "At most so many; 0: all (default 100 on a terminal, all otherwise)");
  verb.text("--format", options->format, "table or jsonl");
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
