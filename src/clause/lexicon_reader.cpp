#include "clause/lexicon_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annalen::clause {
namespace {

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) out.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

std::string_view take_column(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view column = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return column;
}

// Calls use(line), which says whether the line is right; the first wrong one becomes the error.
template <class Use>
Result<void> read_lines(std::string_view text, std::string_view file, const Use& use) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#' || use(line)) continue;
    return Error{ErrorKind::kInput, "not a line of this file's form", std::string(file) + ":" + std::to_string(number)};
  }
  return {};
}

template <std::size_t size>
std::uint32_t named(const std::array<std::pair<std::string_view, std::uint32_t>, size>& table, std::string_view name) {
  for (const auto& [known, bit] : table) {
    if (known == name) return bit;
  }
  return 0;
}

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 18> kClassNames = {{
    {"subordinator", kSubordinator},
    {"subordinator_maybe", kSubordinatorMaybe},
    {"relative", kRelative},
    {"relative_adverb", kRelativeAdverb},
    {"first_person_verb", kFirstPersonVerb},
    {"determiner", kDeterminer},
    {"quantifier", kQuantifier},
    {"pronoun", kPronoun},
    {"preposition", kPreposition},
    {"adverb", kAdverb},
    {"coordinator", kCoordinator},
    {"conjunction", kConjunction},
    {"infinitive_opener", kInfinitiveOpener},
    {"infinitive_marker", kInfinitiveMarker},
    {"without", kWithout},
    {"negation", kNegation},
    {"negation_not_before", kNegationNotBefore},
    {"first_person", kFirstPerson},
}};
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 4> kAuxiliaryNames = {
    {{"have", kHave}, {"be", kBe}, {"become", kBecome}, {"modal", kModal}}};
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 7> kSlotNames = {{
    {"present", kFinite | kPresent},
    {"past", kFinite | kPast},
    {"subjunctive1", kFinite | kSubjunctive1},
    {"subjunctive2", kFinite | kSubjunctive2},
    {"participle", kParticiple},
    {"infinitive", kInfinitive},
    {"present_participle", kPresentParticiple},
}};

// "sagen" -> "sag", "ändern" -> "änder".
std::string stem_of(std::string_view infinitive) {
  return std::string(infinitive.substr(0, infinitive.size() - (infinitive.ends_with("en") ? 2 : 1)));
}

// Whether endings need an e: "arbeit-et", "öffn-et", but "lern-t", "wohn-t".
bool needs_e(std::string_view stem) {
  if (stem.ends_with('d') || stem.ends_with('t')) return true;
  if (stem.size() < 2 || !(stem.ends_with('n') || stem.ends_with('m'))) return false;
  return std::string_view("bcdfgkpstvwxz").find(stem[stem.size() - 2]) != std::string_view::npos ||
         stem.ends_with("chn") || stem.ends_with("chm");
}

std::string plural(const std::string& preterite) { return preterite + (preterite.ends_with('e') ? "n" : "en"); }

}  // namespace

Result<void> LexiconReader::read_verbs(std::string_view text) {
  const auto use = [&](std::string_view line) {
    const std::string_view name = take_column(line);
    const std::string_view slot = take_column(line);
    return !name.empty() && !slot.empty() && !line.empty() && read_verb_line(name, slot, line);
  };
  if (auto read = read_lines(text, "verbs.txt", use); !read) return read.error();
  finish();
  return {};
}

Result<void> LexiconReader::read_words(std::string_view text) {
  return read_lines(text, "words.txt", [&](std::string_view line) {
    const std::string_view name = take_column(line);
    const std::uint32_t bit = named(kClassNames, name);
    if (name == "word_order") {
      lexicon_.is_chain_ = line == "chain";
      return line == "chain" || line == "brackets";
    }
    for (const std::string& word : split(line)) {
      if (name == "ahead_verb") {
        lexicon_.ahead_.insert(word);
      } else if (name == "perfect_with_be") {
        lexicon_.perfect_with_be_.insert(word);
      } else if (name == "adverb_particle_verb") {
        lexicon_.adverb_particle_.insert(word);
      } else if (name == "ahead_modal") {
        lexicon_.forms_[word].verb |= kAhead;
      } else if (bit != 0) {
        lexicon_.classes_[word] |= bit;
      } else {
        return false;
      }
    }
    return !line.empty();
  });
}

bool LexiconReader::read_verb_line(std::string_view name, std::string_view slot, std::string_view list) {
  const std::vector<std::string> forms = split(list);
  if (name == "strong") return add_strong(std::string(slot), forms);
  if (name == "verb") return add_verb(std::string(slot), forms);
  if (name == "ending") return add_endings(slot, forms);
  if (name == "weak") {
    weak_.insert(weak_.end(), forms.begin(), forms.end());
  } else if (name == "inseparable") {
    lexicon_.inseparable_ = forms;
  } else if (name == "separable") {
    for (const std::string& form : forms) {
      if (lexicon_.particles_.contains(form)) continue;
      lexicon_.particles_[form] = static_cast<std::uint32_t>(lexicon_.particle_words_.size());
      lexicon_.particle_words_.push_back(form);
      lexicon_.classes_[form] |= kParticle;
    }
  } else if (name == "not_past") {
    for (const std::string& form : forms) {
      if (form.starts_with('-')) {
        lexicon_.not_past_endings_.push_back(form.substr(1));
      } else {
        lexicon_.not_past_.insert(form);
      }
    }
  } else {
    return add_auxiliary(name, slot, forms);
  }
  return true;
}

bool LexiconReader::add_auxiliary(std::string_view name, std::string_view slot, const std::vector<std::string>& forms) {
  const std::uint32_t kind = named(kAuxiliaryNames, name);
  const std::uint32_t bits = named(kSlotNames, slot);
  if ((kind == 0 && name != "full") || bits == 0) return false;
  for (const std::string& form : forms) add(form, kind | bits, lemma(std::string(name)));
  return true;
}

// As they stand: 3rd person singular present, past, participle.
bool LexiconReader::add_verb(const std::string& infinitive, const std::vector<std::string>& forms) {
  if (forms.size() != 3) return false;
  const std::uint32_t number = lemma(infinitive);
  add(infinitive, kFinite | kPresent | kInfinitive, number);
  add(forms[0], kFinite | kPresent, number);
  add(forms[1], kFinite | kPast, number);
  add(forms[2], kParticiple, number);
  return true;
}

bool LexiconReader::add_endings(std::string_view slot, const std::vector<std::string>& endings) {
  const std::uint32_t bits = named(kSlotNames, slot);
  for (const std::string& ending : endings) lexicon_.endings_.emplace_back(ending, bits);
  return bits != 0;
}

bool LexiconReader::add_strong(const std::string& infinitive, const std::vector<std::string>& forms) {
  if (forms.size() < 3 || forms.size() > 4 || infinitive.size() < 3) return false;
  std::vector<std::string> entry = {infinitive};
  entry.insert(entry.end(), forms.begin(), forms.end());
  strong_.push_back(std::move(entry));
  return true;
}

void LexiconReader::add(const std::string& form, std::uint32_t verb, std::uint32_t lemma) {
  Word& word = lexicon_.forms_[form];
  word.verb |= verb;
  if (word.lemma == 0) word.lemma = lemma;
}

std::uint32_t LexiconReader::lemma(const std::string& infinitive) {
  lexicon_.lemmas_.push_back(infinitive);
  return static_cast<std::uint32_t>(lexicon_.lemmas_.size() - 1);
}

bool LexiconReader::has_inseparable(std::string_view infinitive) const {
  constexpr std::size_t root_min = 4;  // "berg-en" has no prefix, "be-richten" has
  const auto has = [&](std::string_view prefix) {
    return infinitive.starts_with(prefix) && infinitive.size() >= prefix.size() + root_min;
  };
  return std::any_of(lexicon_.inseparable_.begin(), lexicon_.inseparable_.end(), has);
}

void LexiconReader::inflect_weak(const std::string& infinitive) {
  const std::string stem = stem_of(infinitive);
  const std::string joint = needs_e(stem) ? "e" : "";
  const std::uint32_t number = lemma(infinitive);
  add(infinitive, kFinite | kPresent | kInfinitive, number);
  add(stem + joint + "t", kFinite | kPresent, number);
  add(stem + joint + "te", kFinite | kPast, number);
  add(stem + joint + "ten", kFinite | kPast, number);
  if (infinitive.ends_with("en")) add(stem + "e", kFinite | kSubjunctive1, number);
  constexpr std::string_view mark = "ge";
  const bool unmarked = infinitive.ends_with("ieren") || has_inseparable(infinitive) || infinitive.starts_with(mark);
  add((unmarked ? std::string() : std::string(mark)) + stem + joint + "t", kParticiple, number);
}

void LexiconReader::add_weak(const std::string& infinitive) {
  if (infinitive.size() < 5 || !infinitive.ends_with('n')) return;
  for (const std::string& particle : lexicon_.particle_words_) {
    if (particle.empty() || !infinitive.starts_with(particle)) continue;
    if (std::find(lexicon_.inseparable_.begin(), lexicon_.inseparable_.end(), particle) !=
        lexicon_.inseparable_.end()) {
      continue;  // "unterstützen"
    }
    if (lexicon_.forms_.contains(infinitive.substr(particle.size()))) return;  // of its root, as a separable verb
  }
  inflect_weak(infinitive);
}

// The strong verbs, bare and behind prefixes that do not separate; then the weak ones, roots first.
void LexiconReader::finish() {
  for (std::uint32_t number = 1; number < lexicon_.particle_words_.size(); ++number) {
    lexicon_.particles_by_byte_[static_cast<unsigned char>(lexicon_.particle_words_[number].front())].push_back(number);
  }
  for (auto& numbers : lexicon_.particles_by_byte_) {
    std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
      return lexicon_.particle_words_[a].size() > lexicon_.particle_words_[b].size();
    });
  }
  add_strong_forms();
  add_weak_forms();
}

void LexiconReader::add_strong_forms() {
  for (const auto& entry : strong_) listed_.insert(entry[0]);
  const std::size_t bare = strong_.size();
  for (std::size_t i = 0; i < bare; ++i) {
    const auto entry = strong_[i];
    if (has_inseparable(entry[0]) || (entry[0].starts_with("ge") && !entry[3].starts_with("geg"))) continue;
    for (const std::string& prefix : lexicon_.inseparable_) {
      if (listed_.contains(prefix + entry[0])) continue;
      auto made = entry;
      for (std::string& form : made) form.insert(0, prefix);
      made[3] = prefix + (entry[3].starts_with("ge") ? entry[3].substr(2) : entry[3]);
      strong_.push_back(std::move(made));
    }
  }
  for (const auto& entry : strong_) {
    const std::uint32_t number = lemma(entry[0]);
    add(entry[0], kFinite | kPresent | kInfinitive, number);
    add(entry[1], kFinite | kPresent, number);
    add(entry[2], kFinite | kPast, number);
    add(plural(entry[2]), kFinite | kPast, number);
    add(entry[3], kParticiple, number);
    if (entry[0].ends_with("en")) add(stem_of(entry[0]) + "e", kFinite | kSubjunctive1, number);
    if (entry.size() < 5) continue;
    add(entry[4], kFinite | kSubjunctive2, number);
    add(plural(entry[4]), kFinite | kSubjunctive2, number);
  }
}

void LexiconReader::add_weak_forms() {
  std::stable_sort(weak_.begin(), weak_.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  weak_.erase(std::unique(weak_.begin(), weak_.end()), weak_.end());
  for (const std::string& infinitive : weak_) {
    const Word* known = lexicon_.forms_.find(infinitive);
    const bool auxiliary = known != nullptr && known->is_verb(kAuxiliary);
    if (!auxiliary && !listed_.contains(infinitive)) add_weak(infinitive);
  }
}

}  // namespace annalen::clause
