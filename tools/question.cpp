#include "question.h"

#include <utility>

namespace annalen::tools {

Result<Question> make_question(const FilterOptions& filter_options, const RenderOptions& render_options,
                               const Session& session) {
  Result<render::Form> form = parse_form(render_options.format);
  if (!form) return form.error();
  Result<render::Style> style = make_style(render_options, session);
  if (!style) return style.error();
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<query::Filter> filter = make_filter(filter_options, **store);
  if (!filter) return filter.error();
  filter->limit = effective_limit(render_options, session);
  filter->newest_first = render_options.newest_first;
  return Question{*form, *style, *std::move(store), *std::move(filter)};
}

}  // namespace annalen::tools
