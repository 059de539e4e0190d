// The infinitives of Lexicon: listed ones, and by regular morphology those that nobody listed.
#include <array>

#include "clause/lexicon.h"

namespace annalen::clause {
namespace {

constexpr std::string_view kParticipleMark = "ge";
constexpr std::string_view kInfinitiveMark = "zu";
constexpr std::size_t kStemBytesMin = 2;

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

// "registrier" -> "registrieren", "twitter" -> "twittern", "starte" -> "starten".
std::string infinitive_of_stem(std::string_view stem) {
  if (stem.ends_with('e')) stem.remove_suffix(1);
  if (stem.size() < kStemBytesMin) return {};
  const bool liquid = stem.size() > 3 && (stem.ends_with("er") || stem.ends_with("el"));
  return std::string(stem) + (liquid && !is_vowel(stem[stem.size() - 3]) ? "n" : "en");
}

std::string without_end(std::string_view form, std::string_view end) {
  form.remove_suffix(end.size());
  return infinitive_of_stem(form);
}

// Of a weak verb; `verb`: its VerbBits.
std::string guessed(std::string_view form, std::uint32_t verb) {
  const bool past = (verb & kFinite) != 0 && (verb & kPast) != 0;
  if (past && form.ends_with("ten")) return without_end(form, "ten");
  if (past && form.ends_with("te")) return without_end(form, "te");
  if (form.ends_with('n')) return std::string(form);
  if (!form.ends_with('t')) return {};
  const bool marked = (verb & kParticiple) != 0 && (verb & kFinite) == 0 && form.starts_with(kParticipleMark);
  if (marked) form.remove_prefix(kParticipleMark.size());
  return without_end(form, "t");
}

}  // namespace

std::string Lexicon::infinitive(const Word& word, std::string_view lowered, std::uint32_t particle) const {
  if (particle != 0) {
    const std::string root = infinitive({word.verb, 0, word.lemma, 0}, lowered);
    return root.empty() ? root : particle_words_[particle] + root;
  }
  const std::string& before = particle_words_[word.particle];
  const bool particle_itself = lowered == before;  // "verloren", which is also one ("verlorengehen")
  if (before.empty() || particle_itself || !lowered.starts_with(before)) {
    const std::string& named = particle_itself ? particle_words_[0] : before;
    return word.lemma == 0 ? guessed(lowered, word.verb) : named + lemmas_[word.lemma];
  }
  std::string_view root = lowered.substr(before.size());
  if ((word.verb & kMarkedInfinitive) != 0 && root.starts_with(kInfinitiveMark)) {
    root.remove_prefix(kInfinitiveMark.size());
    return before + (word.lemma == 0 ? std::string(root) : lemmas_[word.lemma]);
  }
  // A particle behind the particle: "wiederaufgenommen".
  if (const Word inner = find(root); inner.particle != 0 && inner.verb != 0) return before + infinitive(inner, root);
  if (word.lemma != 0) return before + lemmas_[word.lemma];
  const std::string of_root = guessed(root, word.verb);
  return of_root.empty() ? of_root : before + of_root;
}

std::string Lexicon::infinitive_of_participle(std::string_view lowered) const {
  constexpr std::array<std::string_view, 5> endings = {"e", "en", "er", "es", "em"};
  for (const std::string_view ending : endings) {
    if (lowered.size() < ending.size() + kStemBytesMin || !lowered.ends_with(ending)) continue;
    const std::string_view participle = lowered.substr(0, lowered.size() - ending.size());
    const Word word = find(participle);
    if (word.is_verb(kParticiple) && !word.is_verb(kAuxiliary)) return infinitive(word, participle);
    const std::string_view infinitive_form = participle.substr(0, participle.size() - 1);
    if (participle.ends_with("nd") && find(infinitive_form).is_verb(kInfinitive)) return std::string(infinitive_form);
    if (participle.ends_with("end")) return std::string(infinitive_form);
  }
  return {};
}

}  // namespace annalen::clause
