#include "event/noun_phrase.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "event/phrase.h"
#include "text/fold.h"

namespace annalen::event {

namespace {

class PhraseReader {
 public:
  PhraseReader(const PhraseSource& source, std::uint32_t clause)
      : source_(source), clause_(clause), here_(source.clauses.clauses[clause]), words_(source.lexicon.parts) {
    next_mention_ = static_cast<std::uint32_t>(
        std::partition_point(source.mentions.begin(), source.mentions.end(),
                             [&](const actor::Mention& one) { return one.first_token < here_.first_token; }) -
        source.mentions.begin());
  }

  std::vector<NounPhrase> read() {
    for (std::uint32_t at = here_.first_token; at < here_.end_token;) at = step(at);
    finish();
    return std::move(out_);
  }

 private:
  // The pieces of the phrase that is being read.
  struct Open {
    std::optional<std::uint32_t> first, preposition, determiner, noun, mention;
    std::uint32_t end = 0;
  };

  [[nodiscard]] const text::Token& token(std::uint32_t at) const { return source_.document.tokens()[at]; }
  [[nodiscard]] std::string lower(std::uint32_t at) const { return text::lower(source_.document.of(token(at))); }
  [[nodiscard]] bool is_verb(std::uint32_t at) const {
    return here_.finite_verb == at || std::find(here_.trigger.begin(), here_.trigger.end(), at) != here_.trigger.end();
  }

  // The token after what stands at `at`.
  std::uint32_t step(std::uint32_t at) {
    if (source_.clauses.clause_of_token[at] != clause_) return at + 1;
    if (bracket_ || source_.dated[at] || is_verb(at)) {
      if (source_.document.of(token(at)) == ")") bracket_ = false;
      finish();
      return at + 1;
    }
    while (next_mention_ < source_.mentions.size() && source_.mentions[next_mention_].first_token < at) {
      ++next_mention_;
    }
    const bool named = next_mention_ < source_.mentions.size() && source_.mentions[next_mention_].first_token == at;
    if (named && source_.mentions[next_mention_].anaphoric) {
      anaphor_ = next_mention_;
    } else if (named) {
      return name(next_mention_);
    }
    if (token(at).kind == text::TokenKind::kWord) {
      word(at);
    } else if (token(at).kind == text::TokenKind::kPunctuation) {
      sign(at);
    }
    return at + 1;
  }

  void sign(std::uint32_t at) {
    const std::string_view written = source_.document.of(token(at));
    if (written == "(") bracket_ = true;
    const bool touches = !token(at).space_before;
    if (touches && (written == "-" || written == "‑" || written == "’" || written == "'")) return;
    if (written == ".") return;  // "Dr. Markus Bradtke"
    if (written == "\"" || written == "„" || written == "“") return;
    finish();
    if (written == ",") join(at);
  }

  void word(std::uint32_t at) {
    const std::string written = lower(at);
    const bool opens = !pronoun_before_noun(at) && words_.pronouns.contains(written);
    if (first_word_ && source_.lexicon.relative_pronouns.contains(written) && here_.parent && here_.finite_verb) {
      return relative(at, written);
    }
    // "als Präsident"; but "Als Putin kam"
    if (!first_word_ && words_.linkers.contains(written)) {
      finish();
      open_.first = open_.preposition = at;
      return;
    }
    if (!source_.lexicon.prepositions.contains(written)) first_word_ = false;
    if (source_.lexicon.coordinators.contains(written)) {
      finish();
      return join(at);
    }
    if (source_.lexicon.prepositions.contains(written) && !token_is_particle(at)) {
      finish();
      open_.first = open_.preposition = at;
      if (source_.lexicon.determiners.contains(written)) open_.determiner = at;
      return;
    }
    if (words_.forms.contains(written)) return determiner(at);
    if (opens) return pronoun(at, written);
    if (!token(at).capitalised || at == here_.first_token) {
      // An adjective goes on with a phrase, a noun that was read ends before it.
      if (open_.noun) {
        finish();
      }
      if (!token(at).capitalised) return;
      if (source_.document.sentences()[token(at).sentence].first_token == at && !is_noun_at_start(at)) return;
    }
    if (!open_.first) open_.first = at;
    open_.noun = at;
    open_.end = at + 1;
  }

  // "sie", "es" and their like stand before a verb or a phrase of their own, never before their noun.
  [[nodiscard]] bool pronoun_before_noun(std::uint32_t at) const { return open_.determiner && open_.determiner != at; }
  // The last word of a clause that is spelled like a preposition.
  [[nodiscard]] bool token_is_particle(std::uint32_t at) const {
    return at + 1 >= here_.end_token || token(at + 1).kind == text::TokenKind::kPunctuation;
  }
  // A sentence's first word has a capital anyway: alone before the verb it is a noun or an adverb.
  [[nodiscard]] bool is_noun_at_start(std::uint32_t at) const {
    return at + 1 < here_.end_token && !words_.adverbs.contains(lower(at)) &&
           (is_verb(at + 1) || source_.lexicon.is_happening(lower(at)));
  }

  void determiner(std::uint32_t at) {
    if (open_.preposition && !open_.determiner && !open_.noun) {
      open_.determiner = at;
      return;
    }
    finish();
    open_.first = open_.determiner = at;
  }

  void relative(std::uint32_t at, const std::string& written) {
    first_word_ = false;
    NounPhrase phrase;
    phrase.first = open_.first.value_or(at);
    phrase.end = at + 1;
    phrase.preposition = open_.preposition;
    phrase.determiner = at;
    phrase.pronoun = phrase.relative = true;
    const auto found = words_.forms.find(written);
    const auto alone = words_.pronouns.find(written);
    if (found != words_.forms.end()) {
      phrase.forms = found->second;
      phrase.forms.drop(Forms::kGenitive);
    } else if (alone != words_.pronouns.end()) {
      phrase.forms = alone->second;
    } else {
      phrase.forms = Forms(Forms::kGenitive);  // "dessen"
    }
    open_ = {};
    out_.push_back(phrase);
  }

  void pronoun(std::uint32_t at, const std::string& written) {
    const auto preposition = open_.noun ? std::nullopt : open_.preposition;
    finish();
    NounPhrase phrase;
    phrase.first = at;
    phrase.end = at + 1;
    phrase.preposition = preposition;
    phrase.pronoun = true;
    phrase.forms = words_.pronouns.find(written)->second;
    phrase.mention = anaphor_in(phrase);
    out_.push_back(phrase);
  }

  // A name ends its phrase; an adjective or a compound's part goes on with it.
  std::uint32_t name(std::uint32_t index) {
    first_word_ = false;
    const actor::Mention& mention = source_.mentions[index];
    if (mention.attributive) {
      if (open_.noun) {
        finish();
      }
      const auto head = head_after(source_.document, mention.end_token);
      if (!open_.first) open_.first = mention.first_token;
      if (head && source_.lexicon.is_representative(head->lower)) open_.mention = index;
      return mention.end_token;
    }
    // "mit Bulgariens Staatschef Radew": the owner stands in the phrase and is none of its own.
    if (!open_.noun && in_genitive(mention)) {
      NounPhrase owner;
      owner.first = mention.first_token;
      owner.end = mention.end_token;
      owner.mention = index;
      owner.genitive = true;
      owner.forms = Forms(Forms::kGenitive);
      out_.push_back(owner);
      if (!open_.first) open_.first = mention.first_token;
      return mention.end_token;
    }
    const bool titled = open_.noun && !mention.title.empty() && title_begins(mention) <= *open_.noun;
    // "besuchte der Kanzler Polen", "verurteilte das Gericht Grasser"
    const bool own_noun = open_.noun && !in_genitive(mention) && (titled || goes_with_noun(mention));
    if (open_.noun && !own_noun) {
      finish();
    }
    // Before the finite verb of a main clause there is room for one phrase only.
    const bool alone = mention.end_token == here_.finite_verb && open_.first == here_.first_token;
    const bool unsure = open_.noun && !titled && !alone;
    if (!open_.first) open_.first = mention.first_token;
    open_.end = mention.end_token;
    open_.mention = index;
    finish(unsure);
    return mention.end_token;
  }

  [[nodiscard]] std::uint32_t title_begins(const actor::Mention& mention) const {
    const auto words = static_cast<std::uint32_t>(1 + std::count(mention.title.begin(), mention.title.end(), ' ') +
                                                  2 * std::count(mention.title.begin(), mention.title.end(), '-'));
    return mention.first_token > words ? mention.first_token - words : 0;
  }
  // "der Oppositionelle Nawalny", "der Konzern OMV"; but "besuchte der Kanzler Polen". No person is a neuter or many.
  [[nodiscard]] bool goes_with_noun(const actor::Mention& mention) const {
    if (mention.kind == actor::Kind::kOrganisation) return true;
    if (mention.kind != actor::Kind::kPerson) return false;
    Forms forms;
    forms.keep(words_.genders_of(lower(*open_.noun)));
    if (open_.determiner) {
      if (const auto found = words_.forms.find(lower(*open_.determiner)); found != words_.forms.end()) {
        forms.keep(found->second.bits());
      }
    }
    return forms.may_be(Forms::kMasculine | Forms::kFeminine);
  }

  // The pronoun or noun that stands for a name, where it lies in the phrase.
  [[nodiscard]] std::optional<std::uint32_t> anaphor_in(const NounPhrase& phrase) const {
    if (!anaphor_) return {};
    const auto at = source_.mentions[*anaphor_].first_token;
    return phrase.first <= at && at < phrase.end ? anaphor_ : std::nullopt;
  }

  void join(std::uint32_t at) { joined_at_ = at; }

  // Puts the phrase that is being read behind the others, if it has a noun or a name.
  void finish(bool unsure = false) {
    const Open read = std::exchange(open_, {});
    if (!read.noun && !read.mention) return;
    NounPhrase phrase;
    phrase.first = *read.first;
    phrase.end = read.end;
    phrase.preposition = read.preposition;
    phrase.determiner = read.determiner;
    phrase.noun = read.noun;
    phrase.mention = read.mention;
    if (phrase.end <= phrase.first) phrase.end = phrase.first + 1;
    if (!phrase.mention) phrase.mention = anaphor_in(phrase);
    phrase.unsure = unsure;
    phrase.forms = forms_of(phrase);
    const bool follows = !out_.empty() && out_.back().end == phrase.first;
    if (follows && !phrase.preposition && (out_.back().noun || out_.back().determiner) &&
        phrase.forms.may_be(Forms::kGenitive)) {
      // No genitive with a determiner stands behind a person or a bare name; but "das Auswärtige Amt der
      // Bundesrepublik".
      const auto& before = out_.back();
      const bool after_name = before.mention && !source_.mentions[*before.mention].attributive &&
                              (!before.determiner || source_.mentions[*before.mention].kind == actor::Kind::kPerson);
      phrase.genitive = !after_name && (phrase.determiner || phrase.forms.only(Forms::kGenitive));
    }
    join_to_list(phrase, follows);
    out_.push_back(phrase);
  }

  void join_to_list(NounPhrase& phrase, bool follows) {
    if (out_.empty() || phrase.preposition) return;
    const auto last = static_cast<std::uint32_t>(out_.size() - 1);
    const std::uint32_t head = out_[last].joined_to.value_or(last);
    if (follows) {
      // "die Weltgesundheitsorganisation WHO"; "des Königreichs Thailand", "Ministerpräsidenten Spaniens José Zapatero"
      const bool hangs = (out_[last].noun && !out_[last].mention && out_[last].preposition) || out_[last].genitive ||
                         out_[last].forms.only(Forms::kGenitive);
      if (same_actor(out_[last], phrase)) {
        phrase.joined_to = head;
      } else if (hangs && !phrase.determiner && !phrase.genitive) {
        phrase.unsure = true;
      }
    }
    if (!joined_at_ || *joined_at_ + 1 != phrase.first) return;
    const bool comma = source_.document.of(token(*joined_at_)) == ",";
    const bool fits = (out_[head].forms.bits() & phrase.forms.bits()) != 0 || !phrase.determiner;
    if (out_[last].end == *joined_at_ && fits) {
      phrase.joined_to = head;
      // A comma alone may as well set an apposition.
      if (!comma) out_[head].list = true;
    } else if (comma) {
      phrase.unsure = true;
    }
  }

  [[nodiscard]] bool same_actor(const NounPhrase& a, const NounPhrase& b) const {
    return a.mention && b.mention && source_.mentions[*a.mention].key == source_.mentions[*b.mention].key;
  }

  [[nodiscard]] Forms forms_of(const NounPhrase& phrase) const {
    Forms forms;
    if (phrase.determiner) {
      const auto found = words_.forms.find(lower(*phrase.determiner));
      if (found != words_.forms.end()) forms = found->second;
    } else {
      forms.drop(Forms::kGenitive);
    }
    const actor::Mention* mention = phrase.mention ? &source_.mentions[*phrase.mention] : nullptr;
    if (mention == nullptr || mention->attributive || mention->anaphoric) {
      if (phrase.noun) keep_genders(forms, words_.genders_of(lower(*phrase.noun)));
    } else if (mention->kind == actor::Kind::kPerson) {
      const auto last_word = mention->title.substr(mention->title.find_last_of(" -") + 1);
      const auto genders = mention->title.empty() ? Forms::kAll : words_.genders_of(text::lower(last_word));
      const bool told = genders == Forms::kFeminine || genders == Forms::kMasculine;
      keep_genders(forms, told ? genders : std::uint16_t{Forms::kMasculine | Forms::kFeminine});
    } else {
      std::uint16_t genders = words_.genders_of(lower(mention->end_token - 1));
      const bool state = mention->kind == actor::Kind::kState || !mention->stands_for_key.empty();
      if (genders == Forms::kAll && state) genders = phrase.determiner ? Forms::kFeminine : Forms::kNeuter;
      keep_genders(forms, genders);
    }
    if (mention != nullptr && !mention->attributive && in_genitive(*mention)) forms = Forms(Forms::kGenitive);
    return forms;
  }

  // What both allow; the determiner alone where they do not fit (a noun whose end deceives).
  static void keep_genders(Forms& forms, std::uint16_t genders) {
    Forms both = forms;
    both.keep(genders);
    if (both.bits() != 0) forms = both;
  }

  // "Russlands", "Alexej Nawalnys"
  [[nodiscard]] bool in_genitive(const actor::Mention& mention) const {
    const std::string_view written = source_.document.of(mention.span);
    if (written.size() < 3 || written.back() != 's') return false;
    const auto stem = written.substr(0, written.size() - 1);
    const std::string_view name = mention.name;
    return name == stem || name.ends_with(" " + std::string(stem));
  }

  const PhraseSource& source_;
  std::uint32_t clause_;
  const clause::Clause& here_;
  const PartWords& words_;
  std::uint32_t next_mention_ = 0;
  std::vector<NounPhrase> out_;
  Open open_;
  std::optional<std::uint32_t> anaphor_;  // the mention seen last that is a pronoun or the like
  bool bracket_ = false;
  bool first_word_ = true;
  std::optional<std::uint32_t> joined_at_;  // the last coordinator or comma
};

}  // namespace

std::vector<bool> dated_tokens(const text::Document& document, std::span<const timex::Timex> timexes) {
  std::vector<bool> out(document.tokens().size(), false);
  for (const timex::Timex& timex : timexes) {
    for (auto token = timex.first_token; token < timex.end_token; ++token) out[token] = true;
  }
  return out;
}

std::vector<NounPhrase> noun_phrases(const PhraseSource& source, std::uint32_t clause) {
  return PhraseReader(source, clause).read();
}

}  // namespace annalen::event
