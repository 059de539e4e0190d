// stats: the store in figures.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exit_status.h"
#include "render/date_text.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

nlohmann::ordered_json to_json(const store::Store& store, const store::Statistics& figures) {
  nlohmann::ordered_json out{{"store", store.store_id()},
                             {"records", figures.records},
                             {"articles", figures.articles},
                             {"article_versions", figures.article_versions},
                             {"extractions", figures.extractions},
                             {"events", figures.events},
                             {"events_exact", figures.events_exact},
                             {"actors", figures.actors},
                             {"payload_bytes", figures.payload_bytes},
                             {"disk_bytes", figures.disk_bytes}};
  if (figures.span) {
    out["begin"] = time::to_text(figures.span->begin());
    out["end"] = time::to_text(figures.span->end());
  }
  return out;
}

std::string to_table(const store::Store& store, const store::Statistics& figures) {
  std::string out = fmt::format("store              {}\n", store.store_id());
  const auto row = [&out](std::string_view name, std::uint64_t number) {
    out += fmt::format("{:<19}{}\n", name, number);
  };
  row("records", figures.records);
  row("articles", figures.articles);
  row("article versions", figures.article_versions);
  row("extractions", figures.extractions);
  row("events", figures.events);
  row("  exact", figures.events_exact);
  row("actors", figures.actors);
  row("payload bytes", figures.payload_bytes);
  row("disk bytes", figures.disk_bytes);
  if (figures.span) out += fmt::format("{:<19}{}\n", "span", render::date_text(*figures.span));
  return out;
}

Result<int> run(const std::string& format, const Session& session) {
  if (format != "table" && format != "jsonl") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", format), "", "table or jsonl"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<store::Statistics> figures = (*store)->statistics();
  if (!figures) return figures.error();
  session.out->write(format == "jsonl" ? to_json(**store, *figures).dump() + "\n" : to_table(**store, *figures));
  return kDone;
}

}  // namespace

void add_stats(CLI::App& app, Session& session) {
  Verb verb(app, session, "stats", "The store in figures", {"stats --store DIR"});
  const auto format = std::make_shared<std::string>("table");
  verb.store_option();
  verb.text("--format", *format, "table or jsonl");
  verb.on_call([&session, format] { return run(*format, session); });
}

}  // namespace annalen::tools
