#include "event/phrase.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kBeforeDateMax = 3;    // "die in der" vergangenen Woche
constexpr std::uint32_t kAdjectivesMax = 4;    // between participle or adjective and noun
constexpr std::uint32_t kHeadTokensMax = 12;   // of the noun and the name that follows it
constexpr std::uint32_t kMeasuresMax = 3;      // "Millionen Euro"
constexpr std::uint32_t kNumberTokensMax = 5;  // "1.234,5"
constexpr std::uint32_t kAsideTokensMax = 8;   // behind the date

bool is_word(const text::Token& token) { return token.kind == text::TokenKind::kWord; }

bool is_hyphen(const text::Document& document, std::uint32_t token) {
  const auto sign = document.of(document.tokens()[token]);
  return sign == "-" || sign == "\u2010" || sign == "\u2011";
}

std::uint32_t sentence_end(const text::Document& document, std::uint32_t token) {
  return document.sentences()[document.tokens()[token].sentence].end_token;
}

// The phrase's first token when only prepositions and determiners, one determiner among them, stand before the date.
std::optional<std::uint32_t> determiner_before(const text::Document& document, std::uint32_t date_first,
                                               const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  const auto sentence_first = document.sentences()[tokens[date_first].sentence].first_token;
  std::optional<std::uint32_t> found;
  for (std::uint32_t back = 1; back <= kBeforeDateMax && date_first >= sentence_first + back; ++back) {
    const auto token = date_first - back;
    if (!is_word(tokens[token])) break;
    const std::string lower = text::lower(document.of(tokens[token]));
    const bool determiner = lexicon.determiners.contains(lower);
    if (!determiner && !lexicon.prepositions.contains(lower)) break;
    if (determiner) found = token;
  }
  return found;
}

// Past the noun and whatever name hangs on it: capitalised words, hyphens, initials.
std::uint32_t head_end(const text::Document& document, std::uint32_t noun, std::uint32_t end) {
  const auto& tokens = document.tokens();
  const auto limit = std::min(end, noun + kHeadTokensMax);
  std::uint32_t at = noun + 1;
  while (at < limit && (tokens[at].capitalised || (is_hyphen(document, at) && !tokens[at].space_before))) ++at;
  return at;
}

}  // namespace

std::optional<AttributePhrase> attribute_phrase(const text::Document& document, const clause::Clause& clause,
                                                const TokenRange& date, const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  const auto end = sentence_end(document, date.first);
  const auto first = determiner_before(document, date.first, lexicon);
  if (!first) return {};
  std::optional<std::uint32_t> participle;
  for (std::uint32_t at = date.end; at < end && at - date.end <= kAdjectivesMax; ++at) {
    const auto& token = tokens[at];
    if (!is_word(token) || at == clause.finite_verb) return {};
    if (token.capitalised) {
      if (!participle) return {};
      return AttributePhrase{{*first, head_end(document, at, end)}, *participle};
    }
    const std::string lower = text::lower(document.of(token));
    if (lexicon.prepositions.contains(lower) || lexicon.coordinators.contains(lower)) return {};
    // "am Montag einen entsprechenden Bericht": another phrase begins.
    if (lexicon.determiners.contains(lower)) return {};
    if (!participle && lexicon.is_participle(lower)) participle = at;
  }
  return {};
}

std::optional<Aside> aside(const text::Document& document, const clause::Clause& clause, const TokenRange& date,
                           const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  const auto& sentence = document.sentences()[tokens[date.first].sentence];
  std::uint32_t opener = date.first;
  do {
    if (opener == sentence.first_token || date.first - opener > kBeforeDateMax) return {};
    --opener;
    const std::string lower = text::lower(document.of(tokens[opener]));
    if (is_word(tokens[opener]) && !lexicon.prepositions.contains(lower) && !lexicon.determiners.contains(lower)) {
      return {};
    }
  } while (is_word(tokens[opener]));
  const auto sign = document.of(tokens[opener]);
  const bool bracket = sign == "(";
  if (!bracket && sign != ",") return {};
  Aside out{opener, bracket, {}};
  bool direct = true;
  for (auto at = date.end; at < sentence.end_token && at - date.end <= kAsideTokensMax; ++at) {
    if (document.of(tokens[at]) == (bracket ? ")" : ",")) return out;
    const bool verb =
        at == clause.finite_verb || std::find(clause.trigger.begin(), clause.trigger.end(), at) != clause.trigger.end();
    if (verb) return {};
    if (lexicon.prepositions.contains(text::lower(document.of(tokens[at])))) direct = false;
    if (direct && !out.noun && is_word(tokens[at]) && tokens[at].capitalised) out.noun = at;
  }
  return {};
}

bool only_compares(const text::Document& document, const TokenRange& date, const Lexicon& lexicon) {
  const auto& tokens = document.tokens();
  const auto sentence_first = document.sentences()[tokens[date.first].sentence].first_token;
  std::uint32_t at = date.first;  // the words before `at` are still to be read
  std::string lower;
  const auto step_back = [&] {
    if (at == sentence_first) return false;
    lower = text::lower(document.of(tokens[--at]));
    return true;
  };
  if (!step_back()) return false;
  if (lexicon.determiners.contains(lower) && !lexicon.prepositions.contains(lower) && !step_back()) return false;
  if (lexicon.comparers.contains(lower)) return true;
  if (lexicon.comparison_links.contains(lower)) return step_back() && lexicon.comparisons.contains(lower);
  if (!lexicon.prepositions.contains(lower) || !step_back()) return false;
  std::uint32_t measures = 0;
  while (measures < kMeasuresMax && lexicon.measures.contains(lower)) {
    ++measures;
    if (!step_back()) return false;
  }
  if (measures == 0 || tokens[at].kind != text::TokenKind::kNumber) return false;
  // "8,3"
  std::uint32_t parts = 0;
  while (parts++ < kNumberTokensMax && tokens[at].kind != text::TokenKind::kWord) {
    if (!step_back()) return false;
  }
  return lexicon.earlier_amounts.contains(lower);
}

std::optional<Head> head_after(const text::Document& document, std::uint32_t end_token) {
  const auto& tokens = document.tokens();
  if (end_token == 0 || end_token >= tokens.size()) return {};
  const auto end = sentence_end(document, end_token - 1);
  std::uint32_t at = end_token;
  const auto limit = std::min(end, end_token + kAdjectivesMax + 1);
  // A compound's rest follows its hyphen; an adjective's noun follows further adjectives.
  if (at < end && is_hyphen(document, at) && !tokens[at].space_before) {
    ++at;
  } else {
    while (at < limit && is_word(tokens[at]) && !tokens[at].capitalised) ++at;
  }
  if (at >= end || !is_word(tokens[at])) return {};
  Head head{text::lower(document.of(tokens[at])), at + 1};
  while (head.end_token + 1 < end && is_hyphen(document, head.end_token) && is_word(tokens[head.end_token + 1]) &&
         !tokens[head.end_token].space_before && head.end_token - at < kHeadTokensMax) {
    head.lower = text::lower(document.of(tokens[head.end_token + 1]));
    head.end_token += 2;
  }
  return head;
}

}  // namespace annalen::event
