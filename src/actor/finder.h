// finder.h: finds persons, organisations, states and places, and joins the mentions of one article under one key.
// Tables are data (lang/de/) and ICU's German region names. Same input, same output. Linear time.
// Threads: Finder is const after load, shareable.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "actor/mention.h"
#include "actor/name_hints.h"
#include "actor/resources.h"
#include "base/result.h"
#include "clause/clause.h"
#include "text/document.h"

namespace annalen::actor {

struct PackFile {
  std::string_view name;
  std::string_view text;
};

// One document of an article: the title and the body are found together, so that a surname of the title is joined to
// the full name of the body.
struct Part {
  const text::Document* document = nullptr;
  const clause::Clauses* clauses = nullptr;
};

class Finder {
 public:
  // `resources` outlive the finder; without a model tables and patterns work alone, without a dictionary the model
  // knows fewer words. Error{kInput} names file and line.
  [[nodiscard]] static Result<Finder> load(std::span<const PackFile> pack, const Resources& resources = {});
  [[nodiscard]] static Finder german();

  // One list a part, in text order, not overlapping; only "die beiden Länder" is two mentions of one span, one for
  // each state. `clauses` of a part may be null: then no pronoun is joined.
  [[nodiscard]] std::vector<std::vector<Mention>> find(std::span<const Part> parts) const;
  // What tables and patterns say of the words of each part, byte spans of its text in text order; for training.
  [[nodiscard]] std::vector<std::vector<NameHint>> hints(std::span<const Part> parts,
                                                         std::span<const std::vector<text::Span>> words) const;

 private:
  struct Pack;
  struct Found;
  [[nodiscard]] Found scanned(std::span<const Part> parts) const;
  void join(std::span<const Part> parts, Found& all) const;
  [[nodiscard]] Found find_drafts(std::span<const Part> parts) const;
  explicit Finder(std::shared_ptr<const Pack> pack) : pack_(std::move(pack)) {}
  std::shared_ptr<const Pack> pack_;
};

[[nodiscard]] std::span<const PackFile> german_pack();

}  // namespace annalen::actor
