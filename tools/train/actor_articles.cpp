// actor_articles [--errors] [--tables] FOLDER: who takes part in the articles of a folder as the finder says, against
// the gold beside them (fixtures/actors/articles). --tables: without the trained model.
#include <fmt/core.h>

#include <string_view>

#include "actor_gold.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

void print(std::string_view what, const Counts& counts) {
  fmt::print("{:<28} {:5.1f}   right {:4} wrong {:4} missed {:4}\n", what, counts.f1(), counts.right, counts.wrong,
             counts.missed);
}

void print_list(std::string_view what, const std::vector<std::string>& lines) {
  for (const auto& line : lines) fmt::print("    {:<7} {}\n", what, line);
}

}  // namespace

int main(int argc, char** argv) {
  bool errors = false;
  bool tables = false;
  int at = 1;
  for (; at + 1 < argc; ++at) {
    const std::string_view option = argv[at];
    if (option != "--errors" && option != "--tables") break;
    (option == "--errors" ? errors : tables) = true;
  }
  if (at + 1 != argc) {
    fmt::print(stderr, "actor_articles: error: expected a folder (actor_articles [--errors] [--tables] FOLDER)\n");
    return 2;
  }
  const Result<actor::Finder> finder = tables ? actor::Finder::load(actor::german_pack()) : actor::Finder::german();
  const Result<std::vector<train::ActorScore>> scores =
      finder.ok() ? train::score_folder(argv[at], *finder) : finder.error();
  if (!scores.ok()) {
    fmt::print(stderr, "actor_articles: error: {}\n", scores.error().message());
    return 3;
  }
  fmt::print("{:<28} {:>5}\n", "article", "F1");
  Counts actors;
  Counts states;
  Counts places;
  double macro = 0;
  std::size_t merges = 0;
  std::size_t splits = 0;
  for (const auto& score : *scores) {
    print(score.article, score.actors);
    if (errors) {
      print_list("wrong", score.wrong);
      print_list("missed", score.missed);
      print_list("merged", score.merges);
      print_list("split", score.splits);
    }
    actors += score.actors;
    states += score.states;
    places += score.places;
    macro += score.actors.f1();
    merges += score.merges.size();
    splits += score.splits.size();
  }
  if (!scores->empty()) macro /= static_cast<double>(scores->size());
  fmt::print("\n{:<28} {:5.1f}   {} articles\n", "actors, mean of articles", macro, scores->size());
  print("actors, all", actors);
  print("states, all", states);
  fmt::print("{:<28} {} of {}\n", "places found as places", places.right, places.right + places.missed);
  fmt::print("{:<28} {}\n{:<28} {}\n", "false merges", merges, "false splits", splits);
  return 0;
}
