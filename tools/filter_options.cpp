#include "filter_options.h"

#include <algorithm>

#include "article/article.h"
#include "event/type.h"
#include "moment.h"
#include "naming.h"

namespace annalen::tools {

namespace {

Result<void> check_types(const std::vector<std::string>& wanted) {
  if (wanted.empty()) return {};
  const auto known = event::types();
  for (const std::string& code : wanted) {
    if (std::any_of(known.begin(), known.end(), [&](const auto& type) { return type.code == code; })) continue;
    std::string hint = "one of";
    for (const auto& type : known) hint += (&type == &known.front() ? " " : ", ") + type.code;
    return Error{ErrorKind::kUsage, "--type " + code + " is no type of event", "", hint};
  }
  return {};
}

}  // namespace

void add_filter_options(Verb& verb, FilterOptions& options) {
  query::Filter& filter = options.filter;
  verb.text("--from", options.from,
            "From this year, month, day or EDTF date on (2022, 2022-03, 2022-03-10, 199X, 2022-21)");
  verb.text("--to", options.to, "To this one, included as a whole");
  verb.texts("--actor", filter.actors, "Who takes part: a name or key; repeated: all of them");
  verb.flag("--any-actor", filter.any_actor, "One of the actors is enough");
  verb.text(
      "--role", options.role,
      "What the actors do (or somebody): acts, acted-upon, spoken-to (or given to), takes-part (the text does not "
      "tell), companion, place");
  verb.texts("--type", filter.types,
             "What happened: a type of event (count --by type lists them); repeated: any of them");
  verb.text("--status", options.status,
            "happened, not (it did not), planned or possible (hearsay, disputed, a condition)");
  verb.text("--said-by", filter.said_by, "Who says so: a name or key, or a word for somebody without a name (Polizei)");
  verb.flag("--implied", filter.implied, "Also events whose date no word tells: that of their paragraph's event");
  verb.texts("--place", filter.places, "Where: a name or key; repeated: all of them");
  verb.text("--text", filter.text, "Words that the sentence holds, in any form");
  verb.text("--publisher", filter.publisher, "Publisher of the article");
  verb.text("--article", filter.article, "Identity or URL of the article");
  verb.flag("--certain", filter.certain, "Only events that lie inside the range in every reading");
  verb.flag("--exact", filter.exact, "Only events with one reading");
  verb.text("--finer-than", options.finer_than,
            "Only dates finer than: minute, hour, daypart, day, weekend, week, month, quarter, season, halfyear, "
            "year, decade, century, millennium");
  verb.text("--as-of", options.as_of,
            "What was known then: 2025-02-27, 2025-02-27T10:00 (UTC); #17 or 0/17: a log size");
}

Result<query::Filter> make_filter(const FilterOptions& options, const store::Store& store) {
  query::Filter filter = options.filter;
  Result<std::optional<time::Interval>> range = query::parse_range(options.from, options.to);
  if (!range) return range.error();
  filter.range = *range;
  filter.keys_of_name = make_keys_of_name();
  if (!options.finer_than.empty()) {
    filter.finer_than = time::granularity_from_text(options.finer_than);
    if (!filter.finer_than) {
      return Error{ErrorKind::kUsage, "--finer-than " + options.finer_than + " is no granularity", "",
                   "write for example day, week, month or year"};
    }
  }
  if (!options.role.empty()) {
    filter.part = store::part_from_text(options.role);
    if (!filter.part) {
      return Error{ErrorKind::kUsage, "--role " + options.role + " is no role", "",
                   "write acts, acted-upon, spoken-to, takes-part, companion or place"};
    }
  }
  if (Result<void> known = check_types(filter.types); !known) return known.error();
  if (!options.status.empty()) {
    filter.status = store::status_from_text(options.status);
    if (!filter.status) {
      return Error{ErrorKind::kUsage, "--status " + options.status + " is no status", "",
                   "write happened, not, planned or possible"};
    }
  }
  if (!options.as_of.empty()) {
    Result<std::uint64_t> size = parse_as_of(options.as_of, store);
    if (!size) return size.error();
    filter.as_of = *size;
  }
  // A URL is stored normalised; an id that only looks like one is stored as given.
  if (filter.article.find("://") != std::string::npos) {
    Result<std::optional<store::ArticleState>> known = store.article_state(filter.article, filter.as_of);
    if (!known) return known.error();
    if (!known->has_value()) filter.article = article::normalise_url(filter.article);
  }
  return filter;
}

}  // namespace annalen::tools
