#include "actor/finder.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <optional>
#include <utility>

#include "actor/abbreviations.h"
#include "actor/anaphora.h"
#include "actor/dictionary.h"
#include "actor/lexicon.h"
#include "actor/name_suggestions.h"
#include "actor/pack_loader.h"
#include "actor/people.h"
#include "actor/reading.h"
#include "actor/scan.h"
#include "actor/scene.h"
#include "actor/tagger.h"
#include "text/language.h"

namespace annalen::actor {

text::EmbeddedFiles embedded_files(std::string_view language);  // made by annalen_embed

struct Finder::Pack {
  Lexicon lexicon;
  Dictionary dictionary;
  std::optional<Model> model;
  std::unique_ptr<TaggerPool> taggers;  // where there is a model
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

// "Die EU … Die Union": a short name that two organisations share means the one that the article names otherwise, when
// it does not name the other.
void tell_apart(const Lexicon& lexicon, const std::deque<Reading>& readings, std::vector<std::vector<Draft>>& drafts) {
  for (const auto& shared : lexicon.shared_names) {
    const Entry& usual = lexicon.entry(shared.usual);
    const Entry& other = lexicon.entry(shared.other);
    std::vector<std::pair<std::size_t, std::size_t>> unclear;
    bool usual_named = false;
    bool other_named = false;
    for (std::size_t part = 0; part < drafts.size(); ++part) {
      for (std::size_t i = 0; i < drafts[part].size(); ++i) {
        const Mention& mention = drafts[part][i].mention;
        const bool one = mention.first_token + 1 == mention.end_token;
        const bool is_shared =
            one && mention.key == usual.key && readings[part].text(mention.first_token) == shared.name;
        if (is_shared) unclear.emplace_back(part, i);
        usual_named = usual_named || (!is_shared && shared.kin.contains(mention.key));
        other_named = other_named || mention.key == other.key;
      }
    }
    if (!other_named || usual_named) continue;
    for (const auto& [part, i] : unclear) {
      Draft& draft = drafts[part][i];
      draft.entry = &other;
      draft.type = other.type;
      draft.mention.key = other.key;
      draft.mention.name = other.name;
    }
  }
}

}  // namespace

Result<Finder> Finder::load(std::span<const PackFile> pack, const Resources& resources) {
  auto lexicon = load_lexicon(pack);
  if (!lexicon.ok()) return lexicon.error();
  auto made = std::make_shared<Pack>();
  if (!resources.dictionary.empty()) {
    auto dictionary = Dictionary::load(resources.dictionary);
    if (!dictionary.ok()) return dictionary.error();
    made->dictionary = std::move(dictionary).value();
  }
  if (!resources.model.empty()) {
    auto model = Model::load(resources.model);
    if (!model.ok()) return model.error();
    made->model.emplace(std::move(model).value());
    made->taggers = std::make_unique<TaggerPool>(*made->model, made->dictionary);
  }
  made->lexicon = std::move(lexicon).value();
  return Finder(std::move(made));
}

std::span<const PackFile> german_pack() {
  static const std::vector<PackFile> files = [] {
    std::vector<PackFile> out;
    for (const auto& [name, text] : embedded_files(text::to_text(text::Language::kGerman))) out.push_back({name, text});
    return out;
  }();
  return files;
}

Finder Finder::german() {
  auto loaded = load(german_pack(), embedded_resources(text::to_text(text::Language::kGerman)));
  // The embedded pack and model are part of the program; a test loads it.
  assert(loaded.ok());
  return std::move(loaded).value();
}

struct Finder::Found {
  std::deque<Reading> readings;
  std::vector<std::vector<Draft>> drafts;  // by part
};

Finder::Found Finder::scanned(std::span<const Part> parts) const {
  Found out;
  for (const auto& part : parts) {
    assert(part.document != nullptr);
    out.drafts.push_back(scan(out.readings.emplace_back(*part.document, pack_->lexicon)));
  }
  return out;
}

void Finder::join(std::span<const Part> parts, Found& all) const {
  const Lexicon& lexicon = pack_->lexicon;
  auto& [readings, drafts] = all;
  People people(lexicon);
  Abbreviations abbreviations;
  for (const auto& reading : readings) people.learn_words(reading);
  tell_apart(lexicon, readings, drafts);
  for (std::size_t i = 0; i < parts.size(); ++i) abbreviations.learn(readings[i], drafts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i) people.collect(readings[i], drafts[i]);
  abbreviations.settle([&](std::string_view name) { return people.is_surname(name); });
  for (std::size_t i = 0; i < parts.size(); ++i) abbreviations.retype(readings[i], drafts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i) people.meet_namesakes(readings[i], drafts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i) people.resolve(readings[i], drafts[i]);
  people.finish(drafts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto* clauses = parts[i].clauses;
    auto& found = drafts[i];
    auto surnames = people.bare_surnames(readings[i], clauses, found);
    surnames.erase(std::remove_if(surnames.begin(), surnames.end(),
                                  [&](const Draft& draft) {
                                    return abbreviations.is_unclear(readings[i].document().of(draft.mention.span));
                                  }),
                   surnames.end());
    found = merged(std::move(found), std::move(surnames));
    auto abbreviated = abbreviations.bare(readings[i], found);
    found = merged(std::move(found), std::move(abbreviated));
    mark_brackets(readings[i], found);
    set_scenes(readings[i], clauses, found);
    join_anaphora(
        readings[i], clauses, [&](std::string_view key) { return people.gender(key); }, found);
  }
}

Finder::Found Finder::find_drafts(std::span<const Part> parts) const {
  Found found = scanned(parts);
  if (!pack_->taggers) {
    join(parts, found);
    return found;
  }
  auto scans = found.drafts;
  join(parts, found);
  auto tagger = pack_->taggers->take();
  bool changed = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto suggested = suggestions(*tagger, found.readings[i], found.drafts[i]);
    changed = amend(found.readings[i], suggested, found.drafts[i], scans[i]) || changed;
  }
  if (!changed) return found;
  found.drafts = std::move(scans);
  join(parts, found);
  return found;
}

std::vector<std::vector<NameHint>> Finder::hints(std::span<const Part> parts,
                                                 std::span<const std::vector<text::Span>> words) const {
  Found found = scanned(parts);
  join(parts, found);
  std::vector<std::vector<NameHint>> out;
  for (std::size_t i = 0; i < parts.size(); ++i) out.push_back(name_hints(found.drafts[i], words[i]));
  return out;
}

std::vector<std::vector<Mention>> Finder::find(std::span<const Part> parts) const {
  Found found = find_drafts(parts);
  std::vector<std::vector<Mention>> out(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out[i].reserve(found.drafts[i].size());
    for (auto& draft : found.drafts[i]) out[i].push_back(std::move(draft.mention));
  }
  return out;
}

}  // namespace annalen::actor
