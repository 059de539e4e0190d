#include "event/speaker.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "event/quotation.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

using clause::Mood;

constexpr std::uint32_t kFirstWordMax = 4;        // quotes and brackets that open a clause
constexpr std::uint32_t kGoesOnSentences = 4;     // how long reported speech may go on without a speaker
constexpr std::uint32_t kContentClausesMax = 48;  // on either side of a saying
constexpr std::uint32_t kQuotedMin = 2;           // tokens of a quotation

}  // namespace

SpeakerReader::SpeakerReader(const text::Document& document, const clause::Clauses& clauses,
                             std::span<const actor::Mention> mentions, std::span<const timex::Timex> timexes,
                             const Lexicon& lexicon)
    : document_(document),
      clauses_(clauses),
      mentions_(mentions),
      lexicon_(lexicon),
      words_(lexicon.speakers),
      sayers_(document, clauses, mentions, timexes, lexicon),
      said_(clauses.clauses.size(), kNone),
      says_(clauses.clauses.size(), kNone),
      read_(clauses.clauses.size(), false),
      last_of_sentence_(document.sentences().size(), kNone) {
  Range range;
  Range before;
  const auto& all = clauses_.clauses;
  while (range.end < all.size()) {
    range.first = range.end;
    const std::uint32_t sentence = all[range.first].sentence;
    while (range.end < all.size() && all[range.end].sentence == sentence) ++range.end;
    read_phrases(document_.sentences()[sentence]);
    read_verbs(range);
    inherit(range);
    go_on(sentence, range);
    read_this(sentence, range, before);
    before = range;
  }
  read_quotations();
}

std::string SpeakerReader::lower(std::uint32_t token) const {
  return text::lower(document_.of(document_.tokens()[token]));
}

bool SpeakerReader::is_sign(std::uint32_t token, std::string_view sign) const {
  return document_.of(document_.tokens()[token]) == sign;
}

std::uint32_t SpeakerReader::first_word(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  for (auto at = here.first_token; at < here.end_token && at - here.first_token < kFirstWordMax; ++at) {
    if (document_.tokens()[at].kind == text::TokenKind::kWord) return at;
  }
  return here.first_token;
}

std::uint32_t SpeakerReader::takes(std::uint32_t clause) const { return words_.takes(clauses_.clauses[clause].verb); }

bool SpeakerReader::begins_with_verb(std::uint32_t clause) const {
  return clauses_.clauses[clause].finite_verb == first_word(clause);
}

// "wie die Polizei mitteilte"
bool SpeakerReader::is_aside(std::uint32_t clause) const {
  return clauses_.clauses[clause].parent && words_.aside_openers.contains(lower(first_word(clause)));
}

bool SpeakerReader::in_subjunctive(std::uint32_t clause) const {
  return clauses_.clauses[clause].mood == Mood::kSubjunctive1;
}

SpeakerReader::Number SpeakerReader::add(std::optional<Sayer> sayer, std::optional<std::uint32_t> clause,
                                         std::vector<std::uint32_t> grounds) {
  if (!sayer) return kNobody;
  std::sort(grounds.begin(), grounds.end());
  grounds.erase(std::unique(grounds.begin(), grounds.end()), grounds.end());
  sayings_.push_back({sayer->words, sayer->mention, clause, std::move(grounds)});
  return static_cast<Number>(sayings_.size() - 1);
}

SpeakerReader::Number SpeakerReader::saying_in(std::uint32_t clause) {
  if (read_[clause]) return says_[clause];
  read_[clause] = true;
  const SayerFinder::Subject subject = sayers_.subject(clause, takes(clause));
  const auto& here = clauses_.clauses[clause];
  std::vector<std::uint32_t> grounds = here.trigger;
  if (here.finite_verb) grounds.push_back(*here.finite_verb);
  std::optional<Sayer> sayer = subject.sayer;
  const bool recent = last_ < sayings_.size() && here.sentence - last_sentence_ <= kGoesOnSentences;
  if (!sayer && subject.pronoun && recent) sayer = Sayer{sayings_[last_].speaker, sayings_[last_].mention};
  return says_[clause] = add(sayer, clause, std::move(grounds));
}

// Who is read last speaks on.
void SpeakerReader::note(Number number, std::uint32_t sentence) {
  if (number >= kNobody) return;
  last_ = number;
  last_sentence_ = sentence;
  last_of_sentence_[sentence] = number;
}

// "laut Polizei", "nach Angaben des Kremls", "Medienberichten zufolge", ", so Peskow"
void SpeakerReader::read_phrases(const text::Sentence& sentence) {
  for (auto at = sentence.first_token; at < sentence.end_token; ++at) {
    const text::Token& token = document_.tokens()[at];
    if (token.kind != text::TokenKind::kWord || token.span.size() > 8) continue;
    const std::string word = lower(at);
    std::optional<Sayer> sayer;
    const bool so = words_.so.contains(word);
    if (words_.before_speakers.contains(word)) {
      sayer = sayers_.behind(at, false);
    } else if (words_.before_telling.contains(word) || words_.before_views.contains(word)) {
      sayer = sayers_.behind(at, true);
    } else if (words_.behind_speakers.contains(word) && at > sentence.first_token) {
      sayer = sayers_.before(at);
    } else if (so && (at == sentence.first_token || document_.tokens()[at - 1].kind != text::TokenKind::kWord)) {
      sayer = sayers_.aside(at);
    }
    if (!sayer) continue;
    const Number number = add(sayer, {}, {at});
    const auto clause = clauses_.clause_of_token[at];
    if (said_[clause] == kNone) said_[clause] = number;
    if (so) asides_[at] = number;
    note(number, token.sentence);
  }
}

// Whether the clause below a matrix is what that one says.
bool SpeakerReader::is_content(std::uint32_t clause, std::uint32_t saying) const {
  const auto& here = clauses_.clauses[clause];
  const auto& matrix = clauses_.clauses[saying];
  const std::uint32_t kinds = takes(saying);
  const auto first = first_word(clause);
  const std::string word = lower(first);
  if (words_.complementisers.contains(word) && !is_aside(clause)) return (kinds & SpeakerWords::kThat) != 0;
  if (!here.finite_verb) {
    const bool infinitive = !here.trigger.empty() && !words_.not_said_infinitives.contains(word);
    return infinitive && (kinds & SpeakerWords::kInfinitive) != 0;
  }
  if ((kinds & SpeakerWords::kMain) == 0 || lexicon_.complementisers.contains(word)) return false;
  if (in_subjunctive(clause)) return true;
  // "Er sagte, er kommt am Montag."; no relative clause and none that "und" joins.
  if (lexicon_.coordinators.contains(word) || is_aside(clause)) return false;
  auto last = here.end_token;
  while (last > here.first_token && document_.tokens()[last - 1].kind != text::TokenKind::kWord) --last;
  const bool verb_last = *here.finite_verb + 1 == last && last - here.first_token > 2;
  const bool colon = here.first_token > 0 && is_sign(here.first_token - 1, ":");
  const bool follows = here.first_token == matrix.end_token || colon;
  // "klagte über Schmerzen, später starb er"
  const bool told = !colon && here.tense == clause::Tense::kPast;
  return follows && !verb_last && !told && (colon || *here.finite_verb != first);
}

void SpeakerReader::read_verbs(const Range& range) {
  for (auto clause = range.first; clause < range.end; ++clause) {
    const auto& here = clauses_.clauses[clause];
    const std::uint32_t kinds = takes(clause);
    if (kinds == 0 || !here.negations.empty() || !here.finite_verb) continue;
    const bool aside = is_aside(clause) && (kinds & SpeakerWords::kInserted) != 0;
    const bool inserted = !aside && begins_with_verb(clause) && clause > range.first &&
                          !words_.fronted_openers.contains(lower(first_word(clause - 1))) &&
                          (kinds & SpeakerWords::kInserted) != 0 &&
                          !lexicon_.coordinators.contains(lower(first_word(clause)));
    if (aside) {
      const Number number = saying_in(clause);
      if (said_[*here.parent] == kNone) said_[*here.parent] = number;
      note(number, here.sentence);
      continue;
    }
    bool any = false;
    const auto first = clause - std::min(clause - range.first, kContentClausesMax);
    const auto end = std::min(range.end, clause + kContentClausesMax);
    for (auto other = first; other < end; ++other) {
      const auto& content = clauses_.clauses[other];
      if (other == clause || content.parent != clause || is_aside(other)) continue;
      const bool before = other < clause;
      const bool said = (inserted && (before || in_subjunctive(other))) || is_content(other, clause);
      if (!said || said_[other] != kNone) continue;
      said_[other] = saying_in(clause);
      any = true;
    }
    if (!any && inserted && said_[clause - 1] == kNone && !is_aside(clause - 1)) said_[clause - 1] = saying_in(clause);
    // "Wie der Spiegel berichtet, hat der BND gewarnt. Die Regierung habe …": the report goes on.
    const bool reported = !any && said_[clause] < kNobody;
    if (!reported && (kinds & (SpeakerWords::kMain | SpeakerWords::kSaidByIt)) != 0) {
      note(saying_in(clause), here.sentence);
    }
  }
}

// A clause that "und" joins to reported speech, but that is told itself.
bool SpeakerReader::goes_on(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  const bool joined = here.finite_verb && lexicon_.coordinators.contains(lower(first_word(clause)));
  return !(joined && here.mood == Mood::kIndicative && in_subjunctive(*here.parent));
}

// What hangs on something said is said as well.
void SpeakerReader::inherit(const Range& range) {
  std::vector<std::uint32_t> path;
  std::vector<bool> settled(range.end - range.first, false);
  for (auto clause = range.first; clause < range.end; ++clause) {
    path.clear();
    auto at = clause;
    Number number = kNone;
    while (true) {
      number = said_[at];
      if (number != kNone || settled[at - range.first]) break;
      settled[at - range.first] = true;
      path.push_back(at);
      const auto parent = clauses_.clauses[at].parent;
      const bool apart = !parent || *parent < range.first || *parent >= range.end ||
                         (takes(at) != 0 && (is_aside(at) || begins_with_verb(at))) || !goes_on(at);
      if (apart) break;
      at = *parent;
    }
    for (const auto one : path) said_[one] = number;
  }
}

// Reported speech without its own speaker: of the sentence's, else of one before.
void SpeakerReader::go_on(std::uint32_t sentence, const Range& range) {
  // "Betroffene sind skeptisch: Schon 2023 sei …"
  for (auto clause = range.first + 1; clause < range.end; ++clause) {
    const auto& here = clauses_.clauses[clause];
    const bool told = said_[clause] == kNone && in_subjunctive(clause) && is_sign(here.first_token - 1, ":");
    if (told && here.parent == clause - 1) note(said_[clause] = saying_in(clause - 1), sentence);
  }
  const bool recent = last_ < sayings_.size() && sentence - last_sentence_ <= kGoesOnSentences;
  if (!recent) return;
  bool any = false;
  for (auto clause = range.first; clause < range.end; ++clause) {
    if (said_[clause] != kNone || !in_subjunctive(clause) || takes(clause) == SpeakerWords::kSaidByIt) continue;
    const auto& here = clauses_.clauses[clause];
    const bool main = !here.parent || said_[*here.parent] == last_ || takes(*here.parent) != 0;
    if (!main) continue;
    said_[clause] = last_;
    any = true;
  }
  if (!any) return;
  last_sentence_ = sentence;
  inherit(range);
}

// "Das teilte der Kreml am Donnerstag mit."
void SpeakerReader::read_this(std::uint32_t sentence, const Range& range, const Range& before) {
  if (before.end != range.first || before.first == before.end || range.first == 0) return;
  if (clauses_.clauses[before.first].sentence + 1 != sentence) return;
  if (document_.sentences()[sentence].starts_paragraph) return;
  const auto& here = clauses_.clauses[range.first];
  if ((takes(range.first) & SpeakerWords::kThis) == 0 || !here.negations.empty()) return;
  const auto first = first_word(range.first);
  if (here.finite_verb != first + 1 || !words_.these.contains(lower(first))) return;
  const Number number = saying_in(range.first);
  if (number >= kNobody) return;
  for (auto clause = before.first; clause < before.end; ++clause) {
    if (said_[clause] == kNone && !clauses_.clauses[clause].parent) said_[clause] = number;
  }
  inherit(before);
}

// Who says a quotation, by what stands right behind or before it.
SpeakerReader::Number SpeakerReader::speaker_beside(const TokenRange& tokens) {
  const auto count = static_cast<std::uint32_t>(document_.tokens().size());
  auto behind = tokens.end + 1;
  while (behind < count && (is_sign(behind, ",") || is_sign(behind, "–"))) ++behind;
  if (behind < count) {
    if (const auto aside = asides_.find(behind); aside != asides_.end()) return aside->second;
    const auto clause = clauses_.clause_of_token[behind];
    if ((takes(clause) & SpeakerWords::kInserted) != 0 &&
        (clauses_.clauses[clause].finite_verb == behind || is_aside(clause))) {
      return saying_in(clause);
    }
  }
  if (tokens.first < 2) return kNone;
  auto ahead = tokens.first - 2;
  if (document_.tokens()[ahead].kind == text::TokenKind::kWord) return kNone;
  const bool colon = is_sign(ahead, ":");
  if (ahead == 0 || (!colon && !is_sign(ahead, ","))) return kNone;
  const auto clause = clauses_.clause_of_token[ahead - 1];
  const auto& here = clauses_.clauses[clause];
  if ((takes(clause) & SpeakerWords::kInserted) != 0) return saying_in(clause);
  if (!colon) return kNone;
  // "Peskow: „…“", "Peskow zeigte sich zufrieden: „…“"
  const Number number = saying_in(clause);
  if (number < kNobody && sayings_[number].mention &&
      mentions_[*sayings_[number].mention].kind == actor::Kind::kPerson && here.end_token == ahead + 1) {
    return number;
  }
  return kNone;
}

void SpeakerReader::read_quotations() {
  std::uint32_t clause = 0;
  Number last = kNone;
  std::uint32_t last_sentence = 0;
  for (const TokenRange& tokens : quotations(document_)) {
    if (tokens.end - tokens.first < kQuotedMin) continue;
    bool verb = false;
    while (clause < clauses_.clauses.size() && clauses_.clauses[clause].end_token <= tokens.first) ++clause;
    for (auto at = clause; at < clauses_.clauses.size() && clauses_.clauses[at].first_token < tokens.end; ++at) {
      const auto& finite = clauses_.clauses[at].finite_verb;
      if (finite && tokens.contains(*finite)) {
        verb = true;
        break;
      }
    }
    if (!verb) continue;
    const std::uint32_t sentence = document_.tokens()[tokens.first].sentence;
    Number number = speaker_beside(tokens);
    const bool near = last < kNobody && sentence - last_sentence <= 1;
    if (number == kNone && near) number = last;
    if (number == kNone && sentence > 0 && !document_.sentences()[sentence].starts_paragraph) {
      number = last_of_sentence_[sentence - 1];
    }
    quotations_.push_back({tokens, number});
    if (number >= kNobody) continue;
    last = number;
    last_sentence = document_.tokens()[tokens.end - 1].sentence;
  }
}

const SpeakerReader::Quotation* SpeakerReader::quotation_at(std::uint32_t token) const {
  const auto after = std::partition_point(quotations_.begin(), quotations_.end(),
                                          [&](const Quotation& one) { return one.tokens.first <= token; });
  if (after == quotations_.begin() || !std::prev(after)->tokens.contains(token)) return nullptr;
  return &*std::prev(after);
}

std::uint32_t SpeakerReader::telling_token(std::uint32_t clause) const {
  const auto& here = clauses_.clauses[clause];
  if (!here.trigger.empty()) return here.trigger.front();
  return here.finite_verb.value_or(first_word(clause));
}

std::optional<Saying> SpeakerReader::saying_of_clause(std::uint32_t clause) const {
  Number number = said_[clause];
  if (const Quotation* quotation = quotation_at(telling_token(clause)); quotation != nullptr) {
    const auto inside = number < kNobody ? sayings_[number].clause : std::nullopt;
    const bool own = inside && quotation->tokens.contains(telling_token(*inside));
    if (!own && quotation->saying != kNone) number = quotation->saying;
  }
  if (number >= kNobody) return {};
  return sayings_[number];
}

std::optional<Saying> SpeakerReader::of(const Occurrence& occurrence) const {
  const auto clause = occurrence.clause_index();
  auto out = saying_of_clause(clause);
  if (out || occurrence.told_by_verb() || occurrence.trigger.empty()) return out;
  if (!document_.tokens()[occurrence.trigger.front()].capitalised) return {};
  // "dementierte den Besuch vom Montag"
  if ((takes(clause) & SpeakerWords::kNoun) == 0 || !read_[clause] || says_[clause] >= kNobody) return {};
  return sayings_[says_[clause]];
}

}  // namespace annalen::event
