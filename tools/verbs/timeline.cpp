// timeline: the events of a filter in order of time, to the terminal or to a file. Joining the reports of one event is
// not part of it yet.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "exit_status.h"
#include "question.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  FilterOptions filter;
  RenderOptions render;
  std::string file;
};

Result<void> render_to_file(const store::Store& store, const query::Filter& filter, render::Form form,
                            const render::Style& style, const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return Error{ErrorKind::kSystem, "cannot be written: " + std::generic_category().message(errno), path,
                 "check the folder and the permissions"};
  }
  Output out(descriptor, path);
  Result<void> state = render_query(store, filter, form, style, out);
  if (Result<void> written = out.finish(); state && !written) state = written;
  ::close(descriptor);
  return state;
}

Result<int> run(const Options& options, const Session& session) {
  Result<Question> asked = make_question(options.filter, options.render, session);
  if (!asked) return asked.error();
  if (options.file.empty()) {
    Result<void> state = render_query(*asked->store, asked->filter, asked->form, asked->style, *session.out);
    return state ? Result<int>(kDone) : Result<int>(state.error());
  }
  // A file is no terminal: all events, and colour only on request.
  asked->filter.limit = options.render.limit.value_or(0);
  asked->style.colour = options.render.colour == "always";
  Result<void> state = render_to_file(*asked->store, asked->filter, asked->form, asked->style, options.file);
  return state ? Result<int>(kDone) : Result<int>(state.error());
}

}  // namespace

void add_timeline(CLI::App& app, Session& session) {
  Verb verb(app, session, "timeline", "Events in order of time",
            {"timeline --store DIR", "timeline --store DIR --actor Russland --finer-than year",
             "timeline --store DIR --from 2022 --format csv -o krieg.csv"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  add_filter_options(verb, options->filter);
  add_limit_options(verb, options->render);
  add_format_options(verb, options->render);
  verb.text("-o,--output", options->file, "Write to this file");
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
