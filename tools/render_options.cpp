#include "render_options.h"

#include <fmt/format.h>

namespace annalen::tools {
namespace {
constexpr std::uint64_t kTerminalLimit = 100;
}

void add_format_options(Verb& verb, RenderOptions& options) {
  verb.text("--format", options.format, "table, jsonl or csv");
  verb.text("--colour,--color", options.colour, "auto, always or never");
}

void add_limit_options(Verb& verb, RenderOptions& options) {
  verb.number("--limit", options.limit, "At most so many; 0: all (default 100 on a terminal, all otherwise)");
  verb.flag("--newest-first", options.newest_first, "The newest event first");
}

Result<render::Form> parse_form(const std::string& format) {
  if (const std::optional<render::Form> form = render::form_from_text(format)) return *form;
  return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", format), "",
               fmt::format("one of {}", render::form_names())};
}

Result<render::Style> make_style(const RenderOptions& options, const Session& session) {
  render::Style style;
  style.columns = session.columns;
  if (options.colour == "auto") {
    style.colour = session.colour;
  } else if (options.colour == "always" || options.colour == "never") {
    style.colour = options.colour == "always";
  } else {
    return Error{ErrorKind::kUsage, fmt::format("--colour {} is not known", options.colour), "",
                 "one of auto, always, never"};
  }
  return style;
}

std::uint64_t effective_limit(const RenderOptions& options, const Session& session) {
  return options.limit.value_or(session.out_is_terminal ? kTerminalLimit : 0);
}

Result<void> render_query(const store::Store& store, const query::Filter& filter, render::Form form,
                          const render::Style& style, Output& out) {
  Result<query::Selection> selection = query::select(store, filter);
  if (!selection) return selection.error();
  for (const std::string& note : selection->notes) report_note(note);

  bool writing = true;
  const std::unique_ptr<render::Renderer> renderer =
      render::make_renderer(form, style, [&](std::string_view text) { writing = out.write(text); });
  query::Loader loader(store, filter.as_of);
  renderer->begin();
  for (const query::Selected& selected : selection->hits) {
    Result<query::Hit> hit = loader.load(selected);
    if (!hit) return hit.error();
    renderer->hit(*hit);
    if (!writing) break;
  }
  renderer->end({.hits = {}, .total = selection->total, .notes = {}});
  return {};
}

}  // namespace annalen::tools
