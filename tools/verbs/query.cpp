// query: events by range, actor, place, text and source.
#include "exit_status.h"
#include "question.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  FilterOptions filter;
  RenderOptions render;
};

Result<int> run(const Options& options, const Session& session) {
  Result<Question> asked = make_question(options.filter, options.render, session);
  if (!asked) return asked.error();
  Result<void> state = render_query(*asked->store, asked->filter, asked->form, asked->style, *session.out);
  return state ? Result<int>(kDone) : Result<int>(state.error());
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
