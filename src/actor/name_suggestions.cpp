#include "actor/name_suggestions.h"

#include <algorithm>
#include <optional>

#include "actor/abbreviations.h"
#include "actor/key.h"
#include "actor/model_words.h"
#include "actor/name_hints.h"

namespace annalen::actor {
namespace {

// How sure the model must be: to add a name, to set itself above what only a pattern found, to say that it is none.
constexpr float kAddMin = 0.8F;
constexpr float kAddPersonMin = 0.6F;
constexpr float kAddWordMin = 0.95F;  // a name of one word
constexpr float kReplaceMin = 0.9F;
constexpr float kDenyMin = 0.97F;

bool is_sign(const Reading& reading, std::uint32_t token) {
  return reading.document().tokens()[token].kind == text::TokenKind::kPunctuation;
}

// "#Wien", "„Wien“": the name without the signs around it.
void trim(const Reading& reading, Suggestion& name) {
  while (name.first_token < name.end_token && is_sign(reading, name.first_token)) ++name.first_token;
  while (name.end_token > name.first_token && is_sign(reading, name.end_token - 1)) --name.end_token;
}

bool covers(const Suggestion& name, const Draft& draft) {
  return name.first_token <= draft.mention.first_token && draft.mention.end_token <= name.end_token;
}

bool overlaps(const Suggestion& name, const Draft& draft) {
  return name.first_token < draft.mention.end_token && draft.mention.first_token < name.end_token;
}

bool same_tokens(const Suggestion& name, const Draft& draft) {
  return name.first_token == draft.mention.first_token && name.end_token == draft.mention.end_token;
}

// Found by its form alone, so that the model may know better; a surname that the article gives in full is none.
bool is_guess(const Draft& draft) {
  return draft.entry == nullptr && !draft.mention.anaphoric && (draft.mention.kind != Kind::kPerson || draft.person);
}

// Is the name made of whole units, with a capital?
bool is_whole(const Reading& reading, const Suggestion& name) {
  if (name.first_token >= name.end_token) return false;
  const Unit& first = reading.unit(reading.unit_of(name.first_token));
  const Unit& last = reading.unit(reading.unit_of(name.end_token - 1));
  return first.first == name.first_token && last.end == name.end_token && (first.capitalised || last.capitalised) &&
         first.sentence == last.sentence;
}

Draft person_draft(const Reading& reading, const Suggestion& name) {
  PersonMatch match;
  match.first_unit = reading.unit_of(name.first_token);
  match.end_unit = reading.unit_of(name.end_token - 1) + 1;
  match.core_unit = match.end_unit - 1;
  match.surname_unit = match.core_unit;
  const auto is_particle = [&](std::uint32_t unit) {
    const Unit& here = reading.unit(unit);
    return reading.has(here, WordClass::kParticle) || reading.has(here, WordClass::kWeakParticle);
  };
  while (match.surname_unit > match.first_unit + 1 && is_particle(match.surname_unit - 1)) --match.surname_unit;
  match.given = match.end_unit > match.first_unit + 1;
  match.title = title_before(reading, match.first_unit);
  match.gender = gender_of(reading.lexicon().classes(reading.word(name.first_token)));
  if (match.gender == Gender::kUnknown && match.title) match.gender = match.title->gender;
  Draft out;
  out.person = match;
  return out;
}

Draft draft_of(const Reading& reading, const Suggestion& name) {
  Draft out = name.of == NameClass::kPerson ? person_draft(reading, name) : Draft{};
  Mention& mention = out.mention;
  mention.first_token = name.first_token;
  mention.end_token = name.end_token;
  mention.span = reading.span(name.first_token, name.end_token);
  mention.kind = name.of == NameClass::kPerson         ? Kind::kPerson
                 : name.of == NameClass::kOrganisation ? Kind::kOrganisation
                                                       : Kind::kPlace;
  if (mention.kind == Kind::kPerson) return out;
  for (const char c : reading.document().of(mention.span)) mention.name += c == '\n' || c == '\t' ? ' ' : c;
  mention.key = make_key(mention.kind, mention.name);
  // A place that no table knows never acts.
  mention.as_place = mention.kind == Kind::kPlace;
  return out;
}

// „Colombo Express“: a ship, a work; a person may be quoted with a nickname.
bool is_quoted(const Reading& reading, const Suggestion& name) {
  const auto count = reading.document().tokens().size();
  return name.of != NameClass::kPerson && name.first_token > 0 && name.end_token < count &&
         is_quotation_mark(reading.text(name.first_token - 1)) && is_quotation_mark(reading.text(name.end_token));
}

// Within what the tables know to be no actor: newspapers, treaties.
bool is_ignored(const Reading& reading, const Suggestion& name) {
  constexpr std::uint32_t back_max = 6;  // tokens
  for (std::uint32_t token = name.first_token - std::min(name.first_token, back_max); token < name.end_token; ++token) {
    const auto match = reading.name_at(token);
    if (match && match->end_token > name.first_token && reading.lexicon().entry(*match->sense).ignored) return true;
  }
  return false;
}

bool is_sure(const Reading& reading, const Suggestion& name) {
  const bool one = reading.unit_of(name.first_token) == reading.unit_of(name.end_token - 1);
  if (one) return name.probability >= kAddWordMin;
  return name.probability >= (name.of == NameClass::kPerson ? kAddPersonMin : kAddMin);
}

// May the name stand where `there` was found without the model?
bool may_stand(const Reading& reading, const Suggestion& name, const std::vector<const Draft*>& there) {
  if (there.empty()) return is_sure(reading, name);
  if (name.probability < kReplaceMin) return false;
  const bool longer = there.size() > 1 || !same_tokens(name, *there.front());
  return std::all_of(there.begin(), there.end(), [&](const Draft* draft) {
    if (!covers(name, *draft)) return false;
    if (is_guess(*draft)) return true;
    const bool part = draft->mention.kind == Kind::kPlace && draft->mention.stands_for_key.empty();
    return longer && part && name.of != NameClass::kPlace;
  });
}

Kind kind_of(NameClass of) {
  return of == NameClass::kPerson ? Kind::kPerson : of == NameClass::kOrganisation ? Kind::kOrganisation : Kind::kPlace;
}

}  // namespace

std::vector<Suggestion> suggestions(Tagger& tagger, const Reading& reading, const std::vector<Draft>& drafts) {
  std::vector<Suggestion> out;
  std::vector<std::string_view> words;
  std::vector<text::Span> spans;
  const auto& document = reading.document();
  // All at once: hints are looked up in one pass.
  std::vector<std::vector<ModelWord>> sentences;
  for (const auto& sentence : document.sentences()) {
    sentences.push_back(model_words(document, sentence));
    for (const auto& word : sentences.back()) {
      spans.push_back({document.tokens()[word.first_token].span.begin, document.tokens()[word.end_token - 1].span.end});
    }
  }
  const auto hints = name_hints(drafts, spans);
  std::size_t at = 0;
  std::size_t draft = 0;
  for (const auto& sentence : sentences) {
    words.clear();
    for (const auto& word : sentence) words.push_back(word.text);
    const Tagging& tagging = tagger.tag(words, std::span(hints).subspan(at, words.size()));
    at += words.size();
    const auto least = [&](std::uint32_t first, std::uint32_t end) {
      return *std::min_element(tagging.probability.begin() + first, tagging.probability.begin() + end);
    };
    for (const auto& span : spans_of(tagging.labels)) {
      out.push_back(
          {sentence[span.first].first_token, sentence[span.end - 1].end_token, span.of, least(span.first, span.end)});
      trim(reading, out.back());
    }
    // What is no name for the model although a pattern found a person or an organisation.
    const std::uint32_t end_token = sentence.empty() ? 0 : sentence.back().end_token;
    for (; draft < drafts.size() && drafts[draft].mention.first_token < end_token; ++draft) {
      const Mention& mention = drafts[draft].mention;
      if ((!drafts[draft].person || !is_guess(drafts[draft])) && !drafts[draft].unsure) continue;
      bool outside = true;
      float probability = 1;
      const auto ends_before = [](const ModelWord& word, std::uint32_t token) { return word.end_token <= token; };
      const auto first = std::lower_bound(sentence.begin(), sentence.end(), mention.first_token, ends_before);
      for (auto i = static_cast<std::size_t>(first - sentence.begin());
           i < sentence.size() && sentence[i].first_token < mention.end_token; ++i) {
        outside = outside && tagging.labels[i] == kOutside;
        probability = std::min(probability, tagging.probability[i]);
      }
      if (outside) out.push_back({mention.first_token, mention.end_token, {}, probability});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const Suggestion& a, const Suggestion& b) { return a.first_token < b.first_token; });
  return out;
}

bool amend(const Reading& reading, const std::vector<Suggestion>& suggested, const std::vector<Draft>& joined,
           std::vector<Draft>& drafts) {
  std::vector<Draft> added;
  std::vector<Suggestion> gone;
  std::size_t next = 0;
  for (const auto& name : suggested) {
    while (next < joined.size() && joined[next].mention.end_token <= name.first_token) ++next;
    std::vector<const Draft*> there;
    for (std::size_t i = next; i < joined.size() && joined[i].mention.first_token < name.end_token; ++i) {
      if (overlaps(name, joined[i])) there.push_back(&joined[i]);
    }
    if (!name.of) {
      if (name.probability >= kDenyMin) gone.push_back(name);
      continue;
    }
    const bool same =
        there.size() == 1 && same_tokens(name, *there.front()) && there.front()->mention.kind == kind_of(*name.of);
    if (same || name.of == NameClass::kOther || !is_whole(reading, name)) continue;
    if (!may_stand(reading, name, there) || is_quoted(reading, name) || is_ignored(reading, name)) continue;
    if (!added.empty() && added.back().mention.end_token > name.first_token) continue;
    gone.push_back(name);
    added.push_back(draft_of(reading, name));
  }
  if (gone.empty()) return false;
  std::size_t at = 0;
  const auto is_gone = [&](const Draft& draft) {
    while (at < gone.size() && gone[at].end_token <= draft.mention.first_token) ++at;
    return at < gone.size() && overlaps(gone[at], draft);
  };
  drafts.erase(std::remove_if(drafts.begin(), drafts.end(), is_gone), drafts.end());
  drafts = merged(std::move(drafts), std::move(added));
  return true;
}

}  // namespace annalen::actor
