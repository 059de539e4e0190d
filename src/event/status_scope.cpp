#include "event/status_scope.h"

#include <algorithm>

#include "text/fold.h"

namespace annalen::event {

namespace {

constexpr std::uint32_t kContrastMax = 60;       // tokens from "nicht" to "sondern"
constexpr std::uint32_t kAttributeWordsMax = 3;  // between "nicht" and the noun of its participle
constexpr std::uint32_t kSegmentMax = 200;       // tokens looked at for the commas around a word

class Denial {
 public:
  Denial(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon)
      : occurrence_(occurrence), clause_(clause), lexicon_(lexicon), words_(lexicon.status) {}

  [[nodiscard]] bool denies(std::uint32_t at) const {
    if (only_bounds(at) || of_attribute(at) || compares(at)) return false;
    if (const auto contrast = contrast_of(at)) return at < date_first() && date_first() < *contrast;
    return !in_addition(at);
  }

 private:
  [[nodiscard]] std::uint32_t date_first() const { return occurrence_.occasion.first_token; }
  [[nodiscard]] bool inside(std::uint32_t at) const {
    return at < occurrence_.document.tokens().size() && occurrence_.clauses.clause_of_token[at] == clause_;
  }
  [[nodiscard]] const text::Token& token(std::uint32_t at) const { return occurrence_.document.tokens()[at]; }
  [[nodiscard]] std::string word(std::uint32_t at) const {
    return inside(at) ? lower_word(occurrence_, at) : std::string();
  }
  [[nodiscard]] bool is_number(std::uint32_t at) const {
    return inside(at) && (token(at).kind == text::TokenKind::kNumber || words_.counts.contains(word(at)));
  }
  [[nodiscard]] bool is_comma(std::uint32_t at) const { return occurrence_.document.of(token(at)) == ","; }

  // "nicht unter 25 Grad", "nicht mehr als", "keine zwei Tage", "kein Geringerer als"
  [[nodiscard]] bool only_bounds(std::uint32_t at) const {
    const std::string next = word(at + 1);
    if (words_.articles_that_deny.contains(word(at)) && is_number(at + 1)) return true;
    const bool links = words_.links.contains(word(at + 2));
    if (words_.exalted.contains(next)) return links;
    if (!words_.bounds.contains(next)) return false;
    return links || is_number(at + 2) || (lexicon_.determiners.contains(word(at + 2)) && is_number(at + 3));
  }
  // "eine nicht genehmigte Demonstration"
  [[nodiscard]] bool of_attribute(std::uint32_t at) const {
    if (words_.articles_that_deny.contains(word(at)) || at == 0) return false;
    const std::string before = word(at - 1);
    const bool opened = lexicon_.determiners.contains(before) || lexicon_.prepositions.contains(before);
    for (std::uint32_t next = at + 1; next <= at + 1 + kAttributeWordsMax && inside(next); ++next) {
      if (token(next).kind != text::TokenKind::kWord) return false;
      if (token(next).capitalised) return next > at + 1;
      const std::string lower = word(next);
      if (next == at + 1 && !opened && !lexicon_.is_participle(lower)) return false;
      if (lexicon_.determiners.contains(lower) || lexicon_.prepositions.contains(lower)) return false;
    }
    return false;
  }
  // "wie nie zuvor"
  [[nodiscard]] bool compares(std::uint32_t at) const {
    return at > 1 && (words_.comparers.contains(word(at - 1)) || words_.comparers.contains(word(at - 2)));
  }
  [[nodiscard]] std::optional<std::uint32_t> contrast_of(std::uint32_t at) const {
    const auto end = std::min<std::uint32_t>(occurrence_.clauses.clauses[clause_].end_token, at + kContrastMax);
    for (std::uint32_t next = at + 1; next < end; ++next) {
      if (inside(next) && words_.contrasts.contains(word(next))) return next;
    }
    return {};
  }
  // "Merz kam, Scholz nicht": behind the verbs, beyond a comma, without the date.
  [[nodiscard]] bool in_addition(std::uint32_t at) const {
    const clause::Clause& here = occurrence_.clauses.clauses[clause_];
    if (!here.finite_verb) return false;
    std::uint32_t last_verb = *here.finite_verb;
    for (const auto verb : here.trigger) last_verb = std::max(last_verb, verb);
    if (at < last_verb) return false;
    std::uint32_t comma = at;
    while (comma > last_verb && at - comma < kSegmentMax && !(inside(comma) && is_comma(comma))) --comma;
    if (comma <= last_verb || !is_comma(comma)) return false;
    return date_first() < comma;
  }

  const Occurrence& occurrence_;
  std::uint32_t clause_;
  const Lexicon& lexicon_;
  const StatusWords& words_;
};

// How many tokens the phrase takes from `at` on; 0 where it does not stand there.
std::uint32_t matched(const Occurrence& occurrence, std::uint32_t at, std::uint32_t end,
                      const StatusWords::Phrase& phrase) {
  if (end - at < phrase.words.size()) return 0;
  for (std::uint32_t i = 1; i < phrase.words.size(); ++i) {
    if (lower_word(occurrence, at + i) != phrase.words[i]) return 0;
  }
  return static_cast<std::uint32_t>(phrase.words.size());
}

// "ein mutmaßlich betrunkener Lenker": it belongs to the adjective.
bool before_attribute(const Occurrence& occurrence, std::uint32_t next, const Lexicon& lexicon) {
  const auto& tokens = occurrence.document.tokens();
  if (next + 1 >= tokens.size() || tokens[next].capitalised || !tokens[next + 1].capitalised) return false;
  const std::string lower = lower_word(occurrence, next);
  if (lexicon.determiners.contains(lower) || lexicon.prepositions.contains(lower)) return false;
  const auto& ends = lexicon.status.adjective_ends;
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return lower.ends_with(end); });
}

int rank(Status status) {
  if (status == Status::kPossible) return 3;
  if (status == Status::kNot) return 2;
  return status == Status::kPlanned ? 1 : 0;
}

}  // namespace

When when_of(const Occurrence& occurrence) {
  if (!occurrence.published) return When::kUnknown;
  const timex::Dating& dating = occurrence.occasion.dating;
  const time::Interval last = dating.readings.at(dating.readings.size() - 1);
  const time::Interval published = *occurrence.published;
  if (dating.relation == time::Relation::kSince || dating.ongoing) return When::kAround;
  const bool until = dating.relation == time::Relation::kUntil;
  if (until ? last.end() > published.end() && last.begin() >= published.begin() : last.begin() >= published.end()) {
    return When::kAhead;
  }
  return dating.readings.hull().end() <= published.begin() ? When::kBefore : When::kAround;
}

std::string lower_word(const Occurrence& occurrence, std::uint32_t token) {
  return text::lower(occurrence.document.of(occurrence.document.tokens()[token]));
}

std::optional<std::uint32_t> denier(const Occurrence& occurrence, std::uint32_t clause, const Lexicon& lexicon) {
  constexpr std::size_t negations_max = 16;
  const auto& negations = occurrence.clauses.clauses[clause].negations;
  const Denial denial(occurrence, clause, lexicon);
  for (std::size_t i = 0; i < std::min(negations.size(), negations_max); ++i) {
    if (denial.denies(negations[i])) return negations[i];
  }
  return {};
}

std::optional<Hint> hint(const Occurrence& occurrence, std::uint32_t clause, const TokenRange& range,
                         const Lexicon& lexicon) {
  std::optional<Hint> found;
  for (std::uint32_t at = range.first; at < range.end;) {
    std::uint32_t taken = 0;
    const StatusWords::Phrase* longest = nullptr;
    if (occurrence.clauses.clause_of_token[at] == clause) {
      const auto [from, to] = lexicon.status.adverbs.equal_range(lower_word(occurrence, at));
      for (auto it = from; it != to; ++it) {
        const auto length = matched(occurrence, at, range.end, it->second);
        if (length <= taken) continue;
        taken = length;
        longest = &it->second;
      }
    }
    if (longest == nullptr) {
      ++at;
      continue;
    }
    const bool stronger = !found || rank(longest->status) > rank(found->status);
    if (stronger && !before_attribute(occurrence, at + taken, lexicon)) {
      found = Hint{longest->status, {}};
      for (std::uint32_t i = 0; i < taken; ++i) found->tokens.push_back(at + i);
    }
    at += taken;
  }
  return found;
}

std::optional<std::uint32_t> preposition_of_date(const Occurrence& occurrence, const Lexicon& lexicon) {
  const auto first = occurrence.occasion.first_token;
  const auto sentence_first = occurrence.document.sentences()[occurrence.occasion.sentence].first_token;
  // A date's extent may hold its preposition.
  const auto is_preposition = [&](std::uint32_t at) {
    return lexicon.prepositions.contains(lower_word(occurrence, at));
  };
  if (is_preposition(first)) return first;
  if (first == sentence_first) return {};
  if (is_preposition(first - 1)) return first - 1;
  const bool article = lexicon.determiners.contains(lower_word(occurrence, first - 1));
  if (article && first > sentence_first + 1 && is_preposition(first - 2)) return first - 2;
  return {};
}

}  // namespace annalen::event
