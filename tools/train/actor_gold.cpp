#include "actor_gold.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include "actor/key.h"
#include "article/reader.h"
#include "clause/clause.h"
#include "files.h"
#include "text/segmenter.h"

namespace annalen::train {
namespace {

using Kind = GoldActor::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 5> kKinds = {{{"state", Kind::kState},
                                                                      {"per", Kind::kPerson},
                                                                      {"org", Kind::kOrganisation},
                                                                      {"region", Kind::kRegion},
                                                                      {"place", Kind::kPlace}}};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view take_word(std::string_view& text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  const std::string_view out = text.substr(0, blank);
  text = trimmed(text.substr(blank));
  return out;
}

// "A = B | C": canonical names before, further names behind the first '|'.
bool read_names(std::string_view text, GoldActor& actor) {
  bool called = false;
  while (true) {
    const std::size_t next = std::min({text.find(" = "), text.find(" | "), text.size()});
    const std::string_view name = trimmed(text.substr(0, next));
    if (name.empty() || name.front() == '|' || name.front() == '=') return false;
    (called ? actor.called : actor.names).emplace_back(name);
    if (next == text.size()) return true;
    called = called || text[next + 1] == '|';
    text.remove_prefix(next + 3);
  }
}

bool read_line(std::string_view line, GoldActor& actor) {
  std::string_view word = take_word(line);
  actor.maybe = word == "maybe";
  actor.unclear = word == "unclear";
  if (actor.maybe || actor.unclear) word = take_word(line);
  const auto* kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& one) { return one.first == word; });
  if (kind == kKinds.end()) return false;
  actor.kind = kind->second;
  if (actor.kind == Kind::kState) actor.code = take_word(line);
  return read_names(line, actor);
}

// The actor that a mention counts for; empty key when it is the scene or only a place's adjective.
struct Actor {
  std::string key;
  std::string name;
};

Actor actor_of(const actor::Mention& mention) {
  if (mention.as_place) return {};
  if (!mention.stands_for_key.empty()) return {mention.stands_for_key, mention.stands_for_name};
  if (mention.kind == actor::Kind::kPlace && mention.attributive) return {};
  return {mention.key, mention.name};
}

std::string_view prefix_of(Kind kind) {
  switch (kind) {
    case Kind::kState:
      return "state/";
    case Kind::kPerson:
      return "per/";
    case Kind::kOrganisation:
      return "org/";
    case Kind::kRegion:
    case Kind::kPlace:
      return "place/";
  }
  return {};
}

bool has_key(const GoldActor& gold, const Actor& found) {
  if (!found.key.starts_with(prefix_of(gold.kind))) return false;
  if (gold.kind == Kind::kState) return found.key.substr(prefix_of(gold.kind).size()) == gold.code;
  return std::any_of(gold.names.begin(), gold.names.end(),
                     [&](const std::string& name) { return actor::slug(name) == actor::slug(found.name); });
}

bool is_called(const GoldActor& gold, const std::string& slug) {
  const auto same = [&](const std::string& name) {
    const std::string own = actor::slug(name);
    return own == slug || own + "s" == slug || own + "es" == slug;
  };
  return std::any_of(gold.names.begin(), gold.names.end(), same) ||
         std::any_of(gold.called.begin(), gold.called.end(), same);
}

class Comparison {
 public:
  explicit Comparison(const std::vector<GoldActor>& gold) : gold_(gold) {}

  void add(const text::Document& document, const actor::Mention& mention) {
    const Actor found = actor_of(mention);
    if (found.key.empty()) {
      places_.insert(actor::slug(mention.name));
      return;
    }
    found_.try_emplace(found.key, found.name);
    join(std::string(document.of(mention.span)), mention, found);
  }

  ActorScore score() {
    count_actors();
    count_places();
    for (const auto& [number, keys] : keys_of_) {
      if (keys.size() < 2) continue;
      std::string line = gold_[number].names.front() + ":";
      for (const std::string& key : keys) line += " " + key;
      out_.splits.push_back(std::move(line));
    }
    return std::move(out_);
  }

 private:
  // Which gold actor is named, when the name is only one's.
  [[nodiscard]] const GoldActor* named(const std::string& surface) const {
    const GoldActor* out = nullptr;
    for (const GoldActor& gold : gold_) {
      if (gold.kind == Kind::kPlace || !is_called(gold, actor::slug(surface))) continue;
      if (out != nullptr) return nullptr;
      out = &gold;
    }
    return out;
  }

  void join(const std::string& surface, const actor::Mention& mention, const Actor& found) {
    const std::size_t blank = surface.rfind(' ');
    const bool phrase = mention.anaphoric && blank != std::string::npos;
    const GoldActor* gold = named(phrase ? surface.substr(blank + 1) : surface);
    if (gold == nullptr) return;
    const auto number = static_cast<std::size_t>(gold - gold_.data());
    const bool own = has_key(*gold, found);
    if (gold->unclear) {
      if (!own && mention.title.empty()) out_.merges.push_back(surface + " under " + found.key);
      return;
    }
    if (!own && is_key_of_another(found)) out_.merges.push_back(surface + " under " + found.key);
    if (const auto [first, added] = gold_of_.try_emplace(found.key, number);
        !added && first->second != number && !is_key_of_another(found)) {
      out_.merges.push_back(surface + " under " + found.key);
    }
    keys_of_[number].insert(found.key);
  }

  [[nodiscard]] bool is_key_of_another(const Actor& found) const {
    return std::any_of(gold_.begin(), gold_.end(), [&](const GoldActor& gold) {
      return gold.kind != Kind::kPlace && !gold.unclear && has_key(gold, found);
    });
  }

  void count_actors() {
    std::set<std::string> taken;
    for (const GoldActor& gold : gold_) {
      if (gold.kind == Kind::kPlace) continue;
      const auto hit = std::find_if(found_.begin(), found_.end(), [&](const auto& one) {
        return !taken.contains(one.first) && has_key(gold, {one.first, one.second});
      });
      if (hit != found_.end()) taken.insert(hit->first);
      if (gold.maybe || gold.unclear) continue;
      const Counts one{.right = hit != found_.end() ? 1U : 0U, .missed = hit == found_.end() ? 1U : 0U};
      out_.actors += one;
      if (gold.kind == Kind::kState) out_.states += one;
      if (hit == found_.end()) {
        out_.missed.push_back(std::string(prefix_of(gold.kind)) + (gold.code.empty() ? "" : gold.code + " ") +
                              gold.names.front());
      }
    }
    for (const auto& [key, name] : found_) {
      if (taken.contains(key)) continue;
      const Counts one{.wrong = 1};
      out_.actors += one;
      if (key.starts_with(prefix_of(Kind::kState))) out_.states += one;
      const auto same = [&, found_name = &name](const GoldActor& gold) {
        return gold.kind == Kind::kPlace && is_called(gold, actor::slug(*found_name));
      };
      const bool place = std::any_of(gold_.begin(), gold_.end(), same);
      std::string line = key;
      line += " (";
      line += name;
      line += place ? ", a place)" : ")";
      out_.wrong.push_back(std::move(line));
    }
  }

  void count_places() {
    for (const GoldActor& gold : gold_) {
      if (gold.kind != Kind::kPlace || gold.maybe) continue;
      const bool found =
          std::any_of(places_.begin(), places_.end(), [&](const std::string& slug) { return is_called(gold, slug); });
      out_.places += {.right = found ? 1U : 0U, .missed = found ? 0U : 1U};
    }
  }

  const std::vector<GoldActor>& gold_;
  std::map<std::string, std::string> found_;  // key -> name
  std::set<std::string> places_;
  std::map<std::string, std::size_t> gold_of_;  // key -> first gold actor that it was given to
  std::map<std::size_t, std::set<std::string>> keys_of_;
  ActorScore out_;
};

Result<article::Article> only_article(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  Result<article::Article> out = Error{ErrorKind::kInput, "no article", path};
  const auto done = article::read_articles(in, path, path, {}, [&](Result<article::Article> article) {
    out = std::move(article);
    return false;
  });
  if (!done.ok()) return done.error();
  return out;
}

}  // namespace

Result<std::vector<GoldActor>> read_gold(std::string_view text, std::string_view file) {
  std::vector<GoldActor> out;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (!read_line(line, out.emplace_back())) {
      return Error{ErrorKind::kInput, "expected KIND NAME", std::string(file) + ":" + std::to_string(number)};
    }
  }
  return out;
}

ActorScore compare(const std::vector<GoldActor>& gold, const std::vector<FoundPart>& found) {
  Comparison comparison(gold);
  for (const FoundPart& part : found) {
    for (const actor::Mention& mention : *part.mentions) comparison.add(*part.document, mention);
  }
  return comparison.score();
}

Result<std::vector<ActorScore>> score_folder(std::string_view folder, const actor::Finder& finder) {
  const auto segmenter = text::Segmenter::of(text::Language::kGerman);
  const auto analyser = clause::Analyser::of(text::Language::kGerman);
  const auto files = article::input_files(folder);
  if (!files.ok()) return files.error();
  std::vector<ActorScore> out;
  for (const auto& file : *files) {
    if (!file.path.ends_with(".txt")) continue;
    const std::string gold_path = file.path.substr(0, file.path.size() - 4) + ".actors";
    const auto gold_text = content_of(gold_path);
    if (!gold_text) return Error{ErrorKind::kInput, "cannot be read", gold_path};
    const auto gold = read_gold(*gold_text, gold_path);
    if (!gold.ok()) return gold.error();
    const auto article = only_article(file.path);
    if (!article.ok()) return article.error();
    const std::array documents = {segmenter.segment(article->title), segmenter.segment(article->body)};
    const std::array clauses = {analyser.analyse(documents[0]), analyser.analyse(documents[1])};
    const std::array parts = {actor::Part{&documents[0], &clauses[0]}, actor::Part{&documents[1], &clauses[1]}};
    const auto mentions = finder.find(parts);
    out.push_back(compare(*gold, {{&documents[0], &mentions[0]}, {&documents[1], &mentions[1]}}));
    out.back().article = file.relative_path;
  }
  return out;
}

}  // namespace annalen::train
