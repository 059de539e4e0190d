#include "base/word_map.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

namespace annalen {
namespace {

// Few letters, so that words share beginnings and ends; all lengths that the hash treats apart.
std::string random_word(std::mt19937& random) {
  constexpr unsigned bytes_max = 40;
  std::string word(random() % bytes_max, 'a');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  if (random() % 8 == 0) word += '\0';
  return word;
}

}  // namespace

TEST_CASE("base/word_map: it knows the words that were put in, with their last values, and no others") {
  std::mt19937 random(20260101);
  WordMap<int> map;
  std::map<std::string, int> expected;
  CHECK(map.find("") == nullptr);
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = random_word(random);
    map[word] = i;
    expected[word] = i;
  }
  REQUIRE(map.size() == expected.size());
  for (const auto& [word, value] : expected) {
    CAPTURE(word);
    const int* found = map.find(word);
    REQUIRE(found != nullptr);
    CHECK(*found == value);
  }
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = random_word(random);
    CAPTURE(word);
    CHECK(map.contains(word) == expected.contains(word));
  }
}

TEST_CASE("base/word_map: its words come in the order in which they were put in") {
  WordMap<int> map;
  map["zwei"] = 2;
  map["eins"] = 1;
  map[""] = 0;
  map["zwei"] = 3;
  std::string all;
  map.each([&](std::string_view word, int value) { all += std::string(word) + "=" + std::to_string(value) + " "; });
  CHECK(all == "zwei=3 eins=1 =0 ");
}

}  // namespace annalen
