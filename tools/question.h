// question.h: what the verbs that ask for events do alike: options -> open store, filter, form.
#pragma once

#include <memory>

#include "base/result.h"
#include "filter_options.h"
#include "query/query.h"
#include "render/renderer.h"
#include "render_options.h"
#include "session.h"
#include "store/store.h"

namespace annalen::tools {

struct Question {
  render::Form form;
  render::Style style;
  std::unique_ptr<store::Store> store;  // open for reading
  query::Filter filter;                 // with the limit that holds for standard output
};

// The call's form is checked before a store is opened.
[[nodiscard]] Result<Question> make_question(const FilterOptions& filter, const RenderOptions& render,
                                             const Session& session);

}  // namespace annalen::tools
