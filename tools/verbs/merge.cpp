// actors merge, actors unmerge: two keys are one actor; they are not after all. Nothing is rewritten: the decision is a
// record, and queries follow it.
#include <fmt/format.h>

#include <cstdio>

#include "exit_status.h"
#include "query/actors.h"
#include "render/width.h"
#include "text/fold.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

struct Options {
  std::string from;
  std::string into;
  std::string reason;
  bool places = false;
  [[nodiscard]] store::ParticipantRole role() const {
    return places ? store::ParticipantRole::kPlace : store::ParticipantRole::kActor;
  }
};

std::string kind_of(const std::string& key) { return key.substr(0, key.find('/')); }

Result<store::ActorName> actor_now(const store::Store& store, const std::string& key, store::ParticipantRole role) {
  Result<query::Identities> identities = query::Identities::of(store, std::nullopt);
  if (!identities) return identities.error();
  return query::actor_named(store, *identities, key, role, std::nullopt);
}

std::string text_of(const store::ActorName& actor) {
  return fmt::format("{} ({}, {} event{})", actor.name, actor.key, actor.events, actor.events == 1 ? "" : "s");
}

void report_done(const std::string& text) { std::fputs((render::printable(text) + "\n").c_str(), stderr); }

Result<store::Position> append_one(store::Store& store, const store::Decision& decision) {
  store::Draft draft;
  draft.kind = decision.kind;
  draft.payload = store::decision_payload(decision);
  draft.subject = decision.undone;
  Result<std::vector<store::Position>> positions = store.append({&draft, 1});
  if (!positions) return positions.error();
  return positions->front();
}

Result<void> check_pair(const Options& options, const store::ActorName& from, const store::ActorName& into) {
  if (from.key == into.key) {
    return Error{ErrorKind::kUsage,
                 fmt::format("\"{}\" and \"{}\" are one actor already: {}", options.from, options.into, into.key), "",
                 "annalen actors --names shows what was merged"};
  }
  if ((kind_of(from.key) == "place") != (kind_of(into.key) == "place")) {
    return Error{ErrorKind::kUsage, fmt::format("{} and {} are a place and an actor", from.key, into.key), "",
                 "places are kept apart from actors"};
  }
  if (from.events == 0) return Error{ErrorKind::kNotFound, fmt::format("no event has the key {}", from.key), "", ""};
  return {};
}

Result<int> merge(const Options& options, const Session& session) {
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWrite);
  if (!store) return store.error();
  Result<std::string> from_key = query::key_of_argument(**store, options.from, options.role());
  if (!from_key) return from_key.error();
  Result<std::string> into_key = query::key_of_argument(**store, options.into, options.role());
  if (!into_key) return into_key.error();
  Result<store::ActorName> from = actor_now(**store, *from_key, options.role());
  if (!from) return from.error();
  Result<store::ActorName> into = actor_now(**store, *into_key, options.role());
  if (!into) return into.error();
  if (Result<void> checked = check_pair(options, *from, *into); !checked) return checked.error();
  if (into->events == 0) report_note(fmt::format("no event has the key {} yet", into->key));

  store::Decision decision;
  decision.kind = store::RecordKind::kMerge;
  decision.by = session.operator_name;
  decision.reason = options.reason;
  decision.from = from->key;
  decision.into = into->key;
  Result<store::Position> position = append_one(**store, decision);
  if (!position) return position.error();
  Result<store::ActorName> merged = actor_now(**store, into->key, options.role());
  if (!merged) return merged.error();
  report_done(fmt::format("merged {} into {}: {} events now, record {}", text_of(*from), text_of(*into), merged->events,
                          store::to_text(*position)));
  return kDone;
}

// A key as a merge names it: itself, or what the events call it.
Result<bool> is_named(const store::Store& store, const std::string& argument, const std::string& key,
                      store::ParticipantRole role) {
  if (argument.empty() || argument == key) return true;
  Result<std::optional<store::ActorName>> actor = store.actor(key, role);
  if (!actor) return actor.error();
  return *actor && text::fold((*actor)->name) == text::fold(argument);
}

std::string list_of(const std::vector<store::Decision>& merges) {
  std::string out;
  for (const store::Decision& merge : merges) {
    out += fmt::format("{}{} into {} (record {})", out.empty() ? "" : ", ", merge.from, merge.into,
                       store::to_text(merge.position));
  }
  return out;
}

Result<store::Decision> merge_meant(const store::Store& store, const Options& options) {
  Result<std::vector<store::Decision>> decisions = store.decisions();
  if (!decisions) return decisions.error();
  std::vector<store::Decision> both;
  std::vector<store::Decision> either;
  for (const store::Decision& merge : query::standing_merges(*decisions)) {
    Result<bool> from = is_named(store, options.from, merge.from, options.role());
    if (!from) return from.error();
    Result<bool> into = is_named(store, options.into, merge.into, options.role());
    if (!into) return into.error();
    if (*from && *into) both.push_back(merge);
    if (*from || merge.into == options.from) either.push_back(merge);
  }
  if (both.size() == 1) return both.front();
  if (both.empty()) {
    return Error{ErrorKind::kNotFound,
                 options.into.empty() ? fmt::format("\"{}\" is merged into nothing", options.from)
                                      : fmt::format("\"{}\" is not merged into \"{}\"", options.from, options.into),
                 "", either.empty() ? "" : fmt::format("merged are {}", list_of(either))};
  }
  return Error{ErrorKind::kUsage, fmt::format("\"{}\" may mean several merges", options.from), "",
               fmt::format("name both keys: {}", list_of(both))};
}

Result<int> unmerge(const Options& options, const Session& session) {
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWrite);
  if (!store) return store.error();
  Result<store::Decision> merge = merge_meant(**store, options);
  if (!merge) return merge.error();
  store::Decision decision;
  decision.kind = store::RecordKind::kUnmerge;
  decision.by = session.operator_name;
  decision.reason = options.reason;
  decision.undone = merge->position;
  Result<store::Position> position = append_one(**store, decision);
  if (!position) return position.error();
  Result<store::ActorName> from = actor_now(**store, merge->from, options.role());
  if (!from) return from.error();
  Result<store::ActorName> into = actor_now(**store, merge->into, options.role());
  if (!into) return into.error();
  report_done(fmt::format("took back the merge of record {}: {} and {} are two again, record {}",
                          store::to_text(merge->position), text_of(*from), text_of(*into), store::to_text(*position)));
  return kDone;
}

}  // namespace

void add_merge(const Verb& actors, Session& session) {
  Verb verb(actors, "merge", "Let one actor be another from now on",
            {"actors merge per/lawrow per/sergej-lawrow --reason \"one person\" --by Redaktion",
             "actors merge Selenski \"Wolodymyr Selenskyj\" --reason \"other spelling\""});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.argument("A", options->from, "A key, or a name that only one actor has");
  verb.argument("INTO", options->into, "The key or name that it goes by from now on");
  verb.flag("--places", options->places, "The names are those of places");
  verb.reason_option(options->reason);
  verb.operator_option();
  verb.on_call([&session, options] { return merge(*options, session); });
}

void add_unmerge(const Verb& actors, Session& session) {
  Verb verb(actors, "unmerge", "Take a merge back, as if it had never been",
            {"actors unmerge per/lawrow per/sergej-lawrow --reason \"two people\""});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.argument("A", options->from, "The key or name that was merged");
  verb.optional_argument("INTO", options->into, "What it was merged into");
  verb.flag("--places", options->places, "The names are those of places");
  verb.reason_option(options->reason);
  verb.operator_option();
  verb.on_call([&session, options] { return unmerge(*options, session); });
}

}  // namespace annalen::tools
