#include "clause/lexicon.h"

#include <algorithm>

#include "clause/lexicon_reader.h"

namespace annalen::clause {
namespace {

constexpr std::size_t kWordBytesMax = 64;  // longer words are no verbs
constexpr std::string_view kParticipleMark = "ge";
constexpr std::string_view kInfinitiveMark = "zu";
constexpr std::size_t kRootBytesMin = 3;

}  // namespace

Result<Lexicon> Lexicon::load(std::string_view verbs, std::string_view words) {
  Lexicon lexicon;
  lexicon.lemmas_.emplace_back();
  lexicon.particle_words_.emplace_back();
  LexiconReader reader(lexicon);
  if (auto read = reader.read_verbs(verbs); !read) return read.error();
  if (auto read = reader.read_words(words); !read) return read.error();
  lexicon.forms_.each([&](std::string_view, Word& word) {
    if (lexicon.ahead_.contains(lexicon.lemmas_[word.lemma])) word.verb |= kAhead;
  });
  lexicon.know_words();
  return lexicon;
}

void Lexicon::know_words() {
  forms_.each([&](std::string_view form, const Word& word) {
    Word& known = known_[form];
    known = word;
    if (perfect_with_be_.contains(form)) known.verb &= ~std::uint32_t{kAhead};
  });
  classes_.each([&](std::string_view listed, std::uint32_t classes) {
    Word& word = known_[listed];
    word.classes = classes;
    if (word.is(kParticle)) word.particle = *particles_.find(listed);
    // Articles and small words are no verbs, whatever they look like; of the possessive "sein" the context decides.
    constexpr std::uint32_t small =
        kDeterminer | kPronoun | kPreposition | kAdverb | kSubordinator | kSubordinatorMaybe;
    if (word.is(small) && !word.is_verb(kAuxiliary)) word.verb = 0;
  });
}

Word Lexicon::find_listed(std::string_view lowered) const {
  const Word* found = forms_.find(lowered);
  return found == nullptr ? Word{} : *found;
}

// A separable verb in one piece: "zurückwies", "ausgerichtet", "aufzunehmen", "wiederaufgenommen".
Word Lexicon::find_separable(std::string_view lowered, bool again) const {
  if (lowered.empty()) return {};
  for (const std::uint32_t number : particles_by_byte_[static_cast<unsigned char>(lowered.front())]) {
    const std::string& particle = particle_words_[number];
    if (lowered.size() < particle.size() + kRootBytesMin || !lowered.starts_with(particle)) continue;
    const std::string_view root = lowered.substr(particle.size());
    if (root.starts_with(kInfinitiveMark) && root.ends_with('n')) {
      const Word verb = find_listed(root.substr(kInfinitiveMark.size()));
      if (verb.is_verb(kInfinitive) || (verb.verb == 0 && root.size() > 6))
        return {kMarkedInfinitive, 0, verb.lemma, number};
    }
    Word verb = find_listed(root);
    if (verb.is_verb(kAuxiliary)) continue;
    if (verb.verb == 0 && again) verb = find_separable(root, false);
    if (verb.verb == 0) verb = guess(root);
    if (verb.verb == 0) continue;
    verb.verb &= ~std::uint32_t{kAhead};
    if (ahead(number, verb.lemma)) verb.verb |= kAhead;
    const bool either = std::find(inseparable_.begin(), inseparable_.end(), particle) != inseparable_.end();
    verb.particle = number;
    if (either && verb.certain() && verb.is_verb(kPresent)) verb.verb |= kParticiple;  // "untersagt", "durchsucht"
    return verb;
  }
  return {};
}

bool Lexicon::past_by_ending(std::string_view lowered) const {
  constexpr std::size_t past_bytes_min = 6;
  if (lowered.size() < past_bytes_min) return false;
  std::string_view stem = lowered;
  if (stem.ends_with("ten")) {
    stem.remove_suffix(2);
  } else if (stem.ends_with("te")) {
    stem.remove_suffix(1);
  } else {
    return false;
  }
  if (stem.ends_with("st") || stem.ends_with("ant") || (stem.ends_with("ent") && !stem.ends_with("ient"))) return false;
  if (stem.starts_with(kParticipleMark) || not_past_.contains(lowered)) return false;
  return std::none_of(not_past_endings_.begin(), not_past_endings_.end(),
                      [&](const std::string& ending) { return stem.ends_with(ending); });
}

// By the endings that the language's data gives.
Word Lexicon::guess_by_endings(std::string_view lowered) const {
  constexpr std::size_t stem_bytes_min = 2;
  Word word;
  if (not_past_.contains(lowered)) return word;
  const bool excepted = std::any_of(not_past_endings_.begin(), not_past_endings_.end(),
                                    [&](const std::string& ending) { return lowered.ends_with(ending); });
  if (excepted) return word;
  for (const auto& [ending, bits] : endings_) {
    if (lowered.size() >= ending.size() + stem_bytes_min && lowered.ends_with(ending)) word.verb |= bits | kGuessed;
  }
  return word;
}

// Verbs that nobody listed, by their endings.
Word Lexicon::guess(std::string_view lowered) const {
  if (!endings_.empty()) return guess_by_endings(lowered);
  constexpr std::size_t guess_bytes_min = 6;
  if (past_by_ending(lowered)) return {kFinite | kPast | kGuessed, 0, 0, 0};
  constexpr std::string_view foreign = "ieren";
  if (lowered.size() > foreign.size() + 1 && lowered.ends_with(foreign)) {
    return {kFinite | kPresent | kInfinitive | kGuessed, 0, 0, 0};
  }
  if (lowered.size() < guess_bytes_min || !lowered.ends_with('t') || lowered.ends_with("haft")) return {};
  if (lowered.ends_with("iert")) return {kFinite | kPresent | kParticiple | kGuessed, 0, 0, 0};
  const bool marked = lowered.starts_with(kParticipleMark);
  const auto has = [&](const std::string& prefix) {
    return lowered.starts_with(prefix) && lowered.size() >= prefix.size() + 4;
  };
  const std::size_t weak_prefixes = std::min<std::size_t>(8, inseparable_.size());
  const bool prefixed =
      std::any_of(inseparable_.begin(), inseparable_.begin() + static_cast<std::ptrdiff_t>(weak_prefixes), has);
  if (marked) return {kParticiple | kGuessed, 0, 0, 0};
  return prefixed ? Word{kFinite | kPresent | kParticiple | kGuessed, 0, 0, 0} : Word{};
}

// A listed participle behind a word that is no particle: "notgelandet", "zwangsgeräumt".
Word Lexicon::find_compound_participle(std::string_view lowered) const {
  constexpr std::size_t first_word_bytes_min = 3;
  for (std::size_t at = lowered.find(kParticipleMark, first_word_bytes_min); at != std::string_view::npos;
       at = lowered.find(kParticipleMark, at + 1)) {
    const Word verb = find_listed(lowered.substr(at));
    if (verb.is_verb(kParticiple)) return {kParticiple, 0, verb.lemma, 0};
  }
  return {};
}

Word Lexicon::find(std::string_view lowered) const {
  if (lowered.size() > kWordBytesMax) return {};
  if (const Word* known = known_.find(lowered)) return *known;
  Word word = find_separable(lowered, true);
  if (word.verb == 0) word = find_compound_participle(lowered);
  if (word.verb == 0) word = guess(lowered);
  if (perfect_with_be_.contains(lowered)) word.verb &= ~std::uint32_t{kAhead};
  return word;
}

bool Lexicon::separated(const Word& particle, std::uint32_t lemma) const {
  if (!particle.is(kParticle)) return false;
  return !particle.is(kAdverb) || adverb_particle_.contains(particle_words_[particle.particle] + lemmas_[lemma]);
}

bool Lexicon::ahead(std::uint32_t particle, std::uint32_t lemma) const {
  return lemma != 0 && particle != 0 && ahead_.contains(particle_words_[particle] + lemmas_[lemma]);
}

}  // namespace annalen::clause
