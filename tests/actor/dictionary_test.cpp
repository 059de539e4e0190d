// The dictionary's file, and what a finder does without it or without the model.
#include "actor/dictionary.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include "actor/finder.h"
#include "actor/resources.h"
#include "text/segmenter.h"

namespace annalen::actor {
namespace {

// Bytes at an address that 8 divides.
class Aligned {
 public:
  explicit Aligned(std::string_view bytes) : words_(bytes.size() / 8 + 1), size_(bytes.size()) {
    std::memcpy(words_.data(), bytes.data(), size_);
  }
  [[nodiscard]] std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)).first(size_); }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

std::string small_dictionary() {
  GazetteerBuilder names;
  names.add(NameKind::kCity, "Bad Ischl");
  KnownWordsBuilder words;
  words.add("Haus\nTür\n");
  const std::vector<DictionarySource> sources = {{"wngerman", 2, "ab12"}, {"iso-codes", 0, ""}};
  return dictionary_bytes(names.build(), words.build(), sources);
}

WordForm form_of(std::string_view word) {
  WordForm out;
  out.assign(word);
  return out;
}

TEST_CASE("actor/dictionary: what is written is read: names, words and where they come from") {
  const Aligned file(small_dictionary());
  const auto dictionary = Dictionary::load(file.bytes());
  REQUIRE(dictionary.ok());
  CHECK(dictionary->words.flags(form_of("Haus")) != 0);
  CHECK(dictionary->words.flags(form_of("Haslinger")) == 0);
  const std::vector<NameWord> name_words = {dictionary->names.word_of(form_of("Bad")),
                                            dictionary->names.word_of(form_of("Ischl"))};
  std::vector<NameFlags> flags;
  dictionary->names.mark(name_words, flags);
  CHECK(flags[0] != 0);
  CHECK(flags[1] != 0);
  REQUIRE(dictionary->sources.size() == 2);
  CHECK(dictionary->sources[0].name == "wngerman");
  CHECK(dictionary->sources[0].entries == 2);
  CHECK(dictionary->sources[0].digest == "ab12");
  CHECK(dictionary->sources[1].entries == 0);
}

TEST_CASE("actor/dictionary: a file that is cut off, of another version or full is refused") {
  const std::string bytes = small_dictionary();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(Dictionary::load(Aligned(std::string_view(bytes).substr(0, size)).bytes()).ok());
  }
  std::string other = bytes;
  other[14] = '9';
  CHECK_FALSE(Dictionary::load(Aligned(other).bytes()).ok());
  std::string full = bytes;
  constexpr std::size_t header_size = 32;
  std::memset(full.data() + header_size, 1, bytes.find("wngerman") - header_size);
  CHECK_FALSE(Dictionary::load(Aligned(full).bytes()).ok());
}

TEST_CASE("actor/dictionary: a word is known by its whole hash, be there ever so many") {
  KnownWordsBuilder builder;
  std::string list;
  constexpr int count = 20000;
  for (int i = 0; i < count; ++i) list += "wort" + std::to_string(i) + "\n";
  builder.add(list);
  const auto slots = builder.build();
  const KnownWords known(slots);
  int wrong = 0;
  for (int i = 0; i < count; ++i) {
    CHECK(known.flags(form_of("wort" + std::to_string(i))) == KnownWords::kAsWritten);
    if (known.flags(form_of("fremd" + std::to_string(i))) != 0) ++wrong;
  }
  CHECK(wrong < 10);
}

std::string keys_of(const Finder& finder, std::string_view text) {
  const auto document = text::Segmenter::of(text::Language::kGerman).segment(text);
  const std::vector<Part> parts = {{&document, nullptr}};
  const auto found = finder.find(parts);
  std::string out;
  for (const auto& mention : found[0]) out += mention.key + " ";
  return out;
}

TEST_CASE(
    "actor/dictionary: without the model, without the dictionary and without both, what the tables list is found") {
  const Resources all = embedded_resources("de");
  for (const Resources& resources : {all, Resources{all.model, {}}, Resources{{}, all.dictionary}, Resources{}}) {
    CAPTURE(resources.model.size());
    CAPTURE(resources.dictionary.size());
    const auto finder = Finder::load(german_pack(), resources);
    REQUIRE(finder.ok());
    CHECK(keys_of(*finder, "Der russische Präsident Wladimir Putin sprach mit der Nato.") ==
          "state/RU per/wladimir-putin org/nato ");
  }
}

TEST_CASE("actor/dictionary: the inventory names all that the program has, and what it lacks") {
  const Resources all = embedded_resources("de");
  const auto items = inventory(all);
  REQUIRE(items.size() == 7);
  for (const auto& item : items) {
    CAPTURE(item.name);
    CHECK((item.size == 0) == item.digest.empty());
  }
  CHECK(items[0].size == all.model.size());
  CHECK(items.back().size > 0);  // our own tables
  CHECK(inventory({})[0].size == 0);
  const Aligned small(small_dictionary());
  CHECK(missing({{}, small.bytes()}) == std::vector<std::string>{"model of names", "iso-codes"});
}

}  // namespace
}  // namespace annalen::actor
