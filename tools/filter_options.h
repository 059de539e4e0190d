// filter_options.h: the filters that query, timeline and count share.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "query/query.h"
#include "store/store.h"
#include "verbs/verb.h"

namespace annalen::tools {

struct FilterOptions {
  std::string from;
  std::string to;
  std::string finer_than;
  std::string as_of;
  std::string role;
  std::string status;
  query::Filter filter;
};

// Options of `verb` that fill `options`, which outlives the parsing.
void add_filter_options(Verb& verb, FilterOptions& options);
// The filter with its texts read; `limit` is left to the caller.
[[nodiscard]] Result<query::Filter> make_filter(const FilterOptions& options, const store::Store& store);

}  // namespace annalen::tools
