#include "actor/finder.h"

#include <cassert>
#include <deque>
#include <utility>

#include "actor/abbreviations.h"
#include "actor/anaphora.h"
#include "actor/lexicon.h"
#include "actor/pack_loader.h"
#include "actor/people.h"
#include "actor/reading.h"
#include "actor/scan.h"
#include "actor/scene.h"

namespace annalen::actor {

std::span<const std::pair<std::string_view, std::string_view>> embedded_files();  // made by annalen_embed

struct Finder::Pack {
  Lexicon lexicon;
};

namespace {

// "Karl Nehammer (ÖVP)": what stands in brackets belongs to the name before it and does not act.
void mark_brackets(const Reading& reading, std::vector<Draft>& drafts) {
  const auto& tokens = reading.document().tokens();
  for (auto& draft : drafts) {
    Mention& mention = draft.mention;
    if (mention.first_token == 0 || mention.end_token >= tokens.size() || mention.kind == Kind::kPerson) continue;
    const bool inside = reading.text(mention.first_token - 1) == "(" && reading.text(mention.end_token) == ")";
    if (inside) mention.attributive = true;
  }
}

}  // namespace

Result<Finder> Finder::load(std::span<const PackFile> pack) {
  auto lexicon = load_lexicon(pack);
  if (!lexicon.ok()) return lexicon.error();
  auto made = std::make_shared<Pack>();
  made->lexicon = std::move(lexicon).value();
  return Finder(std::move(made));
}

std::span<const PackFile> german_pack() {
  static const std::vector<PackFile> files = [] {
    std::vector<PackFile> out;
    for (const auto& [name, text] : embedded_files()) out.push_back({name, text});
    return out;
  }();
  return files;
}

Finder Finder::german() {
  auto loaded = load(german_pack());
  // The embedded pack is part of the program; a test loads it.
  assert(loaded.ok());
  return std::move(loaded).value();
}

std::vector<std::vector<Mention>> Finder::find(std::span<const Part> parts) const {
  const Lexicon& lexicon = pack_->lexicon;
  std::deque<Reading> readings;
  std::vector<std::vector<Draft>> drafts;
  People people(lexicon);
  Abbreviations abbreviations;
  for (const auto& part : parts) {
    assert(part.document != nullptr);
    people.learn_words(readings.emplace_back(*part.document, lexicon));
    drafts.push_back(scan(readings.back()));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) abbreviations.learn(readings[i], drafts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i) people.collect(readings[i], drafts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i) people.resolve(readings[i], drafts[i]);
  people.finish(drafts);
  std::vector<std::vector<Mention>> out(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto* clauses = parts[i].clauses;
    auto& found = drafts[i];
    auto surnames = people.bare_surnames(readings[i], clauses, found);
    found = merged(std::move(found), std::move(surnames));
    auto abbreviated = abbreviations.bare(readings[i], found);
    found = merged(std::move(found), std::move(abbreviated));
    mark_brackets(readings[i], found);
    set_scenes(readings[i], clauses, found);
    join_anaphora(
        readings[i], clauses, [&](std::string_view key) { return people.gender(key); }, found);
    out[i].reserve(found.size());
    for (auto& draft : found) out[i].push_back(std::move(draft.mention));
  }
  return out;
}

}  // namespace annalen::actor
