// show: one event with all that it rests on.
#include <fmt/format.h>

#include "exit_status.h"
#include "query/query.h"
#include "render/explain.h"
#include "render_options.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  std::string id;
  RenderOptions render;
};

Result<int> run(const Options& options, const Session& session) {
  Result<render::Form> form = parse_form(options.render.format);
  if (!form) return form.error();
  Result<render::Style> style = make_style(options.render, session);
  if (!style) return style.error();
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<query::Hit> hit = query::find(**store, options.id);
  if (!hit && hit.error().kind == ErrorKind::kNotFound) {
    return Error{ErrorKind::kNotFound, fmt::format("no event has the id {}", options.id), "",
                 "query --format jsonl gives the ids"};
  }
  if (!hit) return hit.error();
  const render::TextSink sink = [&](std::string_view text) { session.out->write(text); };
  if (*form == render::Form::kTable) {
    render::explain(*hit, *style, sink);
    return kDone;
  }
  const std::unique_ptr<render::Renderer> renderer = render::make_renderer(*form, *style, sink);
  renderer->begin();
  renderer->hit(*hit);
  renderer->end({.hits = {}, .total = 1, .notes = {}});
  return kDone;
}

}  // namespace

void add_show(CLI::App& app, Session& session) {
  Verb verb(app, session, "show", "Explain one event: sentence, derivation, readings, actors, article",
            {"show --store DIR aebagbafaydqqcik"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.argument("ID", options->id, "The event's id");
  add_format_options(verb, options->render);
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
