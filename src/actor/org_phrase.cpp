#include "actor/org_phrase.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actor/key.h"
#include "actor/scan.h"
#include "text/fold.h"

namespace annalen::actor {
namespace {

constexpr std::uint32_t kAdjectivesMax = 3;
constexpr std::uint32_t kNameUnitsMax = 4;
constexpr std::uint32_t kBeforeTailMax = 3;
constexpr std::uint32_t kGenitiveUnitsMax = 4;  // behind its article

std::string joined(const Reading& reading, std::uint32_t first_unit, std::uint32_t end_unit) {
  const auto span = reading.span(reading.unit(first_unit).first, reading.unit(end_unit - 1).end);
  std::string out;
  for (const char c : reading.document().of(span)) out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  return out;
}

OrgMatch made(const Reading& reading, std::uint32_t first_unit, std::uint32_t end_unit, std::string name,
              std::string_view type) {
  OrgMatch out;
  out.first_token = reading.unit(first_unit).first;
  out.end_token = reading.unit(end_unit - 1).end;
  out.name = std::move(name);
  out.key = make_key(Kind::kOrganisation, out.name);
  out.type = type;
  return out;
}

bool is_small_word(const Reading& reading, const Unit& unit) {
  constexpr WordClass classes[] = {WordClass::kFunction, WordClass::kDeterminer, WordClass::kConjunction,
                                   WordClass::kPlacePreposition, WordClass::kActorPreposition};
  for (const auto one : classes) {
    if (reading.has(unit, one)) return true;
  }
  return false;
}

// The word without the genitive ending of a common noun where `accepts` knows it so ("Verbandes"); else as it is, or
// empty when `accepts` knows neither.
template <class Accepts>
std::string_view base_form(const Reading& reading, std::string_view word, Accepts accepts) {
  for (const auto& ending : reading.lexicon().head_genitive_endings) {
    if (!word.ends_with(ending) || word.size() <= ending.size() + 2) continue;
    const auto bare = word.substr(0, word.size() - ending.size());
    if (accepts(bare)) return bare;
  }
  return accepts(word) ? word : std::string_view{};
}

bool word_has(const Reading& reading, std::string_view word, WordClass one) {
  return reading.lexicon().classes(reading.lexicon().word(word)).has(one);
}

// A capitalised adjective of a name: the stem; empty where it is none.
std::string_view adjective_stem(const Reading& reading, const Unit& unit) {
  if (!unit.word || !unit.capitalised || !unit.single() || unit.role || unit.hard_noun) return {};
  const std::string_view word = reading.text(unit.first);
  for (const auto& ending : reading.lexicon().adjective_endings) {
    if (ending.empty() || !word.ends_with(ending) || word.size() < ending.size() + 3) continue;
    const auto stem = word.substr(0, word.size() - ending.size());
    if (reading.lexicon().name_adjectives.find("-" + text::lower(stem)) != nullptr) return stem;
  }
  return {};
}

// What follows a head and belongs to its name: "der Wissenschaften", "des Deutschen Buchhandels". The unit after it.
std::uint32_t end_of_genitive(const Reading& reading, std::uint32_t head) {
  const auto article = reading.after(head);
  if (!article || !word_has(reading, reading.text(reading.unit(*article)), WordClass::kGenitiveArticle)) return 0;
  for (std::uint32_t at = *article + 1; at <= *article + kGenitiveUnitsMax && at < reading.units().size(); ++at) {
    const Unit& here = reading.unit(at);
    if (!reading.same_sentence(head, at) || !here.word || is_small_word(reading, here)) return 0;
    const auto listed = reading.name_at(here.first);
    if (listed && !listed->sense->attributive) return 0;  // "der Verband der FPÖ": two
    if (!here.capitalised || !adjective_stem(reading, here).empty()) continue;
    const bool given = reading.lexicon().classes(here.first_word).any({WordClass::kMale, WordClass::kFemale});
    return given || here.role ? 0 : at + 1;
  }
  return 0;
}

// "der Österreichische Tennisverband", "des Deutschen Alpenvereins": its name is in the nominative.
std::optional<OrgMatch> with_adjective(const Reading& reading, std::uint32_t unit) {
  if (reading.unit(unit).opens) return {};
  std::vector<std::string_view> stems;
  std::uint32_t at = unit;
  while (stems.size() < kAdjectivesMax && at < reading.units().size() && reading.same_sentence(unit, at)) {
    const auto stem = adjective_stem(reading, reading.unit(at));
    if (stem.empty()) break;
    stems.push_back(stem);
    ++at;
  }
  if (stems.empty() || at >= reading.units().size() || !reading.same_sentence(unit, at)) return {};
  const Unit& head = reading.unit(at);
  if (!head.word || !head.capitalised) return {};
  const auto& heads = reading.lexicon().name_heads;
  const std::string_view written = reading.text(head);
  const auto bare = base_form(reading, written,
                              [&](std::string_view word) { return heads.find("-" + text::lower(word)) != nullptr; });
  if (bare.empty()) return {};
  const std::string& ending = *heads.find("-" + text::lower(bare));
  std::string name;
  for (const auto stem : stems) name += std::string(stem) + ending + " ";
  name += bare;
  std::uint32_t end = at + 1;
  if (const auto genitive = end_of_genitive(reading, at); genitive != 0) {
    name += " " + joined(reading, end, genitive);
    end = genitive;
  } else if (const auto purpose = end_of_purpose(reading, at); purpose != 0) {
    name += " " + joined(reading, end, purpose);
    end = purpose;
  }
  return made(reading, unit, end, std::move(name), "body");
}

// "der Verband der Automobilindustrie", "der Verein gegen Tierfabriken"
std::optional<OrgMatch> with_members(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (here.role) return {};
  const auto before = reading.before(unit);
  const bool definite = before && reading.has(reading.unit(*before), WordClass::kDefinite);
  if (!definite && !here.opens) return {};
  const std::string_view word = reading.text(here);
  const auto is_head = [&](std::string_view one) {
    return reading.lexicon().member_heads.find("-" + text::lower(one)) != nullptr;
  };
  const auto bare = base_form(reading, word, is_head);
  if (bare.empty() || reading.has(here, WordClass::kNotBody)) return {};
  std::uint32_t end = end_of_genitive(reading, unit);
  if (end == 0) {
    const auto against = reading.after(unit);
    const auto whom = against ? reading.after(*against) : std::nullopt;
    if (!whom || !word_has(reading, reading.text(reading.unit(*against)), WordClass::kAgainst)) return {};
    const Unit& noun = reading.unit(*whom);
    if (!noun.word || !noun.capitalised || reading.name_at(noun.first)) return {};
    end = *whom + 1;
  }
  return made(reading, unit, end, std::string(bare) + " " + joined(reading, unit + 1, end), "body");
}

// "Lawinenwarndienst Tirol", "Handelsverband Deutschland": a compound that is a body, and where.
std::optional<OrgMatch> with_region(const Reading& reading, std::uint32_t unit) {
  constexpr std::size_t whole_word_max = 7;  // bytes: "Verband Tirol" may be two
  const Unit& here = reading.unit(unit);
  const std::string_view word = reading.text(here);
  if (!here.single() || here.role || word.size() <= whole_word_max) return {};
  // "Alpenverein Brünn" is not the Alpenverein that the pack knows.
  const auto listed = reading.name_at(here.first);
  if (listed && reading.lexicon().entry(*listed->sense).kind != Kind::kOrganisation) return {};
  const auto next = reading.after(unit);
  const auto place = next ? reading.name_at(reading.unit(*next).first) : std::nullopt;
  if (!place || place->sense->attributive || place->genitive || !reading.unit(*next).capitalised) return {};
  const Entry& entry = reading.lexicon().entry(*place->sense);
  if (entry.ignored || entry.anaphor || entry.seat) return {};
  const bool members = reading.lexicon().member_heads.find("-" + text::lower(word)) != nullptr;
  const bool body = reading.lexicon().region_heads.find("-" + text::lower(word)) != nullptr;
  const bool fits = entry.kind == Kind::kState ? members : entry.kind == Kind::kPlace && (members || body);
  if (!fits) return {};
  const auto end = reading.unit_of(place->end_token - 1) + 1;
  return made(reading, unit, end, joined(reading, unit, end), "body");
}

// May be a word of a company's name that no table knows.
bool is_name_word(const Reading& reading, std::uint32_t number) {
  const Unit& unit = reading.unit(number);
  if (!unit.word || !unit.capitalised || unit.role || unit.noun || is_small_word(reading, unit)) return false;
  const auto listed = reading.name_at(unit.first);
  return !listed || reading.lexicon().entry(*listed->sense).kind == Kind::kPerson;
}

// "Residenz Verlag", "Bajaj Auto"
std::optional<OrgMatch> with_tail(const Reading& reading, std::uint32_t unit) {
  if (!is_name_word(reading, unit)) return {};
  const auto first = reading.lexicon().classes(reading.unit(unit).first_word);
  if (first.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither})) return {};  // "Samantha Power"
  for (std::uint32_t at = unit + 1; at <= unit + kBeforeTailMax && at < reading.units().size(); ++at) {
    if (!reading.same_sentence(unit, at)) return {};
    const Unit& here = reading.unit(at);
    const std::string_view tail = reading.text(here);
    const bool genitive = reading.text(reading.unit(at - 1)).ends_with('s');  // "Bernhards Verlag"
    if (here.single() && word_has(reading, tail, WordClass::kNameTail) && !genitive) {
      return made(reading, unit, at + 1, joined(reading, unit, at + 1), "company");
    }
    if (here.single() && word_has(reading, tail, WordClass::kForeignTail)) {
      return made(reading, unit, at + 1, joined(reading, unit, at + 1), "company");
    }
    if (!is_name_word(reading, at)) return {};
  }
  return {};
}

// "Goethe-Institut", "Heinrich-Böll-Stiftung", "PEN-Zentrum Deutschland"
std::optional<OrgMatch> compound(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (here.single()) return {};
  const auto head = base_form(reading, reading.text(here.end - 1),
                              [&](std::string_view word) { return word_has(reading, word, WordClass::kHyphenHead); });
  if (head.empty()) return {};
  const auto first = reading.lexicon().classes(here.first_word);
  const bool given = first.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither});
  const bool common = first.any({WordClass::kNoun, WordClass::kHardNoun, WordClass::kFunction, WordClass::kPlaceNoun});
  const auto listed = reading.name_at(here.first);
  const bool sure = given || here.end - here.first > 3;
  if (!sure && (common || (listed && reading.lexicon().entry(*listed->sense).kind != Kind::kPerson))) return {};
  std::uint32_t end = unit + 1;
  if (const auto next = reading.after(unit)) {
    const auto place = reading.name_at(reading.unit(*next).first);
    const bool named = place && !place->sense->attributive && !place->genitive &&
                       reading.lexicon().entry(*place->sense).kind != Kind::kPerson &&
                       reading.lexicon().entry(*place->sense).kind != Kind::kOrganisation &&
                       !reading.lexicon().entry(*place->sense).anaphor && reading.unit(*next).capitalised;
    if (named) end = reading.unit_of(place->end_token - 1) + 1;
  }
  std::string name = joined(reading, unit, unit + 1);
  name.resize(name.size() - (reading.text(here.end - 1).size() - head.size()));
  if (end > unit + 1) name += " " + joined(reading, unit + 1, end);
  return made(reading, unit, end, std::move(name), "body");
}

// "Bank of China", "Friends of the Earth"
std::optional<OrgMatch> english(const Reading& reading, std::uint32_t unit) {
  if (!reading.has(reading.unit(unit), WordClass::kEnglishHead)) return {};
  std::uint32_t at = unit + 1;
  const auto is = [&](std::uint32_t number, WordClass one) {
    return number < reading.units().size() && reading.same_sentence(unit, number) &&
           reading.has(reading.unit(number), one);
  };
  if (!is(at, WordClass::kEnglishLink)) return {};
  while (is(at, WordClass::kEnglishLink)) ++at;
  std::uint32_t end = 0;
  for (; at < unit + 2 + kNameUnitsMax && at < reading.units().size() && reading.same_sentence(unit, at); ++at) {
    const Unit& here = reading.unit(at);
    if (is(at, WordClass::kEnglishLink)) continue;
    if (!here.word || !here.capitalised || is_small_word(reading, here)) break;
    end = at + 1;
  }
  if (end == 0) return {};
  return made(reading, unit, end, joined(reading, unit, end), "body");
}

// "Bike24", "Tele2": the number touches.
std::uint32_t with_number(const Reading& reading, std::uint32_t end) {
  if (end >= reading.units().size()) return end;
  const auto& token = reading.document().tokens()[reading.unit(end).first];
  return token.kind == text::TokenKind::kNumber && !token.space_before ? end + 1 : end;
}

// A plural without an article may follow as an object: "hat der Verein Spenden gesammelt".
bool looks_plural(std::string_view word) { return word.size() > 5 && word.ends_with("en"); }

// "Lauda & Mayr"
bool is_linked(const Reading& reading, std::uint32_t sign) {
  const auto next = reading.after(sign);
  return reading.has(reading.unit(sign), WordClass::kLegalLink) && next && is_name_word(reading, *next);
}

// "der Konzern Nordskog Paper", "die Gewerkschaft PRO-GE", "Zweitligist Elversberg"
std::optional<OrgMatch> after_its_noun(const Reading& reading, std::uint32_t unit) {
  const auto before = reading.before(unit);
  if (!before || reading.unit(unit).opens || !reading.unit(*before).word) return {};
  const Unit& noun = reading.unit(*before);
  if (!noun.word || !noun.capitalised) return {};
  const auto& nouns = reading.lexicon().org_nouns;
  const auto bare = base_form(reading, reading.text(noun.end - 1),
                              [&](std::string_view word) { return nouns.find("-" + text::lower(word)) != nullptr; });
  if (bare.empty()) return {};
  const OrgNoun& kind = *nouns.find("-" + text::lower(bare));
  const auto listed = reading.name_at(reading.unit(unit).first);
  if (listed) {
    const Entry& entry = reading.lexicon().entry(*listed->sense);
    const bool town = entry.kind == Kind::kPlace && entry.may_act && !listed->sense->attributive && !entry.seat;
    if (!town || !kind.of_town || listed->genitive) return {};
    const auto end = reading.unit_of(listed->end_token - 1) + 1;
    if (reading.unit(end - 1).end != listed->end_token) return {};
    return made(reading, unit, end, joined(reading, unit, end), kind.type);
  }
  if (kind.town_only) return {};
  std::uint32_t end = unit;
  while (end < unit + kNameUnitsMax && end < reading.units().size() && reading.same_sentence(unit, end) &&
         (is_name_word(reading, end) || (end > unit && is_linked(reading, end)))) {
    ++end;
    if (const auto numbered = with_number(reading, end); numbered != end) {
      end = numbered;
      break;
    }
  }
  if (end == unit) return {};
  const auto first = reading.lexicon().classes(reading.unit(unit).first_word);
  const bool given = first.any({WordClass::kMale, WordClass::kFemale, WordClass::kEither});
  if (kind.of_person && given) return {};
  const std::string_view word = reading.text(reading.unit(unit));
  if (word.size() < 2 || (end == unit + 1 && looks_plural(word))) return {};
  auto out = made(reading, unit, end, joined(reading, unit, end), kind.type);
  out.by_noun = true;
  return out;
}

// "der Verein „Sonnenkinder“", "die Plattform „Wir haben es satt“"
std::optional<OrgMatch> quoted(const Reading& reading, std::uint32_t unit) {
  const auto mark = reading.before(unit);
  const auto noun = mark ? reading.before(*mark) : std::nullopt;
  if (!noun || !is_quotation_mark(reading.text(reading.unit(*mark)))) return {};
  const Unit& head = reading.unit(*noun);
  if (!head.word || !head.capitalised || reading.name_at(reading.unit(unit).first)) return {};
  const auto& nouns = reading.lexicon().org_nouns;
  const auto bare = base_form(reading, reading.text(head.end - 1),
                              [&](std::string_view word) { return nouns.find("-" + text::lower(word)) != nullptr; });
  if (bare.empty()) return {};
  const OrgNoun& kind = *nouns.find("-" + text::lower(bare));
  if (kind.of_person || kind.type == "company") return {};  // what a maker makes
  for (std::uint32_t at = unit + 1; at <= unit + kNameUnitsMax && at < reading.units().size(); ++at) {
    if (!reading.same_sentence(unit, at)) return {};
    if (is_quotation_mark(reading.text(reading.unit(at)))) {
      return made(reading, unit, at, joined(reading, unit, at), kind.type);
    }
    if (!reading.unit(at).word) return {};
  }
  return {};
}

}  // namespace

bool is_name_adjective(const Reading& reading, const Unit& unit) { return !adjective_stem(reading, unit).empty(); }

std::optional<OrgMatch> organisation_phrase_at(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !here.capitalised) return {};
  using Pattern = std::optional<OrgMatch> (*)(const Reading&, std::uint32_t);
  constexpr Pattern patterns[] = {with_adjective, with_members, with_region,    compound,
                                  english,        with_tail,    after_its_noun, quoted};
  std::optional<OrgMatch> best;
  for (const auto pattern : patterns) {
    auto found = pattern(reading, unit);
    if (found && (!best || found->end_token > best->end_token)) best = std::move(found);
  }
  return best;
}

}  // namespace annalen::actor
