// count: how many events, by a unit of time, an actor or a publisher. An event counts once, at its begin, which is that
// of its first reading inside of the range; for each of its actors once.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "exit_status.h"
#include "filter_options.h"
#include "render/width.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

const std::set<std::string> kBy = {"year", "month", "day", "actor", "publisher", "type", "status"};

struct Options {
  FilterOptions filter;
  std::string by = "year";
  std::string format = "table";
};

struct Counts {
  std::map<std::string, std::uint64_t> by_name;
  std::uint64_t total = 0;
};

// The begin cut to the unit: "2022", "2022-03", "2022-03-10".
std::string unit_text(time::CivilMinute begin, std::string_view by) {
  std::string text = time::to_text(begin);
  text = text.substr(0, text.find('T'));
  if (by == "year") text.resize(text.size() - 6);
  if (by == "month") text.resize(text.size() - 3);
  return text;
}

// Where an event that the range has found begins inside of it: of several readings the first that touches the range.
time::CivilMinute begin_inside(const time::Readings& readings, const time::Interval& range) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (readings.at(i).overlaps(range)) return std::max(readings.at(i).begin(), range.begin());
  }
  return range.begin();
}

// Key and name of what the event counts for; only actors have a key.
std::map<std::string, std::string> counted_for(const query::Hit& hit, std::string_view by) {
  std::map<std::string, std::string> out;
  if (by == "publisher") {
    out.emplace(hit.article->publisher, hit.article->publisher);
  } else if (by == "type") {
    out.emplace(hit.event.facts.type, hit.event.facts.type);
  } else if (by == "status") {
    const std::string status(hit.event.facts.type.empty() ? "" : store::to_text(hit.event.facts.status));
    out.emplace(status, status);
  } else {
    for (const store::StoredParticipant& participant : hit.event.participants) {
      if (participant.role == store::ParticipantRole::kActor) out.emplace(participant.key, participant.name);
    }
  }
  return out;
}

// Rows by name; of one name, the key goes with it.
std::map<std::string, std::uint64_t> by_names(const std::map<std::string, std::uint64_t>& by_key,
                                              const std::map<std::string, std::string>& names) {
  std::map<std::string, int> bearers;
  for (const auto& [key, name] : names) ++bearers[name];
  std::map<std::string, std::uint64_t> out;
  for (const auto& [key, number] : by_key) {
    const std::string& name = names.at(key);
    out[bearers[name] > 1 ? fmt::format("{} ({})", name, key) : name] += number;
  }
  return out;
}

Result<Counts> count(const store::Store& store, const query::Filter& filter, std::string_view by) {
  Result<query::Selection> selection = query::select(store, filter);
  if (!selection) return selection.error();
  for (const std::string& note : selection->notes) report_note(note);
  Counts counts{{}, selection->total};
  std::map<std::string, std::uint64_t> by_key;
  std::map<std::string, std::string> names;  // as first met
  query::Loader loader(store, filter.as_of);
  const bool by_time = by == "year" || by == "month" || by == "day";
  for (const query::Selected& selected : selection->hits) {
    if (by_time && (!filter.range || !(selected.begin < filter.range->begin()))) {
      ++counts.by_name[unit_text(selected.begin, by)];
      continue;
    }
    Result<query::Hit> hit = loader.load(selected);
    if (!hit) return hit.error();
    if (by_time) {
      ++counts.by_name[unit_text(begin_inside(hit->event.readings, *filter.range), by)];
      continue;
    }
    for (const auto& [key, name] : counted_for(*hit, by)) {
      ++by_key[key];
      names.emplace(key, name);
    }
  }
  if (!by_time) counts.by_name = by_names(by_key, names);
  return counts;
}

void write_counts(const Counts& counts, const Options& options, Output& out) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(counts.by_name.begin(), counts.by_name.end());
  const bool by_time = options.by == "year" || options.by == "month" || options.by == "day";
  if (by_time) {
    // "-0215" stands before "0014": years as numbers.
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      const bool a_before_christ = a.first.starts_with('-');
      const bool b_before_christ = b.first.starts_with('-');
      if (a_before_christ != b_before_christ) return a_before_christ;
      if (!a_before_christ) return a.first < b.first;
      const std::string_view a_year = std::string_view(a.first).substr(0, 5);
      const std::string_view b_year = std::string_view(b.first).substr(0, 5);
      return a_year != b_year ? a_year > b_year : a.first < b.first;
    });
  } else {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  for (const auto& [name, number] : rows) {
    if (options.format == "jsonl") {
      const nlohmann::ordered_json row{{options.by, name}, {"events", number}};
      out.write(row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    } else {
      out.write(fmt::format("{:>10}  {}\n", number, name.empty() ? "(none)" : render::printable(name)));
    }
  }
  if (options.format == "table") {
    out.write(fmt::format("{:>10}  event{} in all\n", counts.total, counts.total == 1 ? "" : "s"));
  }
}

Result<int> run(const Options& options, const Session& session) {
  if (!kBy.contains(options.by)) {
    return Error{ErrorKind::kUsage, fmt::format("--by {} is not known", options.by), "",
                 "one of year, month, day, actor, publisher, type, status"};
  }
  if (options.format != "table" && options.format != "jsonl") {
    return Error{ErrorKind::kUsage, fmt::format("--format {} is not known", options.format), "", "table or jsonl"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kRead);
  if (!store) return store.error();
  Result<query::Filter> filter = make_filter(options.filter, **store);
  if (!filter) return filter.error();
  Result<Counts> counts = count(**store, *filter, options.by);
  if (!counts) return counts.error();
  write_counts(*counts, options, *session.out);
  return kDone;
}

}  // namespace

void add_count(CLI::App& app, Session& session) {
  Verb verb(app, session, "count", "Count events by time, actor, publisher, type or status",
            {"count --store DIR --by year", "count --store DIR --by actor --from 2025",
             "count --store DIR --by type --actor NATO"});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  add_filter_options(verb, options->filter);
  verb.text("--by", options->by, "year, month, day, actor, publisher, type or status");
  verb.text("--format", options->format, "table or jsonl");
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
