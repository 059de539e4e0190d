#include "timex/tagger.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <utility>

#include "time/calendar.h"
#include "timex/dating.h"
#include "timex/domain.h"
#include "timex/expression.h"
#include "timex/joint.h"
#include "timex/line_reader.h"
#include "timex/matcher.h"
#include "timex/narrative_clock.h"
#include "timex/rule_reader.h"
#include "timex/valuer.h"
#include "timex/words_reader.h"

namespace annalen::timex {

// annalen_embed() makes it.
text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

// An imprecise publication values the document once a day; so much of it at a time.
constexpr std::size_t kExpressionsAtATime = 1024;

void add_builtins(Lexicon& lexicon) {
  static constexpr std::array<std::pair<std::string_view, Builtin>, 6> all_builtins = {{{"any", Builtin::kAny},
                                                                                        {"word", Builtin::kWord},
                                                                                        {"number", Builtin::kNumber},
                                                                                        {"capital", Builtin::kCapital},
                                                                                        {"lower", Builtin::kLower},
                                                                                        {"start", Builtin::kStart}}};
  for (const auto& [name, builtin] : all_builtins) {
    lexicon.add_class({.name = std::string(name), .kind = ClassKind::kBuiltin, .builtin = builtin});
  }
}

std::int32_t publication_year(const time::Publication& publication) {
  return time::year_month_day(publication.last_day()).year;
}

}  // namespace

std::string_view to_text(Domain domain) {
  constexpr std::array<std::string_view, 3> names = {"auto", "news", "narrative"};
  return names[static_cast<std::size_t>(domain)];
}

struct Tagger::Pack {
  Lexicon lexicon;
  Rules rules;
  JointClasses joints;
  DomainClasses domains;
  std::optional<Matcher> matcher;
  std::optional<PrefixIndex> prefixes;

  Result<void> read(std::span<const PackFile> files);
  Result<void> find_classes();
};

Result<void> Tagger::Pack::read(std::span<const PackFile> files) {
  add_builtins(lexicon);
  std::vector<PackFile> ordered(files.begin(), files.end());
  std::sort(ordered.begin(), ordered.end(), [](const PackFile& a, const PackFile& b) { return a.name < b.name; });
  for (const PackFile& file : ordered) {
    if (file.name.starts_with("rules")) continue;
    if (!file.name.starts_with("words")) return Error{ErrorKind::kInput, "not a pack file", std::string(file.name)};
    if (Result<void> done = read_words(file.name, file.text, lexicon); !done) return done;
  }
  for (const PackFile& file : ordered) {
    if (!file.name.starts_with("rules")) continue;
    if (Result<void> done = read_rules(file.name, file.text, lexicon, rules); !done) return done;
  }
  return find_classes();
}

Result<void> Tagger::Pack::find_classes() {
  const std::array<std::pair<std::string_view, ClassId*>, 9> wanted = {{{"range_dash", &joints.dash},
                                                                        {"range_and", &joints.conjunction},
                                                                        {"article", &joints.article},
                                                                        {"year", &domains.year},
                                                                        {"deictic", &domains.deictic},
                                                                        {"weekday", &domains.weekday},
                                                                        {"daily", &domains.daily},
                                                                        {"month", &domains.month},
                                                                        {"told", &domains.told}}};
  for (const auto& [name, id] : wanted) {
    const auto found = lexicon.find_class(name);
    if (!found) return Error{ErrorKind::kInput, "the pack lacks the class " + std::string(name)};
    *id = *found;
  }
  domains.weekday_part = lexicon.find_class("weekday_daypart").value_or(domains.weekday);
  domains.reporting = lexicon.find_class("reporting").value_or(domains.deictic);
  if (lexicon.cls(domains.year).kind != ClassKind::kShape) {
    return Error{ErrorKind::kInput, "the class year must be a shape"};
  }
  lexicon.freeze();
  matcher.emplace(lexicon, rules.rules);
  prefixes.emplace(lexicon, rules.prefixes);
  return {};
}

Result<Tagger> Tagger::load(std::span<const PackFile> files) {
  auto pack = std::make_shared<Pack>();
  if (Result<void> done = pack->read(files); !done) return done.error();
  return Tagger(std::move(pack));
}

std::vector<PackFile> pack_of(text::Language language) {
  const text::EmbeddedFiles files = embedded_files(text::to_text(language));
  std::vector<PackFile> out;
  out.reserve(files.size());
  for (const auto& [name, text] : files) out.push_back({name, text});
  return out;
}

Tagger Tagger::of(text::Language language) {
  auto tagger = load(pack_of(language));
  // The embedded pack is tested to load; nothing a user does can change it.
  if (!tagger) std::abort();
  return std::move(*tagger);
}

std::vector<RuleExample> Tagger::examples() const { return pack_->rules.examples; }

Domain Tagger::decided_domain(const text::Document& document) const {
  const auto facts = look_up(document, pack_->lexicon);
  const DomainSigns signs = domain_signs(facts, pack_->lexicon, pack_->domains, std::nullopt);
  return is_narrative(signs) ? Domain::kNarrative : Domain::kNews;
}

Domain Tagger::decided_domain(const text::Document& document, const time::Publication& publication) const {
  const auto facts = look_up(document, pack_->lexicon);
  const DomainSigns signs = domain_signs(facts, pack_->lexicon, pack_->domains, publication_year(publication));
  return is_narrative(signs) ? Domain::kNarrative : Domain::kNews;
}

// What stands in a document, before it is valued.
struct Tagger::Reading {
  std::vector<TokenFacts> facts;
  std::vector<Expression> expressions;
  std::vector<Joint> joints;  // one an expression
  bool narrative = false;
};

Tagger::Reading Tagger::read(const text::Document& document, const time::Publication& publication,
                             Domain domain) const {
  const Pack& pack = *pack_;
  Reading reading;
  reading.facts = look_up(document, pack.lexicon);
  const DomainSigns signs = domain_signs(reading.facts, pack.lexicon, pack.domains, publication_year(publication));
  if (domain == Domain::kAuto) domain = is_narrative(signs) ? Domain::kNarrative : Domain::kNews;
  reading.narrative = domain == Domain::kNarrative;
  const bool daily = !reading.narrative && is_daily(signs);
  const auto allowed = [&](const Rule& rule) {
    if (rule.domain != Domain::kAuto && rule.domain != domain) return false;
    return rule.today == Rule::Today::kBoth || (rule.today == Rule::Today::kDay) == daily;
  };
  const auto matches = pack.matcher->match(reading.facts, allowed);
  const ExpressionContext context{document,   reading.facts,  pack.lexicon,
                                  pack.rules, *pack.prefixes, !reading.narrative};
  reading.expressions = find_expressions(context, matches);
  if (reading.narrative) take_years_before_christ(reading.expressions);
  reading.joints = find_joints({reading.facts, pack.lexicon, pack.joints}, reading.expressions);
  return reading;
}

std::vector<Timex> Tagger::value(const text::Document& document, const Reading& reading, const clause::Clauses& clauses,
                                 const time::Publication& publication) const {
  const auto expressions = std::span(reading.expressions);
  const auto joints = std::span(reading.joints);
  const bool narrative = reading.narrative;
  const DatingContext dating{document, pack_->rules, publication, narrative};
  std::vector<std::optional<std::int32_t>> told;
  if (narrative) told = narrative_years(document, clauses, expressions, joints);

  std::vector<Timex> timexes;
  timexes.reserve(expressions.size());
  const std::int32_t days = publication.day_count();
  const std::size_t step = days == 1 ? std::max<std::size_t>(expressions.size(), 1) : kExpressionsAtATime;
  for (std::size_t begin = 0; begin < expressions.size(); begin += step) {
    const std::size_t count = std::min(step, expressions.size() - begin);
    const auto part = expressions.subspan(begin, count);
    const ValuingContext valuing{
        document,
        clauses,
        publication,
        part,
        pack_->rules.rules,
        joints.subspan(begin, count),
        narrative ? std::span(told).subspan(begin, count) : std::span<const std::optional<std::int32_t>>(),
        narrative};
    make_timexes(dating, part, joints.subspan(begin, count), value_all(valuing), timexes);
  }
  return timexes;
}

std::vector<Timex> Tagger::tag(const text::Document& document, const clause::Clauses& clauses,
                               const time::Publication& publication, Domain domain) const {
  return value(document, read(document, publication, domain), clauses, publication);
}

std::vector<Timex> Tagger::tag(const text::Document& document, const clause::Analyser& analyser,
                               const time::Publication& publication, Domain domain) const {
  const Reading reading = read(document, publication, domain);
  std::vector<std::uint32_t> sentences;
  for (const Expression& expression : reading.expressions) {
    const std::uint32_t sentence = document.tokens()[expression.begin].sentence;
    if (sentences.empty() || sentences.back() != sentence) sentences.push_back(sentence);
  }
  return value(document, reading, analyser.analyse(document, sentences), publication);
}

}  // namespace annalen::timex
