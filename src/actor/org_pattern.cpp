#include "actor/org_pattern.h"

#include <algorithm>
#include <vector>

#include "actor/key.h"
#include "actor/org_phrase.h"
#include "text/fold.h"

namespace annalen::actor {
namespace {

constexpr std::uint32_t kCompanyUnitsMax = 5;
constexpr std::uint32_t kForUnitsMax = 10;
constexpr std::uint32_t kPhraseUnitsMax = 9;
constexpr std::size_t kAbbreviationMin = 2;
constexpr std::size_t kAbbreviationMax = 7;

std::string joined(const Reading& reading, std::uint32_t first_token, std::uint32_t end_token) {
  return std::string(reading.document().of(reading.span(first_token, end_token)));
}

OrgMatch made(const Reading& reading, std::uint32_t first_unit, std::uint32_t end_unit, std::string_view type) {
  OrgMatch out;
  out.first_token = reading.unit(first_unit).first;
  out.end_token = reading.unit(end_unit - 1).end;
  out.name = joined(reading, out.first_token, out.end_token);
  out.key = make_key(Kind::kOrganisation, out.name);
  out.type = type;
  return out;
}

bool is_noun_like(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !here.capitalised) return false;
  return !here.single() ||
         !reading.lexicon().classes(here.first_word).any({WordClass::kFunction, WordClass::kDeterminer});
}

// "GmbH & Co. KG" as a whole: the unit after it.
std::uint32_t end_of_legal_form(const Reading& reading, std::uint32_t unit) {
  std::uint32_t end = unit + 1;
  for (std::uint32_t at = end; at < reading.units().size() && at < unit + 5 && reading.same_sentence(unit, at); ++at) {
    const Unit& here = reading.unit(at);
    if (reading.has(here, WordClass::kLegalForm)) end = at + 1;
    const bool link = reading.has(here, WordClass::kLegalLink) || reading.text(here).size() <= 2;
    if (!link && end != at + 1) break;
  }
  return end;
}

// "Kika Möbel AG": capitalised words up to the legal form.
std::optional<OrgMatch> company(const Reading& reading, std::uint32_t unit) {
  if (!is_noun_like(reading, unit) || reading.has(reading.unit(unit), WordClass::kLegalForm)) return {};
  if (reading.unit(unit).role || reading.unit(unit).noun) return {};
  for (std::uint32_t at = unit + 1; at <= unit + kCompanyUnitsMax && at < reading.units().size(); ++at) {
    if (!reading.same_sentence(unit, at)) return {};
    const Unit& here = reading.unit(at);
    if (reading.has(here, WordClass::kLegalForm)) {
      auto out = made(reading, unit, end_of_legal_form(reading, at), "company");
      const auto listed = reading.name_at(out.first_token);
      if (listed && reading.unit_of(listed->end_token - 1) + 1 == at && !listed->sense->attributive) {
        const Entry& entry = reading.lexicon().entry(*listed->sense);
        if (entry.kind == Kind::kOrganisation && !entry.ignored) {
          out.name = entry.name;
          out.key = entry.key;
        }
      }
      return out;
    }
    if (!is_noun_like(reading, at) && !reading.has(here, WordClass::kLegalLink)) return {};
  }
  return {};
}

// "04", "05" of a club
bool is_founding_number(const Reading& reading, const Unit& unit) {
  const std::string_view text = reading.text(unit);
  return unit.single() && text.size() == 2 && text[0] == '0';
}

// "FC Lustenau", "FC St. Pauli"
std::optional<OrgMatch> club(const Reading& reading, std::uint32_t unit) {
  if (!reading.has(reading.unit(unit), WordClass::kClubPrefix)) return {};
  std::uint32_t at = unit + 1;
  std::uint32_t end = at;
  for (; at < unit + 5 && at < reading.units().size() && reading.same_sentence(unit, at); ++at) {
    const Unit& here = reading.unit(at);
    if (!is_noun_like(reading, at) || here.noun || here.role) break;
    // "St." Pauli
    const bool short_form = reading.text(here) == "St" && at + 1 < reading.units().size();
    if (short_form && reading.text(reading.unit(at + 1)) == ".") {
      ++at;
      continue;
    }
    end = at + 1;
    if (reading.entry_at(here) != nullptr || end == unit + 4) break;
  }
  at = end;
  if (at == unit + 1) return {};
  const auto next = at < reading.units().size() && reading.same_sentence(unit, at) ? at : unit;
  if (next != unit && is_founding_number(reading, reading.unit(next))) ++at;
  // "1. FC Nürnberg"
  const bool first = unit >= 2 && reading.same_sentence(unit - 2, unit) &&
                     reading.text(reading.unit(unit - 1)) == "." && reading.text(reading.unit(unit - 2)) == "1";
  return made(reading, first ? unit - 2 : unit, at, "club");
}

const Entry* place_at(const Reading& reading, std::uint32_t unit, std::uint32_t& end_unit, bool attributive) {
  if (unit >= reading.units().size()) return nullptr;
  const auto match = reading.name_at(reading.unit(unit).first);
  if (!match || match->sense->attributive != attributive) return nullptr;
  const Entry& entry = reading.lexicon().entry(*match->sense);
  if (entry.kind != Kind::kPlace || entry.ignored || entry.anaphor || entry.seat) return nullptr;
  end_unit = reading.unit_of(match->end_token - 1) + 1;
  return &entry;
}

// "Landesgerichts" -> "Landesgericht", when both are heads of the class.
std::string head_name(const Reading& reading, const Unit& unit, WordClass heads) {
  const std::string_view word = reading.text(unit);
  for (const auto& ending : reading.lexicon().head_genitive_endings) {
    if (!word.ends_with(ending)) continue;
    const auto bare = word.substr(0, word.size() - ending.size());
    if (reading.lexicon().classes(reading.lexicon().word(bare)).has(heads)) return std::string(bare);
  }
  return std::string(word);
}

// "Landesgericht Linz", "Linzer Landesgericht"
std::optional<OrgMatch> headed(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  std::uint32_t end = unit + 1;
  const Entry* place = nullptr;
  std::uint32_t head = unit;
  if (reading.has(here, WordClass::kOrgHead)) {
    if (!reading.after(unit)) return {};
    place = place_at(reading, unit + 1, end, false);
  } else if (here.capitalised) {
    place = place_at(reading, unit, head, true);
    if (place == nullptr || head >= reading.units().size() || !reading.same_sentence(unit, head)) return {};
    if (!reading.has(reading.unit(head), WordClass::kOrgHead)) return {};
    end = head + 1;
  }
  if (place == nullptr) return {};
  auto out = made(reading, unit, end, "body");
  const Unit& last = reading.unit(end - 1);
  const bool compound = head == unit && end == unit + 2 && !last.single() && last.capitalised;  // "Diözese Graz-Seckau"
  out.name = head_name(reading, reading.unit(head), WordClass::kOrgHead) + " " +
             (compound ? std::string(reading.text(last)) : place->name);
  out.key = make_key(Kind::kOrganisation, out.name);
  return out;
}

// "Bundesministerium für Arbeit, Soziales und Gesundheit"
std::optional<OrgMatch> with_for(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !reading.lexicon().classes(here.last_word).has(WordClass::kForHead)) return {};
  std::uint32_t end = end_of_purpose(reading, unit);
  if (end == 0) return {};
  if (end < reading.units().size() && reading.same_sentence(unit, end)) {
    std::uint32_t behind = end;
    if (place_at(reading, end, behind, false) != nullptr) end = behind;  // "Landesgericht für Strafsachen Wien"
  }
  auto out = made(reading, unit, end, "body");
  out.name = head_name(reading, here, WordClass::kForHead) + " " +
             joined(reading, reading.unit(unit + 1).first, out.end_token);
  out.key = make_key(Kind::kOrganisation, out.name);
  return out;
}

// "Innenministerium"; "das russische Verteidigungsministerium" is that state's own.
std::optional<OrgMatch> ministry(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !here.single() || !here.capitalised) return {};
  const std::string_view word = reading.text(here.first);
  if (!reading.lexicon().ministry_endings.end(word)) return {};
  const std::string_view bare = reading.without_genitive(word);
  auto out = made(reading, unit, unit + 1, "ministry");
  if (!bare.empty() && reading.lexicon().ministry_endings.end(bare)) out.name = bare;
  const auto before = reading.before(unit);
  if (before) {
    const auto state = reading.name_at(reading.unit(*before).first);
    if (state && state->sense->attributive && state->end_token == here.first) {
      const Entry& entry = reading.lexicon().entry(*state->sense);
      if (entry.kind == Kind::kState) out.name += " (" + entry.name + ")";
    }
  }
  out.key = make_key(Kind::kOrganisation, out.name);
  return out;
}

// "Ministerrat", "Ärztekammer": an organisation by one word, which the article means one of.
std::optional<OrgMatch> body(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.single() || reading.has(here, WordClass::kNotBody)) return {};
  const auto is_body = [&](std::string_view word) {
    const auto classes = reading.lexicon().classes(reading.lexicon().word(word));
    return classes.has(WordClass::kBodyWord) ||
           (!classes.has(WordClass::kNotBody) && reading.lexicon().body_endings.end(word));
  };
  std::string_view word = reading.text(here.first);
  if (!is_body(word)) {
    std::string_view bare;
    for (const auto& ending : reading.lexicon().head_genitive_endings) {
      if (bare.empty() && word.ends_with(ending) && is_body(word.substr(0, word.size() - ending.size()))) {
        bare = word.substr(0, word.size() - ending.size());
      }
    }
    if (bare.empty()) return {};
    word = bare;
  }
  // "ein Verband": none that has been named; a name behind it is an apposition.
  const auto before = reading.before(unit);
  const bool indefinite = before && reading.has(reading.unit(*before), WordClass::kDeterminer) &&
                          !reading.has(reading.unit(*before), WordClass::kDefinite);
  const auto next = reading.after(unit);
  if (indefinite || (next && reading.unit(*next).word && reading.unit(*next).capitalised)) return {};
  auto out = made(reading, unit, unit + 1, "body");
  out.name = word;
  out.key = make_key(Kind::kOrganisation, out.name);
  return out;
}

// "Wien Museum"
std::optional<OrgMatch> named_by_place(const Reading& reading, std::uint32_t unit) {
  std::uint32_t tail = 0;
  const Unit& here = reading.unit(unit);
  const auto match = reading.name_at(here.first);
  if (!here.single() || !match || match->sense->attributive || match->genitive) return {};
  const Entry& entry = reading.lexicon().entry(*match->sense);
  if (entry.kind != Kind::kPlace || entry.anaphor || entry.seat) return {};
  tail = reading.unit_of(match->end_token - 1) + 1;
  if (tail >= reading.units().size() || !reading.same_sentence(unit, tail)) return {};
  if (!reading.has(reading.unit(tail), WordClass::kPlaceTail)) return {};
  return made(reading, unit, tail + 1, "body");
}

// May stand inside the name of an organisation ("für", "der", "und").
bool is_link(const Reading& reading, const Unit& unit) {
  return reading.lexicon()
      .classes(unit.first_word)
      .any({WordClass::kDeterminer, WordClass::kConjunction, WordClass::kPlacePreposition, WordClass::kActorPreposition,
            WordClass::kCityPreposition, WordClass::kForWord, WordClass::kFrom});
}

// Do the letters stand for the phrase: first letter first, all in order, no capitalised word left out?
bool shortens(const Reading& reading, std::string_view letters, std::uint32_t first, std::uint32_t end) {
  const std::string wanted = text::fold(letters);
  std::string phrase;
  std::string initials;
  for (std::uint32_t unit = first; unit < end; ++unit) {
    const Unit& here = reading.unit(unit);
    const std::string word = text::fold(reading.text(here));
    if (here.capitalised && !word.empty()) initials += word.front();
    phrase += word;
  }
  const auto subsequence = [](std::string_view small, std::string_view large) {
    std::size_t at = 0;
    for (const char c : large) {
      if (at < small.size() && small[at] == c) ++at;
    }
    return at == small.size();
  };
  if (wanted.empty() || phrase.empty() || wanted.front() != phrase.front()) return false;
  return initials.size() >= 2 && subsequence(wanted, phrase) && subsequence(initials, wanted);
}

}  // namespace

bool is_abbreviation(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !here.single() || !here.capitalised) return false;
  const std::string_view text = reading.text(here.first);
  if (text.size() < kAbbreviationMin || text.size() > kAbbreviationMax) return false;
  return reading.all_capitals(here.first) && !reading.has(here, WordClass::kNotAcronym);
}

std::uint32_t end_of_purpose(const Reading& reading, std::uint32_t unit) {
  const auto link = reading.after(unit);
  if (!link || !reading.has(reading.unit(*link), WordClass::kForWord)) return 0;
  std::uint32_t end = 0;
  for (std::uint32_t at = *link + 1; at < unit + kForUnitsMax && at < reading.units().size(); ++at) {
    if (!reading.same_sentence(unit, at)) break;
    const Unit& part = reading.unit(at);
    if (is_noun_like(reading, at)) {
      end = at + 1;
      // Another noun follows only after a comma or "und".
      const auto next = reading.after(at);
      if (!next || is_noun_like(reading, *next)) break;
      continue;
    }
    const auto next = reading.after(at);
    const bool hyphen = part.single() && reading.text(part.first) == "-";  // "Luft- und Raumfahrt"
    if (hyphen && end == at && next && reading.has(reading.unit(*next), WordClass::kConjunction)) continue;
    const bool comma = part.single() && reading.text(part.first) == ",";
    const bool linked = comma || reading.has(part, WordClass::kConjunction);
    if (end != 0 && (!linked || !next || !is_noun_like(reading, *next))) break;
    if (end == 0 && (!part.word || reading.has(part, WordClass::kDeterminer))) break;
  }
  return end;
}

std::optional<OrgMatch> organisation_at(const Reading& reading, std::uint32_t unit) {
  const Unit& here = reading.unit(unit);
  if (!here.word || !here.capitalised) return {};
  using Pattern = std::optional<OrgMatch> (*)(const Reading&, std::uint32_t);
  constexpr Pattern patterns[] = {company, headed, named_by_place, with_for, club, ministry, body};
  auto phrase = organisation_phrase_at(reading, unit);
  for (const auto pattern : patterns) {
    auto found = pattern(reading, unit);
    if (found) return phrase && phrase->end_token > found->end_token ? phrase : found;
  }
  return phrase;
}

std::optional<Introduced> introduced_at(const Reading& reading, std::uint32_t bracket) {
  const Unit& open = reading.unit(bracket);
  if (!open.single() || reading.text(open.first) != "(") return {};
  const auto inside = reading.after(bracket);
  const auto close = inside ? reading.after(*inside) : std::nullopt;
  if (!close || reading.text(reading.unit(*close).first) != ")" || !is_abbreviation(reading, *inside)) return {};
  const std::string_view letters = reading.text(reading.unit(*inside).first);
  if (bracket == 0 || reading.lexicon().thing_endings.end(reading.text(reading.unit(bracket - 1)))) return {};
  for (std::uint32_t back = 1; back <= kPhraseUnitsMax && back <= bracket; ++back) {
    const std::uint32_t first = bracket - back;
    const Unit& here = reading.unit(first);
    if (!reading.same_sentence(first, bracket) || !here.word) return {};
    const bool small = reading.has(here, WordClass::kFunction) && (!here.capitalised || here.opens);
    if (small && !is_link(reading, here)) return {};
    if (!here.capitalised || small || reading.has(here, WordClass::kDeterminer)) continue;
    if (!shortens(reading, letters, first, bracket)) continue;
    const auto listed = reading.name_at(here.first);
    if (listed && reading.lexicon().entry(*listed->sense).ignored) return {};  // a newspaper
    return Introduced{made(reading, first, bracket, "body"), *inside};
  }
  return {};
}

bool is_unknown_abbreviation(const Reading& reading, std::uint32_t unit) {
  if (!is_abbreviation(reading, unit)) return false;
  const Unit& here = reading.unit(unit);
  if (reading.text(here.first).size() < 3) return false;
  const auto next = reading.after(unit);
  if (next && reading.unit(*next).capitalised && reading.unit(*next).word) return false;
  const auto before = reading.before(unit);
  return before && reading.has(reading.unit(*before), WordClass::kDefinite);
}

}  // namespace annalen::actor
