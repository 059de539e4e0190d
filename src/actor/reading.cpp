#include "actor/reading.h"

namespace annalen::actor {

using text::TokenKind;

namespace {

constexpr std::uint32_t kNameTokensMax = 24;  // of the longest listed name

bool is_hyphen(std::string_view sign) { return sign == "-" || sign == "‑"; }
bool is_apostrophe(std::string_view sign) { return sign == "'" || sign == "’"; }

}  // namespace

Reading::Reading(const text::Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {
  const auto& tokens = document.tokens();
  words_.reserve(tokens.size());
  for (const auto& token : tokens) words_.push_back(lexicon.word(document.of(token)));
  make_units();
}

void Reading::make_units() {
  const auto& tokens = document_.tokens();
  unit_of_token_.resize(tokens.size());
  bool opens = true;
  for (std::uint32_t at = 0; at < tokens.size();) {
    Unit unit;
    unit.first = at;
    unit.sentence = tokens[at].sentence;
    unit.word = tokens[at].kind == TokenKind::kWord;
    std::uint32_t end = at + 1;
    while (tokens[end - 1].kind != TokenKind::kPunctuation && end + 1 < tokens.size() &&
           tokens[end + 1].sentence == unit.sentence && !tokens[end].space_before && !tokens[end + 1].space_before &&
           tokens[end + 1].kind != TokenKind::kPunctuation) {
      const std::string_view sign = document_.of(tokens[end]);
      const bool joins = is_hyphen(sign) || (is_apostrophe(sign) && tokens[end + 1].capitalised);
      if (!joins) break;
      end += 2;
    }
    unit.end = end;
    if (at == 0 || tokens[at].sentence != tokens[at - 1].sentence) opens = true;
    unit.opens = opens && tokens[at].kind != TokenKind::kPunctuation;
    if (tokens[at].kind != TokenKind::kPunctuation) {
      opens = false;
    } else if (lexicon_.classes(words_[at]).has(WordClass::kOpening)) {
      opens = true;
    }
    classify(unit);
    for (std::uint32_t token = at; token < end; ++token) {
      unit_of_token_[token] = static_cast<std::uint32_t>(units_.size());
    }
    units_.push_back(unit);
    at = end;
  }
}

void Reading::classify(Unit& unit) const {
  const auto& tokens = document_.tokens();
  unit.first_word = words_[unit.first];
  unit.last_word = words_[unit.end - 1];
  if (!unit.word) return;
  unit.capitalised = tokens[unit.first].capitalised || (!unit.single() && tokens[unit.end - 1].capitalised &&
                                                        lexicon_.classes(unit.first_word).has(WordClass::kParticle));
  if (!unit.capitalised && unit.single()) return;
  const std::string_view last = document_.of(tokens[unit.end - 1]);
  const WordClasses classes = lexicon_.classes(unit.last_word);
  const bool tail_capital = tokens[unit.end - 1].capitalised;
  if (tail_capital) {
    unit.female_role = classes.has(WordClass::kRoleFemale) || lexicon_.female_role_endings.end(last);
    unit.role = unit.female_role || classes.any({WordClass::kRole, WordClass::kRuler, WordClass::kWeakRole}) ||
                lexicon_.role_endings.end(last);
    if (classes.has(WordClass::kNotRole)) unit.role = false;
  }
  unit.hard_noun = classes.has(WordClass::kHardNoun);
  unit.noun = unit.hard_noun || classes.has(WordClass::kNoun);
  const bool given = classes.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither});
  if (!unit.noun && !given && !classes.has(WordClass::kGuardedSurname)) {
    unit.hard_noun = lexicon_.hard_noun_endings.end(last);
    unit.noun = unit.hard_noun || lexicon_.noun_heads.end(last);
    if (!unit.noun) {
      const auto bare = lexicon_.classes(lexicon_.word(without_genitive(last)));
      unit.noun = bare.any({WordClass::kNoun, WordClass::kHardNoun});
    }
  }
}

std::string_view Reading::text(const Unit& unit) const { return document_.of(span(unit.first, unit.end)); }

text::Span Reading::span(std::uint32_t first_token, std::uint32_t end_token) const {
  return {document_.tokens()[first_token].span.begin, document_.tokens()[end_token - 1].span.end};
}

std::optional<std::uint32_t> Reading::after(std::uint32_t unit) const {
  if (unit + 1 >= units_.size() || !same_sentence(unit, unit + 1)) return {};
  return unit + 1;
}

std::optional<std::uint32_t> Reading::before(std::uint32_t unit) const {
  if (unit == 0 || !same_sentence(unit, unit - 1)) return {};
  return unit - 1;
}

bool Reading::hyphen_follows(std::uint32_t token) const {
  const auto& tokens = document_.tokens();
  return token + 1 < tokens.size() && !tokens[token + 1].space_before && is_hyphen(text(token + 1));
}

std::string_view Reading::without_genitive(std::string_view word) const {
  for (const auto& ending : lexicon_.genitive_endings) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return {};
}

std::optional<NameMatch> Reading::name_at(std::uint32_t token) const {
  const auto& tokens = document_.tokens();
  std::optional<NameMatch> best;
  const auto consider = [&](Lexicon::NodeId node, std::uint32_t end, bool genitive) {
    const Sense* sense = node == Lexicon::kNoNode ? nullptr : lexicon_.sense(node);
    if (sense == nullptr) return;
    const bool before_adjective = hyphen_follows(end - 1) && end + 1 < tokens.size() && !tokens[end + 1].capitalised;
    if (sense->stem && !before_adjective) return;
    best = NameMatch{end, sense, genitive};
  };
  Lexicon::NodeId node = Lexicon::kNoNode;
  for (std::uint32_t at = token; at < tokens.size() && at < token + kNameTokensMax; ++at) {
    if (tokens[at].sentence != tokens[token].sentence) break;
    const bool start = at == token;
    const auto child = start ? lexicon_.first(words_[at]) : lexicon_.next(node, words_[at]);
    const Sense* sense = child == Lexicon::kNoNode ? nullptr : lexicon_.sense(child);
    if (sense == nullptr && tokens[at].capitalised) {
      const auto bare = lexicon_.word(without_genitive(text(at)));
      consider(start ? lexicon_.first(bare) : lexicon_.next(node, bare), at + 1, true);
    }
    if (child == Lexicon::kNoNode) break;
    consider(child, at + 1, false);
    node = child;
  }
  return best;
}

const Entry* Reading::entry_at(const Unit& unit) const {
  const auto match = name_at(unit.first);
  return match && match->end_token <= unit.end ? &lexicon_.entry(*match->sense) : nullptr;
}

bool Reading::all_capitals(std::uint32_t token) const {
  for (const char c : text(token)) {
    if (c >= 'a' && c <= 'z') return false;
  }
  return document_.tokens()[token].kind == TokenKind::kWord;
}

bool Reading::is_initial(std::uint32_t unit) const {
  const Unit& here = units_[unit];
  if (!here.word || !here.single() || !here.capitalised) return false;
  const std::string_view letter = text(here.first);
  const bool one = letter.size() == 1 || (letter.size() == 2 && static_cast<unsigned char>(letter[0]) >= 0xC3);
  if (!one) return false;
  const auto dot = after(unit);
  return dot && text(units_[*dot].first) == "." && !document_.tokens()[units_[*dot].first].space_before;
}

bool Reading::name_like(std::uint32_t number) const {
  const Unit& unit = units_[number];
  if (!unit.word || !unit.capitalised || unit.role || unit.noun) return false;
  const std::string_view all = text(unit);
  if (all.size() < 2 || document_.tokens()[unit.end - 1].kind != TokenKind::kWord) return false;
  const auto& tokens = document_.tokens();
  const bool number_touches =
      unit.end < tokens.size() && tokens[unit.end].kind == TokenKind::kNumber && !tokens[unit.end].space_before;
  if (number_touches) return false;  // "Tele2"
  const auto classes = lexicon_.classes(unit.first_word);
  if (unit.single() &&
      classes.any({WordClass::kFunction, WordClass::kDeterminer, WordClass::kConjunction, WordClass::kPlacePreposition,
                   WordClass::kActorPreposition, WordClass::kPlaceNoun, WordClass::kStateNoun, WordClass::kOrgHead,
                   WordClass::kForHead, WordClass::kLegalForm, WordClass::kClubPrefix, WordClass::kHonorific})) {
    return false;
  }
  if (unit.single() && all.size() > 3 && all_capitals(unit.first)) return false;
  if (!unit.single() && !document_.tokens()[unit.end - 1].capitalised) {
    // "Ki-moon" is a name, "süd-" or "Kiew-treu" none: short parts only.
    return all.size() <= 12 && lexicon_.first(unit.first_word) == Lexicon::kNoNode;
  }
  const Entry* known = entry_at(unit);
  if (known == nullptr) return true;
  return known->kind == Kind::kPerson || (known->kind == Kind::kPlace && !known->ignored && !known->anaphor);
}

}  // namespace annalen::actor
