// query: events by range, actor, place, text and source.
#include "exit_status.h"
#include "filter_options.h"
#include "render_options.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  FilterOptions filter;
  RenderOptions render;
};

Result<int> run(const Options& options, const Session& session) {
  Result<render::Form> form = parse_form(options.render.format);
  if (!form) return form.error();
  Result<render::Style> style = make_style(options.render, session);
  if (!style) return style.error();
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<query::Filter> filter = make_filter(options.filter, **store);
  if (!filter) return filter.error();
  filter->limit = effective_limit(options.render, session);
  filter->newest_first = options.render.newest_first;
  if (Result<void> state = render_query(**store, *filter, *form, *style, *session.out); !state) return state.error();
  return kDone;
}

}  // namespace

void add_query(CLI::App& app, Session& session) {
  Verb verb(app, session, "query", "Find events: what happened between A and B, what did X do",
            {"query --store DIR --from 2022-03 --to 2022-05",
             "query --store DIR --actor Peskow --from 2025-02-20 --to 2025-02-20 --certain",
             "query --store DIR --text \"Gespräche Istanbul\" --format jsonl"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  add_filter_options(verb, options->filter);
  add_limit_options(verb, options->render);
  add_format_options(verb, options->render);
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
