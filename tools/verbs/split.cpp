// actors split: one key is two actors, told apart by the article or by the role that a mention gives.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "actor/key.h"
#include "article/article.h"
#include "exit_status.h"
#include "query/actors.h"
#include "query/query.h"
#include "render/width.h"
#include "text/fold.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

constexpr std::size_t kShownMax = 12;

struct Options {
  std::string key;
  std::string into;
  std::vector<std::string> articles;
  std::vector<std::string> roles;
  std::string reason;
};

// Where the actor is mentioned, and how.
struct Mentions {
  std::map<std::string, std::uint64_t> articles;  // identity -> events
  std::map<std::string, std::uint64_t> titles;
  std::map<std::string, std::string> urls;  // URL -> identity
};

Result<Mentions> mentions_of(const store::Store& store, const query::Identities& identities, const std::string& key) {
  std::set<store::EventRef> refs;
  for (const query::Identities::Source& source : identities.sources_of(key)) {
    Result<void> scanned = query::scan_meaning(store, identities, source, key, store::ParticipantRole::kActor, {},
                                               [&](const store::EventEntry& entry) {
                                                 refs.insert(entry.ref);
                                                 return true;
                                               });
    if (!scanned) return scanned.error();
  }
  Mentions out;
  query::Loader loader(store);
  for (const store::EventRef& ref : refs) {
    Result<store::StoredEvent> event = store.event(ref);
    if (!event) return event.error();
    ++out.articles[event->article_identity];
    Result<std::shared_ptr<const store::StoredArticle>> article = loader.article(event->article);
    if (!article) return article.error();
    if (!(*article)->url.empty()) out.urls.emplace((*article)->url, event->article_identity);
    for (const store::StoredParticipant& participant : event->participants) {
      if (!participant.title.empty() && identities.key_of(*event, participant) == key) ++out.titles[participant.title];
    }
  }
  return out;
}

std::string list_of(const std::map<std::string, std::uint64_t>& seen) {
  std::string out;
  std::size_t shown = 0;
  for (const auto& [text, events] : seen) {
    if (++shown > kShownMax) return out + fmt::format(" and {} more", seen.size() - kShownMax);
    out += fmt::format("{}{}", out.empty() ? "" : ", ", text);
  }
  return out.empty() ? "none" : out;
}

// What stands for a named part: the articles and titles as the events have them, so that the record binds to these.
Result<void> fill_part(const Options& options, const std::string& key, const Mentions& mentions,
                       store::SplitPart& part) {
  for (const std::string& named : options.articles) {
    const auto by_url = mentions.urls.find(article::normalise_url(named));
    const std::string identity = by_url != mentions.urls.end() ? by_url->second : named;
    if (!mentions.articles.contains(identity)) {
      return Error{ErrorKind::kNotFound, fmt::format("no event of article \"{}\" names {}", named, key), "",
                   fmt::format("articles that do: {}", list_of(mentions.articles))};
    }
    part.article_identities.push_back(identity);
  }
  for (const std::string& role : options.roles) {
    const std::size_t before = part.titles.size();
    for (const auto& [title, events] : mentions.titles) {
      if (text::fold(title) == text::fold(role)) part.titles.push_back(title);
    }
    if (part.titles.size() == before) {
      return Error{ErrorKind::kNotFound, fmt::format("no event gives {} the role \"{}\"", key, role), "",
                   fmt::format("roles seen: {}", list_of(mentions.titles))};
    }
  }
  return {};
}

// "A1,A2": keys, or names that become keys of the same kind.
Result<std::vector<store::SplitPart>> parts_named(const std::string& into, const std::string& key) {
  std::vector<store::SplitPart> out;
  for (std::string_view rest = into;;) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    std::string one(rest.substr(0, comma));
    one.erase(0, one.find_first_not_of(' '));
    const std::string kind = key.substr(0, key.find('/') + 1);
    store::SplitPart part;
    part.name = one.starts_with(kind) ? "" : one;
    part.key = one.starts_with(kind) ? one : kind + actor::slug(one);
    if (part.key.size() == kind.size()) {
      return Error{ErrorKind::kUsage, fmt::format("--into {} names no one", into), "",
                   fmt::format("write one or two keys or names: {}-1,{}-2", key, key)};
    }
    out.push_back(std::move(part));
    if (comma == rest.size()) break;
    rest.remove_prefix(comma + 1);
  }
  if (out.size() > 2 || (out.size() == 2 && out[0].key == out[1].key) || (out.size() == 1 && out[0].key == key)) {
    return Error{
        ErrorKind::kUsage, fmt::format("--into {} does not make two of {}", into, key), "",
        "name whom the articles or roles mean, and after a comma whom all others mean (without: the key goes on)"};
  }
  if (out.size() == 1) out.push_back({key, {}, {}, {}});
  return out;
}

std::string text_of(const store::ActorName& actor) {
  return fmt::format("{} ({}, {} event{})", actor.name, actor.key, actor.events, actor.events == 1 ? "" : "s");
}

Result<int> report_split(const store::Store& store, const store::Decision& decision, store::Position position) {
  Result<query::Identities> identities = query::Identities::of(store, std::nullopt);
  if (!identities) return identities.error();
  std::vector<std::string> now;
  for (const store::SplitPart& part : decision.parts) {
    Result<store::ActorName> actor =
        query::actor_named(store, *identities, part.key, store::ParticipantRole::kActor, std::nullopt);
    if (!actor) return actor.error();
    now.push_back(text_of(*actor));
  }
  const std::string text =
      fmt::format("split {}: {} and {}, record {}", decision.key, now.at(0), now.at(1), store::to_text(position));
  std::fputs((render::printable(text) + "\n").c_str(), stderr);
  return kDone;
}

Result<int> run(const Options& options, const Session& session) {
  if (options.articles.empty() && options.roles.empty()) {
    return Error{ErrorKind::kUsage, "nothing tells the two apart", "", "give --article ID or --role TITLE"};
  }
  Result<std::unique_ptr<store::Store>> store = open_store(session, store::OpenMode::kWrite);
  if (!store) return store.error();
  Result<std::string> key = query::key_of_argument(**store, options.key, store::ParticipantRole::kActor);
  if (!key) return key.error();
  Result<query::Identities> identities = query::Identities::of(**store, std::nullopt);
  if (!identities) return identities.error();
  Result<std::vector<store::SplitPart>> parts = parts_named(options.into, *key);
  if (!parts) return parts.error();
  Result<Mentions> mentions = mentions_of(**store, *identities, *key);
  if (!mentions) return mentions.error();
  if (mentions->articles.empty()) {
    return Error{ErrorKind::kNotFound, fmt::format("no event has the key {}", *key), "", ""};
  }
  if (Result<void> filled = fill_part(options, *key, *mentions, parts->front()); !filled) return filled.error();

  store::Decision decision;
  decision.kind = store::RecordKind::kSplit;
  decision.by = session.operator_name;
  decision.reason = options.reason;
  decision.key = *key;
  decision.parts = *std::move(parts);
  store::Draft draft;
  draft.kind = decision.kind;
  draft.payload = store::decision_payload(decision);
  Result<std::vector<store::Position>> positions = (*store)->append({&draft, 1});
  if (!positions) return positions.error();
  return report_split(**store, decision, positions->front());
}

}  // namespace

void add_split(const Verb& actors, Session& session) {
  Verb verb(actors, "split", "Tell two actors of one key apart, by article or by role",
            {"actors split per/hans-huber --into per/hans-huber-trainer --role Trainer --reason \"namesakes\"",
             "actors split per/hans-huber --into \"Hans Huber (Graz),Hans Huber (Linz)\" --article blatt-17 --reason "
             "\"namesakes\""});
  const auto options = std::make_shared<Options>();
  verb.store_option();
  verb.argument("A", options->key, "A key, or a name that only one actor has");
  verb.text(
      "--into", options->into,
      "One or two keys or names: whom the articles or roles mean, and whom all other mentions mean (without it the "
      "key goes on)");
  verb.texts("--article", options->articles, "Mentions in this article (identity or URL); repeated: in these");
  verb.texts("--role", options->roles, "Mentions with this title or role, as `annalen show` gives it; repeated: these");
  verb.reason_option(options->reason);
  verb.operator_option();
  verb.on_call([&session, options] { return run(*options, session); });
}

}  // namespace annalen::tools
