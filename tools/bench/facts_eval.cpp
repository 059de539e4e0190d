// facts_eval [--errors] FILE...: the events that the program finds in articles, against those that a reader takes from
// them (fixtures/facts). --errors: a line for each difference.
#include <fmt/core.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "event/extractor.h"
#include "facts_file.h"
#include "facts_score.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Of all that is expected, and of what was found.
void print_share(std::string_view what, std::size_t right, const facts::Score& score) {
  fmt::print("{:<22} {:5.1f}   {} of {};  of those found {:.1f}\n", what, share(right, score.expected), right,
             score.expected, share(right, score.found));
}

void print_counts(std::string_view what, const Counts& counts) {
  fmt::print("{:<22} {:5.1f}   right {} wrong {} missed {}\n", what, counts.f1(), counts.right, counts.wrong,
             counts.missed);
}

// A line for each that is expected: how many are right, and what the others were taken for ("-": not found).
void print_confusion(std::string_view what, const facts::Confusion& confusion) {
  fmt::print("\n{}: expected, right of all, taken for\n", what);
  std::map<std::string, std::pair<std::size_t, std::size_t>> rows;
  std::map<std::string, std::string> others;
  for (const auto& [pair, count] : confusion) {
    auto& [right, all] = rows[pair.first];
    all += count;
    if (pair.first == pair.second) {
      right += count;
    } else {
      others[pair.first] += fmt::format("  {} {}", pair.second, count);
    }
  }
  for (const auto& [row, counts] : rows) {
    fmt::print("  {:<14} {:4} of {:4} {}\n", row, counts.first, counts.second, others[row]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool errors = argc > 1 && std::string_view(argv[1]) == "--errors";
  const std::vector<std::string> paths(argv + (errors ? 2 : 1), argv + argc);
  if (paths.empty()) {
    fmt::print(stderr, "facts_eval: error: expected files (facts_eval [--errors] FILE...)\n");
    return 2;
  }
  const auto articles = facts::read_facts_files(paths);
  if (!articles.ok()) {
    fmt::print(stderr, "facts_eval: error: {}\n", articles.error().message());
    return articles.error().kind == ErrorKind::kSystem ? 3 : 2;
  }
  const auto extractor = event::Extractor::german();
  facts::Score score;
  for (const auto& expected : *articles) score += facts::compare(expected, extractor.extract(expected.article));
  if (errors) {
    for (const auto& line : score.differences) fmt::print("{}\n", line);
    fmt::print("\n");
  }
  fmt::print("{} articles, {} events expected\n", articles->size(), score.expected);
  print_share("found", score.found, score);
  fmt::print("{:<22} {:5.1f}   {} of {}\n", "  implied ones", share(score.implied_found, score.implied),
             score.implied_found, score.implied);
  print_share("predicate, accuracy", score.predicates, score);
  print_share("type, accuracy", score.types, score);
  print_share("status, accuracy", score.statuses, score);
  print_counts("said_by, F1", score.speakers);
  for (std::size_t i = 0; i < facts::kRoles.size(); ++i) {
    print_counts(fmt::format("{}, F1", facts::kRoles[i].name), score.roles[i]);
  }
  print_confusion("status", score.status_confusion);
  print_confusion("type", score.type_confusion);
  return 0;
}
