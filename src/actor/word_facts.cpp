#include "actor/word_facts.h"

namespace annalen::actor {

WordFacts facts_of(const WordForm& form, bool first, const Dictionary& dictionary) {
  const std::size_t count = form.characters();
  WordFacts out;
  out.exact = form.exact;
  out.folded = form.folded;
  out.short_shape = form.short_shape;
  out.tail = count > 3 ? hash_of(form.part(count - 3, count)) : 0;
  out.name = dictionary.names.word_of(form);
  out.known = dictionary.words.flags(form);
  out.traits =
      static_cast<std::uint8_t>((form.capital ? 1U : 0U) | (form.all_capitals ? 2U : 0U) | (form.digit ? 4U : 0U));
  out.first = first;
  out.capital = form.capital;
  out.digit = form.digit;
  return out;
}

}  // namespace annalen::actor
