#include "query/actors.h"

#include <doctest/doctest.h>

#include "memory_store.h"
#include "query/query.h"
#include "query/suggest.h"

namespace annalen::query {
namespace {

using store::ParticipantRole;
using Texts = std::vector<std::string>;

// Lawrow under two keys (once both in one event), Müller the trainer and Müller the minister under one.
struct Names {
  MemoryStore store;
  store::Position graz = store.add_article("graz", "Blatt");
  store::Position linz = store.add_article("linz", "Blatt");
  std::string lawrow, lavrov, both, trainer, minister, minister_again;
  Names() {
    lawrow = add(graz, {make_participant("Lawrow", "per/sergej-lawrow", "Sergej Lawrow")});
    lavrov = add(graz, {make_participant("Lavrov", "per/lavrov", "Lavrov")});
    both = add(linz, {make_participant("Lawrow", "per/sergej-lawrow", "Sergej Lawrow"),
                      make_participant("Lavrovs", "per/lavrov", "Lavrov")});
    trainer = add(graz, {muller("Trainer")});
    minister = add(linz, {muller("Minister")});
    minister_again = add(linz, {muller("")});
  }
  std::string add(store::Position article, std::vector<store::StoredParticipant> participants) {
    store::StoredEvent event = make_event({span_of("2025")});
    event.participants = std::move(participants);
    return store.add_event(article, event);
  }
  static store::StoredParticipant muller(const std::string& title) {
    store::StoredParticipant one = make_participant("Müller", "per/hans-muller", "Hans Müller");
    one.title = title;
    return one;
  }
  store::Position split() {
    store::Decision decision;
    decision.kind = store::RecordKind::kSplit;
    decision.key = "per/hans-muller";
    decision.parts = {{"per/hans-muller-graz", "Hans Müller (Graz)", {}, {"Trainer"}}, {"per/hans-muller", "", {}, {}}};
    return store.decide(decision);
  }
  store::Position unmerge(store::Position merge) {
    store::Decision decision;
    decision.kind = store::RecordKind::kUnmerge;
    decision.undone = merge;
    return store.decide(decision);
  }
  // Ids that a query for the name finds, or what is wrong with it.
  [[nodiscard]] Texts of(const std::string& name, std::optional<std::uint64_t> as_of = std::nullopt) const {
    Filter filter;
    filter.actors = {name};
    filter.as_of = as_of;
    const Result<Answer> answer = run(store, filter);
    if (!answer) return {answer.error().message()};
    Texts out;
    for (const Hit& hit : answer->hits) out.push_back(hit.event.id);
    return out;
  }
  [[nodiscard]] Texts listed(std::optional<std::uint64_t> as_of = std::nullopt) const {
    const auto actors = list_actors(store, ParticipantRole::kActor, as_of);
    REQUIRE(actors.ok());
    Texts out;
    for (const store::ActorName& actor : *actors) {
      out.push_back(actor.key + " " + actor.name + " " + std::to_string(actor.events));
    }
    return out;
  }
};

}  // namespace

// "Actor indexes hold keys; merges and splits are resolved at query time." (DESIGN.md, Records)
TEST_CASE("query/merge: both names and keys find all events, each once, and the counts agree") {
  Names names;
  CHECK(names.of("Lavrov") == Texts{names.lavrov, names.both});
  const store::Position merge = names.store.merge("per/lavrov", "per/sergej-lawrow");
  for (const char* name : {"Lavrov", "Lawrow", "Sergej Lawrow", "per/lavrov", "per/sergej-lawrow"}) {
    CAPTURE(std::string(name));
    CHECK(names.of(name) == Texts{names.lawrow, names.lavrov, names.both});
  }
  CHECK(names.listed() == Texts{"per/hans-muller Hans Müller 3", "per/sergej-lawrow Sergej Lawrow 3"});
  // As of before: as it was.
  CHECK(names.of("Lavrov", merge.seq) == Texts{names.lavrov, names.both});
  CHECK(names.listed(merge.seq) ==
        Texts{"per/hans-muller Hans Müller 3", "per/lavrov Lavrov 2", "per/sergej-lawrow Sergej Lawrow 2"});
  CHECK(names.listed(merge.seq + 1) == names.listed());
  // Taken back: as it was, and as of between as it was then.
  names.unmerge(merge);
  CHECK(names.of("Lavrov") == Texts{names.lavrov, names.both});
  CHECK(names.of("Lavrov", merge.seq + 1) == Texts{names.lawrow, names.lavrov, names.both});
}

TEST_CASE("query/merge: hits carry the key and name that hold, and the key as it was extracted") {
  Names names;
  names.store.merge("per/lavrov", "per/sergej-lawrow");
  const Result<Hit> hit = find(names.store, names.both);
  REQUIRE(hit.ok());
  for (const store::StoredParticipant& participant : hit->event.participants) {
    CHECK(participant.key == "per/sergej-lawrow");
    CHECK(participant.name == "Sergej Lawrow");
  }
  CHECK(hit->event.participants.at(1).mention == "Lavrovs");
  CHECK(hit->extracted_keys == Texts{"per/sergej-lawrow", "per/lavrov"});
  CHECK(find(names.store, names.lawrow)->extracted_keys.empty());
  const auto written = written_names(names.store, *Identities::of(names.store, std::nullopt), "per/sergej-lawrow",
                                     ParticipantRole::kActor);
  REQUIRE(written.ok());
  Texts forms;
  for (const store::WrittenName& name : *written) forms.push_back(name.mention + " " + std::to_string(name.events));
  CHECK(forms == Texts{"Lawrow 2", "Lavrov 1", "Lavrovs 1"});
}

TEST_CASE("query/merge: a part asked for is that of the mention, under whichever key it was found") {
  Names names;
  const auto with_part = [](const char* mention, const char* key, const char* name, store::Part part) {
    store::StoredParticipant out = make_participant(mention, key, name);
    out.part = part;
    return out;
  };
  const std::string acts = names.add(names.graz, {with_part("Lavrov", "per/lavrov", "Lavrov", store::Part::kActs)});
  const std::string met =
      names.add(names.graz, {with_part("Lawrow", "per/sergej-lawrow", "Sergej Lawrow", store::Part::kActedUpon),
                             with_part("Müller", "per/hans-muller", "Hans Müller", store::Part::kActs)});
  const auto found = [&](store::Part part) {
    Filter filter;
    filter.actors = {"Lawrow"};
    filter.part = part;
    Texts out;
    const Result<Answer> answer = run(names.store, filter);
    REQUIRE(answer.ok());
    for (const Hit& hit : answer->hits) out.push_back(hit.event.id);
    return out;
  };
  CHECK(found(store::Part::kActs).empty());
  const store::Position merge = names.store.merge("per/lavrov", "per/sergej-lawrow");
  CHECK(found(store::Part::kActs) == Texts{acts});
  CHECK(found(store::Part::kActedUpon) == Texts{met});
  names.unmerge(merge);
  CHECK(found(store::Part::kActs).empty());
}

TEST_CASE("query/merge: a key that no event has may be merged into, and goes by the likest name") {
  Names names;
  names.store.merge("per/lavrov", "per/lawrow-sergej");
  names.store.merge("per/sergej-lawrow", "per/lavrov");
  CHECK(names.of("per/lawrow-sergej").size() == 3);
  CHECK(names.listed() == Texts{"per/hans-muller Hans Müller 3", "per/lawrow-sergej Lavrov 3"});
}

TEST_CASE("query/split: a name of two lists both with where they were seen; each key is one") {
  Names names;
  const store::Position split = names.split();
  CHECK(names.of("Müller") ==
        Texts{"\"Müller\" may mean several (say which one by its key, for example per/hans-muller: Hans Müller "
              "(per/hans-muller, 2 events, Minister, in linz), Hans Müller (Graz) (per/hans-muller-graz, 1 event, "
              "Trainer, in graz))"});
  CHECK(names.of("per/hans-muller") == Texts{names.minister, names.minister_again});
  CHECK(names.of("per/hans-muller-graz") == Texts{names.trainer});
  CHECK(names.of("Hans Müller (Graz)") == Texts{names.trainer});
  CHECK(names.of("Hans Müller") == Texts{names.minister, names.minister_again});  // whose whole name it is
  CHECK(names.of("Müller", split.seq) == Texts{names.trainer, names.minister, names.minister_again});
  CHECK(names.listed() == Texts{"per/hans-muller Hans Müller 2", "per/hans-muller-graz Hans Müller (Graz) 1",
                                "per/lavrov Lavrov 2", "per/sergej-lawrow Sergej Lawrow 2"});
  CHECK(find(names.store, names.trainer)->event.participants.at(0).name == "Hans Müller (Graz)");
  // Merged again: as before.
  names.store.merge("per/hans-muller-graz", "per/hans-muller");
  CHECK(names.of("Müller") == Texts{names.trainer, names.minister, names.minister_again});
  CHECK(names.of("per/hans-muller-graz").size() == 3);
}

TEST_CASE("query/split: a key that means several is as ambiguous as a name") {
  Names names;
  store::Decision decision;
  decision.kind = store::RecordKind::kSplit;
  decision.key = "per/hans-muller";
  decision.parts = {{"per/m-1", "", {"graz"}, {}}, {"per/m-2", "", {}, {}}};
  names.store.decide(decision);
  CHECK(
      names.of("per/hans-muller").at(0).starts_with("\"per/hans-muller\" may mean several (say which one by its key"));
  CHECK(names.of("per/m-1") == Texts{names.trainer});
  CHECK(names.of("per/m-2") == Texts{names.minister, names.minister_again});
}

TEST_CASE("query/key_of_argument: a key, the only bearer of a name, or an error that says what to do") {
  Names names;
  const auto key = [&](const std::string& argument) {
    const Result<std::string> found = key_of_argument(names.store, argument, ParticipantRole::kActor);
    return found ? *found : found.error().message();
  };
  CHECK(key("Hans Müller") == "per/hans-muller");
  CHECK(key("muller") == "per/hans-muller");
  CHECK(key("per/nirgends") == "per/nirgends");
  CHECK(key("Niemand") == "no event names \"Niemand\" (try annalen actors --like \"Niemand\")");
  names.add(names.graz, {make_participant("Anna Müller", "per/anna-muller", "Anna Müller")});
  CHECK(key("Müller").starts_with("\"Müller\" may mean several"));
  names.store.merge("per/hans-muller", "per/anna-muller");
  CHECK(key("per/hans-muller") == "per/anna-muller");
  CHECK(key("Müller") == "per/anna-muller");
}

// "Spelling variants … suggested by `annalen actors --like`, never merged silently."
TEST_CASE("query/suggest: other spellings with their counts, the nearest first; a merge makes them one") {
  Names names;
  names.add(names.graz, {make_participant("Lavrow", "per/lavrow", "Lavrow")});
  names.add(names.graz, {make_participant("Lawson", "per/jim-lawson", "Jim Lawson")});
  const auto like = [&](const std::string& name) {
    const auto found = suggest_actors(names.store, name, ParticipantRole::kActor);
    REQUIRE(found.ok());
    Texts out;
    for (const Suggestion& one : *found) {
      out.push_back(one.actor.key + " " + std::to_string(one.actor.events) + " " + std::to_string(one.distance));
    }
    return out;
  };
  CHECK(like("Lavroff") == Texts{"per/lavrov 2 0", "per/sergej-lawrow 2 0", "per/lavrow 1 0"});
  CHECK(like("Sergey Lavrov") == Texts{"per/lavrov 2 0", "per/sergej-lawrow 2 0", "per/lavrow 1 0"});
  CHECK(like("Lawro").size() == 3);  // beyond those that hold it, one letter less
  CHECK(like("mueller") == Texts{"per/hans-muller 3 0"});
  CHECK(like("per/lav").size() == 2);
  CHECK(like("Obama").empty());
  names.store.merge("per/lavrov", "per/sergej-lawrow");
  CHECK(like("Lavroff") == Texts{"per/sergej-lawrow 3 0", "per/lavrow 1 0"});
}

}  // namespace annalen::query
