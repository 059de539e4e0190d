// lexicon.h: the words and names that the pack knows, and what they stand for.
// Words:   each known word has a number and a set of classes (first name, preposition, noun …). Exact spelling.
// Names:   token sequences in a trie; the longest one wins; the first one told wins over a later equal one.
// Growth:  built once by the loader, then const and shareable.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/mention.h"
#include "base/word_map.h"

namespace annalen::actor {

enum class WordClass : std::uint8_t {
  kMale,
  kFemale,
  kEither,
  kGuardedName,   // a given name that is also a common word
  kFamilyFirst,   // "Xi Jinping"
  kParticle,      // "van", "bin"
  kWeakParticle,  // "von", "zu": ordinary words too
  kInnerParticle,
  kRole,
  kRoleFemale,
  kWeakRole,  // a title only before a known given name
  kNotRole,
  kHonorific,
  kRuler,
  kDeterminer,
  kDefinite,
  kConjunction,
  kPlacePreposition,
  kCityPreposition,
  kIslandPreposition,
  kActorPreposition,
  kFrom,
  kTowards,
  kFunction,
  kNoun,
  kHardNoun,
  kPlaceNoun,
  kStateNoun,
  kNotAcronym,
  kGuardedSurname,
  kAdverbStart,
  kLegalForm,
  kLegalLink,
  kClubPrefix,
  kOrgHead,
  kForHead,
  kForWord,
  kMalePronoun,
  kFemalePronoun,
  kOpening,
  kSayVerb,
  kSpeechBefore,  // what stands before "sagte Kovac"
  kSettlementNoun,
  kInside,           // "im Nationalrat": the scene
  kSceneDeterminer,  // "in der Hofburg", but not "in die Hofburg"
  kPlaceTail,        // "Wien Museum"
  kTownThing,        // "Wien-Marathon": of the town, not of its state
  kBodyWord,         // an organisation by one word: "Ministerrat"
  kNotBody,          // ends like one and is none: "Schatzkammer"
  kFamilyNoun,       // "Familie Huber": the surname behind it names no one person
  kNominative,       // "das Burgenland": may stand before a Land that acts
  kFocus,            // "auch Tirol"
  kNobleTitle,       // inside a name: "Maximilian Freiherr von Tattenbach"
  kGenitiveArticle,  // "Verband der Köche"
  kAgainst,          // "Verein gegen Tierfabriken"
  kNameTail,         // "Residenz Verlag"
  kForeignTail,      // "Bajaj Auto"
  kHyphenHead,       // "Goethe-Institut"
  kEnglishHead,      // "Bank of China"
  kEnglishLink,
  kSubordinator,   // "dass die Stadt Graz"
  kWhole,          // "für ganz Österreich"
  kAuthorityNoun,  // "die Gemeinde Zermatt": the town as a body
};

class WordClasses {
 public:
  WordClasses() = default;
  WordClasses(std::initializer_list<WordClass> classes) {
    for (const auto one : classes) add(one);
  }
  void add(WordClass one) { bits_ |= bit(one); }
  void merge(WordClasses other) { bits_ |= other.bits_; }
  [[nodiscard]] bool has(WordClass one) const { return (bits_ & bit(one)) != 0; }
  [[nodiscard]] bool any(WordClasses of) const { return (bits_ & of.bits_) != 0; }

 private:
  static std::uint64_t bit(WordClass one) { return std::uint64_t{1} << static_cast<unsigned>(one); }
  std::uint64_t bits_ = 0;
};

// What a listed name names.
struct Entry {
  Kind kind = Kind::kPlace;
  std::string key = {};
  std::string name = {};
  std::string stands_for_key = {};
  std::string stands_for_name = {};
  std::string type = {};  // of an organisation: "party", "company" …; of an anaphor: what it wants
  bool seat = false;      // "Kreml": always the actor that it stands for
  bool may_act = false;   // a town or Land: "Graz beschließt"
  bool land = false;      // a Land or region
  bool island = false;    // "auf Kuba"
  bool ignored = false;   // known, but no actor
  bool anaphor = false;
};

// One way to write an entry.
struct Sense {
  std::uint32_t entry = 0;
  bool attributive = false;  // adjective or inhabitant
  bool stem = false;         // only before a hyphen and an adjective: "russisch-ukrainische"
  bool guarded = false;      // also a common word
  bool surname = false;      // a person by surname alone
};

// Word endings of known lengths.
class Endings {
 public:
  void add(std::string_view ending);
  // True when `word` is longer than an ending and ends with it.
  [[nodiscard]] bool end(std::string_view word) const;

 private:
  WordSet endings_;
  std::vector<std::size_t> lengths_;  // distinct, rising
};

// What a word or word ending tells; the longest counts. A whole word is stored and asked for behind "-".
template <class Value>
class Tails {
 public:
  void add(std::string_view tail, Value value) {
    if (tails_.emplace(tail, std::move(value)).second) longest_ = std::max(longest_, tail.size());
  }
  [[nodiscard]] const Value* find(std::string_view word) const {
    for (std::size_t size = std::min(longest_, word.size()); size > 0; --size) {
      const auto found = tails_.find(std::string(word.substr(word.size() - size)));
      if (found != tails_.end()) return &found->second;
    }
    return nullptr;
  }

 private:
  std::unordered_map<std::string, Value> tails_;
  std::size_t longest_ = 0;
};

// "der Konzern …": what the name behind it is.
struct OrgNoun {
  std::string type = {};
  bool of_person = false;  // a person may be called so as well: "Hersteller Karl Huber"
  bool of_town = false;    // a town behind it is the club: "Zweitligist Elversberg"
  bool town_only = false;  // what else stands behind it is a person: "Titelverteidiger Djokovic"
};

// A short name that two organisations share ("Union": CDU/CSU or EU).
struct SharedName {
  std::string name;
  std::uint32_t usual = 0;    // entry that the name is listed for
  std::uint32_t other = 0;    // entry that it means where the article names that one and none of `kin`
  std::set<std::string> kin;  // keys
};

class Lexicon {
 public:
  using WordId = std::uint32_t;
  using NodeId = std::uint32_t;
  static constexpr WordId kNoWord = 0xFFFFFFFFU;
  static constexpr NodeId kNoNode = 0;

  [[nodiscard]] WordId word(std::string_view text) const;
  [[nodiscard]] WordClasses classes(WordId word) const { return word == kNoWord ? WordClasses{} : classes_[word]; }

  // The trie: kNoNode where nothing goes on.
  [[nodiscard]] NodeId first(WordId word) const { return word == kNoWord ? kNoNode : roots_[word]; }
  [[nodiscard]] NodeId next(NodeId node, WordId word) const;
  [[nodiscard]] const Sense* sense(NodeId node) const;  // null where no name ends
  [[nodiscard]] const Entry& entry(std::uint32_t number) const { return entries_[number]; }
  [[nodiscard]] const Entry& entry(const Sense& sense) const { return entries_[sense.entry]; }
  [[nodiscard]] std::uint32_t entry_count() const { return static_cast<std::uint32_t>(entries_.size()); }

  std::vector<SharedName> shared_names;
  Endings role_endings;
  Endings female_role_endings;
  Endings hard_noun_endings;
  Endings noun_heads;
  Endings ministry_endings;
  Endings body_endings;  // of organisations by one word: "Fiskalrat"
  Endings plural_verb_endings;
  Endings thing_endings;
  Endings place_endings;
  std::vector<std::string> genitive_endings;
  std::vector<std::string> adjective_endings;
  Tails<bool> name_adjectives;    // stems: "Österreichisch" of a name
  Tails<std::string> name_heads;  // what such a name ends with -> ending of its adjective in the nominative
  Tails<bool> member_heads;       // "Verband der Köche"
  Tails<bool> region_heads;       // "Lawinenwarndienst Tirol"
  Tails<OrgNoun> org_nouns;
  std::vector<std::string> head_genitive_endings;  // of common nouns: "Amtes"

  WordId add_word(std::string_view text, WordClasses classes);
  std::uint32_t add_entry(Entry entry);
  Entry& entry_to_change(std::uint32_t number) { return entries_[number]; }
  // False when the name was known already. `name` is cut into tokens as texts are.
  bool add_name(std::string_view name, const Sense& sense);

 private:
  WordMap<WordId> words_;
  std::vector<WordClasses> classes_;
  std::vector<NodeId> roots_;
  std::unordered_map<std::uint64_t, NodeId> edges_;  // node << 32 | word
  std::vector<std::int32_t> senses_{-1};             // by node; -1 none
  std::vector<Sense> all_senses_;
  std::vector<Entry> entries_;
};

// Letters, digits and single signs, as text::Document cuts them; for names of the pack.
[[nodiscard]] std::vector<std::string_view> split_name(std::string_view name);

}  // namespace annalen::actor
