#include "event/cast.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kSubjectChainMax = 4;    // "kam und sah und siegte"
constexpr std::uint32_t kClausesAroundMax = 16;  // of one sentence, on either side
constexpr std::uint32_t kBeforeWordMax = 4;      // commas, quotes and brackets that open a clause
constexpr std::uint32_t kBeforeSubjectMax = 6;   // words of a title and its adjectives

bool is_place(const actor::Mention& mention) {
  // A town or Land that acts is an actor of its own; a part of a name or an adjective ("Wiener") never is.
  return mention.as_place ||
         (mention.kind == actor::Kind::kPlace && mention.attributive && mention.stands_for_key.empty());
}

}  // namespace

Cast::Cast(const text::Document& document, const clause::Clauses& clauses, std::span<const actor::Mention> mentions,
           const Lexicon& lexicon)
    : document_(document), clauses_(clauses), mentions_(mentions), lexicon_(lexicon) {
  by_clause_.reserve(mentions.size());
  weights_.reserve(mentions.size());
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    by_clause_.push_back({clauses.clause_of_token[mentions[i].first_token], i});
    weights_.push_back(weight_of(i));
  }
  std::sort(by_clause_.begin(), by_clause_.end(), [](const Indexed& a, const Indexed& b) {
    return std::tie(a.clause, a.mention) < std::tie(b.clause, b.mention);
  });
}

Cast::Weight Cast::weight_of(std::uint32_t index) const {
  const actor::Mention& mention = mentions_[index];
  if (in_title_of_next(index)) return Weight::kNone;
  if (!mention.attributive || mention.anaphoric) return Weight::kFull;
  if (in_name(mention)) return Weight::kNone;
  if (!is_place(mention)) {
    if (const auto weight = inhabitant_weight(mention)) return *weight;
  }
  const auto head = head_after(document_, mention.end_token);
  if (!head) return Weight::kAttribute;
  // The next mention after the compound's own parts.
  for (std::uint32_t next = index + 1; next < mentions_.size() && next <= index + 2; ++next) {
    if (mentions_[next].first_token > head->end_token) break;
    const bool follows = mentions_[next].first_token == head->end_token;
    if (follows && mentions_[next].kind == actor::Kind::kPerson) return Weight::kNone;
  }
  if (is_place(mention)) return Weight::kAttribute;
  if (lexicon_.is_representative(head->lower)) return Weight::kFull;
  // "griechische Insel": only says where; a compound's part names more ("Ukraine-Gipfel").
  const bool adjective = document_.tokens()[mention.end_token].kind == text::TokenKind::kWord;
  return adjective && !lexicon_.is_deed(head->lower) ? Weight::kNone : Weight::kAttribute;
}

std::optional<Cast::Weight> Cast::inhabitant_weight(const actor::Mention& mention) const {
  const auto& tokens = document_.tokens();
  const auto& token = tokens[mention.first_token];
  if (!token.capitalised || mention.end_token - mention.first_token != 1) return {};
  const bool more = mention.end_token < tokens.size() && tokens[mention.end_token].sentence == token.sentence;
  if (more && tokens[mention.end_token].kind == text::TokenKind::kWord && tokens[mention.end_token].capitalised)
    return {};
  if (more && !tokens[mention.end_token].space_before && tokens[mention.end_token].kind != text::TokenKind::kWord &&
      mention.end_token + 1 < tokens.size() && !tokens[mention.end_token + 1].space_before) {
    return {};  // a compound
  }
  std::string before;
  if (mention.first_token > 0 && tokens[mention.first_token - 1].sentence == token.sentence) {
    before = text::lower(document_.of(tokens[mention.first_token - 1]));
  }
  const bool one = lexicon_.is_one_inhabitant(before, text::lower(document_.of(token)));
  if (one) return Weight::kNone;
  // "Russische und ukrainische Truppen" is none, "Russen und Ukrainer" is.
  const bool joined = more && lexicon_.coordinators.contains(text::lower(document_.of(tokens[mention.end_token])));
  if (joined && mention.end_token + 1 < tokens.size() && !tokens[mention.end_token + 1].capitalised) return {};
  return Weight::kAttribute;
}

bool Cast::in_title_of_next(std::uint32_t index) const {
  if (index + 1 >= mentions_.size()) return false;
  const actor::Mention& mention = mentions_[index];
  const actor::Mention& next = mentions_[index + 1];
  if (next.kind != actor::Kind::kPerson || next.title.empty() || next.first_token <= mention.end_token) return false;
  if (document_.of(mention.span) != mention.name + "s") return false;
  const auto& tokens = document_.tokens();
  const text::Span between{tokens[mention.end_token].span.begin, tokens[next.first_token - 1].span.end};
  return document_.of(between) == next.title;
}

bool Cast::in_name(const actor::Mention& mention) const {
  const auto& token = document_.tokens()[mention.first_token];
  if (!token.capitalised || mention.end_token - mention.first_token != 1) return false;
  if (mention.first_token == document_.sentences()[token.sentence].first_token) return false;
  if (mention.end_token >= document_.tokens().size()) return false;
  const auto& next = document_.tokens()[mention.end_token];
  const bool part_of_compound = next.kind != text::TokenKind::kWord;
  return !part_of_compound && next.capitalised && !lexicon_.is_capital_adjective(text::lower(document_.of(token)));
}

Cast::Chosen Cast::before(const Aside& aside) const {
  const auto after = std::partition_point(mentions_.begin(), mentions_.end(), [&](const actor::Mention& mention) {
    return mention.first_token < aside.opener;
  });
  if (after == mentions_.begin() || std::prev(after)->end_token != aside.opener) return {};
  return {static_cast<std::uint32_t>(after - mentions_.begin() - 1)};
}

bool Cast::acts(std::uint32_t mention) const {
  return weights_[mention] == Weight::kFull && !is_place(mentions_[mention]);
}

bool Cast::any_acts(const Chosen& chosen) const {
  return std::any_of(chosen.begin(), chosen.end(), [&](std::uint32_t mention) { return acts(mention); });
}

Cast::Chosen Cast::in_clause(std::uint32_t clause, std::uint32_t near_token) const {
  const auto first = std::lower_bound(by_clause_.begin(), by_clause_.end(), clause,
                                      [](const Indexed& entry, std::uint32_t wanted) { return entry.clause < wanted; });
  const auto end = std::upper_bound(first, by_clause_.end(), clause,
                                    [](std::uint32_t wanted, const Indexed& entry) { return wanted < entry.clause; });
  auto from = first;
  auto to = end;
  if (end - first > static_cast<std::ptrdiff_t>(kParticipantsMax)) {
    constexpr auto half = static_cast<std::ptrdiff_t>(kParticipantsMax / 2);
    const auto near = std::partition_point(
        first, end, [&](const Indexed& entry) { return mentions_[entry.mention].first_token < near_token; });
    from = near - first > half ? near - half : first;
    to = end - near > half ? near + half : end;
  }
  Chosen out;
  for (auto at = from; at != to; ++at) out.push_back(at->mention);
  return out;
}

Cast::Chosen Cast::in_range(const TokenRange& range) const {
  Chosen out;
  auto at = std::partition_point(mentions_.begin(), mentions_.end(),
                                 [&](const actor::Mention& mention) { return mention.first_token < range.first; });
  for (; at != mentions_.end() && range.contains(at->first_token) && out.size() < kParticipantsMax; ++at) {
    out.push_back(static_cast<std::uint32_t>(at - mentions_.begin()));
  }
  return out;
}

Cast::Chosen Cast::counted(const Chosen& all) const {
  const bool somebody = any_acts(all);
  Chosen out;
  for (const auto mention : all) {
    if (weights_[mention] == Weight::kFull || (weights_[mention] == Weight::kAttribute && !somebody)) {
      out.push_back(mention);
    }
  }
  return out;
}

std::optional<std::uint32_t> Cast::subject_of(std::uint32_t clause) const {
  for (const auto index : in_clause(clause, clauses_.clauses[clause].first_token)) {
    if (!acts(index)) continue;
    // Back over title, adjectives and determiners: a preposition makes it no subject, a bare noun a genitive.
    const actor::Mention& mention = mentions_[index];
    const auto title_words = static_cast<std::uint32_t>(
        mention.title.empty() ? 0 : 1 + std::count(mention.title.begin(), mention.title.end(), ' '));
    std::uint32_t nouns = 0;
    bool subject = true;
    for (std::uint32_t back = 1; back <= kBeforeSubjectMax && back <= mention.first_token; ++back) {
      const auto& token = document_.tokens()[mention.first_token - back];
      const auto number = mention.first_token - back;
      if (token.kind != text::TokenKind::kWord || clauses_.clause_of_token[number] != clause) break;
      const std::string lower = text::lower(document_.of(token));
      if (number == clauses_.clauses[clause].finite_verb || lexicon_.coordinators.contains(lower)) break;
      if (lexicon_.prepositions.contains(lower)) subject = false;
      if (!subject || lexicon_.determiners.contains(lower)) break;
      if (token.capitalised && ++nouns > title_words) subject = number == clauses_.clauses[clause].first_token;
    }
    if (subject) return index;
  }
  return {};
}

std::optional<std::uint32_t> Cast::first_word(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  for (auto token = here.first_token; token < here.end_token && token - here.first_token <= kBeforeWordMax; ++token) {
    if (document_.tokens()[token].kind == text::TokenKind::kWord) return token;
  }
  return {};
}

bool Cast::ends_with_verb(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  if (!here.finite_verb) return false;
  auto end = here.end_token;
  while (end > here.first_token && document_.tokens()[end - 1].kind != text::TokenKind::kWord) --end;
  return *here.finite_verb + 1 == end;
}

std::optional<std::uint32_t> Cast::antecedent(std::uint32_t clause) const {
  const auto first = first_word(clause);
  if (!first || !clauses_.clauses[clause].parent || !ends_with_verb(clause)) return {};
  const auto lower_of = [&](std::uint32_t token) { return text::lower(document_.of(document_.tokens()[token])); };
  auto pronoun = *first;
  if (lexicon_.prepositions.contains(lower_of(pronoun)) && pronoun + 1 < clauses_.clauses[clause].end_token) ++pronoun;
  if (!lexicon_.relative_pronouns.contains(lower_of(pronoun))) return {};
  const auto after = std::partition_point(mentions_.begin(), mentions_.end(),
                                          [&](const actor::Mention& mention) { return mention.first_token < *first; });
  if (after == mentions_.begin()) return {};
  const auto index = static_cast<std::uint32_t>(after - mentions_.begin() - 1);
  const actor::Mention& mention = mentions_[index];
  const bool beside = mention.end_token + kAdjacentTokensMax >= *first;
  const bool same_sentence = document_.tokens()[mention.first_token].sentence == document_.tokens()[*first].sentence;
  if (!beside || !same_sentence || weights_[index] != Weight::kFull) return {};
  return index;
}

std::optional<std::uint32_t> Cast::shared_subject(std::uint32_t clause) const {
  const auto joins = [&](std::uint32_t token) {
    return lexicon_.coordinators.contains(text::lower(document_.of(document_.tokens()[token])));
  };
  for (std::uint32_t step = 0; step < kSubjectChainMax && clause > 0; ++step) {
    const auto& here = clauses_.clauses[clause];
    if (!here.finite_verb || *here.finite_verb == 0) return {};
    // "und traf …", or a verb at the end and nobody named: "…, der kam und am Montag ging".
    const auto before_verb = *here.finite_verb - 1;
    const auto first = first_word(clause);
    const bool verb_first = document_.tokens()[before_verb].sentence == here.sentence && joins(before_verb);
    const bool verb_last =
        first && joins(*first) && ends_with_verb(clause) && !any_acts(in_clause(clause, here.first_token));
    if (!verb_first && !verb_last) return {};
    const auto earlier = clause_before(clause);
    if (!earlier) return {};
    if (auto subject = antecedent(*earlier)) return subject;
    if (auto subject = subject_of(*earlier)) return subject;
    clause = *earlier;
  }
  return {};
}

std::optional<std::uint32_t> Cast::clause_before(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  for (std::uint32_t back = 1; back <= kClausesAroundMax && back <= clause; ++back) {
    const auto& candidate = clauses_.clauses[clause - back];
    if (candidate.sentence != here.sentence) break;
    const bool level = candidate.parent == here.parent || here.parent == clause - back;
    if (candidate.finite_verb && level) return clause - back;
  }
  return {};
}

Cast::Chosen Cast::content_actors(const Occasion& occasion) const {
  Chosen out;
  for (std::uint32_t other = occasion.clause + 1; other <= occasion.clause + kClausesAroundMax; ++other) {
    if (other >= clauses_.clauses.size()) break;
    const auto& content = clauses_.clauses[other];
    if (content.sentence != occasion.sentence) break;
    if (content.parent != occasion.clause) continue;
    const auto first = first_word(other);
    if (!first || !lexicon_.complementisers.contains(text::lower(document_.of(document_.tokens()[*first])))) continue;
    for (const auto mention : in_clause(other, content.first_token)) {
      if (acts(mention)) out.push_back(mention);
    }
  }
  return out;
}

Cast::Chosen Cast::around(const Occasion& occasion) const {
  const auto home = occasion.clause;
  const auto& here = clauses_.clauses[home];
  std::vector<std::uint32_t> related;
  for (std::uint32_t distance = 1; distance <= kClausesAroundMax; ++distance) {
    for (const bool ahead : {true, false}) {
      if (!ahead && distance > home) continue;
      const auto other = ahead ? home + distance : home - distance;
      if (other >= clauses_.clauses.size() || clauses_.clauses[other].sentence != here.sentence) continue;
      if (clauses_.clauses[other].parent == home || here.parent == other) related.push_back(other);
    }
  }
  Chosen all;
  for (const auto clause : related) {
    const auto more = in_clause(clause, occasion.first_token);
    all.insert(all.end(), more.begin(), more.end());
  }
  std::sort(all.begin(), all.end());
  Chosen out = counted(all);
  if (!out.empty()) return out;
  const auto& sentence = document_.sentences()[occasion.sentence];
  return counted(in_range({sentence.first_token, sentence.end_token}));
}

Participant Cast::participant(const actor::Mention& mention) const {
  Participant out;
  out.span = mention.span;
  out.mention = document_.of(mention.span);
  out.title = mention.title;
  out.role = is_place(mention) ? Role::kPlace : Role::kActor;
  const bool stands = out.role == Role::kActor && !mention.stands_for_key.empty();
  out.key = stands ? mention.stands_for_key : mention.key;
  out.name = stands ? mention.stands_for_name : mention.name;
  return out;
}

bool Cast::names(std::uint32_t token) const {
  const auto after = std::partition_point(mentions_.begin(), mentions_.end(),
                                          [&](const actor::Mention& mention) { return mention.first_token <= token; });
  return after != mentions_.begin() && std::prev(after)->end_token > token;
}

Cast::Chosen Cast::of_part(const Occasion& occasion, const Chosen& all) const {
  if (!occasion.parted()) return all;
  const TokenRange part{occasion.part_first, occasion.part_end};
  const auto inside = [&](std::uint32_t index) { return part.contains(mentions_[index].first_token); };
  if (std::none_of(all.begin(), all.end(), inside)) return all;
  const auto subject = subject_of(occasion.clause);
  Chosen out;
  for (const auto index : all) {
    if (inside(index) || index == subject) out.push_back(index);
  }
  return out;
}

Cast::Chosen Cast::of_clause(const Occasion& occasion) const {
  Chosen all = of_part(occasion, in_clause(occasion.clause, occasion.first_token));
  if (const auto subject = shared_subject(occasion.clause)) all.push_back(*subject);
  if (const auto name = antecedent(occasion.clause)) all.push_back(*name);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  Chosen out = counted(all);
  if (any_acts(out)) return out;
  const auto content = content_actors(occasion);
  out.insert(out.end(), content.begin(), content.end());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Member> Cast::of(const Occasion& occasion, const std::optional<AttributePhrase>& phrase,
                             const std::optional<Aside>& aside) const {
  Chosen chosen;
  if (phrase) chosen = counted(in_range(phrase->tokens));
  if (chosen.empty() && aside) chosen = counted(before(*aside));
  if (chosen.empty()) chosen = of_clause(occasion);
  if (chosen.empty()) chosen = around(occasion);
  if (chosen.size() > kParticipantsMax) chosen.resize(kParticipantsMax);
  const auto name = antecedent(occasion.clause);
  const auto subject = shared_subject(occasion.clause);
  std::vector<Member> out;
  for (const auto index : chosen) {
    const actor::Mention& mention = mentions_[index];
    // What a date takes for itself ("Sonntag", "August") is no name.
    const bool in_date = mention.first_token >= occasion.first_token && mention.end_token <= occasion.end_token;
    if (in_date) continue;
    Tie tie = Tie::kElsewhere;
    if (clauses_.clause_of_token[mention.first_token] == occasion.clause) {
      tie = Tie::kClause;
    } else if (index == name) {
      tie = Tie::kAntecedent;
    } else if (index == subject) {
      tie = Tie::kShared;
    }
    out.push_back({index, tie, subject.has_value(), participant(mention)});
  }
  return out;
}

}  // namespace annalen::event
