// actors: who takes part in events, and how often; whose name may be another spelling of one.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "exit_status.h"
#include "moment.h"
#include "query/actors.h"
#include "query/suggest.h"
#include "render/width.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

constexpr std::uint64_t kTerminalLimit = 100;
constexpr std::size_t kNameColumns = 40;
constexpr std::size_t kWrittenShown = 12;

struct Options {
  std::string like;
  std::string as_of;
  std::string format = "table";
  bool places = false;
  bool names = false;
  std::optional<std::uint64_t> limit;
};

// Most events first, or the nearest to --like.
Result<std::vector<query::Suggestion>> rows_of(const Options& options, const store::Store& store,
                                               store::ParticipantRole role, std::optional<std::uint64_t> as_of) {
  if (!options.like.empty()) return query::suggest_actors(store, options.like, role, as_of);
  Result<std::vector<store::ActorName>> actors = query::list_actors(store, role, as_of);
  if (!actors) return actors.error();
  std::stable_sort(actors->begin(), actors->end(),
                   [](const store::ActorName& a, const store::ActorName& b) { return a.events > b.events; });
  std::vector<query::Suggestion> out;
  for (store::ActorName& actor : *actors) out.push_back({std::move(actor), 0});
  return out;
}

// What --names adds to an actor.
struct Names {
  std::vector<store::WrittenName> written;
  std::vector<query::Identities::Source> sources;  // other keys whose mentions mean it
};

Result<Names> names_of(const store::Store& store, const query::Identities& identities, const std::string& key,
                       store::ParticipantRole role) {
  Result<std::vector<store::WrittenName>> written = query::written_names(store, identities, key, role);
  if (!written) return written.error();
  Names out{*std::move(written), identities.sources_of(key)};
  std::erase_if(out.sources, [&](const auto& source) { return source.key == key; });
  return out;
}

void write_json(const query::Suggestion& row, const std::optional<Names>& names, bool like, Output& out) {
  nlohmann::ordered_json json{{"key", row.actor.key}, {"name", row.actor.name}, {"events", row.actor.events}};
  if (like) json["distance"] = row.distance;
  if (names) {
    json["written"] = nlohmann::ordered_json::array();
    for (const store::WrittenName& name : names->written) {
      json["written"].push_back({{"name", name.mention}, {"events", name.events}});
    }
    json["from"] = nlohmann::ordered_json::array();
    for (const auto& source : names->sources) json["from"].push_back({{"key", source.key}, {"all", source.always}});
  }
  out.write(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void write_table(const query::Suggestion& row, const std::optional<Names>& names, Output& out) {
  const std::string name =
      render::padded(render::shortened(render::printable(row.actor.name), kNameColumns), kNameColumns);
  out.write(fmt::format("{:>8}  {}  {}\n", row.actor.events, name, render::printable(row.actor.key)));
  if (!names) return;
  std::string line;
  for (std::size_t i = 0; i < std::min(names->written.size(), kWrittenShown); ++i) {
    line += fmt::format("{}{} {}", i == 0 ? "" : ", ", names->written[i].mention, names->written[i].events);
  }
  if (names->written.size() > kWrittenShown) line += fmt::format(", {} more", names->written.size() - kWrittenShown);
  if (!line.empty()) out.write(fmt::format("{:>8}  written {}\n", "", render::printable(line)));
  for (const auto& source : names->sources) {
    out.write(fmt::format("{:>8}  {} {}\n", "", source.always ? "merged" : "in part", render::printable(source.key)));
  }
}

Result<int> run(const Options& options, const Session& session) {
  if (options.format != "table" && options.format != "jsonl") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", options.format), "", "table or jsonl"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  std::optional<std::uint64_t> as_of;
  if (!options.as_of.empty()) {
    Result<std::uint64_t> size = parse_as_of(options.as_of, **store);
    if (!size) return size.error();
    as_of = *size;
  }
  const auto role = options.places ? store::ParticipantRole::kPlace : store::ParticipantRole::kActor;
  Result<std::vector<query::Suggestion>> rows = rows_of(options, **store, role, as_of);
  if (!rows) return rows.error();
  const std::uint64_t limit = options.limit.value_or(session.out_is_terminal ? kTerminalLimit : 0);
  if (limit > 0 && rows->size() > limit) rows->resize(limit, {});
  Result<query::Identities> identities = query::Identities::of(**store, as_of);
  if (!identities) return identities.error();
  for (const query::Suggestion& row : *rows) {
    std::optional<Names> names;
    if (options.names) {
      Result<Names> found = names_of(**store, *identities, row.actor.key, role);
      if (!found) return found.error();
      names = *std::move(found);
    }
    if (options.format == "jsonl") {
      write_json(row, names, !options.like.empty(), *session.out);
    } else {
      write_table(row, names, *session.out);
    }
  }
  if (!options.like.empty() && rows->size() > 1 && session.out_is_terminal) {
    report_note("one actor in two spellings? annalen actors merge KEY INTO --reason TEXT");
  }
  return kDone;
}

}  // namespace

void add_actors(CLI::App& app, Session& session) {
  Verb verb(app, session, "actors", "List who takes part in events, most events first; say who is who",
            {"actors --store DIR", "actors --store DIR --like Lavrov --names",
             "actors merge per/lawrow per/sergej-lawrow --reason \"one person\" --by Redaktion"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.text(
      "--like", options->like,
      "Only names or keys that hold this text, case and accents aside, or are spelled like it (Lavrov, Lawrow); the "
      "nearest first");
  verb.flag("--names", options->names, "Also how the articles write each, and which keys were merged into it");
  verb.flag("--places", options->places, "Places instead of actors");
  verb.text("--as-of", options->as_of,
            "What was known then: 2025-02-27, 2025-02-27T10:00 (UTC); #17 or 0/17: a log size. --names and --like look "
            "at today's names");
  verb.number("--limit", options->limit, "At most so many; 0: all (default 100 on a terminal, all otherwise)");
  verb.text("--format", options->format, "table or jsonl");
  verb.on_call([&session, options] { return run(*options, session); });
  add_merge(verb, session);
  add_unmerge(verb, session);
  add_split(verb, session);
}

}  // namespace annalen::tools
