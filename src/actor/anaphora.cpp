#include "actor/anaphora.h"

#include <algorithm>
#include <string>

namespace annalen::actor {
namespace {

constexpr std::size_t kMentionsBackMax = 128;  // looked at for antecedents

// The actor that a mention counts for.
struct Actor {
  std::string_view key;
  std::string_view name;
  Kind kind = Kind::kPlace;
};

Actor actor_of(const Draft& draft) {
  const Mention& mention = draft.mention;
  if (!mention.stands_for_key.empty()) {
    const bool state = mention.stands_for_key.starts_with(to_text(Kind::kState));
    return {mention.stands_for_key, mention.stands_for_name, state ? Kind::kState : Kind::kOrganisation};
  }
  return {mention.key, mention.name, mention.kind};
}

class Joiner {
 public:
  Joiner(const Reading& reading, const clause::Clauses* clauses, const GenderOf& gender_of, std::vector<Draft>& drafts)
      : reading_(reading), clauses_(clauses), gender_of_(gender_of), drafts_(drafts) {}

  void run();

 private:
  using Found = std::vector<Actor>;  // distinct, in order

  template <class Accept>
  [[nodiscard]] Found actors_of(std::uint32_t sentence, std::uint32_t before_token, Accept accept) const;
  // Of the sentence itself where it names any, else of the one before.
  template <class Accept>
  [[nodiscard]] Found antecedents(std::uint32_t token, Accept accept) const;
  void join_phrase(const Draft& phrase);
  void join_state(const Draft& phrase);
  void join_pair(const Draft& phrase, bool sides);
  void join_organisation(const Draft& phrase);
  void join_pronoun(std::uint32_t token, Gender gender);
  [[nodiscard]] bool begins_new_name(const Draft& phrase) const;
  [[nodiscard]] bool pronoun_stands(std::uint32_t unit, Gender gender) const;
  void add(const Draft& phrase, const Actor& actor);

  const Reading& reading_;
  const clause::Clauses* clauses_;
  const GenderOf& gender_of_;
  std::vector<Draft>& drafts_;
  std::vector<Draft> out_;  // all drafts before the one in hand
};

template <class Accept>
Joiner::Found Joiner::actors_of(std::uint32_t sentence, std::uint32_t before_token, Accept accept) const {
  Found out;
  std::size_t seen = 0;
  for (auto at = out_.rbegin(); at != out_.rend() && seen < kMentionsBackMax; ++at, ++seen) {
    const Mention& mention = at->mention;
    const std::uint32_t here = reading_.document().tokens()[mention.first_token].sentence;
    if (here < sentence) break;
    if (here > sentence || mention.first_token >= before_token || !accept(*at)) continue;
    const Actor actor = actor_of(*at);
    const auto same = [&](const Actor& other) { return other.key == actor.key; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(actor);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

template <class Accept>
Joiner::Found Joiner::antecedents(std::uint32_t token, Accept accept) const {
  const std::uint32_t sentence = reading_.document().tokens()[token].sentence;
  auto out = actors_of(sentence, token, accept);
  if (out.empty() && sentence > 0) out = actors_of(sentence - 1, token, accept);
  return out;
}

void Joiner::add(const Draft& phrase, const Actor& actor) {
  Draft draft;
  draft.mention = phrase.mention;
  draft.mention.kind = actor.kind;
  draft.mention.key = actor.key;
  draft.mention.name = actor.name;
  draft.mention.anaphoric = true;
  out_.push_back(std::move(draft));
}

// "das Land Tirol", "das Land der Berge", "die Partei Podemos"
bool Joiner::begins_new_name(const Draft& phrase) const {
  const auto next = reading_.after(reading_.unit_of(phrase.mention.end_token - 1));
  if (!next) return false;
  const Unit& unit = reading_.unit(*next);
  if (phrase.mention.end_token < reading_.unit(*next - 1).end) return true;
  return unit.word && (unit.capitalised || reading_.has(unit, WordClass::kDefinite));
}

void Joiner::join_state(const Draft& phrase) {
  const auto is_state = [](const Draft& draft) { return actor_of(draft).kind == Kind::kState; };
  const auto token = phrase.mention.first_token;
  const auto acting = [&](const Draft& draft) {
    return is_state(draft) && !draft.mention.as_place && !draft.mention.attributive;
  };
  Found found = antecedents(token, acting);
  if (found.empty()) {
    // "In Ungarn wird gewählt. Das Land …": the only state that is named at all.
    found = antecedents(token, is_state);
  }
  // "das Land" may be a Land as well.
  const auto land = [](const Draft& draft) { return draft.entry != nullptr && draft.entry->land; };
  if (found.size() == 1 && antecedents(token, land).empty()) add(phrase, found.front());
}

void Joiner::join_pair(const Draft& phrase, bool sides) {
  const auto counts = [&](const Draft& draft) {
    const Kind kind = actor_of(draft).kind;
    const bool organisation = sides && kind == Kind::kOrganisation && !draft.mention.attributive;
    return kind == Kind::kState || organisation;
  };
  const Found found = antecedents(phrase.mention.first_token, counts);
  if (found.size() != 2) return;
  // Copies: add() may move what the views look at.
  const std::string keys[] = {std::string(found[0].key), std::string(found[1].key)};
  const std::string names[] = {std::string(found[0].name), std::string(found[1].name)};
  const Kind kinds[] = {found[0].kind, found[1].kind};
  for (const std::size_t i : {0U, 1U}) add(phrase, {keys[i], names[i], kinds[i]});
}

void Joiner::join_organisation(const Draft& phrase) {
  const auto counts = [](const Draft& draft) { return actor_of(draft).kind == Kind::kOrganisation; };
  const Found found = antecedents(phrase.mention.first_token, counts);
  if (found.size() != 1) return;
  const auto fits = [&](const Draft& draft) {
    return draft.mention.key == found.front().key && draft.type == phrase.type;
  };
  const Found fitting = antecedents(phrase.mention.first_token, fits);
  if (!fitting.empty()) add(phrase, fitting.front());
}

void Joiner::join_phrase(const Draft& phrase) {
  if (begins_new_name(phrase)) return;
  if (phrase.type == "state") {
    join_state(phrase);
  } else if (phrase.type == "states" || phrase.type == "sides") {
    join_pair(phrase, phrase.type == "sides");
  } else {
    join_organisation(phrase);
  }
}

bool Joiner::pronoun_stands(std::uint32_t number, Gender gender) const {
  if (clauses_ == nullptr) return false;
  const Unit& unit = reading_.unit(number);
  if (unit.first >= clauses_->clause_of_token.size()) return false;
  const auto& clause = clauses_->of_token(unit.first);
  if (!clause.finite_verb) return false;
  const bool before = *clause.finite_verb == unit.first + 1 && unit.opens;
  const bool after = *clause.finite_verb + 1 == unit.first;
  if (!before && !after) return false;
  // "sie" of several
  const bool plural = reading_.lexicon().plural_verb_endings.end(reading_.text(*clause.finite_verb));
  return gender == Gender::kMale || !plural;
}

void Joiner::join_pronoun(std::uint32_t token, Gender gender) {
  const auto person = [](const Draft& draft) { return draft.mention.kind == Kind::kPerson; };
  // "Gruber würdigte sie": the clause has its person already, this is somebody else.
  const std::uint32_t clause = clauses_->clause_of_token[token];
  const auto beside = [&](const Draft& draft) {
    return person(draft) && clauses_->clause_of_token[draft.mention.first_token] == clause;
  };
  if (!actors_of(reading_.document().tokens()[token].sentence, token, beside).empty()) return;
  const Found found = antecedents(token, person);
  if (found.size() != 1 || gender_of_(found.front().key) != gender) return;
  Draft pronoun;
  pronoun.mention.first_token = token;
  pronoun.mention.end_token = token + 1;
  pronoun.mention.span = reading_.span(token, token + 1);
  add(pronoun, found.front());
}

void Joiner::run() {
  std::vector<Draft> all = std::move(drafts_);
  out_.reserve(all.size());
  std::size_t next = 0;
  for (std::uint32_t number = 0; number < reading_.units().size(); ++number) {
    const Unit& unit = reading_.unit(number);
    while (next < all.size() && all[next].mention.first_token < unit.end) {
      const bool phrase = all[next].entry != nullptr && all[next].entry->anaphor;
      if (phrase) {
        join_phrase(all[next]);
      } else {
        out_.push_back(std::move(all[next]));
      }
      ++next;
    }
    for (const Gender gender : {Gender::kMale, Gender::kFemale}) {
      const auto word = gender == Gender::kMale ? WordClass::kMalePronoun : WordClass::kFemalePronoun;
      if (reading_.has(unit, word) && pronoun_stands(number, gender)) join_pronoun(unit.first, gender);
    }
  }
  drafts_ = std::move(out_);
}

}  // namespace

void join_anaphora(const Reading& reading, const clause::Clauses* clauses, const GenderOf& gender_of,
                   std::vector<Draft>& drafts) {
  Joiner(reading, clauses, gender_of, drafts).run();
}

}  // namespace annalen::actor
