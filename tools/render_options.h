// render_options.h: --format, --colour, --limit and --newest-first, and hits streamed through a renderer.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "query/query.h"
#include "render/renderer.h"
#include "session.h"
#include "verbs/verb.h"

namespace annalen::tools {

struct RenderOptions {
  std::string format = "table";
  std::string colour = "auto";
  std::optional<std::uint64_t> limit;
  bool newest_first = false;
};

void add_format_options(Verb& verb, RenderOptions& options);
void add_limit_options(Verb& verb, RenderOptions& options);

[[nodiscard]] Result<render::Form> parse_form(const std::string& format);
[[nodiscard]] Result<render::Style> make_style(const RenderOptions& options, const Session& session);
// 100 on a terminal, all elsewhere, unless --limit says otherwise.
[[nodiscard]] std::uint64_t effective_limit(const RenderOptions& options, const Session& session);

// Selects, loads and renders one hit after the other.
[[nodiscard]] Result<void> render_query(const store::Store& store, const query::Filter& filter, render::Form form,
                                        const render::Style& style, Output& out);

}  // namespace annalen::tools
